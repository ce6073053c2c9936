package decode

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
)

// zip opens the archive where it lies, or, from a stream, out of memory.
func (d *decoder) zip(in input) (*zip.Reader, error) {
	r, size, err := in.at()
	if err != nil {
		return nil, err
	}
	if in.depth == 0 { // the length of a stream is known only now
		d.left = min(d.left, MaxFile+MaxRatio*min(size, MaxExpanded))
	}
	dir := &directory{r: r, entries: MaxMembers - d.members}
	z, err := zip.NewReader(dir, size)
	dir.entries = math.MaxInt                               // the files have limits of their own
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // members tells of such paths
		return nil, fmt.Errorf("open: %w", err)
	}
	return z, nil
}

// directory reads a zip while its directory is read, and stops where there is more of it than entente takes: archive/zip holds all of it in
// memory, some 300 bytes for a file, and believes no number in it, since that may be wrong.
type directory struct {
	r       io.ReaderAt
	entries int   // that may still come; math.MaxInt for any number
	bytes   int   // that have come
	next    int64 // where the read before ended
	tail    []byte
}

// The mark in front of each entry, and how many may be looked at twice: the end of the directory is searched for its end.
const (
	entryMark  = "PK\x01\x02"
	entriesTwo = (64 << 10) / 46 * 2
)

// ReadAt reads on within the limits.
func (c *directory) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.r.ReadAt(p, off)
	if c.entries == math.MaxInt {
		return n, err //nolint:wrapcheck // passes the file's own errors, io.EOF among them.
	}
	if off != c.next {
		c.tail = c.tail[:0]
	}
	seam := slices.Concat(c.tail, p[:min(n, len(entryMark)-1)])
	c.entries -= bytes.Count(p[:n], []byte(entryMark)) + bytes.Count(seam, []byte(entryMark))
	c.bytes += n
	c.next = off + int64(n)
	c.tail = append(c.tail[:0], p[max(0, n-len(entryMark)+1):n]...)
	switch {
	case c.entries < -entriesTwo:
		return 0, errTooMany
	case c.bytes > MaxDirectory:
		return 0, &LimitError{"the list of its files", MaxDirectory}
	}
	return n, err //nolint:wrapcheck // as above.
}

// overlapping finds the files that share bytes with one in front of them: a small archive can so be made to hold any number of large ones.
func overlapping(files []*zip.File) map[*zip.File]bool {
	type place struct {
		from, to int64
		file     *zip.File
	}
	places := make([]place, 0, len(files))
	for _, f := range files {
		if from, err := f.DataOffset(); err == nil && f.CompressedSize64 > 0 { // opening tells what is wrong with another
			places = append(places, place{from, from + int64(min(f.CompressedSize64, math.MaxInt64/2)), f})
		}
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(a.from, b.from) })
	over := map[*zip.File]bool{}
	end := int64(0)
	for _, p := range places {
		if p.from < end {
			over[p.file] = true
		}
		end = max(end, p.to)
	}
	return over
}
