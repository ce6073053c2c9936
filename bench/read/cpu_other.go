//go:build !unix

package main

import "time"

var begun = time.Now()

// cpu is the time since the start where the system does not tell a program's own.
func cpu() time.Duration { return time.Since(begun) }
