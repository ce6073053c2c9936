package store

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/model"
)

// Verb says what a correction does.
type Verb string

// The verbs. Keep takes a Reject back, Apart a Same, and the other way round;
// a value ‘as-read’ takes back what earlier lines say of that field.
const (
	Reject Verb = "reject"
	Keep   Verb = "keep"
	Same   Verb = "same"
	Apart  Verb = "apart"
	Alias  Verb = "alias"
	Date   Verb = "date"
	Where  Verb = "place"
	People Verb = "people"
	Kind   Verb = "kind"
	Status Verb = "status"
)

// Correction is one line: what the user says of a meeting, or of a name.
type Correction struct { //nolint:recvcheck // a value; only its own parser changes one.
	Verb   Verb
	Of     Address // the meeting; none for Alias
	Other  Address // Same, Apart: the other meeting, or the reports to take out of the first
	AsRead bool    // Alias and the fields: back to what the articles say; People: of everybody, or of Person

	From, To  string            // Alias: this name is that person's
	Date, End model.Date        // Date; End is zero for one day
	Place     model.Place       // Where
	Person    model.Participant // People
	Remove    bool              // People: was not there
	Kind      model.Kind
	Status    model.Status

	Comment string // who, when, why
	File    string // where it was read; not printed
	Line    int    // likewise, counted from 1
}

// asRead is the value that takes a correction back.
const asRead = "as-read"

// String writes the correction as a line, which ParseCorrection reads back.
func (c Correction) String() string {
	parts := []string{string(c.Verb)}
	if c.Verb != Alias {
		parts = append(parts, c.Of.String())
	}
	parts = append(parts, c.value()...)
	return withComment(strings.Join(parts, " "), c.Comment)
}

// Says is what the correction says, without which meeting it says it of: date = 2024-05-14.
func (c Correction) Says() string {
	if (c.Verb == Same || c.Verb == Apart) && c.Other.ID != "" {
		c.Other.Anchors = nil // the ID says it for a person
	}
	return strings.Join(append([]string{string(c.Verb)}, c.value()...), " ")
}

// Where names the line of the file that it stands in: entente.corrections:3.
func (c Correction) Where() string { return c.amendment("", "", "").Where() }

// Named tells that the user means this correction: by the line, with or without
// its comment; by its place, with or without the file; or by the meeting's ID.
func (c Correction) Named(which string) bool {
	if which == c.Where() || which == c.File+":"+strconv.Itoa(c.Line) || which == strconv.Itoa(c.Line) {
		return true
	}
	if o, err := ParseCorrection(which); err == nil && o.Verb != "" {
		return o.String() == c.String() || o.Comment == "" && o.bare() == c.bare()
	}
	return which != "" && (which == c.Of.ID || which == c.Other.ID)
}

// bare is the line without its comment.
func (c Correction) bare() string {
	c.Comment = ""
	return c.String()
}

// value lists the words behind the address.
func (c *Correction) value() []string {
	switch c.Verb {
	case Reject, Keep:
		return nil
	case Same, Apart:
		return []string{"=", c.Other.String()}
	case Alias:
		if c.AsRead {
			return []string{quote(c.From), "=", asRead}
		}
		return []string{quote(c.From), "=", quote(c.To)}
	case Date, Where, People, Kind, Status:
	}
	switch {
	case c.AsRead && c.Person.Name != "":
		return []string{asRead, quote(c.Person.Name)}
	case c.AsRead:
		return []string{"=", asRead}
	}
	switch c.Verb { //nolint:exhaustive // the others are answered above.
	case Date:
		d := c.Date.String()
		if !c.End.IsZero() {
			d += ".." + c.End.String()
		}
		if d == "" {
			d = unknown
		}
		return []string{"=", d}
	case Where:
		out := []string{"=", quote(c.Place.City)}
		if c.Place.Host != "" {
			out = append(out, quote(string(c.Place.Host)))
		}
		return out
	case People:
		if c.Remove {
			return []string{"-", quote(c.Person.Name)}
		}
		out := []string{"+", quote(c.Person.Name)}
		if c.Person.Party != "" || c.Person.Office != "" {
			out = append(out, quote(string(c.Person.Party)))
		}
		if c.Person.Office != "" {
			out = append(out, quote(c.Person.Office))
		}
		return out
	case Kind:
		return []string{"=", c.Kind.String()}
	}
	return []string{"=", c.Status.String()}
}

// unknown is the value of a day that nobody knows.
const unknown = "unknown"

var (
	errValue = errors.New("the value is missing, or there is too much of it")
	errName  = errors.New("a name is missing")
	errSpan  = errors.New("want a day, month or year such as 2024-05-14, two with .. between them, unknown or as-read")
)

// ParseCorrection reads a line; a line without words gives a correction without a verb.
func ParseCorrection(line string) (Correction, error) {
	words, comment, err := splitLine(line)
	if err != nil || len(words) == 0 {
		return Correction{Comment: comment}, err
	}
	c := Correction{Verb: Verb(words[0].text), Comment: comment}
	if words[0].quoted || !slices.Contains(verbs, c.Verb) {
		return Correction{}, fmt.Errorf("%q is no verb of a correction; there are %s", words[0].text, verbList)
	}
	rest := words[1:]
	if c.Verb != Alias {
		if c.Of, rest, err = takeAddress(rest); err != nil {
			return Correction{}, err
		}
	}
	if err := c.parseValue(rest); err != nil {
		return Correction{}, err
	}
	return c, nil
}

