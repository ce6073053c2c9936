package reader

import (
	"strings"

	"entente/model"
	"entente/text"
)

// piece is a stretch of a block in one dress. It is what both the renderers
// read: the one with Glamour and the plain one.
type piece struct {
	text         string
	bold, italic bool
	at           int // code of the attribute (who, where, link …), 0 for none
}

// attr is what a marked stretch of text carries through rendering.
type attr struct {
	field string // of the evidence; "furniture", "link" and "block" are ours
	link  string
	block int
}

// inline cuts a block into pieces: at the marks of the evidence and, in
// Markdown, at emphasis and links. attrs collects what the pieces refer to.
type inline struct {
	body     string
	markdown bool
	marks    []mark
	attrs    *[]attr
	out      []piece
	bold     bool
	italic   bool
}

// mark is a stretch of the article that is evidence for a field.
type mark struct {
	model.Span
	code int
}

func (in *inline) block(b block) []piece {
	in.out, in.bold, in.italic = nil, false, false
	for i, s := range b.spans {
		if i > 0 {
			in.out = append(in.out, piece{text: " "})
		}
		if in.markdown {
			in.line(s)
		} else {
			in.plain(s, 0)
		}
	}
	if b.zone == model.ZoneFurniture || b.zone == model.ZoneHeader {
		for i := range in.out {
			in.out[i].at = codeFurniture
		}
	}
	return in.out
}

// plain adds a span, cut at the marks.
func (in *inline) plain(s model.Span, code int) {
	at := s.Start
	for _, m := range in.marks {
		if m.End <= at || m.Start >= s.End || code != 0 {
			continue
		}
		from, to := max(m.Start, at), min(m.End, s.End)
		in.add(at, from, 0)
		in.add(from, to, m.code)
		at = to
	}
	in.add(at, s.End, code)
}

func (in *inline) add(from, to, code int) {
	if from < to {
		in.out = append(in.out, piece{in.body[from:to], in.bold, in.italic, code})
	}
}

// line reads one line of Markdown. Emphasis counts only where its end is on
// the same line; anything not understood is shown as it is written.
func (in *inline) line(s model.Span) {
	at, from := s.Start, s.Start
	flush := func(to int) { in.plain(model.Span{Start: from, End: to}, 0) }
	var ends []int // where open emphasis ends
	for at < s.End {
		if len(ends) > 0 && at == ends[len(ends)-1] {
			flush(at)
			n := in.close(at)
			ends = ends[:len(ends)-1]
			at += n
			from = at
			continue
		}
		switch c := in.body[at]; c {
		case '\\':
			if at+1 < s.End && strings.IndexByte("\\`*_{}[]()#+-.!>~|\"'&", in.body[at+1]) >= 0 {
				flush(at)
				from = at + 1
				at++
			}
			at++
		case '*', '_':
			n, end := in.emphasis(at, s.End)
			if end < 0 || len(ends) > 0 && end > ends[len(ends)-1] {
				at += max(n, 1)
				continue
			}
			flush(at)
			ends = append(ends, end)
			in.open(n)
			at += n
			from = at
		case '[':
			label, target, end := link(in.body, at, s.End)
			if end < 0 {
				at++
				continue
			}
			flush(at)
			in.link(label, target)
			at, from = end, end
		default:
			at++
		}
	}
	flush(s.End)
	in.bold, in.italic = false, false
}

// emphasis finds the end of what opens at a run of * or _; n is the run's length, 1 or 2.
func (in *inline) emphasis(at, limit int) (n, end int) {
	c := in.body[at]
	n = 1
	if at+1 < limit && in.body[at+1] == c {
		n = 2
	}
	first := at + n
	if first >= limit || in.body[first] == ' ' || n == 2 && in.bold || n == 1 && in.italic {
		return n, -1
	}
	if c == '_' && at > 0 && letter(in.body[at-1]) {
		return n, -1
	}
	sign := in.body[at : at+n]
	i := strings.Index(in.body[first:limit], sign)
	if i <= 0 || in.body[first+i-1] == ' ' {
		return n, -1
	}
	end = first + i
	if c == '_' && end+n < limit && letter(in.body[end+n]) {
		return n, -1
	}
	return n, end
}

func letter(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

func (in *inline) open(n int) {
	if n == 2 {
		in.bold = true
	} else {
		in.italic = true
	}
}

// close ends the innermost emphasis, whose sign stands at a place, and returns the sign's length.
func (in *inline) close(at int) int {
	if in.bold && at+1 < len(in.body) && in.body[at+1] == in.body[at] {
		in.bold = false
		return 2
	}
	if in.italic {
		in.italic = false
		return 1
	}
	in.bold = false
	return 2
}

// link reads [label](target); end is negative when there is none.
func link(s string, at, limit int) (label model.Span, target string, end int) {
	close1 := strings.IndexByte(s[at:limit], ']')
	if close1 < 1 || at+close1+1 >= limit || s[at+close1+1] != '(' {
		return label, "", -1
	}
	open := at + close1 + 2
	close2 := strings.IndexByte(s[open:limit], ')')
	if close2 < 0 {
		return label, "", -1
	}
	target, _, _ = strings.Cut(s[open:open+close2], " ")
	return model.Span{Start: at + 1, End: at + close1}, target, open + close2 + 1
}

// link adds a link's label; only web addresses are kept as links.
func (in *inline) link(label model.Span, target string) {
	code := 0
	if to, ok := text.Link(target); ok && len(*in.attrs) < maxAttrs {
		*in.attrs = append(*in.attrs, attr{field: "link", link: to})
		code = len(*in.attrs) - 1
	}
	in.plain(label, code)
}
