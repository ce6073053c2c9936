package store

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"entente/model"
	"entente/text"
)

const wordSeen = "seen"

const seenHeading = `The meetings as they were last told of, one a line: what 'entente since last', or the screen, compares with. It can be deleted at any time.
seen MEETING DAY KIND STATUS SOURCES "CITY" "HOST" "PARTIES" "NAME" "PARTY" … ARTICLE@BYTE "FILE" …`

// Seen remembers the meetings of a collection as they were last told of.
type Seen struct{ file File }

// OpenSeen finds the file; nothing is read yet.
func OpenSeen(c Collection) *Seen {
	return &Seen{File{Path: c.dataFile("seen"), Private: true, Heading: seenHeading}}
}

// OpenLooked finds the file of what the screen showed when its user last looked
// for news: who reads by mail and who reads on the screen miss nothing of one another.
func OpenLooked(c Collection) *Seen {
	return &Seen{File{Path: c.dataFile("looked"), Private: true, Heading: seenHeading}}
}

// Path is where the file is or would be.
func (s *Seen) Path() string { return s.file.Path }

// maxTold is how many reports a line names; the leading ones are named first.
const maxTold = 8

// Sights are meetings as they can be compared with what was seen at another time.
func Sights(meetings []*model.Meeting) []model.Sight {
	out := make([]model.Sight, 0, len(meetings))
	for _, m := range meetings {
		s := model.Sight{Meeting: m}
		for _, r := range m.Reports[:min(len(m.Reports), maxTold)] {
			s.Told = append(s.Told, model.Told{Content: contentOf(r.Article), At: toldAt(r), File: text.Row(r.Article.ID)})
		}
		out = append(out, s)
	}
	return out
}

// Last returns what was remembered last; ok is false when nothing ever was.
// Lines that make no sense are left out and told of.
func (s *Seen) Last() (last []model.Sight, damaged []Problem, ok bool, err error) {
	if s.file.Path == "" {
		return nil, nil, false, errNoPlace
	}
	sheet, err := s.file.Read()
	if err != nil {
		return nil, nil, false, err
	}
	for n := 1; n <= sheet.Len(); n++ {
		one, words, err := parseSeen(sheet.Row(n))
		switch {
		case err != nil:
			damaged = append(damaged, Problem{s.file.Path, n, Damaged, "is skipped: " + err.Error()})
		case words:
			last = append(last, one)
		}
	}
	return last, damaged, sheet.Len() > 0, nil
}

// Remember puts meetings in the place of those that were remembered. Lines of others and comments stay.
func (s *Seen) Remember(now []model.Sight) error {
	return s.file.Update(func(sheet *Sheet) error {
		sheet.Keep(func(_ int, row string) bool {
			_, ok, err := parseSeen(row)
			return err == nil && !ok
		})
		rows := make([]string, len(now))
		for i := range now {
			rows[i] = seenLine(now[i])
		}
		sheet.Append(rows...)
		return nil
	})
}

func seenLine(s model.Sight) string {
	day := s.Date.String()
	if day == "" {
		day = unknown
	}
	if !s.End.IsZero() {
		day += ".." + s.End.String()
	}
	parties := make([]string, len(s.Parties))
	for i, p := range s.Parties {
		parties[i] = string(p)
	}
	parts := append(make([]string, 0, 9+2*len(s.People)+2*len(s.Told)),
		wordSeen, text.Row(s.ID), day, s.Kind.String(), s.Status.String(), strconv.Itoa(s.Sources),
		quote(s.Place.City), quote(string(s.Place.Host)), quote(strings.Join(parties, " ")),
	)
	for _, p := range s.People {
		parts = append(parts, quote(p.Name), quote(string(p.Party)))
	}
	for _, t := range s.Told {
		parts = append(parts, Anchor{t.Content, t.At}.String(), quote(t.File))
	}
	return strings.Join(parts, " ")
}

var errSeen = errors.New("want seen MEETING DAY KIND STATUS SOURCES \"CITY\" \"HOST\" \"PARTIES\" and people and articles in pairs")

// parseSeen reads a line; ok is false for one without words.
func parseSeen(row string) (s model.Sight, ok bool, err error) {
	w, _, err := splitLine(row)
	if err != nil || len(w) == 0 {
		return s, false, err
	}
	const fixed = 9
	if !w[0].is(wordSeen) || len(w) < fixed || len(w)%2 != fixed%2 || !isID(w[1].text) {
		return s, false, errSeen
	}
	m := &model.Meeting{ID: w[1].text, Place: model.Place{City: w[6].text, Host: model.Party(w[7].text)}}
	var c Correction // it knows how days, kinds and states are written
	kind, status := Correction{Verb: Kind}, Correction{Verb: Status}
	sources, notNumber := strconv.Atoi(w[5].text)
	if err := errors.Join(c.parseSpan(w[2].text), kind.parseEnum(w[3].text), status.parseEnum(w[4].text), notNumber); err != nil {
		return s, false, errSeen
	}
	m.Sources = sources
	m.Date, m.End, m.Kind, m.Status = c.Date, c.End, kind.Kind, status.Status
	for p := range strings.FieldsSeq(w[8].text) {
		m.Parties = append(m.Parties, model.Party(p))
	}
	s.Meeting = m
	for pair := range slices.Chunk(w[fixed:], 2) {
		switch a, anchor := parseAnchor(pair[0].text); {
		case pair[0].quoted:
			m.People = append(m.People, model.Participant{Name: pair[0].text, Party: model.Party(pair[1].text)})
		case anchor:
			s.Told = append(s.Told, model.Told{Content: a.Content, At: a.At, File: pair[1].text})
		default:
			return s, false, errSeen
		}
	}
	return s, true, nil
}
