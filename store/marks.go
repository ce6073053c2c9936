package store

import (
	"errors"
	"slices"
	"strings"

	"entente/model"
	"entente/text"
)

// The words of the lines. Each line says one thing of one meeting, and taking it back is taking the line out.
const (
	wordMark = "mark"
	wordRead = "read"
	wordTag  = "tag"
	wordNote = "note"
)

const marksHeading = `Bookmarks, notes and tags of meetings that entente showed, one a line:
mark MEETING; tag MEETING = "WORD"; note MEETING = "TEXT". Whatever follows a # is for people.`

const readHeading = `Meetings that were read, one a line.`

// Marks is the user's bookmarks, notes, tags and reading state of one
// collection. It serves one goroutine at a time. What it changes is on the
// disk when a call returns.
type Marks struct {
	marks, read File // reading state stands by itself: it is long, and of no interest to others
	of          map[string]*entry
	order       []string // the keys of of, as the lines came
	lost        int
	damaged     []Problem
}

// entry is what the lines say of one address.
type entry struct {
	address Address
	mark    model.Mark
}

// OpenMarks reads the marks of a collection.
func OpenMarks(c Collection) (*Marks, error) {
	k := &Marks{
		marks: File{Path: c.dataFile("marks"), Private: true, Heading: marksHeading},
		read:  File{Path: c.dataFile("read"), Private: true, Heading: readHeading},
	}
	err := k.Reload()
	return k, err
}

// Reload reads the files again.
func (k *Marks) Reload() error {
	k.of, k.order, k.damaged, k.lost = map[string]*entry{}, nil, nil, 0
	var errs []error
	for _, f := range []*File{&k.marks, &k.read} {
		if f.Path == "" {
			continue
		}
		s, err := f.Read()
		errs = append(errs, err)
		for n := 1; n <= s.Len(); n++ {
			if err := k.take(s.Row(n)); err != nil {
				k.damaged = append(k.damaged, Problem{f.Path, n, Damaged, "is skipped: " + err.Error()})
			}
		}
	}
	return errors.Join(errs...)
}

// Damaged lists the lines that make no sense; they stay in their files.
func (k *Marks) Damaged() []Problem { return k.damaged }

var errWord = errors.New("want mark, tag, note or read and a meeting")

// take reads one line.
func (k *Marks) take(row string) error {
	what, of, value, err := parseMark(row)
	if err != nil || what == "" {
		return err
	}
	e := k.entry(of)
	switch what {
	case wordMark:
		e.mark.Bookmarked = true
	case wordRead:
		e.mark.Read = true
	case wordNote:
		e.mark.Note = value
	case wordTag:
		e.mark.Tags = insert(e.mark.Tags, value)
	}
	return nil
}

// parseMark reads a line; what is empty for a line without words.
func parseMark(row string) (what string, of Address, value string, err error) {
	words, _, err := splitLine(row)
	if err != nil || len(words) == 0 {
		return "", of, "", err
	}
	what = words[0].text
	of, rest, err := takeAddress(words[1:])
	if err != nil {
		return "", of, "", err
	}
	switch {
	case words[0].quoted:
		return "", of, "", errWord
	case (what == wordMark || what == wordRead) && len(rest) == 0:
		return what, of, "", nil
	case (what == wordTag || what == wordNote) && len(rest) == 2 && rest[0].is("=") && rest[1].text != "":
		return what, of, rest[1].text, nil
	}
	return "", of, "", errWord
}

func (k *Marks) entry(of Address) *entry {
	key := of.key()
	e, ok := k.of[key]
	if !ok {
		e = &entry{address: of}
		k.of[key] = e
		k.order = append(k.order, key)
	}
	return e
}

// key is what lines of one meeting have in common.
func (a Address) key() string {
	if a.ID != "" {
		return a.ID
	}
	return a.String()
}

func insert(tags []string, tag string) []string {
	if i, ok := slices.BinarySearch(tags, tag); !ok {
		tags = slices.Insert(tags, i, tag)
	}
	return tags
}

// Resolve finds the meetings that the lines are about and returns their marks
// by ID. Lines about meetings that are not in the timeline are kept, and counted by Lost.
func (k *Marks) Resolve(t *model.Timeline) map[string]model.Mark {
	wanted := make([]Address, 0, len(k.order))
	for _, key := range k.order {
		wanted = append(wanted, k.of[key].address)
	}
	f := finder{among: t, wanted: wanted}
	out := make(map[string]model.Mark, len(k.order))
	k.lost = 0
	for _, key := range k.order {
		e := k.of[key]
		at := f.find(e.address)
		if !at.ok {
			k.lost++
			continue
		}
		id := t.At(at.row).ID
		m := out[id]
		m.Bookmarked, m.Read = m.Bookmarked || e.mark.Bookmarked, m.Read || e.mark.Read
		for _, t := range e.mark.Tags {
			m.Tags = insert(m.Tags, t)
		}
		if e.mark.Note != "" {
			m.Note = e.mark.Note
		}
		out[id] = m
	}
	return out
}

