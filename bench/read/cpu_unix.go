//go:build unix

package main

import (
	"syscall"
	"time"
)

// cpu is the time that this program has spent on a core, which other programs on the machine do not lengthen.
func cpu() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
