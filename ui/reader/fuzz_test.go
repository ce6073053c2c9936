package reader

import (
	"testing"
	"unicode/utf8"

	"entente/model"
)

// Whatever an article says, both layouts hold text only, fit their width, and
// say the same twice.
func FuzzPage(f *testing.F) {
	for _, s := range []string{
		"# A\n\n> b **c *d* e** [f](https://g.example) `h`\n\n- i\n  - j\n\n---\n", "&#27;[2J \x1b[2J ~~x~~ www.a.be", "会議\u200f\u202e e\u0301\u0301", "**a*b**c*", "[](", "\\", "> > > > a\n>b",
		"\u2061\u2063\u2062x\u2064", "_a_b_ *", "1. a\n2. b",
	} {
		f.Add(s, true, 20, 3, 9)
		f.Add(s, false, 40, 0, 2)
	}
	f.Fuzz(func(t *testing.T, s string, markdown bool, width, from, to int) {
		if len(s) > 4096 || !utf8.ValidString(s) { // loading repairs what is not
			return
		}
		width = 1 + (width%120+120)%120
		r := article(s, markdown)
		if from >= 0 && to <= len(s) && from < to {
			r.Evidence = []model.Evidence{{Field: "people", Span: model.Span{Start: from, End: to}}}
		}
		p := newPage(r, false)
		pages := [][]line{p.plain(width)}
		if ls, ok := p.render(width); ok {
			pages = append(pages, ls)
			again, _ := newPage(r, false).render(width)
			if show(ls) != show(again) {
				t.Error("two renderings differ")
			}
		}
		for _, ls := range pages {
			for _, l := range ls {
				if l.width() > width {
					t.Errorf("a line of %d cells in %d: %q", l.width(), width, l.String())
				}
				if l.block < 0 || l.block >= max(1, len(p.blocks)) {
					t.Errorf("a line of block %d of %d", l.block, len(p.blocks))
				}
				for _, c := range l.String() {
					if c < ' ' || c >= 0x7f && c < 0xa0 || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 {
						t.Errorf("%q holds %q", l.String(), c)
					}
				}
			}
		}
	})
}
