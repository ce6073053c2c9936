package text_test

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	gtext "github.com/yuin/goldmark/text"

	"entente/text"
	"entente/text/hostile"
)

// FuzzMarkdown holds that what Markdown writes is, to a renderer, one paragraph of the same words.
func FuzzMarkdown(f *testing.F) {
	for i, p := range hostile.All() {
		if i%5 == 0 {
			f.Add(p.Text)
		}
	}
	parser := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote)).Parser()
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 4096 {
			return
		}
		source := []byte("a " + text.Markdown(in) + " b")
		var words strings.Builder
		err := ast.Walk(parser.Parse(gtext.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			switch n := n.(type) {
			case *ast.Document, *ast.Paragraph:
			case *ast.Text:
				if entering {
					words.Write(n.Segment.Value(source))
				}
			default:
				t.Errorf("%q is written as %q and read as a %s", in, source, n.Kind())
			}
			return ast.WalkContinue, nil
		})
		got := unescaped(words.String())
		if want := "a " + text.Row(in) + " b"; err != nil || strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
			t.Errorf("%q is written as %q and read as %q, %v", in, source, got, err)
		}
	})
}

// unescaped takes the back strokes out that a renderer takes out when it writes text.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("\\`*_{}[]<>#|~!&", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
