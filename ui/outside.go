package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"entente/text"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/field"
)

// A command that is given text may take so long and answer so much. It is run
// as it was typed, word by word, and never through a shell; the text goes to
// its input and nowhere else.
const (
	pipePatience = 20 * time.Second
	pipeMost     = 1 << 20 // bytes of output that are kept
)

// outsideActions are the rows that run other programs.
func outsideActions() []action {
	return []action{
		{
			name: "pipe", keys: []string{"|"}, scope: scopeEverywhere, group: groupActing,
			words: "print shell program send mail lpr",
			help:  "give the article, or the list that is shown, to a command", arg: "COMMAND", run: (*root).askPipe,
		},
		{
			name: "edit", keys: []string{"e"}, scope: scopeEverywhere, group: groupActing,
			words: "change source",
			help:  "open the article's file in $VISUAL or $EDITOR", run: (*root).edit,
		},
	}
}

func (m *root) askPipe(c call) tea.Cmd {
	if c.arg != "" {
		return m.pipe(c.arg)
	}
	return m.ask(&prompt{kind: promptPipe, label: "give to ", entered: (*root).pipe}, "")
}

// pipe runs a command on what is on the screen.
func (m *root) pipe(line string) tea.Cmd {
	argv := field.Words(line)
	if len(argv) == 0 {
		return nil
	}
	in, ctx := m.plainText(), m.ctx
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(ctx, pipePatience)
		defer cancel()
		cmd := exec.CommandContext(ctx, argv[0], argv[1:]...) //nolint:gosec // the user typed it; no word of an article is in it.
		cmd.Stdin = strings.NewReader(in)
		var out limited
		cmd.Stdout, cmd.Stderr = &out, &out
		err := cmd.Run()
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			err = fmt.Errorf("it took longer than %s", pipePatience)
		}
		return pipedMsg{line, out.b.String(), err}
	}
}

// limited keeps the beginning of what is written to it.
type limited struct{ b strings.Builder }

func (l *limited) Write(p []byte) (int, error) {
	if room := pipeMost - l.b.Len(); room > 0 {
		l.b.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

var _ io.Writer = (*limited)(nil)

// plainText is what is on the screen, for a program to read: the article, or
// a line for each meeting shown.
func (m *root) plainText() string {
	if r, ok := m.top().(*reading); ok && r.r.Article() != nil {
		return text.Body(r.r.Article().Text)
	}
	var b strings.Builder
	for _, mt := range m.exported() {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\n", mt.Date, mt.Kind, mt.Status, text.Row(describe.Place(m.tl, mt)), text.Row(describe.Title(m.tl, mt, m.hubs)))
	}
	return b.String()
}

// showPiped shows what a command answered.
func (m *root) showPiped(msg pipedMsg) tea.Cmd {
	if msg.err != nil && msg.out == "" {
		m.fail(msg.command + ": " + msg.err.Error())
		return nil
	}
	return m.push(&page{title: "output", make: func(m *root, w int) []string {
		st := m.st
		rows := []string{cells.NewLine(st, w).Put(st.Strong, msg.command).String(), cells.Spaces(w)}
		for row := range strings.SplitSeq(strings.TrimRight(text.Body(msg.out), "\n"), "\n") {
			rows = append(rows, cells.NewLine(st, w).PutRuns([]cells.Run{{Ink: st.Text, Text: row}}).String())
		}
		if msg.err != nil {
			rows = append(rows, cells.Spaces(w), cells.NewLine(st, w).Put(st.Alert, msg.err.Error()).String())
		}
		return rows
	}})
}

// edit opens the article's file in the user's editor.
func (m *root) edit(call) tea.Cmd {
	mt, report := m.looked()
	if mt == nil || report >= len(mt.Reports) {
		return nil
	}
	if m.opts.Edit == nil {
		m.say("No editor is known; set VISUAL or EDITOR.")
		return nil
	}
	r := mt.Reports[report].Whole()
	line := 1
	for _, e := range r.Evidence {
		if e.In(r.Article.Text) != "" {
			line = 1 + strings.Count(r.Article.Text[:e.Start], "\n")
			break
		}
	}
	cmd, err := m.opts.Edit(r.Article, line)
	if err != nil {
		m.fail(sentence(err))
		return nil
	}
	return tea.ExecProcess(cmd, func(err error) tea.Msg { return editedMsg{err} })
}
