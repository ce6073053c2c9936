package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"entente/text"
)

// maxFile is the size of a file of the user's that is read; beyond it something else has been written there.
const maxFile = 64 << 20

// File is a text file of the user's on disk. Every change reads it anew, so
// that what another program or an editor wrote in between is kept.
type File struct {
	Path    string
	Private bool   // for its owner only
	Heading string // the comment that a new file begins with, lines without #
}

var (
	errTooLarge = errors.New("it is larger than any such file")
	errNoPlace  = errors.New("there is no folder to keep it in: neither XDG_DATA_HOME nor HOME says where")
)

// Read reads the file; one that does not exist is empty.
func (f *File) Read() (Sheet, error) {
	raw, err := readSmall(f.Path)
	if err != nil {
		return Sheet{}, fmt.Errorf("read %s: %w", text.Row(f.Path), cause(err))
	}
	return ParseSheet(raw), nil
}

func readSmall(path string) (string, error) {
	h, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err //nolint:wrapcheck // Read adds the path.
	}
	defer h.Close() //nolint:errcheck // read only.
	if info, err := h.Stat(); err == nil && !info.Mode().IsRegular() {
		return "", errors.New("it is no regular file")
	}
	raw, err := io.ReadAll(io.LimitReader(h, maxFile+1))
	if err == nil && len(raw) > maxFile {
		err = errTooLarge
	}
	return string(raw), err
}

// cause takes the path out of a system error: the caller names it.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

// Update changes the file: it is read, given to change and, when it comes out
// otherwise, written whole. A lock keeps a second program waiting meanwhile.
// An error of change leaves the file as it is.
func (f *File) Update(change func(*Sheet) error) error {
	if f.Path == "" {
		return errNoPlace
	}
	target := *f
	target.Path = behind(f.Path)
	if err := target.update(change); err != nil {
		return fmt.Errorf("write %s: %w", text.Row(f.Path), cause(err))
	}
	return nil
}

func (f *File) update(change func(*Sheet) error) error {
	if f.Private {
		if err := os.MkdirAll(filepath.Dir(f.Path), 0o700); err != nil {
			return err //nolint:wrapcheck // Update adds the path.
		}
	}
	unlock, err := lock(f.Path)
	if err != nil {
		return err
	}
	defer unlock()
	was, err := readSmall(f.Path)
	if err != nil {
		return err
	}
	s := ParseSheet(was)
	if was == "" && f.Heading != "" {
		for row := range strings.SplitSeq(f.Heading, "\n") {
			s.Append(withHash(row))
		}
	}
	before := s.String()
	if err := change(&s); err != nil {
		return err
	}
	if now := s.String(); now != before {
		return f.replace(now)
	}
	return nil
}

func withHash(row string) string {
	if row == "" {
		return "#"
	}
	return "# " + row
}

// replace writes the file anew. The version before stays beside it as .bak.
func (f *File) replace(data string) error {
	mode := fs.FileMode(0o666) // less the user's own mask
	if f.Private {
		mode = 0o600
	}
	return replace(f.Path, []byte(data), mode, keepOld)
}

// keepOld gives the present version the name .bak, by a link where the file
// system has them, so that the file itself is there all the time.
func keepOld(path string) error {
	tmp := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".bak."+strconv.Itoa(os.Getpid()))
	_ = os.Remove(tmp) // of a run that was killed, under the same number
	if err := os.Link(path, tmp); err != nil {
		raw, err := os.ReadFile(path)
		if err != nil {
			return err //nolint:wrapcheck // Update adds the path.
		}
		if err := os.WriteFile(tmp, raw, 0o600); err != nil { //nolint:gosec // beside the file that the user names.
			return err //nolint:wrapcheck // as above.
		}
	}
	return os.Rename(tmp, path+".bak") //nolint:wrapcheck // Update adds the path.
}
