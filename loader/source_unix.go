//go:build unix

package loader

import (
	"os"
	"syscall"
)

// openFlags open a file for reading. What was a file when the folder was listed may be a
// pipe by now: to open one must not wait for whoever writes to it.
const openFlags = os.O_RDONLY | syscall.O_NONBLOCK
