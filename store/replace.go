package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"entente/text"
)

// Replace writes a file that the user names: a regular one, or one that is not
// there yet, whole or not at all. A link stays one, and what it leads to is
// written; a pipe or a device is written to; a file that exists keeps its mode, and
// one that the user may not write stays as it is.
func Replace(path string, data []byte) error {
	to := behind(path)
	info, err := os.Stat(path)
	switch {
	case err == nil && (!info.Mode().IsRegular() || strings.HasPrefix(path, "/dev/")): // /dev/stdout may be a file that others write to
		err = writeInto(path, data)
	case err == nil || errors.Is(err, fs.ErrNotExist):
		err = replace(to, data, 0o666, func(string) error { return nil }) // less the user's own mask
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", text.Row(path), cause(err))
	}
	return nil
}

// writeInto writes to what cannot be replaced: nothing but a program at its other end reads it again.
func writeInto(path string, data []byte) error {
	h, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err //nolint:wrapcheck // Replace adds the path.
	}
	_, err = h.Write(data)
	if e := h.Close(); err == nil {
		err = e
	}
	return err
}

// behind follows links to the file that they lead to, which need not be there.
// A ring of links comes back as one of them, and opening that tells what is wrong.
func behind(path string) string {
	const longest = 40 // as the system has it
	for range longest {
		if to, err := filepath.EvalSymlinks(path); err == nil {
			return to
		}
		to, err := os.Readlink(path)
		if err != nil {
			return path
		}
		if !filepath.IsAbs(to) {
			dir, err := filepath.EvalSymlinks(filepath.Dir(path)) // ‘..’ is above where the folder really lies
			if err != nil {
				return path
			}
			to = filepath.Join(dir, to)
		}
		path = to
	}
	return path
}

// replace writes a file beside it, to the disk, then by rename. A new file gets
// the mode; keep is told before one that is there goes.
func replace(path string, data []byte, mode fs.FileMode, keep func(path string) error) (err error) {
	exists := false
	if h, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil { // a rename would pass over a file's own protection
		info, err := h.Stat()
		_ = h.Close()
		if err != nil {
			return err //nolint:wrapcheck // the caller adds the path.
		}
		exists, mode = true, info.Mode().Perm()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err //nolint:wrapcheck // as above.
	}
	tmp, err := createBeside(path, mode)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(tmp.Name())
		}
	}()
	if _, err = tmp.Write(data); err == nil {
		err = tmp.Sync()
	}
	if e := tmp.Close(); err == nil {
		err = e
	}
	if err == nil && exists {
		err = os.Chmod(tmp.Name(), mode) // the mask may have narrowed it
	}
	if err == nil && exists {
		err = keep(path)
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err == nil {
		syncFolder(filepath.Dir(path))
	}
	return err //nolint:wrapcheck // the caller adds the path.
}

// createBeside makes a file of a name that nobody has, in the folder of path.
func createBeside(path string, mode fs.FileMode) (*os.File, error) {
	for n := 0; ; n++ {
		name := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+strconv.Itoa(os.Getpid())+"-"+strconv.Itoa(n))
		h, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) || n > 1000 {
			return h, err //nolint:wrapcheck // the caller adds the path.
		}
	}
}

// syncFolder makes a rename last. Not every system lets folders be synced; the data is safe by then.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
