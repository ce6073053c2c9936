package decode

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"entente/text"
)

// startsTar tells a tar by the mark in its first header.
func startsTar(head []byte) bool { return len(head) > 262 && string(head[257:262]) == "ustar" }

// members decodes the files of an archive, each by its own content. One that
// cannot be read costs itself only; what is no article goes unsaid, for an archive holds all kinds of things.
type members struct {
	d      *decoder
	in     input
	broken faults
	seen   map[[16]byte]int // by the hash of a name, for names may be long: how often it stood there
	alike  map[[16]byte]struct{}
}

func newMembers(d *decoder, in input) *members {
	return &members{d: d, in: in, seen: map[[16]byte]int{}, alike: map[[16]byte]struct{}{}}
}

// leave tells why a file is left out.
func (m *members) leave(name, why string) {
	const shown = 200
	if len(name) > shown {
		name = wholeRunes(name[:shown]) + "…"
	}
	m.broken.add(errors.New(name + " " + why + " and was left out"))
}

// member decodes one file of the archive; open is called for files that are wanted.
func (m *members) member(name string, open func() (io.Reader, error)) error {
	if m.d.members++; m.d.members > MaxMembers {
		return errTooMany
	}
	clean := path.Clean("/" + strings.ReplaceAll(name, "\\", "/"))[1:]
	switch {
	case slices.Contains(strings.Split(strings.ReplaceAll(name, "\\", "/"), "/"), ".."):
		m.leave(name, "climbs out of the archive")
		return nil
	case clean == "", strings.HasPrefix(path.Base(clean), "."), strings.Contains("/"+clean, "/."), strings.HasPrefix(clean, "__MACOSX/"):
		return nil
	case len(clean) > maxName:
		m.leave(name, fmt.Sprintf("has a name of more than %d bytes", maxName))
		return nil
	}
	r, err := open()
	if err == nil {
		err = m.d.decode(input{
			name: clean, member: path.Join(m.in.member, m.own(clean)), depth: m.in.depth + 1,
			r: bufio.NewReaderSize(r, headSize),
		})
	}
	if errors.Is(err, ErrSpent) {
		m.d.odd("holds " + name + ", which " + ErrSpent.Reason)
		return nil
	}
	if skip := (*SkipError)(nil); err == nil || errors.As(err, &skip) {
		return nil
	}
	if m.d.stopped(err) || m.d.left < 0 {
		return err
	}
	m.broken.add(fmt.Errorf("%s: %w", name, err))
	return nil
}

// errTooMany ends an archive.
var errTooMany = fmt.Errorf("the archive holds more than %d files", MaxMembers)

// own is a name that no file of the archive has had, as it will be shown: an article is known by it. Names that look the same are told of.
func (m *members) own(name string) string {
	name = text.Name(name)
	key := hashName(name)
	for n := m.seen[key] + 1; n > 1; n++ {
		m.seen[key] = n
		again := fmt.Sprintf("%s (%d)", name, n)
		if k := hashName(again); m.seen[k] == 0 {
			m.d.odd("holds files of one name; the second is called " + text.Cut(name, 60) + " (2)")
			name, key = again, k
			break
		}
	}
	m.seen[key] = 1
	alike := hashName(strings.ToLower(norm.NFC.String(name)))
	if _, ok := m.alike[alike]; ok {
		m.d.odd("holds files whose names differ in capitals or in how accents are written alone")
	}
	m.alike[alike] = struct{}{}
	return name
}

func hashName(s string) [16]byte {
	sum := sha256.Sum256([]byte(s))
	return [16]byte(sum[:])
}

// leadsOut tells that a link in a folder leads out of the archive.
func leadsOut(folder, target string) bool {
	target = strings.ReplaceAll(target, "\\", "/")
	return path.IsAbs(target) || len(target) > 1 && target[1] == ':' || strings.HasPrefix(path.Join(folder, target)+"/", "../")
}

func decodeTar(d *decoder, in input) error {
	if in.depth >= MaxDepth {
		return errTooDeep
	}
	m := newMembers(d, in)
	for t := tar.NewReader(in.r); ; {
		h, err := t.Next()
		switch {
		case errors.Is(err, io.EOF):
			return m.broken.all()
		case err != nil:
			return errors.Join(m.broken.all(), fmt.Errorf("next member: %w", err))
		case h.Typeflag == tar.TypeLink && leadsOut("", h.Linkname), h.Typeflag == tar.TypeSymlink && leadsOut(path.Dir(h.Name), h.Linkname):
			m.leave(h.Name, "is a link out of the archive")
			continue
		case sparse(h): // of a few bytes it makes as many zeros as it likes
			m.leave(h.Name, "has holes, as no text has,")
			continue
		case h.Typeflag != tar.TypeReg:
			continue
		}
		if err := m.member(h.Name, func() (io.Reader, error) { return t, nil }); err != nil {
			return errors.Join(m.broken.all(), err)
		}
	}
}

// sparse tells a file of which only parts are in the archive.
func sparse(h *tar.Header) bool {
	for key := range h.PAXRecords {
		if strings.HasPrefix(key, "GNU.sparse.") {
			return true
		}
	}
	return h.Typeflag == tar.TypeGNUSparse
}

func decodeZip(d *decoder, in input) error {
	if in.depth >= MaxDepth {
		return errTooDeep
	}
	z, err := d.zip(in)
	if err != nil {
		return err
	}
	if isOffice(z) {
		return d.decodeOffice(in, z)
	}
	m := newMembers(d, in)
	files := slices.Clone(z.File)
	over := overlapping(files)
	if len(over) > 0 {
		d.odd(fmt.Sprintf("holds %d files that lie over others, as no archive is written; they are read last", len(over)))
	}
	slices.SortStableFunc(files, func(a, b *zip.File) int {
		if over[a] != over[b] {
			if over[a] {
				return 1
			}
			return -1
		}
		return strings.Compare(a.Name, b.Name)
	})
	for _, f := range files {
		if f.Mode()&fs.ModeSymlink != 0 && d.zipLinkOut(f) {
			m.leave(f.Name, "is a link out of the archive")
		}
		if !f.Mode().IsRegular() {
			continue
		}
		if err := m.member(f.Name, func() (io.Reader, error) { return d.openZip(f) }); err != nil {
			return errors.Join(m.broken.all(), err)
		}
	}
	return m.broken.all()
}

// zipLinkOut tells that a link, whose content is its target, leads out of the archive.
func (d *decoder) zipLinkOut(f *zip.File) bool {
	r, err := d.openZip(f)
	if err != nil {
		return false
	}
	target, err := io.ReadAll(io.LimitReader(r, maxName))
	return err == nil && leadsOut(path.Dir(f.Name), string(target))
}

// openZip opens a member under the same limits as any compression.
func (d *decoder) openZip(f *zip.File) (io.Reader, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	return &expansion{r: r, d: d, packed: &counter{n: int64(min(f.CompressedSize64, MaxExpanded))}}, nil
}

// at reads a file in any order: where it lies, or, from a stream, out of memory.
func (in input) at() (r io.ReaderAt, size int64, err error) {
	if f, ok := in.file.(interface {
		io.ReaderAt
		fs.File
	}); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return f, info.Size(), nil
		}
	}
	b, err := in.all()
	return bytes.NewReader(b), int64(len(b)), err
}
