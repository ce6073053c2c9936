package decode

import (
	"fmt"
	"io"
)

// The limits on what one file may ask of the machine. What goes beyond is
// reported with the file's name and its rest is left out.
const (
	// MaxFile is the size of a text that is read whole.
	MaxFile = 64 << 20
	// MaxText is how much of the text of one article is read: a long novel has less.
	MaxText = 4 << 20
	// MaxPieces is how many words and marks of one article are read, as text.Pieces counts them: prose of MaxText has fewer, letters that
	// stand alone have four times as many. To find encounters takes some two hundred bytes of memory for each, for a while.
	MaxPieces = 1_200_000
	// MaxRow is the size of a title or a name.
	MaxRow = 16 << 10
	// MaxRecord is the size of one record of a dump, an archive of mail or a feed.
	MaxRecord = 16 << 20
	// MaxExpanded is how much may come out of the compression of one file.
	MaxExpanded = 4 << 30
	// MaxRatio is how many times larger than its source compressed text may be, each member of an archive and all
	// of them together, beyond the first MaxFile bytes. Prose packs ten to one, seldom better.
	MaxRatio = 200
	// MaxDepth is how many archives may stand in one another.
	MaxDepth = 4
	// MaxMembers is how many files an archive may hold, those in the archives in it too.
	MaxMembers = 1_000_000
	// MaxDirectory is the size of the list of its files in a zip.
	MaxDirectory = 256 << 20
	// maxName is the length of the name of a file in an archive: what systems allow.
	maxName = 4096
	// maxTags is how many elements of a page are built up; beyond it only its words are read.
	maxTags = 500_000
	// maxMatter is the size of the front matter of a text.
	maxMatter = 64 << 10
	// headSize is how much of a file its format is told by.
	headSize = 16 << 10
)

// LimitError tells that a file asks for more than entente gives.
type LimitError struct {
	What string
	Max  int64
}

// Error names the limit.
func (e *LimitError) Error() string { return fmt.Sprintf("%s is larger than %s", e.What, Bytes(e.Max)) }

// Bytes writes a size for people, in binary units.
func Bytes(n int64) string {
	units := [...]string{"bytes", "KiB", "MiB", "GiB", "TiB"}
	f, u := float64(n), 0
	for f >= 1024 && u < len(units)-1 {
		f /= 1024
		u++
	}
	if f == float64(int64(f)) {
		return fmt.Sprintf("%d %s", int64(f), units[u])
	}
	return fmt.Sprintf("%.1f %s", f, units[u])
}

// recordLimit stops a reader that takes too much for one record. Whoever begins
// a record sets read to 0.
type recordLimit struct {
	r    io.Reader
	what string
	read int64
}

// Read reads on within the limit.
func (l *recordLimit) Read(p []byte) (int, error) {
	if l.read > MaxRecord {
		return 0, &LimitError{l.what, MaxRecord}
	}
	n, err := l.r.Read(p)
	l.read += int64(n)
	return n, err //nolint:wrapcheck // passes the stream's own errors, io.EOF among them.
}
