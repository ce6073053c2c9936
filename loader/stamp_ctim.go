//go:build linux || openbsd || dragonfly || solaris || illumos

package loader

import (
	"io/fs"
	"syscall"
)

// altered is when the system noted a change of a file last, in nanoseconds since 1970; 0 where it does not tell.
func altered(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctim.Nano()
	}
	return 0
}
