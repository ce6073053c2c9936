package reader

import (
	"strings"
	"unicode/utf8"

	"entente/model"
	"entente/text"
	"entente/ui/cells"
	"entente/ui/evidence"
	"entente/ui/theme"
)

// The attributes that every page has, by their place in the table.
const (
	codeNone = iota
	codeFurniture
	codeWho
	codeWhere
	codeWhen
	codeFirst // the first of a page's own: links
)

// maxAttrs is how many attributes the marks of a page can tell apart.
const maxAttrs = 1 << codeBits

// run is a stretch of a rendered line in one dress.
type run struct {
	text         string
	bold, italic bool
	code         int
}

// line is one row of the page.
type line struct {
	runs  []run
	block int
}

// add appends a run, joined to the last where the dress is the same.
func (l *line) add(r run) {
	if n := len(l.runs); n > 0 {
		last := &l.runs[n-1]
		if last.bold == r.bold && last.italic == r.italic && last.code == r.code {
			last.text += r.text
			return
		}
	}
	l.runs = append(l.runs, r)
}

// page is an article ready to be rendered, and what came of it.
type page struct {
	blocks []block
	pieces [][]piece // of each block
	attrs  []attr
}

// newPage reads an article's blocks. hide leaves the furniture out.
func newPage(r *model.Report, hide bool) *page {
	r = r.Whole()
	a := r.Article
	p := &page{attrs: []attr{
		codeNone: {}, codeFurniture: {field: "furniture"}, codeWho: {field: "people"}, codeWhere: {field: "place"}, codeWhen: {field: "date"},
	}}
	in := inline{body: a.Text, markdown: a.Markdown, attrs: &p.attrs}
	for _, m := range evidence.Marks(r) {
		in.marks = append(in.marks, mark{m.Span, codeOf(m.Field)})
	}
	for _, b := range blocksOf(a) {
		if hide && b.zone == model.ZoneFurniture {
			continue
		}
		p.blocks = append(p.blocks, b)
		p.pieces = append(p.pieces, in.block(b))
	}
	return p
}

func codeOf(field string) int {
	switch evidence.Role(field) {
	case evidence.Who:
		return codeWho
	case evidence.Where:
		return codeWhere
	case evidence.When:
		return codeWhen
	case evidence.Other:
	}
	return codeNone
}

// plain renders the page without Glamour: at once, for any size, and the
// same in width and in what is marked.
func (p *page) plain(width int) []line {
	var out []line
	for i, b := range p.blocks {
		if i > 0 && (b.kind != item || p.blocks[i-1].kind != item) {
			out = append(out, line{block: i})
		}
		out = append(out, p.setBlock(i, width)...)
	}
	return hard(out, width)
}

// dividerText stands for a rule between two parts.
const dividerText = "* * *"

// setBlock sets one block in lines of the given width.
func (p *page) setBlock(i, width int) []line {
	b := p.blocks[i]
	first, rest := "", ""
	switch b.kind {
	case item:
		first, rest = cells.Spaces(2*(b.level-1))+"• ", cells.Spaces(2*b.level)
	case quotation:
		var firstSb116 strings.Builder
		for range b.level {
			firstSb116.WriteString("│ ")
		}
		first += firstSb116.String()
		rest = first
	case divider:
		return []line{{block: i, runs: []run{{text: dividerText}}}}
	case paragraph, heading:
	}
	w := width - text.Width(first)
	if w < 8 {
		first, rest, w = "", "", width
	}
	// The runs go through the flow with a number each in place of an ink.
	runs := make([]cells.Run, 0, len(p.pieces[i]))
	for _, pc := range p.pieces[i] {
		runs = append(runs, cells.Run{Text: pc.text, Tag: tag(pc, b.kind == heading)})
	}
	var out []line
	for k, row := range cells.FlowRuns(runs, w) {
		l := line{block: i}
		lead := first
		if k > 0 {
			lead = rest
		}
		if lead != "" {
			l.runs = append(l.runs, run{text: lead})
		}
		for _, r := range row {
			l.add(untag(r))
		}
		out = append(out, l)
	}
	return out
}

// A tag packs the dress of a piece into a number that cells.FlowRuns carries.
const (
	tagBold = 1 << iota
	tagItalic
	tagCode // and all above
)

func tag(p piece, head bool) int {
	t := p.at * tagCode
	if p.bold || head {
		t |= tagBold
	}
	if p.italic {
		t |= tagItalic
	}
	return t
}

func untag(r cells.Run) run {
	return run{text: r.Text, bold: r.Tag&tagBold != 0, italic: r.Tag&tagItalic != 0, code: r.Tag / tagCode}
}

// ink is the style of a run.
func (p *page) ink(st *theme.Styles, r run) theme.Ink {
	switch {
	case r.code == codeFurniture:
		return st.Subtle
	case r.code == codeWho:
		return st.Who
	case r.code == codeWhere:
		return st.Where
	case r.code == codeWhen:
		return st.When
	case p.link(r.code) != "":
		return st.Accent.Link(p.link(r.code))
	case r.bold:
		return st.Strong
	case r.italic:
		return st.Quote
	}
	return st.Text
}

// hard breaks lines that are wider than the page, as a renderer that wraps
// between words only may leave them.
func hard(in []line, width int) []line {
	if width <= 0 {
		return nil
	}
	out := make([]line, 0, len(in))
	for _, l := range in {
		for l.width() > width {
			var head line
			head, l = l.split(width)
			if len(head.runs) == 0 {
				l.runs = nil // not one character fits
				break
			}
			out = append(out, head)
		}
		out = append(out, l)
	}
	return out
}

func (l *line) width() int {
	n := 0
	for _, r := range l.runs {
		n += text.Width(r.text)
	}
	return n
}

func (l *line) split(width int) (head, rest line) {
	head, rest = line{block: l.block}, line{block: l.block}
	left := width
	for i, r := range l.runs {
		n := text.Width(r.text)
		if n <= left {
			head.runs = append(head.runs, r)
			left -= n
			continue
		}
		k := 0
		for k < len(r.text) {
			_, size := utf8.DecodeRuneInString(r.text[k:])
			if text.Width(r.text[:k+size]) > left {
				break
			}
			k += size
		}
		if k > 0 {
			h := r
			h.text = r.text[:k]
			head.runs = append(head.runs, h)
		}
		r.text = r.text[k:]
		rest.runs = append(rest.runs, r)
		rest.runs = append(rest.runs, l.runs[i+1:]...)
		break
	}
	return head, rest
}

// String is the line without any dress.
func (l *line) String() string {
	if len(l.runs) == 1 {
		return l.runs[0].text
	}
	out := ""
	var outSb261 strings.Builder
	for _, r := range l.runs {
		outSb261.WriteString(r.text)
	}
	out += outSb261.String()
	return out
}
