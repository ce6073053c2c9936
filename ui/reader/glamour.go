package reader

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/ansi"

	"entente/text"
)

// An article is written anew as Markdown of our own making: every sign of
// punctuation escaped, every & as &amp;, nesting capped. Glamour lays it out,
// and its answer is read cell by cell: bold and italic are kept, every other
// escape is dropped, so that nothing an article holds can reach the terminal as
// a command.
//
// What must survive the way through Glamour (which words are evidence, where a
// block begins, what is a link) travels as characters without a width, which
// the door for foreign text has taken out of the article before:
//
//	open  bits  words  shut
//
// The bits are those of a number, the lowest first, and the number is the place
// in the page's table of attributes.
const (
	open = '\u2061'
	zero = '\u2062'
	one  = '\u2063'
	shut = '\u2064'

	codeBits = 12
)

// maxGlamour is the longest text, in bytes, that is given to Glamour. Beyond,
// the plain rendering stands, which takes time only in proportion.
const maxGlamour = 256 << 10

// render lays the page out with Glamour. It reports false when the plain
// rendering must do.
func (p *page) render(width int) ([]line, bool) {
	size := 0
	for _, pieces := range p.pieces {
		for _, pc := range pieces {
			size += len(pc.text)
		}
	}
	// Blocks are numbered in the same table as the links.
	if size > maxGlamour || len(p.attrs)+len(p.blocks) > maxAttrs || width < 16 {
		return nil, false
	}
	r, err := glamour.NewTermRenderer(glamour.WithStyles(style()), glamour.WithWordWrap(width))
	if err != nil {
		return nil, false
	}
	first := len(p.attrs)
	md, attrs := p.markdown()
	out, err := r.Render(md)
	if err != nil {
		return nil, false
	}
	lines := parse(out, attrs, first)
	return hard(p.tidy(lines), width), true
}

// style dresses nothing but bold and italic: the colours are the theme's, and put on later.
func style() ansi.StyleConfig {
	yes, none := true, uint(0)
	bar := "│ "
	one := uint(1)
	bold := ansi.StylePrimitive{Bold: &yes}
	return ansi.StyleConfig{
		Document:   ansi.StyleBlock{Margin: &none},
		BlockQuote: ansi.StyleBlock{Indent: &one, IndentToken: &bar},
		List:       ansi.StyleList{LevelIndent: 2},
		Heading:    ansi.StyleBlock{StylePrimitive: bold},
		Emph:       ansi.StylePrimitive{Italic: &yes},
		Strong:     bold,
		Item:       ansi.StylePrimitive{BlockPrefix: "• "},
	}
}

// markdown writes the page as Markdown, and the attributes that its marks refer to.
func (p *page) markdown() (string, []attr) {
	var b strings.Builder
	attrs := append([]attr(nil), p.attrs...)
	for i, bl := range p.blocks {
		if i > 0 {
			b.WriteByte('\n')
			if bl.kind != item || p.blocks[i-1].kind != item {
				b.WriteByte('\n')
			}
		}
		switch bl.kind {
		case heading:
			b.WriteString("## ")
		case item:
			b.WriteString(strings.Repeat("  ", bl.level-1) + "- ")
		case quotation:
			b.WriteString(strings.Repeat("> ", bl.level))
		case divider:
		case paragraph:
		}
		attrs = append(attrs, attr{field: "block", block: i})
		code(&b, len(attrs)-1)
		b.WriteRune(shut)
		if bl.kind == divider {
			escape(&b, dividerText)
			continue
		}
		for _, pc := range p.pieces[i] {
			writePiece(&b, pc)
		}
	}
	return b.String(), attrs
}

// writePiece writes one piece. Spaces stand outside of emphasis, where Markdown wants them.
func writePiece(b *strings.Builder, pc piece) {
	body := strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return ' '
		case r >= open && r <= shut:
			return -1
		}
		return r
	}, text.Body(pc.text))
	core := strings.Trim(body, " ")
	if core == "" {
		if body != "" {
			b.WriteByte(' ')
		}
		return
	}
	if body[0] == ' ' {
		b.WriteByte(' ')
	}
	sign := ""
	if pc.bold {
		sign += "**"
	}
	if pc.italic {
		sign += "*"
	}
	if pc.at != codeNone {
		code(b, pc.at)
	}
	b.WriteString(sign)
	escape(b, core)
	b.WriteString(sign)
	if pc.at != codeNone {
		b.WriteRune(shut)
	}
	if body[len(body)-1] == ' ' {
		b.WriteByte(' ')
	}
}

func code(b *strings.Builder, n int) {
	b.WriteRune(open)
	for range codeBits {
		if n&1 == 1 {
			b.WriteRune(one)
		} else {
			b.WriteRune(zero)
		}
		n >>= 1
	}
}

