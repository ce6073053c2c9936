package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/describe"
)

// FileKind is a kind of file that meetings can be written as.
type FileKind struct{ Name, Ext, Meaning string }

// Export is what is to be written: meetings in the order of the screen, and the filter that chose them.
type Export struct {
	File     string // what the user typed; its ending tells the kind
	Replace  bool   // a file of that name may be overwritten
	Filter   string
	Meetings []*model.Meeting
}

// writeActions are the rows that write files.
func writeActions() []action {
	return []action{
		{
			name: "export", alias: "w", keys: []string{"W"}, scope: scopeEverywhere, group: groupActing,
			help: "write what is shown, or what is marked, to a file; its ending tells the format", arg: "FILE", run: (*root).askExport,
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
		complete: completeFile, entered: (*root).export,
	}, "")
}

// exported lists the meetings that are marked, or all that are shown, in the order of the list.
func (m *root) exported() []*model.Meeting {
	out := make([]*model.Meeting, 0, m.view.Len())
	for i := range m.view.Len() {
		if mt := m.view.At(i); len(m.marked) == 0 || m.marked[mt.ID] {
			out = append(out, mt)
		}
	}
	return out
}

// export writes the file off the event loop. A name that ends in ! may be there already.
func (m *root) export(name string) tea.Cmd {
	name = strings.TrimSpace(name)
	file, replace := strings.CutSuffix(name, "!")
	if file = strings.TrimSpace(file); file == "" {
		return nil
	}
	x := Export{File: file, Replace: replace, Filter: m.sel.filter.String(), Meetings: m.exported()}
	write := m.opts.Export
	return func() tea.Msg {
		path, err := write(x)
		return writtenMsg{path, len(x.Meetings), err}
	}
}

// written says what became of a file.
func (m *root) written(msg writtenMsg) {
	if msg.err != nil {
		m.fail(sentence(msg.err))
		return
	}
	m.say("Wrote " + describe.Count(msg.n, "meeting", "meetings") + " to " + text.Row(msg.path) + ".")
}

// completeFile offers the endings.
func completeFile(m *root, before string) (int, []completion) {
	stem, ending, dotted := before, "", false
	if i := strings.LastIndexByte(before, '.'); i >= 0 {
		stem, ending, dotted = before[:i], before[i+1:], true
	}
	if stem == "" {
		stem = "meetings"
	}
	var out []completion
	for _, k := range m.opts.FileKinds {
		if !dotted || strings.HasPrefix(k.Ext, ending) {
			name := stem + "." + k.Ext
			out = append(out, completion{text: name, show: name, note: k.Name})
		}
	}
	return len([]rune(before)), out
}
