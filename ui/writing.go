package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/describe"
)

// FileKind is a kind of file that meetings can be written as.
type FileKind struct {
	Name, Ext, Meaning string
	Notes              bool // it has a place for what the user noted
}

// Export is what is to be written: meetings in the order of the screen, and the filter that chose them.
type Export struct {
	File     string // what the user typed; its ending tells the kind
	Replace  bool   // a file of that name may be overwritten
	Filter   string
	Meetings []*model.Meeting
	Marks    map[string]model.Mark // what the user noted, by ID, where that is to go out, too; else nil
}

// writeActions are the rows that write files.
func writeActions() []action {
	return []action{
		{
			name: "export", alias: "w", keys: []string{"W"}, scope: scopeEverywhere, group: groupActing,
			words: "save send print report csv html excel spreadsheet table json jsonl calendar ics ical markdown graphml timelinejs download",
			help:  "write what is shown, or what is marked, to a file; its ending tells the format", arg: "FILE [with notes]",
			complete: completeFile, slow: true, run: (*root).askExport,
		},
	}
}

func (m *root) askExport(c call) tea.Cmd {
	if m.opts.Export == nil {
		m.say("Nothing can be written here.")
		return nil
	}
	if c.arg != "" {
		return m.export(c.arg)
	}
	return m.ask(&prompt{
		kind: promptExport, label: "write " + describe.Count(len(m.exported()), "meeting", "meetings") + " to ",
		complete: completeFile, slow: func(string) bool { return true }, entered: (*root).export,
	}, "")
}

// exported lists the meetings that are marked, or all that are shown, in the order of the list.
func (m *root) exported() []*model.Meeting {
	if len(m.marked) == 0 {
		return m.view.Meetings()
	}
	var out []*model.Meeting
	for _, row := range m.view.Rows {
		if m.marked[m.tl.ID(row)] {
			out = append(out, m.tl.At(row))
		}
	}
	return out
}

// withNotes stands behind a file's name where the user's own words are to go
// out with the meetings. They never do unasked.
const withNotes = " with notes"

// export writes the file off the event loop. A name that ends in ! may be there already.
func (m *root) export(name string) tea.Cmd {
	name, noted := strings.CutSuffix(strings.TrimSpace(name), withNotes)
	file, replace := strings.CutSuffix(strings.TrimSpace(name), "!")
	if file = strings.TrimSpace(file); file == "" {
		return nil
	}
	x := Export{File: file, Replace: replace, Filter: m.sel.filter.String(), Meetings: m.exported()}
	said := describe.Count(len(x.Meetings), "meeting", "meetings")
	if noted {
		x.Marks = m.mine.of
		said += withNotes
	}
	write := m.opts.Export
	return func() tea.Msg {
		path, err := write(x)
		return writtenMsg{path, said, err}
	}
}

// written says what became of a file.
func (m *root) written(msg writtenMsg) {
	if msg.err != nil {
		m.fail(sentence(msg.err))
		return
	}
	m.say("Wrote " + msg.what + " to " + text.Row(msg.path) + ".")
}

// completeFile offers folders and files that are there, the endings that tell
// a format and, behind a whole name, that the notes go out, too.
func completeFile(m *root, before string) (int, []completion) {
	all := len([]rune(before))
	if name, rest, ok := m.notable(before); ok && strings.HasPrefix(withNotes, rest) && rest != "" {
		return all, []completion{{text: name + withNotes, show: withNotes[1:], note: "bookmarks, tags and notes go out, too"}}
	}
	var folders, files []completion
	if m.opts.Paths != nil && before != "" {
		for _, p := range m.opts.Paths(before) {
			c := completion{text: p, show: p}
			if strings.HasSuffix(p, "/") || strings.HasSuffix(p, `\`) {
				folders = append(folders, c)
			} else {
				c.note = "is there" // a ! behind it writes it anew, as the refusal says
				files = append(files, c)
			}
		}
	}
	return all, slices.Concat(folders, m.endings(before), files)
}

// notable splits what was typed into a file's name whose ending tells a format with a place for notes, and the rest.
func (m *root) notable(typed string) (name, rest string, ok bool) {
	for _, k := range m.opts.FileKinds {
		if i := strings.LastIndex(typed, "."+k.Ext); i >= 0 && k.Notes {
			i += 1 + len(k.Ext)
			if strings.HasPrefix(typed[i:], "!") {
				i++
			}
			if rest := typed[i:]; rest == "" || rest[0] == ' ' {
				return typed[:i], rest, true
			}
		}
	}
	return "", "", false
}

// endings offers the name with each ending that tells a format.
func (m *root) endings(before string) []completion {
	stem, ending, dotted := before, "", false
	if i := strings.LastIndexByte(before, '.'); i > strings.LastIndexAny(before, `/\`) {
		stem, ending, dotted = before[:i], before[i+1:], true
	}
	switch {
	case stem == "":
		stem = "meetings"
	case strings.HasSuffix(stem, "/"):
		stem += "meetings"
	}
	var out []completion
	for _, k := range m.opts.FileKinds {
		if !dotted || strings.HasPrefix(k.Ext, ending) {
			name := stem + "." + k.Ext
			c := completion{text: name, show: "." + k.Ext} // the ending alone: all of them fit into a row
			if k.Name != k.Ext {
				c.note = k.Name
			}
			out = append(out, c)
		}
	}
	return out
}
