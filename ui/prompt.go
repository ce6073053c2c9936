package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/text"
	"entente/ui/cells"
	"entente/ui/field"
)

// promptKind is what is being typed.
type promptKind uint8

const (
	promptFilter promptKind = iota
	promptCommand
	promptFind
	promptDate
	promptName
	promptPipe
	promptCorrect
	promptNote
	promptTags
	promptExport
	promptLink
	promptNarrow
)

// completion is a word that can take the place of the one being typed.
type completion struct {
	text string // what is typed in
	show string // what is shown
	note string // a count, or what it means
}

// prompt is a line that is being typed at the bottom. What its text does is
// told by its functions; every one but entered may be nil.
type prompt struct {
	kind  promptKind
	label string
	f     *field.Field
	bad   string // what is wrong with the text, in a sentence

	word    int // runes before the cursor that a completion replaces
	options []completion
	before  string // the text that the options were worked out for
	pick    int    // the option that Tab has put in; -1 before the first Tab

	changed  func(m *root, s string) tea.Cmd
	complete completer
	slow     func(before string) bool // complete may take longer than a key press
	entered  func(m *root, s string) tea.Cmd
	sum      func(m *root) string  // what the text comes to, at the right
	left     func(m *root) tea.Cmd // by Esc
}

// commandHistory is what was entered before, by kind.
type commandHistory map[promptKind][]string

// ask opens a line.
func (m *root) ask(p *prompt, value string) tea.Cmd {
	p.f = field.New(value, m.commands[p.kind])
	p.pick = -1
	m.prompt = p
	m.message = message{}
	return m.offer()
}

// pressPrompt gives a key to the line.
func (m *root) pressPrompt(msg tea.KeyPressMsg) tea.Cmd {
	p, key, typed := m.prompt, msg.String(), msg.Text
	switch key {
	case "enter":
		return m.enterPrompt()
	case "esc":
		m.prompt = nil
		if p.left != nil {
			return p.left(m)
		}
		return nil
	case "tab", "shift+tab":
		return m.pickOption(key == "tab")
	}
	if key == "backspace" && p.f.Value() == "" { // rubbing out beyond the beginning leaves the line, as in vim
		m.prompt = nil
		if p.left != nil {
			return p.left(m)
		}
		return nil
	}
	if typed != "" {
		p.f.Insert(typed)
	} else if !p.f.Key(msg) {
		return nil
	}
	return m.promptChanged()
}

func (m *root) enterPrompt() tea.Cmd {
	p := m.prompt
	if p.bad != "" { // stay, so that it can be put right
		return nil
	}
	m.prompt = nil
	s := p.f.Value()
	if m.commands == nil {
		m.commands = commandHistory{}
	}
	m.commands[p.kind] = field.Remember(m.commands[p.kind], s)
	return p.entered(m, s)
}

// promptChanged tells the owner of the line that its text is another.
func (m *root) promptChanged() tea.Cmd {
	p := m.prompt
	p.pick = -1
	var cmd tea.Cmd
	if p.changed != nil {
		cmd = p.changed(m, p.f.Value())
	}
	if m.prompt != p { // what was typed has done its work already
		return cmd
	}
	return tea.Batch(cmd, m.offer())
}

// atOnce is the number of meetings up to which completions are worked out
// within the key press. Counting more takes longer than a key may.
const atOnce = 100_000

// offer works out what can stand in place of the word being typed. Over a
// large timeline that happens off the event loop; the options for the word as
// it was a moment ago stay in sight meanwhile, and cannot be taken.
func (m *root) offer() tea.Cmd {
	p := m.prompt
	before := p.f.Before()
	switch {
	case p.complete == nil:
		return nil
	case m.tl.Len() <= atOnce && (p.slow == nil || !p.slow(before)):
		word, options := p.complete(m, before)
		p.take(optionsMsg{p, before, word, options})
		return nil
	}
	complete, still := p.complete, *m // the views of a timeline never change, so that a copy may be asked
	return func() tea.Msg {
		word, options := complete(&still, before)
		return optionsMsg{p, before, word, options}
	}
}

// take shows the options, unless the line has gone on since.
func (p *prompt) take(msg optionsMsg) {
	if p.f.Before() == msg.before {
		p.before, p.word, p.options = msg.before, msg.word, msg.options
	}
}

// pickOption puts the next option in place of the word that is being typed.
func (m *root) pickOption(on bool) tea.Cmd {
	p := m.prompt
	n := len(p.options)
	if n == 0 || p.before != p.f.Before() {
		return nil
	}
	options := p.options
	switch {
	case on:
		p.pick = (p.pick + 1) % n
	case p.pick <= 0:
		p.pick = n - 1
	default:
		p.pick--
	}
	pick := p.pick
	o := options[pick]
	p.f.ReplaceWord(p.word, o.text)
	var cmd tea.Cmd
	if p.changed != nil {
		cmd = p.changed(m, p.f.Value())
	}
	// The same options stay on offer, so that Tab goes through them.
	p.options, p.pick, p.word, p.before = options, pick, len([]rune(o.text)), p.f.Before()
	return cmd
}

// promptRow draws the line, and at its right what it comes to.
func (m *root) promptRow(w int) (row string, cursor int) {
	p, st := m.prompt, m.st
	// The line itself needs room to be typed in; what it comes to takes what is left.
	right := cells.NewLine(st, max(0, w-text.Width(p.label+p.f.Value())-6))
	switch {
	case p.bad != "":
		right.Put(st.Alert, p.bad)
	case p.sum != nil:
		right.Put(st.Subtle, p.sum(m))
	}
	room := w - right.At() - 2
	if room < min(12, w) {
		right, room = cells.NewLine(st, 0), w
	}
	line, cursor := p.f.View(st, p.label, room)
	l := cells.NewLine(st, w-room)
	l.To(w - room - right.At() - 1)
	l.Join(right)
	return line + l.String(), cursor
}

// promptPanel draws the words on offer in one row over the line.
func (m *root) promptPanel(w int) []string {
	p, st := m.prompt, m.st
	if len(p.options) == 0 || w < 20 {
		return nil
	}
	l := cells.NewLine(st, w).Gap(1)
	from := 0
	if p.pick > 3 {
		from = p.pick - 3
	}
	for i := from; i < len(p.options); i++ {
		o := p.options[i]
		need := text.Width(text.Row(o.show)) + text.Width(o.note) + 4
		if l.Left() < need {
			l.Put(st.Subtle, st.Glyphs.Ellipsis) // there are more; Tab goes through them
			break
		}
		ink := st.Text
		if i == p.pick {
			ink = st.MatchHere
		}
		l.Put(ink, o.show)
		if o.note != "" {
			l.Gap(1).Put(st.Subtle, o.note)
		}
		l.Gap(3)
	}
	return []string{l.String()}
}

// startsWord tells that a word of s begins with a folded prefix.
func startsWord(s, prefix string) bool {
	s = text.Fold(s)
	return strings.HasPrefix(s, prefix) || strings.Contains(s, " "+prefix) || strings.Contains(s, "-"+prefix)
}
