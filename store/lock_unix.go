//go:build unix

package store

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sys/unix"
)

// A program that holds a lock does so for the time of one write. One that
// holds it for longer than this is stuck, or the file system knows no locks.
const lockPatience = 5 * time.Second

var errLocked = errors.New("another program holds it")

// lock keeps other programs from changing a file until unlock. What is locked
// is the folder, for the file itself is replaced at every change and leaves its locks behind.
func lock(path string) (unlock func(), err error) {
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return nil, err //nolint:wrapcheck // Update adds the path.
	}
	for waited := time.Duration(0); ; waited += lockPause {
		err = unix.Flock(int(dir.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		switch {
		case err == nil:
			return func() { _ = dir.Close() }, nil // which unlocks
		case errors.Is(err, unix.EINTR):
		case errors.Is(err, unix.EWOULDBLOCK) && waited < lockPatience:
			time.Sleep(lockPause)
		case errors.Is(err, unix.EWOULDBLOCK):
			_ = dir.Close()
			return nil, errLocked
		default: // no locks here: writing by rename still keeps the file whole
			_ = dir.Close()
			return func() {}, nil
		}
	}
}

const lockPause = 5 * time.Millisecond

// writable tells that files can be made in a folder.
func writable(dir string) bool {
	info, err := os.Stat(dir)
	return err == nil && info.IsDir() && unix.Access(dir, unix.W_OK|unix.X_OK) == nil
}
