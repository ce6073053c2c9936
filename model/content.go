package model

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
)

// Content identifies what an article says: a hash of its title and text in
// which every run of spaces and line ends counts as one space. The same text
// under two file names is one content. Zero is not known.
type Content uint64

// String prints the sixteen digits that files of corrections and notes name an article by.
func (c Content) String() string { return fmt.Sprintf("%016x", uint64(c)) }

// ContentOf hashes a title and a text as they were decoded. The title that a
// reader finds in a text is no part of it, for another reader may find another.
func ContentOf(title, text string) Content {
	h := spaced{sum: sha256.New()}
	h.words(title)
	h.put("\n")
	h.words(text)
	_, _ = h.sum.Write(h.buf[:h.n]) // a hash takes everything
	var sum [sha256.Size]byte
	return Content(binary.BigEndian.Uint64(h.sum.Sum(sum[:0])) | 1) // never zero
}

// spaced hashes words, each with one space behind it.
type spaced struct {
	sum hash.Hash
	buf [4 << 10]byte
	n   int
}

func (h *spaced) words(s string) {
	for i := 0; i < len(s); {
		from := i // of words with one space between them, which are taken as they stand
		for i < len(s) && (!isSpace(s[i]) || s[i] == ' ' && i+1 < len(s) && !isSpace(s[i+1]) && i > from) {
			i++
		}
		if from < i {
			h.put(s[from:i])
			h.put(" ")
		}
		for i < len(s) && isSpace(s[i]) {
			i++
		}
	}
}

func (h *spaced) put(s string) {
	for s != "" {
		if h.n == len(h.buf) {
			_, _ = h.sum.Write(h.buf[:]) // a hash takes everything
			h.n = 0
		}
		k := copy(h.buf[h.n:], s)
		h.n += k
		s = s[k:]
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }
