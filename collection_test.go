package main

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"entente/cli"
)

var update = flag.Bool("update", false, "write articles/read.bin anew")

// What the program holds of the collection is what its loader reads out of it
// today. After a change of the reader or of an article: make collection.
func TestCollection_IsReadAsItIsHeld(t *testing.T) {
	const path = "articles/read.bin"
	got, err := cli.Collection(t.Context(), engine())
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s (%d bytes) is not what is read now (%d bytes): make collection writes it anew", path, len(want), len(got))
	}
}

// What is held and what is read now answer every command alike, down to the
// words of the evidence.
func TestCollection_AnswersAsItIsRead(t *testing.T) {
	const article = "2023/2023-04-24-kallas-zhytomyr.md"
	for _, args := range [][]string{
		{"list"}, {"list", "--format", "jsonl"}, {"list", "--filter", "conflict:yes"}, {"export", "markdown"}, {"export", "html"}, {"read", article}, {"why", article},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			held, code := answer(t, args)
			read, code2 := answer(t, append(args, "--no-index"))
			if code != code2 || held != read {
				t.Errorf("held (%d, %d bytes) and read (%d, %d bytes) differ", code, len(held), code2, len(read))
			}
			if len(held) < 100 {
				t.Errorf("the answer is %q", held)
			}
		})
	}
}

func answer(t *testing.T, args []string) (string, int) {
	t.Helper()
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	var out, errs bytes.Buffer
	code := cli.Main(t.Context(), args, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &errs}, engine)
	return out.String() + errs.String(), code
}
