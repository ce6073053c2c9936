package reader

import (
	"strings"

	"entente/model"
)

// kind is what a block of an article is.
type kind uint8

const (
	paragraph kind = iota
	heading
	item
	quotation
	divider
)

// block is a paragraph of an article or something of its rank: one or more
// lines of the source that are read as one.
type block struct {
	kind  kind
	level int // of a heading, the depth of an item or a quotation
	spans []model.Span
	zone  model.ZoneKind
}

// Depths beyond these are shown as the deepest: a renderer's time and output
// grow with the power of the nesting, and no article needs more.
const (
	maxQuote = 3
	maxList  = 3
)

// blocksOf cuts an article's text into blocks, zone by zone. The title is left
// out: it stands above the article.
func blocksOf(a *model.Article) []block {
	zones := a.Zones
	if len(zones) == 0 {
		zones = []model.Zone{{Span: model.Span{Start: 0, End: len(a.Text)}, Kind: model.ZoneBody}}
	}
	var out []block
	at := 0
	for _, z := range zones {
		if z.Start > at { // text that no zone names is read as body
			out = append(out, cut(a, model.Span{Start: at, End: min(z.Start, len(a.Text))}, model.ZoneBody)...)
		}
		z.Start, z.End = max(z.Start, at), min(z.End, len(a.Text))
		if z.Start < z.End && z.Kind != model.ZoneTitle {
			out = append(out, cut(a, z.Span, z.Kind)...)
		}
		at = max(at, z.End)
	}
	if at < len(a.Text) {
		out = append(out, cut(a, model.Span{Start: at, End: len(a.Text)}, model.ZoneBody)...)
	}
	return out
}

// cut makes blocks of the lines of one zone.
func cut(a *model.Article, zone model.Span, z model.ZoneKind) []block {
	var out []block
	open := false
	lines(a.Text, zone, func(s model.Span) {
		s = trim(a.Text, s)
		line := s.In(a.Text)
		if line == "" {
			open = false
			return
		}
		b := block{kind: paragraph, zone: z, spans: []model.Span{s}}
		if a.Markdown {
			b = markdownBlock(a.Text, s, z)
		}
		if open && b.kind == paragraph && len(out) > 0 {
			last := &out[len(out)-1]
			joins := a.Markdown && (last.kind == paragraph || last.kind == item || last.kind == quotation)
			if joins || !a.Markdown && wrapped(last.spans[len(last.spans)-1].In(a.Text), line) {
				last.spans = append(last.spans, b.spans[0])
				return
			}
		}
		if b.kind == quotation && open && len(out) > 0 && out[len(out)-1].kind == quotation && out[len(out)-1].level == b.level {
			last := &out[len(out)-1]
			last.spans = append(last.spans, b.spans[0])
			return
		}
		out = append(out, b)
		open = b.kind != heading && b.kind != divider
	})
	return out
}

// wrapped tells that a line of plain text was broken by an editor's margin and
// goes on with the next; most articles have one line a paragraph.
func wrapped(line, next string) bool {
	const narrow, wide = 55, 100
	if len(line) < narrow || len(line) > wide {
		return false
	}
	end := line[len(line)-1]
	lower := next[0] >= 'a' && next[0] <= 'z'
	return lower || !strings.ContainsRune(".!?:\"", rune(end))
}

// lines calls f with every line of a span, without its line feed.
func lines(text string, s model.Span, f func(model.Span)) {
	for at := s.Start; at < s.End; {
		end := strings.IndexByte(text[at:s.End], '\n')
		if end < 0 {
			end = s.End - at
		}
		f(model.Span{Start: at, End: at + end})
		at += end + 1
	}
}

func trim(text string, s model.Span) model.Span {
	for s.Start < s.End && (text[s.Start] == ' ' || text[s.Start] == '\t') {
		s.Start++
	}
	for s.Start < s.End && (text[s.End-1] == ' ' || text[s.End-1] == '\t') {
		s.End--
	}
	return s
}

// markdownBlock reads the sign at the beginning of a line of Markdown. s is trimmed.
func markdownBlock(text string, s model.Span, z model.ZoneKind) block {
	line := s.In(text)
	rest := func(k kind, level, skip int) block {
		return block{kind: k, level: level, zone: z, spans: []model.Span{trim(text, model.Span{Start: s.Start + skip, End: s.End})}}
	}
	if n := len(line) - len(strings.TrimLeft(line, "#")); n > 0 && n <= 6 && len(line) > n && line[n] == ' ' {
		return rest(heading, n, n)
	}
	if strings.Trim(line, "-* ") == "" && strings.Count(line, "-")+strings.Count(line, "*") >= 3 {
		return block{kind: divider, zone: z, spans: []model.Span{s}}
	}
	if line[0] == '>' {
		n, depth := 0, 0
		for n < len(line) && (line[n] == '>' || line[n] == ' ') {
			if line[n] == '>' {
				depth++
			}
			n++
		}
		return rest(quotation, min(depth, maxQuote), n)
	}
	indent := 0
	for i := s.Start - 1; i >= 0 && text[i] == ' '; i-- {
		indent++
	}
	if len(line) > 1 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ' {
		return rest(item, min(indent/2+1, maxList), 2)
	}
	return rest(paragraph, 0, 0)
}
