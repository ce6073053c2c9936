// Package decode turns a file into articles. A format is one file of this
// package and one row of the table in formats.go; a file is told by its first
// bytes, then by its name. Whatever a decoder reads passes the one door for
// untrusted text on its way out, so no decoder has to think of it.
package decode

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"entente/model"
	"entente/text"
)

// SkipError says why a file holds no articles; it is no failure.
type SkipError struct{ Reason string }

// Error is the reason, to stand behind the file's name: ‘is an image’.
func (s *SkipError) Error() string { return s.Reason }

// Emit takes the articles of a file in their order. Article.Path is the member
// of an archive, or empty; Article.Record counts the records of a file from 1.
type Emit func(*model.Article) error

// Options is what the user says of files.
type Options struct {
	Encoding string  // of text that is no UTF-8; empty leaves it to the file and to a guess
	Columns  Columns // of tables and objects; nil goes by their names
	Cache    string  // a folder for machine code that takes seconds to make, for the next run of the program; empty for none
	Few      bool    // many files before this one took all the work that entente gives to one, so that this gets little
	// Preparing is told when a part of entente that takes seconds to start is waited for, and when it need not be any more; may be nil.
	Preparing func(begins bool)
	Notice    func(string) // told what is odd about a file and yet was read, to stand behind its name; may be nil
}

// Decode reads every article of a file. What was emitted before an error is
// good. A *SkipError error tells that there is nothing to read.
func Decode(ctx context.Context, name string, r io.Reader, o Options, emit Emit) error {
	d := &decoder{
		ctx: ctx, formats: formats, emit: emit, left: MaxExpanded, coding: &coding{notice: o.Notice}, columns: o.Columns,
		cache: o.Cache, notice: o.Notice, few: o.Few, preparing: o.Preparing,
	}
	var err error
	if d.coding.chosen, err = lookup(o.Encoding); err != nil {
		return err
	}
	b, _ := buffers.Get().(*bufio.Reader)
	b.Reset(stoppable{ctx, r})
	defer func() {
		b.Reset(nil)
		buffers.Put(b)
	}()
	in := input{name: name, file: r, r: b}
	if n, ok := in.length(); ok {
		d.left = min(d.left, MaxFile+MaxRatio*min(n, MaxExpanded))
	}
	return errors.Join(d.decode(in), d.cut.all())
}

// stoppable is a file that reads no further once the load is stopped, whatever loop reads it.
type stoppable struct {
	ctx context.Context //nolint:containedctx // lives as long as the call of Decode that made it.
	r   io.Reader
}

// Read reads on.
func (s stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err //nolint:wrapcheck // the caller's own word for stopping.
	}
	return s.r.Read(p) //nolint:wrapcheck // passes the file's own errors, io.EOF among them.
}

// buffers are used again: a folder of small files would otherwise spend its time on them.
var buffers = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, headSize) }}

// format is one row of the table.
type format struct {
	name   string                 // what people call it
	sniff  func(head []byte) bool // nil: only the name tells
	names  []string               // endings of file names, in lower case
	decode func(*decoder, input) error
}

// input is a stream with its name: a file, or what stands in an archive.
type input struct {
	name   string
	member string // the path inside archives, empty for a file itself
	r      *bufio.Reader
	file   io.Reader // what r reads, for a file that stands by itself
	outlet string    // of every article, unless it tells another
	depth  int       // how many archives stand round it
}

// decoder holds what the decoders of one file share.
type decoder struct {
	ctx     context.Context //nolint:containedctx // lives as long as the call of Decode that made it.
	formats []format
	emit    Emit
	left    int64  // bytes that may still come out of compression
	cut     faults // texts of which only the beginning was given out
	coding  *coding
	columns Columns
	cache   string
	given   int            // articles so far
	members int            // files of archives so far
	unread  map[string]any // the first object of JSON without title and text
	notice  func(string)   // may be nil

	preparing func(begins bool) // may be nil
	few       bool              // of the work that a PDF may make
	spents    int               // PDFs that took all that they were given
}

