package decode

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"entente/model"
)

// told decodes a file and returns the names of its articles, what was odd about it, and the error.
func told(t *testing.T, name string, r io.Reader) (names, notices []string, err error) {
	t.Helper()
	o := Options{Notice: func(s string) {
		if !slices.Contains(notices, s) {
			notices = append(notices, s)
		}
	}}
	err = Decode(t.Context(), name, r, o, func(a *model.Article) error { checkArticle(t, a); names = append(names, a.Path); return nil })
	return names, notices, err
}

// entry is the nth entry of a zip's directory, to be written over.
func entry(t *testing.T, z []byte, n int) []byte {
	t.Helper()
	for at := 0; ; n-- {
		i := bytes.Index(z[at:], []byte(entryMark))
		if i < 0 {
			t.Fatal("no such entry")
		}
		if at += i; n == 0 {
			return z[at:]
		}
		at++
	}
}

func TestDecode_Archives(t *testing.T) {
	link := func(name, target string) string {
		return packed(t, "", func(w io.Writer) io.WriteCloser {
			z := zip.NewWriter(w)
			h := &zip.FileHeader{Name: name}
			h.SetMode(fs.ModeSymlink | 0o777)
			f, err := z.CreateHeader(h)
			if err == nil {
				_, err = io.WriteString(f, target)
			}
			good, err2 := z.Create("good.txt")
			if err == nil && err2 == nil {
				_, err = io.WriteString(good, "They met.")
			}
			if err := errors.Join(err, err2, z.Close()); err != nil {
				t.Fatal(err)
			}
			return nothing{w}
		})
	}
	patched := func(change func(first []byte), files ...string) string {
		z := []byte(zipped(t, files...))
		change(entry(t, z, 0))
		return string(z)
	}
	size := func(at int, n uint32) func([]byte) {
		return func(e []byte) { binary.LittleEndian.PutUint32(e[at:], n) }
	}
	const long = 5000
	for _, c := range []struct {
		name, file, in string
		articles       string
		notice, err    string
	}{
		{"one name three times", "x.zip", zipped(t, "a.txt", "1", "a.txt", "2", "a.txt", "3", "a.txt (2)", "4"), "a.txt|a.txt (2)|a.txt (3)|a.txt (2) (2)", "files of one name; the second is called a.txt (2)", ""},
		{"one name twice in a tar", "x.tar", tarred(t, "a.txt", "1", "b.txt", "2", "a.txt", "3"), "a.txt|b.txt|a.txt (2)", "files of one name", ""},
		{"names that look the same once they are clean", "x.zip", zipped(t, "a\u200e.txt", "1", "a\u200f.txt", "2"), "", "", ""},
		{"names in capitals and not", "x.zip", zipped(t, "A.txt", "1", "a.txt", "2"), "A.txt|a.txt", "differ in capitals", ""},
		{"names in two normal forms", "x.zip", zipped(t, "e\u0301.txt", "1", "é.txt", "2"), "e\u0301.txt|é.txt", "how accents are written", ""},
		{"a name that goes on", "x.zip", zipped(t, strings.Repeat("n", long)+".txt", "1", "a.txt", "2"), "a.txt", "", "n… has a name of more than 4096 bytes and was left out"},
		{"a name that goes on in a tar", "x.tar", tarred(t, strings.Repeat("n", long)+".txt", "1", "a.txt", "2"), "a.txt", "", "n… has a name of more than 4096 bytes and was left out"},
		{"files that lie over others", "x.zip", patched(func(e []byte) {
			second := bytes.Index(e[1:], []byte(entryMark)) + 1
			copy(e[42:46], e[second+42:]) // the first lies where the second does
			copy(e[16:28], e[second+16:])
		}, "a.txt", "1", "b.txt", "2", "c.txt", "3"), "a.txt|c.txt|b.txt", "holds 1 files that lie over others", ""},
		{"a file that is longer than told", "x.zip", patched(size(24, 3), "a.txt", "They met.", "b.txt", "2"), "b.txt", "", "a.txt: "},
		{"a file that is shorter than told", "x.zip", patched(size(24, 3000), "a.txt", "They met.", "b.txt", "2"), "b.txt", "", "a.txt: "},
		{"a file that is as long as a disk", "x.zip", patched(func(e []byte) { size(20, 1<<31)(e); size(24, 1<<31)(e) }, "a.txt", "They met.", "b.txt", "2"), "b.txt", "lie over others", "a.txt: "},
		{"a file that is packed in no way there is", "x.zip", patched(func(e []byte) { e[10] = 99 }, "a.txt", "They met.", "b.txt", "2"), "b.txt", "", "a.txt: open: zip: unsupported"},
		{"a file that is not where it is told", "x.zip", patched(size(42, 1<<30), "a.txt", "They met.", "b.txt", "2"), "b.txt", "", "a.txt: open: "},
		{"a link out of a zip", "x.zip", link("d/l.txt", "../../etc/passwd"), "good.txt", "", "d/l.txt is a link out of the archive and was left out"},
		{"a link within a zip", "x.zip", link("d/l.txt", "../good.txt"), "good.txt", "", ""},
		{"zip upon zip", "x.zip", zipped(t, "in.zip", zipped(t, "a.txt", "1", "a.txt", "2"), "in.zip", zipped(t, "a.txt", "3")), "in.zip/a.txt|in.zip/a.txt (2)|in.zip (2)/a.txt", "one name", ""},
		{"a link out of a tar", "x.tar", tarOf(t, &tar.Header{Name: "l.txt", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink}), "good.txt", "", "l.txt is a link out"},
		{"a second name of a file outside", "x.tar", tarOf(t, &tar.Header{Name: "d/l.txt", Linkname: "../etc/passwd", Typeflag: tar.TypeLink}), "good.txt", "", "d/l.txt is a link out"},
		{"a second name of a file inside", "x.tar", tarOf(t, &tar.Header{Name: "d/l.txt", Linkname: "good.txt", Typeflag: tar.TypeLink}), "good.txt", "", ""},
		{"a device", "x.tar", tarOf(t, &tar.Header{Name: "null.txt", Devmajor: 1, Devminor: 3, Typeflag: tar.TypeChar}), "good.txt", "", ""},
		{"a file with a hole of 8 GiB", "x.tar", holed(t), "good.txt", "", "hole.jsonl has holes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			names, notices, err := told(t, c.file, strings.NewReader(c.in))
			if got := strings.Join(names, "|"); c.articles != "" && got != c.articles {
				t.Errorf("articles %q, want %q", got, c.articles)
			}
			if len(slices.Compact(slices.Sorted(slices.Values(names)))) != len(names) {
				t.Errorf("two articles of one name: %q", names)
			}
			if all := strings.Join(notices, "|"); (all == "") != (c.notice == "") && c.articles != "" || !strings.Contains(all, c.notice) {
				t.Errorf("notices %q, want %q", all, c.notice)
			}
			if (err == nil) != (c.err == "") || err != nil && (!strings.Contains(err.Error(), c.err) || len(err.Error()) > 1000) {
				t.Errorf("error %v, want %q", err, c.err)
			}
		})
	}
}

