package extract

import (
	"strings"
	"testing"

	"entente/loader/gazetteer"
	"entente/model"
	"entente/text"
)

// No text has more tokens than pieces, nor more sentences than there is room for: what bounds the pieces bounds the memory.
func TestRead_Room(t *testing.T) {
	if testing.Short() {
		t.Skip("it counts room, with one worker")
	}
	r := New(gazetteer.Default())
	for _, pattern := range []string{
		"a ", ". ", "1. ", "“", "he'll ", "he'd go. ", "U.S. ", "a-b-", "a*b ", "é×", "中 ", "a\n", "…", "Aa. Bb? Cc! ", "e\u0301\u0301 ", "\u00a0", "𝐀 ", "ⱥ", "don't ", "leaders' ",
	} {
		s := text.Body(strings.Repeat(pattern, longText/len(pattern)*5/4))
		d := &document{lex: r.lex, g: r.g}
		d.read(r, &model.Article{Text: s})
		n, _ := text.Pieces(s, len(s))
		if len(d.tokens) > n {
			t.Errorf("%d tokens of %q in %d pieces", len(d.tokens), pattern, n)
		}
		if cap(d.tokens) > n+n/4+1024 || cap(d.sents) > n+n/4+1024 {
			t.Errorf("%q: room for %d tokens of %d, for %d sentences of %d", pattern, cap(d.tokens), len(d.tokens), cap(d.sents), len(d.sents))
		}
	}
}

// A document that has held a long text is not kept for the next: its memory would be.
func TestRead_LongIsNotKept(t *testing.T) {
	r := New(gazetteer.Default())
	r.Read(&model.Article{Text: strings.Repeat("They met. ", longText/5)})
	for range 10 {
		if d, _ := r.docs.Get().(*document); cap(d.bytes) > longText {
			t.Fatalf("room for %d bytes is kept", cap(d.bytes))
		}
	}
}