// odd tells what is odd about the file.
func (d *decoder) odd(s string) {
	if d.notice != nil {
		d.notice(s)
	}
}

func (d *decoder) decode(in input) error {
	head, err := in.r.Peek(headSize)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
		return fmt.Errorf("read: %w", err)
	}
	if len(head) == 0 {
		return &SkipError{"is empty"}
	}
	f, err := d.find(head, in.name)
	if err != nil {
		return err
	}
	if err := f.decode(d, in); err != nil {
		return fmt.Errorf("read as %s: %w", f.name, err)
	}
	return nil
}

// find tells the format by content first and by name second; plain text is what is left.
func (d *decoder) find(head []byte, name string) (format, error) {
	for _, f := range d.formats {
		if f.sniff != nil && f.sniff(head) {
			return f, nil
		}
	}
	if kind := foreign(head); kind != "" {
		return format{}, &SkipError{kind}
	}
	ending := strings.ToLower(path.Ext(name))
	if slices.Contains(aside, ending) {
		return format{}, &SkipError{"belongs to a program or a page and is no article"}
	}
	for _, f := range d.formats {
		if slices.Contains(f.names, ending) {
			return f, nil
		}
	}
	return format{name: "plain text", decode: decodePlain}, nil
}

// all reads a stream whole, up to the cap of a text file.
func (in input) all() ([]byte, error) {
	b := make([]byte, 0, in.size())
	for {
		n, err := in.r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		switch {
		case errors.Is(err, io.EOF):
			return b, nil
		case err != nil:
			return nil, fmt.Errorf("read: %w", err)
		case len(b) > MaxFile:
			return nil, &LimitError{"a text", MaxFile}
		case len(b) == cap(b):
			b = slices.Grow(b, cap(b))
		}
	}
}

// size guesses how much there is to read, with room to meet the end in.
func (in input) size() int {
	const least, unknown = 512, 4 << 10 // a system may tell that a file has no bytes of which it makes some
	if n, ok := in.length(); ok {
		return max(int(min(n, MaxFile))+1, least)
	}
	return unknown
}

// length is how large the file is that a stream is of.
func (in input) length() (int64, bool) {
	f, ok := in.file.(fs.File)
	if !ok {
		return 0, false
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0, false
	}
	return info.Size(), true
}

// stopped tells that an error ends the whole file, not one record of it.
func (d *decoder) stopped(err error) bool { return d.ctx.Err() != nil || errors.Is(err, errStop) }

// errStop marks an error of the one who takes the articles.
var errStop = errors.New("stopped")

// faults are the errors of records. Past the first few their number tells enough, and holds no memory.
type faults struct {
	first []error
	more  int
}

func (f *faults) add(err error) {
	const few = 3
	if len(f.first) < few {
		f.first = append(f.first, err)
	} else {
		f.more++
	}
}

// all joins them; nil where there are none.
func (f *faults) all() error {
	if f.more > 0 {
		return errors.Join(append(slices.Clip(f.first), fmt.Errorf("and %d more records", f.more))...)
	}
	return errors.Join(f.first...)
}

// give hands an article out, clean.
func (d *decoder) give(in input, a *model.Article) error {
	if err := d.ctx.Err(); err != nil {
		return err //nolint:wrapcheck // the caller's own word for stopping.
	}
	a.Path = in.member
	a.Title, a.Source, a.Byline = d.oneRow(in, a, "title", a.Title), d.oneRow(in, a, "source", a.Source), d.oneRow(in, a, "byline", a.Byline)
	a.URL, _ = text.Link(a.URL)
	a.Lang = language(a.Lang)
	a.Text = text.Body(d.whole(in, a))
	for i := range a.Sources {
		a.Sources[i].Outlet = d.oneRow(in, a, "name of an outlet", a.Sources[i].Outlet)
		a.Sources[i].URL, _ = text.Link(a.Sources[i].URL)
	}
	d.given++
	if err := d.emit(a); err != nil {
		return fmt.Errorf("%w: %w", errStop, err)
	}
	return nil
}

