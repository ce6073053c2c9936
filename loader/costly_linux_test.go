package loader_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
)

var (
	costlyMB = flag.Int("costly", 0, "how many megabytes of each costly text TestLoad_Costly reads")
	costlyOf = flag.String("costly-of", "", "the costly texts whose names hold this, all if empty")
)

// atoms are what a reader takes notice of, and joints what may stand between them: every pair is a text.
var (
	atoms = []string{
		".", ",", "-", "'", "a", "Aa", "I", "he", "he'll", "U.S.", "é", "中", "2023", "1.", "1/2/2023", "16 May", "Tuesday", "last week", "Kyiv", "Ukraine", "Ukrainian",
		"Zelenskyy", "Kaja Kallas", "the president", "Prime Minister Aa Bb", "met", "talks with", "said", "the two leaders", "NATO", "the G7 summit",
		"KYIV, 14 August 2024 -", "Zelenskyy met Kallas", "on the sidelines of", "their meeting", "“I met her”", "Foreign Minister", "Mr",
	}
	joints = []struct{ name, between string }{{"space", " "}, {"comma", ", "}, {"point", ". "}, {"line", "\n"}, {"and", " and "}}
)

// costlyText is one row of the table.
type costlyText struct {
	name, file string
	make       func(size int) string
}

// costlyTexts are all texts that are made to take long.
func costlyTexts() []costlyText {
	var out []costlyText
	for _, c := range costly {
		out = append(out, costlyText{c.name, c.file, func(size int) string { return repeated(c.file, c.pattern, size) }})
	}
	for _, c := range variety {
		out = append(out, costlyText{c.name + ", each another", c.file, func(size int) string { return each(size, c.line) }})
	}
	for _, a := range atoms {
		for _, j := range joints {
			out = append(out, costlyText{fmt.Sprintf("%s + %s", a, j.name), "txt", func(size int) string { return repeated("txt", a+j.between, size) }})
		}
		out = append(out, costlyText{a + " + number", "txt", func(size int) string {
			return each(size, func(n int) string { return fmt.Sprintf("%s %d ", a, n) })
		}})
	}
	for _, c := range []struct {
		name string
		line func(n int) string
	}{
		{"people whom nobody knows", func(n int) string { return fmt.Sprintf("%s %s met %s. ", spelled(n), spelled(n+7), spelled(3*n+1)) }},
		{"surnames whom nobody knows", func(n int) string { return spelled(n) + " " }},
		{"offices of people whom nobody knows", func(n int) string { return "President " + spelled(n) + " " + spelled(n/3) + ". " }},
		{"words, each another", func(n int) string { return strings.ToLower(spelled(n)) + " " }},
		{"paragraphs, each another", func(n int) string { return "President " + spelled(n) + " met " + spelled(n+1) + " on Tuesday.\n\n" }},
		{"days", func(n int) string { return fmt.Sprintf("On %d May %d they met. ", n%31+1, 1900+n%200) }},
	} {
		out = append(out, costlyText{c.name, "txt", func(size int) string { return each(size, c.line) }})
	}
	return out
}

// spelled writes a number as a name that is no word.
func spelled(n int) string {
	b := []byte{byte('A' + n%26)}
	for n /= 26; n > 0 || len(b) < 3; n /= 26 {
		b = append(b, byte('a'+n%26))
	}
	return string(b)
}

// peak is the most memory that the program has held, in bytes; beginning forgets what was before.
func peak(t *testing.T, beginning bool) int {
	t.Helper()
	field := "VmHWM:"
	if beginning {
		debug.FreeOSMemory() // twice, for a pool keeps what it holds over one
		debug.FreeOSMemory()
		if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
			t.Skip("what memory is held cannot be told here:", err)
		}
		field = "VmRSS:"
	}
	raw, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip(err)
	}
	for line := range bytes.Lines(raw) {
		if rest, ok := bytes.CutPrefix(line, []byte(field)); ok {
			kb, err := strconv.Atoi(string(bytes.Fields(rest)[0]))
			if err != nil {
				t.Fatal(err)
			}
			return kb << 10
		}
	}
	t.Skip("no " + field)
	return 0
}

// TestLoad_Costly reads texts that are made to take long, at their full size and at an eighth of it: what a megabyte
// takes may not grow, and the memory has a bound. With -costly 10 each is of ten megabytes; of a text that is cut, what was read counts.
func TestLoad_Costly(t *testing.T) {
	if *costlyMB == 0 {
		t.Skip("takes minutes: go test ./loader -run TestLoad_Costly -costly 10 -timeout 2h -v")
	}
	reader := extract.New(gazetteer.Default())
	read := func(file, content string) (perMB time.Duration, memory int) {
		held := peak(t, true)
		begun := worked(t)
		res := load(t, loader.Options{Reader: reader, Merge: loader.Merge, Workers: 1}, folder("pile", fstest.MapFS{"a." + file: {Data: []byte(content)}}))
		took, size := worked(t)-begun, len(content)
		if file == "txt" && len(res.Articles) > 0 {
			size = min(size, max(len(res.Articles[0].Text), size/16))
		}
		return took * (1 << 20) / time.Duration(size), max(0, peak(t, false)-held)
	}
	const prose = "They spoke of grain, and of the roads on which it leaves the country. The harvest had been a good one, farmers said.\n\n"
	read("txt", prose)
	n := 0
	for _, c := range append([]costlyText{{"prose", "txt", func(size int) string { return strings.Repeat(prose, size/len(prose)) }}}, costlyTexts()...) {
		if !strings.Contains(c.name, *costlyOf) {
			continue
		}
		n++
		size := *costlyMB << 20
		if first, _ := read(c.file, c.make(1<<15)); first > 10*time.Second { // the whole would take hours
			t.Errorf("takes too long: %q: %v a MB of a small part", c.name, first)
			continue
		}
		part, _ := read(c.file, c.make(size/8))
		whole, memory := read(c.file, c.make(size))
		told := fmt.Sprintf("%-44q %-5s %8v a MB, × %4.1f from an eighth, %5d MB held", c.name, c.file, whole.Round(100*time.Microsecond), float64(whole)/float64(part), memory>>20)
		t.Log(told)
		if whole > 2*time.Second || whole > 200*time.Millisecond && whole > 3*part {
			t.Error("takes too long: " + told)
		}
		if memory > mostHeld {
			t.Error("takes too much: " + told)
		}
	}
	t.Logf("%d texts", n)
}

// mostHeld is what one text may take of memory while it is read, in bytes.
const mostHeld = 512 << 20