// nothing closes what is closed.
type nothing struct{ io.Writer }

func (nothing) Close() error { return nil }

// tarOf holds what a header tells of, and an honest file.
func tarOf(t *testing.T, h *tar.Header) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	good := &tar.Header{Name: "good.txt", Size: 9, Mode: 0o600, Typeflag: tar.TypeReg}
	if err := errors.Join(w.WriteHeader(h), w.WriteHeader(good)); err != nil {
		t.Fatal(err)
	}
	_, _ = io.WriteString(w, "They met.") // into memory
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// holed holds a file that begins as text and goes on with a hole, as GNU tar writes it: 1 KiB for 8 GiB.
func holed(t *testing.T) string {
	t.Helper()
	b := make([]byte, 1024)
	const start = "{}\n"
	copy(b, "hole.jsonl")
	copy(b[100:], "0000600\x000000000\x000000000\x00")
	copy(b[124:], fmt.Sprintf("%011o\x0000000000000\x00", len(start)))
	b[156] = tar.TypeGNUSparse
	copy(b[257:], "ustar  \x00")
	copy(b[386:], fmt.Sprintf("%011o\x00%011o\x00", 0, len(start)))
	copy(b[483:], "77777777777\x00")
	sum := 0
	for i, c := range b[:512] {
		if i >= 148 && i < 156 {
			c = ' '
		}
		sum += int(c)
	}
	copy(b[148:], fmt.Sprintf("%06o\x00 ", sum))
	copy(b[512:], start)
	return string(b) + tarOf(t, &tar.Header{Name: "d/", Typeflag: tar.TypeDir})
}

// listing is a zip of a file and a directory that names it again and again: 46 bytes for each.
type listing struct {
	head, entry, end []byte
	entries, at      int64
}

func newListing(t *testing.T, entries int64) *listing {
	t.Helper()
	z := []byte(zipped(t, "", "x"))
	i, j := bytes.Index(z, []byte(entryMark)), bytes.Index(z, []byte("PK\x05\x06"))
	end := slices.Clone(z[j:])
	binary.LittleEndian.PutUint16(end[8:], uint16(entries))
	binary.LittleEndian.PutUint16(end[10:], uint16(entries))
	binary.LittleEndian.PutUint32(end[12:], uint32(entries*int64(j-i)))
	return &listing{head: z[:i], entry: z[i:j], end: end, entries: entries}
}