// whole is the text of an article, or the lines of it that fit.
func (d *decoder) whole(in input, a *model.Article) string {
	fits, told := a.Text[:min(len(a.Text), MaxText)], "is larger than "+Bytes(MaxText)
	if len(fits) > MaxPieces {
		if _, end := text.Pieces(fits, MaxPieces); end < len(fits) {
			fits, told = fits[:end], fmt.Sprintf("has more than %d words and marks", MaxPieces)
		}
	}
	if len(fits) == len(a.Text) {
		return fits
	}
	d.tellCut(in, a, "the text "+told+"; only its beginning was read")
	if end := strings.LastIndexByte(fits, '\n'); end > len(fits)/2 {
		return fits[:end]
	}
	return wholeRunes(fits)
}

// oneRow is a title or a name as it is kept.
func (d *decoder) oneRow(in input, a *model.Article, what, s string) string {
	if len(s) > MaxRow {
		d.tellCut(in, a, "the "+what+" is larger than "+Bytes(MaxRow)+"; only its beginning was kept")
		s = wholeRunes(s[:MaxRow])
	}
	return text.Row(s)
}

// tellCut tells that only the beginning of something was kept.
func (d *decoder) tellCut(in input, a *model.Article, what string) {
	var where []string
	if in.member != "" {
		where = append(where, in.member)
	}
	if a.Record > 0 {
		where = append(where, "record "+strconv.Itoa(a.Record))
	}
	d.cut.add(errors.New(strings.Join(append(where, what), ": ")))
}

// wholeRunes leaves away a letter of which only a part is there.
func wholeRunes(s string) string {
	for n := 1; n < utf8.UTFMax && n <= len(s); n++ {
		if utf8.RuneStart(s[len(s)-n]) {
			if !utf8.FullRuneInString(s[len(s)-n:]) {
				return s[:len(s)-n]
			}
			break
		}
	}
	return s
}

// language cuts a language tag to its ISO 639-1 code; empty where it is none.
func language(tag string) string {
	tag = strings.ToLower(strings.TrimSpace(tag))
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	for i := range len(tag) {
		if tag[i] < 'a' || tag[i] > 'z' {
			return ""
		}
	}
	if len(tag) != 2 {
		return ""
	}
	return tag
}

// foreign tells what a file is that holds no text; empty for text.
func foreign(head []byte) string {
	for _, m := range foreignMagic {
		if bytes.HasPrefix(head, []byte(m.magic)) {
			return m.what
		}
	}
	if bytes.HasPrefix(head, []byte("RIFF")) || len(head) > 12 && string(head[4:8]) == "ftyp" {
		return "is an image, a sound or a film"
	}
	if wide(head) != "" {
		return ""
	}
	if bytes.HasPrefix(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), []byte("<?xml")) {
		return "is XML of a kind that entente does not know"
	}
	odd := 0
	for _, c := range head {
		if c == 0 {
			return "is no text"
		}
		if c < ' ' && (c < '\t' || c > '\r') && c != 0x1b {
			odd++
		}
	}
	if odd > len(head)/10 && !utf8.Valid(head) {
		return "is no text"
	}
	return ""
}

// aside are the endings of text that nobody wrote for readers; saved pages bring them along.
var aside = []string{".css", ".js", ".mjs", ".map", ".svg", ".ics", ".vcf", ".srt", ".vtt", ".opml", ".rdf"}

var foreignMagic = []struct{ magic, what string }{
	{"\xff\xd8\xff", "is an image"},
	{"\x89PNG\r\n", "is an image"},
	{"GIF8", "is an image"},
	{"II*\x00", "is an image"},
	{"MM\x00*", "is an image"},
	{"\x7fELF", "is a program"},
	{"MZ\x90\x00", "is a program"},
	{"SQLite format 3\x00", "is a database"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Office file"},
	{"ID3", "is a sound"},
	{"OggS", "is a sound or a film"},
	{"7z\xbc\xaf\x27\x1c", "is a 7z archive, which entente does not open"},
	{"Rar!\x1a\x07", "is a RAR archive, which entente does not open"},
}