var verbs = []Verb{Reject, Keep, Same, Apart, Alias, Date, Where, People, Kind, Status}

var verbList = func() string {
	names := make([]string, 0, len(verbs))
	for _, v := range verbs {
		names = append(names, string(v))
	}
	return strings.Join(names, ", ")
}()

func (c *Correction) parseValue(w []word) error {
	switch c.Verb {
	case Reject, Keep:
		if len(w) > 0 {
			return errValue
		}
		return nil
	case Alias:
		return c.parseAlias(w)
	case People:
		return c.parsePerson(w)
	case Same, Apart, Date, Where, Kind, Status:
	}
	if len(w) < 2 || !w[0].is("=") {
		return errValue
	}
	w = w[1:]
	switch {
	case c.Verb == Same || c.Verb == Apart:
		other, rest, err := takeAddress(w)
		if err == nil && len(rest) > 0 {
			err = errValue
		}
		c.Other = other
		return err
	case c.Verb == Where && len(w) == 2:
		c.Place = model.Place{City: w[0].text, Host: model.Party(w[1].text)}
		return nil
	case len(w) > 1:
		return errValue
	case w[0].is(asRead):
		c.AsRead = true
		return nil
	case c.Verb == Where:
		c.Place.City = w[0].text
		return nil
	case c.Verb == Date:
		return c.parseSpan(w[0].text)
	}
	return c.parseEnum(w[0].text)
}

func (c *Correction) parseAlias(w []word) error {
	if len(w) != 3 || !w[1].is("=") {
		return errValue
	}
	if w[0].text == "" || w[2].text == "" {
		return errName
	}
	c.From = w[0].text
	if c.AsRead = w[2].is(asRead); !c.AsRead {
		c.To = w[2].text
	}
	return nil
}

func (c *Correction) parsePerson(w []word) error {
	switch {
	case len(w) == 2 && w[0].is("=") && w[1].is(asRead):
		c.AsRead = true
		return nil
	case len(w) < 2 || !w[0].is("+") && !w[0].is("-") && !w[0].is(asRead):
		return errValue
	case w[1].text == "":
		return errName
	}
	c.Remove, c.AsRead = w[0].is("-"), w[0].is(asRead)
	c.Person.Name = w[1].text
	if len(w) > 2 && !w[0].is("+") || len(w) > 4 {
		return errValue
	}
	if len(w) > 2 {
		c.Person.Party = model.Party(w[2].text)
	}
	if len(w) > 3 {
		c.Person.Office = w[3].text
	}
	return nil
}

func (c *Correction) parseSpan(s string) error {
	if s == unknown {
		return nil
	}
	from, to, span := strings.Cut(s, "..")
	var err, err2 error
	c.Date, err = model.ParseDate(from)
	c.End, err2 = model.ParseDate(to)
	if err != nil || err2 != nil || c.Date.IsZero() || span && (c.End.IsZero() || model.Compare(c.End.Last(), c.Date.First()) < 0) {
		return errSpan
	}
	return nil
}

func (c *Correction) parseEnum(s string) error {
	if c.Verb == Kind {
		for _, k := range model.Kinds() {
			if k.String() == s {
				c.Kind = k
				return nil
			}
		}
		return fmt.Errorf("%q is no kind; there are meeting, call and summit", s)
	}
	for _, k := range model.Statuses() {
		if k.String() == s {
			c.Status = k
			return nil
		}
	}
	return fmt.Errorf("%q is no status; there are held, planned and off", s)
}

// Inverse is the line that takes a correction back where its own line cannot be
// removed, being somebody else's.
func (c Correction) Inverse() Correction {
	inv := Correction{Verb: c.Verb, Of: c.Of, Other: c.Other, From: c.From}
	switch c.Verb {
	case Reject:
		inv.Verb = Keep
	case Keep:
		inv.Verb = Reject
	case Same:
		inv.Verb = Apart
	case Apart:
		inv.Verb = Same
	case People:
		inv.Person.Name, inv.AsRead = c.Person.Name, true
	case Alias, Date, Where, Kind, Status:
		inv.AsRead = true
	}
	return inv
}

// Corrections reads every correction of a sheet. A line that makes no sense is
// skipped and told with its number; it stays in the sheet.
func Corrections(file string, s *Sheet) (out []Correction, problems []Problem) {
	for n := 1; n <= s.Len(); n++ {
		row := s.Row(n)
		if leftover(row) {
			problems = append(problems, Problem{file, n, Damaged, "is a sign that version control left; both versions hold, take the line out"})
			continue
		}
		c, err := ParseCorrection(row)
		switch {
		case err != nil:
			problems = append(problems, Problem{file, n, Damaged, "is skipped: " + err.Error()})
		case c.Verb != "":
			c.File, c.Line = file, n
			out = append(out, c)
		}
	}
	return out, problems
}

// ProblemKind says how much a problem matters.
type ProblemKind uint8

// The kinds of problem.
const (
	Damaged    ProblemKind = iota // the line makes no sense
	Unresolved                    // nothing that was read answers to it
	Overridden                    // a later line says otherwise
	Contradict                    // it cannot hold together with other lines
	Moot                          // the articles say so by themselves now
)

// Problem is what became of a line that is not simply done.
type Problem struct {
	File string
	Line int
	Kind ProblemKind
	Text string // stands behind file and line: ‘is skipped: …’
}

// String is the problem as a sentence without its final point.
func (p Problem) String() string { return fmt.Sprintf("%s:%d %s", p.File, p.Line, p.Text) }