// Lost is how many meetings with a mark Resolve did not find.
func (k *Marks) Lost() int { return k.lost }

// Set makes the marks of some meetings, by ID, what they are given as: those of
// a whole selection at once. all are the meetings of the collection, for a line
// may be about any of them. Only what differs from was is written, so that what
// another program noted of the same meetings meanwhile stays.
func (k *Marks) Set(all *model.Timeline, was, to map[string]model.Mark) error {
	if err := k.Reload(); err != nil { // what another program has marked meanwhile
		return err
	}
	now := k.Resolve(all)
	var changed []*model.Meeting
	next := map[string]model.Mark{}
	for _, row := range rowsOf(all, to) {
		m := all.At(row)
		if mark := merged(now[m.ID], was[m.ID], to[m.ID]); !mark.Equal(now[m.ID]) {
			changed = append(changed, m)
			next[m.ID] = mark
		}
	}
	if len(changed) == 0 {
		return nil
	}
	return k.write(all, changed, now, next)
}

// rowsOf lists the meetings that are marked, in order.
func rowsOf(t *model.Timeline, marks map[string]model.Mark) []int32 {
	rows := make([]int32, 0, len(marks))
	for id := range marks {
		if row, ok := t.Row(id); ok {
			rows = append(rows, row)
		}
	}
	slices.Sort(rows)
	return rows
}

// merged does to a mark what makes to out of was.
func merged(now, was, to model.Mark) model.Mark {
	if to.Bookmarked != was.Bookmarked {
		now.Bookmarked = to.Bookmarked
	}
	if to.Read != was.Read {
		now.Read = to.Read
	}
	if to.Note != was.Note {
		now.Note = text.Row(to.Note)
	}
	var tags []string
	for _, t := range now.Tags {
		if slices.Contains(to.Tags, t) || !slices.Contains(was.Tags, t) {
			tags = append(tags, t)
		}
	}
	for _, t := range to.Tags {
		if t = text.Row(t); t != "" && !slices.Contains(was.Tags, t) {
			tags = insert(tags, t)
		}
	}
	now.Tags = tags
	return now
}

// write replaces the lines of the meetings whose marks have changed.
func (k *Marks) write(all *model.Timeline, changed []*model.Meeting, now, next map[string]model.Mark) error {
	mine := make(map[string]bool, len(changed))
	for _, m := range changed {
		mine[m.ID] = true
	}
	var errs []error
	for _, part := range []struct {
		file  *File
		has   func(what string) bool
		lines func(model.Mark) []string
	}{{&k.marks, func(w string) bool { return w != wordRead }, markLines}, {&k.read, func(w string) bool { return w == wordRead }, readLines}} {
		if !slices.ContainsFunc(changed, func(m *model.Meeting) bool { return !slices.Equal(part.lines(now[m.ID]), part.lines(next[m.ID])) }) {
			continue
		}
		errs = append(errs, part.file.Update(func(s *Sheet) error {
			forget(s, all, mine, part.has)
			for _, m := range changed {
				for _, l := range part.lines(next[m.ID]) {
					what, value, _ := strings.Cut(l, " ")
					row := what + " " + AddressOf(m).String()
					if value != "" {
						row += " " + value
					}
					s.Append(withComment(row, named(m)))
				}
			}
			return nil
		}))
	}
	return errors.Join(append(errs, k.Reload())...)
}

// markLines and readLines are the lines of a mark in either file, without the meeting.
func markLines(m model.Mark) (out []string) {
	if m.Bookmarked {
		out = append(out, wordMark)
	}
	for _, t := range m.Tags {
		out = append(out, wordTag+" = "+quote(t))
	}
	if m.Note != "" {
		out = append(out, wordNote+" = "+quote(m.Note))
	}
	return out
}

func readLines(m model.Mark) []string {
	if m.Read {
		return []string{wordRead}
	}
	return nil
}

// forget takes out the lines about some meetings, by ID; others, comments and what makes no sense stay.
func forget(s *Sheet, all *model.Timeline, ids map[string]bool, mine func(what string) bool) {
	var wanted []Address
	at := map[int]int{}
	for n := 1; n <= s.Len(); n++ {
		if what, of, _, err := parseMark(s.Row(n)); err == nil && what != "" && mine(what) {
			at[n] = len(wanted)
			wanted = append(wanted, of)
		}
	}
	f := finder{among: all, wanted: wanted}
	s.Keep(func(n int, _ string) bool {
		i, ok := at[n]
		if !ok {
			return true
		}
		found := f.find(wanted[i])
		return !found.ok || !ids[all.At(found.row).ID]
	})
}

// named is the comment behind a line: which meeting that is, for whoever reads the file.
func named(m *model.Meeting) string {
	if len(m.People) == 0 {
		return m.Date.String()
	}
	return m.Date.String() + " " + m.People[len(m.People)-1].Name
}
