// Package export writes articles and meetings for other programs.
package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"entente/model"
	"entente/text"
)

// The field names below are a published contract: they may grow, not change.

type articleLine struct {
	ID        string  `json:"id"`
	Path      string  `json:"path"`
	Record    int     `json:"record"`
	Title     string  `json:"title"`
	Source    string  `json:"source"`
	URL       string  `json:"url"`
	Lang      string  `json:"lang"`
	Published string  `json:"published"`
	Events    []event `json:"events"`
}

// encounter is what an event of an article and a meeting have in common.
type encounter struct {
	Date         string   `json:"date"`
	End          string   `json:"end"`
	Precision    string   `json:"precision"`
	Kind         string   `json:"kind"`
	Status       string   `json:"status"`
	Participants any      `json:"participants"` // []person, or []string by names
	Countries    []string `json:"countries"`
	City         string   `json:"city"`
	Host         string   `json:"host"`
	Topics       []string `json:"topics"`
	Confidence   float64  `json:"confidence"`
}

type event struct {
	Primary bool `json:"primary"`
	encounter
	Evidence []evidence `json:"evidence"`
}

type person struct {
	Name   string `json:"name"`
	Office string `json:"office"`
	Party  string `json:"party"`
}

type evidence struct {
	Field string `json:"field"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Rule  string `json:"rule"`
	Note  string `json:"note,omitempty"`
}

type meetingLine struct {
	ID string `json:"id"`
	encounter
	Title     string     `json:"title"`
	Reports   []string   `json:"reports"`
	Sources   int        `json:"sources"`
	Conflicts []conflict `json:"conflicts"`
	Corrected []amended  `json:"corrected"`
	*noted               // only where the user's notes go out, too
}

type noted struct {
	Bookmarked bool     `json:"bookmarked"`
	Tags       []string `json:"tags"`
	Note       string   `json:"note"`
}

type conflict struct {
	Field  string          `json:"field"`
	Values []conflictValue `json:"values"`
}

type conflictValue struct {
	Value   string `json:"value"`
	Reports int    `json:"reports"`
}

// amended is a fact whose source is a line of the user's corrections.
type amended struct {
	Field   string `json:"field"`
	Was     string `json:"was"`
	Now     string `json:"now"`
	File    string `json:"file"` // its name without folders, which are others on each machine
	Line    int    `json:"line"`
	Comment string `json:"comment"`
}

// JSONL writes articles and meetings as JSON Lines: one object a line, its
// fields in a fixed order. Close it to flush.
type JSONL struct {
	w     *bufio.Writer
	buf   bytes.Buffer
	enc   *json.Encoder
	names bool
	marks map[string]model.Mark
}

// NewJSONL writes to w. With names participants are plain names, not objects.
func NewJSONL(w io.Writer, names bool) *JSONL {
	j := &JSONL{w: bufio.NewWriterSize(w, 64<<10), names: names}
	j.enc = json.NewEncoder(&j.buf)
	j.enc.SetEscapeHTML(false) // < and & stay readable; the output is no web page
	return j
}

// Article writes an article with the encounters that it reports.
func (j *JSONL) Article(a *model.Article) error {
	a = a.Whole()
	line := articleLine{
		ID: a.ID, Path: a.Path, Record: a.Record, Title: a.Title, Source: a.Source, URL: a.URL,
		Lang: a.Lang, Published: a.Published.String(), Events: make([]event, 0, len(a.Reports)),
	}
	for _, r := range a.Reports {
		e := event{
			Primary:   r.Primary,
			encounter: j.encounter(r.Date, r.End, r.Kind, r.Status, r.People, r.Parties, r.Place, r.Topics, r.Confidence),
			Evidence:  make([]evidence, 0, len(r.Evidence)),
		}
		for _, v := range r.Evidence {
			e.Evidence = append(e.Evidence, evidence{v.Field, v.Start, v.End, v.In(a.Text), v.Rule, v.Note})
		}
		line.Events = append(line.Events, e)
	}
	return j.line(line)
}

// Meeting writes a merged encounter.
func (j *JSONL) Meeting(m *model.Meeting) error {
	line := meetingLine{
		ID:        m.ID,
		encounter: j.encounter(m.Date, m.End, m.Kind, m.Status, m.People, m.Parties, m.Place, m.Topics, m.Confidence),
		Title:     m.Title, Reports: make([]string, 0, len(m.Reports)), Sources: m.Sources,
		Conflicts: make([]conflict, 0, len(m.Conflicts)), Corrected: make([]amended, 0, len(m.Amended)),
	}
	if j.marks != nil {
		k := j.marks[m.ID]
		line.noted = &noted{k.Bookmarked, append(make([]string, 0, len(k.Tags)), k.Tags...), k.Note}
	}
	for _, r := range m.Reports {
		line.Reports = append(line.Reports, r.Article.ID)
	}
	for _, c := range m.Conflicts {
		out := conflict{Field: c.Field, Values: make([]conflictValue, 0, len(c.Values))}
		for _, v := range c.Values {
			out.Values = append(out.Values, conflictValue(v))
		}
		line.Conflicts = append(line.Conflicts, out)
	}
	for _, a := range m.Amended {
		line.Corrected = append(line.Corrected, amended{a.Field, a.Was, a.Now, a.FileName(), a.Line, a.Comment})
	}
	return j.line(line)
}

// Close flushes what was written. It does not close the writer below.
func (j *JSONL) Close() error {
	if err := j.w.Flush(); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

// line writes one object. File names come as they are, so that it has to pass the door whole.
func (j *JSONL) line(v any) error {
	j.buf.Reset()
	if err := j.enc.Encode(v); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	if _, err := j.w.Write(text.JSON(j.buf.Bytes())); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

func (j *JSONL) encounter(
	date, end model.Date, kind model.Kind, status model.Status, people []model.Participant,
	parties []model.Party, place model.Place, topics []string, confidence float64,
) encounter {
	e := encounter{
		Date: date.String(), End: end.String(), Precision: date.Precision().String(), Kind: kind.String(), Status: status.String(),
		Countries: make([]string, 0, len(parties)), City: place.City, Host: string(place.Host),
		Topics: append(make([]string, 0, len(topics)), topics...), Confidence: round(confidence),
	}
	for _, p := range parties {
		e.Countries = append(e.Countries, string(p))
	}
	names, persons := make([]string, 0, len(people)), make([]person, 0, len(people))
	for _, p := range people {
		names = append(names, p.Name)
		persons = append(persons, person{p.Name, p.Office, string(p.Party)})
	}
	e.Participants = persons
	if j.names {
		e.Participants = names
	}
	return e
}

// round keeps two decimals: a confidence is not known better, and the last
// bits of a sum must not show.
func round(f float64) float64 { return float64(int(f*100+0.5)) / 100 }
