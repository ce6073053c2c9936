//go:build unix

// Package cpu tells how long this program has worked, which other programs on the machine do not lengthen.
package cpu

import (
	"syscall"
	"time"
)

// Time is the time that this program has spent on cores; 0 where the system does not say.
func Time() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
