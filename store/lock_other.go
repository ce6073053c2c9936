//go:build !unix

package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// A program that holds a lock does so for the time of one write; a lock that
// is older was left by one that was killed.
const (
	lockPatience = 5 * time.Second
	lockPause    = 5 * time.Millisecond
)

// lock keeps other programs from changing a file until unlock, by a file beside it.
func lock(path string) (unlock func(), err error) {
	name := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
	for waited := time.Duration(0); ; waited += lockPause {
		h, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err == nil {
			_ = h.Close()
			return func() { _ = os.Remove(name) }, nil
		}
		if !errors.Is(err, fs.ErrExist) && !errors.Is(err, fs.ErrPermission) { // permission: being removed just now
			return nil, err
		}
		if waited >= lockPatience {
			_ = os.Remove(name)
			waited = 0
		}
		time.Sleep(lockPause)
	}
}

// writable tells that files can be made in a folder: by making one.
func writable(dir string) bool {
	h, err := os.CreateTemp(dir, ".entente-*")
	if err != nil {
		return false
	}
	_ = h.Close()
	return os.Remove(h.Name()) == nil
}
