package decode

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	"entente/model"
)

// unbase64 is a file that no library of ours writes.
func unbase64(s string) string {
	raw, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		panic(err)
	}
	return string(raw)
}

var (
	// xzOfMatter holds "---\ntitle: A\n---\nb".
	xzOfMatter = unbase64("/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQARLS0tCnRpdGxlOiBBCi0tLQpiAAAANpKov3f4He4AASoSSwhUvB+2830BAAAAAARZWg==")
	// xzOfOne holds "a" and asks for a dictionary of 8 MiB; xzOfDictionary asks for one of four gigabytes.
	xzOfOne        = unbase64("/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAAYQAAAAAFK2Uud4QCMwABGQGlLIHMH7bzfQEAAAAABFla")
	xzOfDictionary = unbase64("/Td6WFoAAATm1rRGAgAhASgAAADmoBGzAQAQVGhleSBtZXQgaW4gS3lpdi4AAAAAd6CtLrjeIfIAASkRMgpwDh+2830BAAAAAARZWg==")
)

// Every stream of an xz file may ask for memory anew: it gets what the one before it had.
func TestDecode_XZOfManyStreams(t *testing.T) {
	const streams = 20_000
	got := 0
	err := Decode(t.Context(), "a.xz", strings.NewReader(strings.Repeat(xzOfOne, streams)), Options{}, func(a *model.Article) error {
		got += len(a.Text)
		return nil
	})
	if err != nil || got != streams {
		t.Errorf("%d letters of %d, %v", got, streams, err)
	}
	if n := testing.AllocsPerRun(3, func() {
		_ = Decode(t.Context(), "a.xz", bytes.NewReader([]byte(strings.Repeat(xzOfOne, 50))), Options{}, func(*model.Article) error { return nil })
	}); n > 400 {
		t.Errorf("%v allocations for fifty streams", n)
	}
}

func TestDecode_XZOfALargeDictionary(t *testing.T) {
	err := Decode(t.Context(), "a.xz", strings.NewReader(xzOfDictionary), Options{}, func(*model.Article) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "dictionary size exceeds max") {
		t.Errorf("it says %v", err)
	}
}