// escape writes text so that Markdown takes every character for itself.
// Glamour takes a backslash back only from the signs that Markdown has always
// had; the others that mean something to it (~~, and what makes an address a
// link) are written as numbers.
func escape(b *strings.Builder, s string) {
	for i := range len(s) {
		switch c := s[i]; c {
		case '&':
			b.WriteString("&amp;")
		case '\\', '`', '*', '_', '{', '}', '[', ']', '<', '>', '(', ')', '#', '+', '-', '.', '!', '|':
			b.WriteByte('\\')
			b.WriteByte(c)
		case '~', ':', '@', '=':
			fmt.Fprintf(b, "&#%d;", c)
		default:
			b.WriteByte(c)
		}
	}
}

// parse reads what Glamour answered into lines, keeping of its escapes only
// bold and italic. first is the number of attributes that are no blocks.
func parse(s string, attrs []attr, first int) []line {
	p := parser{attrs: attrs, first: first}
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == '\x1b':
			size = p.escape(s)
		case r == '\n':
			p.newline()
		case r == open:
			size = p.mark(s)
		case r == shut:
			p.flush()
			if n := len(p.codes); n > 0 {
				p.codes = p.codes[:n-1]
			}
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == zero || r == one:
			// No control reaches the page, wherever it came from.
		default:
			p.text(s[:size])
		}
		s = s[size:]
	}
	p.newline()
	return p.lines
}

type parser struct {
	attrs        []attr
	first        int
	lines        []line
	cur          line
	buf          strings.Builder
	bold, italic bool
	codes        []int // of the marks that are open
	block        int
}

func (p *parser) text(s string) { p.buf.WriteString(s) }

func (p *parser) code() int {
	if n := len(p.codes); n > 0 {
		return p.codes[n-1]
	}
	return codeNone
}

// flush ends a run where the dress is about to change.
func (p *parser) flush() {
	if p.buf.Len() == 0 {
		return
	}
	r := run{text: p.buf.String(), bold: p.bold, italic: p.italic, code: p.code()}
	p.buf.Reset()
	p.cur.add(r)
}

func (p *parser) newline() {
	p.flush()
	p.cur.block = p.block
	p.lines = append(p.lines, p.cur)
	p.cur = line{}
}

// mark reads a mark's number and returns how many bytes it takes.
func (p *parser) mark(s string) int {
	p.flush()
	at := utf8.RuneLen(open)
	n := 0
	for bit := range codeBits {
		r, size := utf8.DecodeRuneInString(s[at:])
		if r != zero && r != one {
			return at
		}
		if r == one {
			n |= 1 << bit
		}
		at += size
	}
	if n >= len(p.attrs) {
		n = codeNone
	}
	if n >= p.first {
		p.block = p.attrs[n].block
		n = codeNone
	}
	p.codes = append(p.codes, n)
	return at
}

// escape reads an escape sequence and returns its length. Of all that there
// are, only bold and italic in an SGR sequence count.
func (p *parser) escape(s string) int {
	if len(s) < 2 || s[1] != '[' {
		return 1
	}
	end := 2
	for end < len(s) && (s[end] < 0x40 || s[end] > 0x7e) {
		end++
	}
	if end >= len(s) {
		return len(s)
	}
	if s[end] != 'm' {
		return end + 1
	}
	p.flush()
	params := strings.Split(s[2:end], ";")
	for i := 0; i < len(params); i++ {
		switch params[i] {
		case "", "0":
			p.bold, p.italic = false, false
		case "1":
			p.bold = true
		case "3":
			p.italic = true
		case "22":
			p.bold = false
		case "23":
			p.italic = false
		case "38", "48": // a colour's own parameters are no attributes
			i = len(params)
		}
	}
	return end + 1
}

// tidy takes the padding from the lines' ends, and sees to it that between two
// blocks there is one empty line, whatever the renderer left there.
func (p *page) tidy(in []line) []line {
	out := make([]line, 0, len(in))
	for _, l := range in {
		l.trim()
		if len(l.runs) == 0 {
			continue
		}
		if n := len(out); n > 0 && out[n-1].block != l.block && (p.blocks[l.block].kind != item || p.blocks[out[n-1].block].kind != item) {
			out = append(out, line{block: l.block})
		}
		out = append(out, l)
	}
	return out
}

func (l *line) trim() {
	for n := len(l.runs); n > 0; n = len(l.runs) {
		last := &l.runs[n-1]
		last.text = strings.TrimRight(last.text, " ")
		if last.text != "" {
			return
		}
		l.runs = l.runs[:n-1]
	}
}
