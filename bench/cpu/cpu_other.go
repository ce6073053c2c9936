//go:build !unix

// Package cpu tells how long this program has worked.
package cpu

import "time"

var begun = time.Now()

// Time is the time since the start, where the system does not tell a program's own.
func Time() time.Duration { return time.Since(begun) }
