package loader

import (
	"slices"

	"entente/model"
)

// bilateral tells that no more than two parties sat at the table.
func (c *claim) bilateral() bool { return len(c.parties) <= 2 }

// place is how the places of two claims stand to each other.
type place uint8

const (
	placeOpen  place = iota // one of them does not tell
	placeSame               // one city
	placeNear               // two cities of one country
	placeApart              // two countries: a trip, or one paper is wrong
)

func (c *claim) place(d *claim) place {
	switch {
	case c.city != "" && c.city == d.city && (c.host == d.host || c.host == "" || d.host == ""):
		return placeSame
	case c.guessed || d.guessed:
		return placeOpen
	case c.host != d.host && c.host != "" && d.host != "":
		return placeApart
	case c.city == "" || d.city == "":
		return placeOpen
	}
	return placeNear
}

// shared counts the people whom two claims both name, and whether one of them is not ubiquitous.
func (m *merger) shared(c, d *claim) (n int, telling bool) {
	for i, j := 0, 0; i < len(c.people) && j < len(d.people); {
		switch a, b := c.people[i], d.people[j]; {
		case a < b:
			i++
		case a > b:
			j++
		default:
			n++
			telling = telling || !m.ubiquitous[a]
			i++
			j++
		}
	}
	return n, telling
}

// How alike two claims are.
const (
	alikePeople  = 100 // all people in common
	alikePlace   = 40
	alikeKind    = 15
	alikeParties = 10
)

// hold is by what a pair of claims holds together. Pairs are joined in this order.
type hold uint8

const (
	holdNone  hold = iota // not at all: one contradicts the other
	holdLoose             // nothing speaks against it, and nothing for it: guests of one gathering
	holdFirm              // by two people or more, or as a gathering of one place
	holdWeak              // by one person or by the parties alone: only where there is no choice
	holdApart             // by everything, but a day apart
)

// fits tells that two claims may be about one encounter, and how alike they
// are. What it lets pass is a table of cases, from what readers of several
// papers do: fewer people may be named, but nobody else met instead.
func (m *merger) fits(c, d *claim) (score int, by hold) {
	if !c.dated || !d.dated || (c.kind == model.KindCall) != (d.kind == model.KindCall) {
		return 0, holdNone
	}
	where := c.place(d)
	n, telling := m.shared(c, d)
	fewer := min(len(c.people), len(d.people))
	all := len(c.people) + len(d.people) - n
	var ok, loose bool
	by = holdFirm
	switch {
	case where == placeApart: // the same people do not meet twice a day in two countries, unless an article says so
		ok = n >= 2 && n == all && c.kind == model.KindMeeting && d.kind == model.KindMeeting
	case c.kind == model.KindSummit && d.kind == model.KindSummit:
		ok = where == placeSame || n >= 2 && (where == placeOpen || telling && n == fewer)
		loose = where == placeOpen
	case c.kind != d.kind: // a summit, and a meeting on its margins unless as many sat there
		loose = fewer >= 3 && (where != placeNear || n == all)
		ok = loose && n*2 >= all || n >= 2 && n == all && where == placeSame
	case n >= 2:
		ok = (n == fewer || n*2 >= all) && !lopsided(c, d) && (where != placeNear || n == all || slices.Equal(c.parties, d.parties))
	case n == 1 && telling: // ‘Kallas visited Kyiv’
		ok, by = fewer == 1 && all <= 2 && where != placeNear, holdWeak
	default: // ‘the Estonian minister’ whom one report does not name
		ok, by = n == fewer && len(c.parties) >= 2 && slices.Equal(c.parties, d.parties) && where == placeSame, holdWeak
	}
	switch {
	case ok:
	case loose:
		by = holdLoose
	default:
		return 0, holdNone
	}
	if days := max(c.first, d.first) - min(c.last, d.last); days > 0 {
		if days > 1 || by != holdFirm || !nextDay(c, d, n, all, where) {
			return 0, holdNone
		}
		by = holdApart
	}
	if all > 0 {
		score += alikePeople * n / all
	}
	if where == placeSame {
		score += alikePlace
	}
	if c.kind == d.kind {
		score += alikeKind
	}
	if slices.Equal(c.parties, d.parties) {
		score += alikeParties
	}
	return score, by
}

// nextDay tells that two claims a day apart, with n of all people in common,
// are about one day: the day of one follows only from when the article
// appeared, or everything else is the same, so that one of them is wrong. What
// went on for two days, an article of the two will tell as two.
func nextDay(c, d *claim, n, all int, where place) bool {
	if c.inferred || d.inferred {
		return where <= placeSame && (n == all || n == min(len(c.people), len(d.people)) && slices.Equal(c.parties, d.parties))
	}
	return where == placeSame && n == all && c.kind == d.kind
}

// lopsided tells that one claim is about two parties and the other about a
// whole table: an article on a bilateral does not forget three delegations.
func lopsided(c, d *claim) bool {
	return c.bilateral() && len(d.parties) >= 4 || d.bilateral() && len(c.parties) >= 4
}
