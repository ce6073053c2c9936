package loader_test

import (
	"slices"
	"testing"

	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/score"
)

// table is everybody whom one article names where several met, with the answer who was there.
type table struct {
	seats []extract.Seat
	there []bool
}

// tables finds what the reader takes for a table of several, where the label has an encounter of some of the same people.
func tables(want map[string]reading, res loader.Result) (out []table) {
	reader := extract.New(gazetteer.Default())
	for _, a := range res.Articles {
		label := want[a.ID]
		at := slices.IndexFunc(label.Events, func(e encounter) bool { return e.Primary })
		if at < 0 {
			continue
		}
		t, shared := table{seats: reader.Seats(a)}, false
		for _, s := range t.seats {
			is := slices.ContainsFunc(label.Events[at].People, func(name string) bool { return score.OnePerson(name, s.Name) })
			t.there, shared = append(t.there, is), shared || is && s.Taken
		}
		if shared {
			out = append(out, t)
		}
	}
	return out
}

// right counts the tables of which a judge says of everybody rightly whether he was there.
func right(all []table, judge func(extract.Seat) bool) (n int) {
	for _, t := range all {
		ok := true
		for k, s := range t.seats {
			ok = ok && judge(s) == t.there[k]
		}
		if ok {
			n++
		}
	}
	return n
}

// Signs that every text has say better who sat at a table of several than the rules that take people for present one by one, and above all in
// articles that no rule was tried on.
func TestSeats_SayWhoSatAtATable(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every labelled text for a share: workers are tried elsewhere")
	}
	seen := append(tables(goldLabels(t), readGoldOnce(t)), tables(labelsIn(t, pressFolder), readPressOnce(t))...)
	points := readWeights(t, seatsTable)
	if *weigh {
		setSeats(t, points, seen)
		return
	}
	rules := func(s extract.Seat) bool { return s.Taken }
	weighed := func(s extract.Seat) bool { return points.score(s.Signs, s.Settings) > 0 }
	unseen := tables(labelsIn(t, unseenFolder), readUnseenOnce(t))
	a, b := right(unseen, rules), right(unseen, weighed)
	c, d := right(seen, rules), right(seen, weighed)
	t.Logf("tables of several that are right in everybody: of %d unseen %d by the rules, %d weighed; of %d seen %d and %d", len(unseen), a, b, len(seen), c, d)
	if b <= a {
		t.Errorf("weighing gets %d of %d tables right, the rules alone %d", b, len(unseen), a)
	}
	if c-d > len(seen)/50 {
		t.Errorf("of what the rules were tried on weighing gets %d of %d tables right, the rules alone %d", d, len(seen), c)
	}
}

const seatsTable = "extract/data/seats.tsv"

func setSeats(t *testing.T, points *weightTable, all []table) {
	t.Helper()
	taken := slices.Index(points.signs, "taken for present by the rules")
	weights := mostLikely(len(points.number), func(l *likelihood) {
		for _, one := range all {
			for k, s := range one.seats {
				l.whether(points.cells(s.Signs, s.Settings), one.there[k], 1-doubt)
				l.whether(points.cells(with(s.Signs, taken, !s.Taken), s.Settings), one.there[k], doubt)
			}
		}
	})
	points.write(t, weights)
}