func (*listing) Name() string                 { return "x.zip" }
func (*listing) Mode() fs.FileMode            { return 0o600 }
func (*listing) ModTime() time.Time           { return time.Time{} }
func (*listing) IsDir() bool                  { return false }
func (*listing) Sys() any                     { return nil }
func (l *listing) Stat() (fs.FileInfo, error) { return l, nil }
func (*listing) Close() error                 { return nil }
func (l *listing) Size() int64 {
	return int64(len(l.head)) + l.entries*int64(len(l.entry)) + int64(len(l.end))
}

func (l *listing) Read(p []byte) (int, error) {
	n, err := l.ReadAt(p, l.at)
	l.at += int64(n)
	return n, err
}

func (l *listing) ReadAt(p []byte, off int64) (n int, err error) {
	from, to := int64(len(l.head)), l.Size()-int64(len(l.end))
	for n < len(p) {
		var part []byte
		switch at := off + int64(n); {
		case at < from:
			part = l.head[at:]
		case at < to:
			part = l.entry[(at-from)%int64(len(l.entry)):]
		case at < l.Size():
			part = l.end[at-to:]
		default:
			return n, io.EOF
		}
		n += copy(p[n:], part)
	}
	return n, nil
}

// A zip may tell of any number of files; it is given up before its list fills the memory.
func TestDecode_ZipOfTenMillion(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	names, _, err := told(t, "x.zip", newListing(t, 10_000_000))
	runtime.ReadMemStats(&after)
	if len(names) != 0 || err == nil || !strings.Contains(err.Error(), "more than 1000000 files") {
		t.Errorf("%d articles, %v", len(names), err)
	}
	if taken := after.TotalAlloc - before.TotalAlloc; taken > 800<<20 {
		t.Errorf("%d MB were asked for", taken>>20)
	}
	if names, notices, err := told(t, "x.zip", newListing(t, 1000)); len(names) > 1000 || len(notices) > 2 || err != nil && len(err.Error()) > 1000 {
		t.Errorf("%d articles, %v, %v", len(names), notices, err)
	}
}

// The files of the archives in an archive count together.
func TestDecode_ArchivesInArchives(t *testing.T) {
	d := &decoder{ctx: t.Context(), formats: formats, emit: func(*model.Article) error { return nil }, left: MaxExpanded, coding: &coding{}, members: MaxMembers - 3}
	err := decodeTar(d, input{name: "x.tar", r: bufio.NewReader(strings.NewReader(tarred(t, "a.zip", zipped(t, "1.txt", "1", "2.txt", "2", "3.txt", "3"), "b.txt", "b")))})
	if !errors.Is(err, errTooMany) {
		t.Errorf("it says %v", err)
	}
}

// What a text or a title is cut to is told, and the article is read.
func TestDecode_Cut(t *testing.T) {
	for _, c := range []struct {
		name, in string
		title    int
		text     int
		err      string
	}{
		{"letters that stand alone", `{"title":"T","text":"` + strings.Repeat("a ", MaxText/2-100) + `"}`, 1, 2 * MaxPieces, "the text has more than 1200000 words and marks; only its beginning was read"},
		{"prose", `{"title":"T","text":"` + strings.Repeat("They met in Kyiv. ", 200_000) + `"}`, 1, 18*200_000 - 1, ""},
		{"a title", `{"title":"` + strings.Repeat("Ü", MaxRow) + `","text":"They met."}`, MaxRow, 9, "the title is larger than 16 KiB; only its beginning was kept"},
	} {
		all, err := decodeAll(t, "x.jsonl", c.in)
		if len(all) != 1 || len(all[0].Title) != c.title || len(all[0].Text) != c.text {
			t.Errorf("%s: %d articles, title %d, text %d", c.name, len(all), len(all[0].Title), len(all[0].Text))
		}
		if (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: it says %v", c.name, err)
		}
	}
}

// Any number of broken records is told of in a few words, holds no memory, and can be stopped.
func TestDecode_BrokenRecords(t *testing.T) {
	const lines = 200_000
	in := "{\"title\":\"A\",\"text\":\"They met.\"}\n" + strings.Repeat("{\n", lines)
	var f faults
	for range 10 {
		f.add(os.ErrInvalid)
	}
	if len(f.first) != 3 || !strings.HasSuffix(f.all().Error(), "and 7 more records") || (&faults{}).all() != nil {
		t.Errorf("ten faults are %v", f.all())
	}
	if _, err := decodeAll(t, "x.jsonl", in); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("and %d more records", lines-3)) {
		t.Errorf("it says %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err := Decode(ctx, "x.jsonl", strings.NewReader(in), Options{}, func(*model.Article) error { cancel(); return nil })
	if err == nil || strings.Contains(err.Error(), "more records") {
		t.Errorf("stopped, it says %v", err)
	}
}
