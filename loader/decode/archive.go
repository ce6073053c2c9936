package decode

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// startsTar tells a tar by the mark in its first header.
func startsTar(head []byte) bool { return len(head) > 262 && string(head[257:262]) == "ustar" }

// members decodes the files of an archive, each by its own content. One that
// cannot be read costs itself only; what is no article goes unsaid, for an archive holds all kinds of things.
type members struct {
	d      *decoder
	in     input
	count  int
	broken []error
}

// member decodes one file of the archive; open is called for files that are wanted.
func (m *members) member(name string, open func() (io.Reader, error)) error {
	if m.count++; m.count > MaxMembers {
		return fmt.Errorf("the archive holds more than %d files", MaxMembers)
	}
	clean := path.Clean("/" + strings.ReplaceAll(name, "\\", "/"))[1:]
	switch {
	case slices.Contains(strings.Split(strings.ReplaceAll(name, "\\", "/"), "/"), ".."):
		m.broken = append(m.broken, fmt.Errorf("%s climbs out of the archive and was left out", name))
		return nil
	case clean == "", strings.HasPrefix(path.Base(clean), "."), strings.Contains("/"+clean, "/."), strings.HasPrefix(clean, "__MACOSX/"):
		return nil
	}
	r, err := open()
	if err == nil {
		err = m.d.decode(input{
			name: clean, member: path.Join(m.in.member, clean), depth: m.in.depth + 1,
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
	m.broken = append(m.broken, fmt.Errorf("%s: %w", name, err))
	return nil
}

func decodeTar(d *decoder, in input) error {
	if in.depth >= MaxDepth {
		return errTooDeep
	}
	m := &members{d: d, in: in}
	for t := tar.NewReader(in.r); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return joinFew(m.broken)
		}
		if err != nil {
			return errors.Join(joinFew(m.broken), fmt.Errorf("next member: %w", err))
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		if err := m.member(h.Name, func() (io.Reader, error) { return t, nil }); err != nil {
			return errors.Join(joinFew(m.broken), err)
		}
	}
}

func decodeZip(d *decoder, in input) error {
	if in.depth >= MaxDepth {
		return errTooDeep
	}
	z, err := in.zip()
	if err != nil {
		return err
	}
	if isOffice(z) {
		return d.decodeOffice(in, z)
	}
	m := &members{d: d, in: in}
	files := slices.Clone(z.File)
	slices.SortStableFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	for _, f := range files {
		if !f.Mode().IsRegular() {
			continue
		}
		if err := m.member(f.Name, func() (io.Reader, error) { return d.openZip(f) }); err != nil {
			return errors.Join(joinFew(m.broken), err)
		}
	}
	return joinFew(m.broken)
}

// openZip opens a member under the same limits as any compression.
func (d *decoder) openZip(f *zip.File) (io.Reader, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	return &expansion{r: r, d: d, packed: &counter{n: int64(min(f.CompressedSize64, MaxExpanded))}}, nil
}

// zip opens the archive where it lies, or, from a stream, out of memory.
func (in input) zip() (*zip.Reader, error) {
	r, size, err := in.at()
	if err != nil {
		return nil, err
	}
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // members tells of such paths
		return nil, fmt.Errorf("open: %w", err)
	}
	return z, nil
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
