// Command prose is what a Go programmer would take to read people, places and
// dates out of a text: it reads the files that are named on standard input and
// prints bytes, seconds of processor time and what was found. It is a module of
// its own, so that entente does not depend on what it measures itself against.
package main

import (
	"bufio"
	"fmt"
	"os"
	"syscall"

	"github.com/jdkato/prose/v2"
	"github.com/markusmobius/go-dateparser"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	size, names, days := 0, 0, 0
	var before, after syscall.Rusage
	var texts []string
	paths := bufio.NewScanner(os.Stdin)
	for paths.Scan() {
		raw, err := os.ReadFile(paths.Text())
		if err != nil {
			return err
		}
		texts = append(texts, string(raw))
		size += len(raw)
	}
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &before); err != nil {
		return err
	}
	for _, text := range texts {
		doc, err := prose.NewDocument(text, prose.WithSegmentation(false))
		if err != nil {
			return err
		}
		names += len(doc.Entities())
		_, found, err := dateparser.Search(nil, text)
		if err != nil {
			return err
		}
		days += len(found)
	}
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &after); err != nil {
		return err
	}
	fmt.Printf("%d %.6f %d %d\n", size, seconds(&after)-seconds(&before), names, days)
	return nil
}

func seconds(u *syscall.Rusage) float64 {
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}
