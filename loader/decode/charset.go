package decode

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// toUTF8 decodes text by its byte order mark, else as UTF-8 where it is that, else
// by the encoding that its format declares, else by a guess. UTF-8 comes before
// the declaration because no other encoding is valid UTF-8 by chance, while
// declarations are wrong often.
func toUTF8(b []byte, declared string) string {
	if e := wide(b); e != "" {
		return decodeTo(b, utf16(e))
	}
	if rest, ok := bytes.CutPrefix(b, []byte("\xef\xbb\xbf")); ok {
		return string(rest)
	}
	if utf8.Valid(b) {
		return string(b)
	}
	if declared != "" && !mostlyUTF8(b) {
		if e, name := charset.Lookup(declared); e != nil && name != "utf-8" {
			return decodeTo(b, e)
		}
	}
	if mostlyUTF8(b) {
		return string(b)
	}
	return decodeTo(b, guess(b))
}

// utf8Reader decodes a stream like toUTF8, told by its first bytes.
func utf8Reader(r *bufio.Reader) io.Reader {
	head, _ := r.Peek(headSize)
	switch name := wide(head); {
	case name != "":
		return transform.NewReader(r, utf16(name).NewDecoder())
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = r.Discard(3)
		return r
	case validPrefix(head) || mostlyUTF8(head):
		return r
	}
	return transform.NewReader(r, guess(head).NewDecoder())
}

// validPrefix tells UTF-8 whose last character may be cut.
func validPrefix(b []byte) bool {
	for i := range min(utf8.UTFMax, len(b)+1) {
		if utf8.Valid(b[:len(b)-i]) {
			return true
		}
	}
	return false
}

// wide tells UTF-16 by its mark, or by the zeros that it puts beside Latin letters; empty for anything else.
func wide(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return "utf-16le"
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return "utf-16be"
	}
	b = b[:min(len(b), 512)]
	var zeros [2]int
	for i, c := range b {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch half := len(b) / 2; {
	case half < 8:
	case zeros[1] > half*3/4 && zeros[0] < half/8:
		return "utf-16le"
	case zeros[0] > half*3/4 && zeros[1] < half/8:
		return "utf-16be"
	}
	return ""
}

func utf16(name string) encoding.Encoding {
	if name == "utf-16be" {
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
}

// decodeTo never fails: what an encoding does not know becomes U+FFFD.
func decodeTo(b []byte, e encoding.Encoding) string {
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return string(b)
	}
	return string(out)
}

// mostlyUTF8 tells UTF-8 with a few broken bytes, as after a cut, from another encoding.
func mostlyUTF8(b []byte) bool {
	whole, broken := 0, 0
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
		b = b[size:]
	}
	return whole > 8*broken
}

// guess chooses among the single-byte encodings of the press that declares
// none. Cyrillic words are high bytes throughout, in Latin ones they are few;
// KOI8 has the small letters where windows-1251 has the capitals.
func guess(b []byte) encoding.Encoding {
	high, inRuns, upper, lower, run := 0, 0, 0, 0, 0
	for _, c := range b {
		if c < utf8.RuneSelf {
			run = 0
			continue
		}
		high++
		if run++; run >= 3 {
			inRuns++
		}
		switch {
		case c >= 0xe0:
			upper++ // small in windows-1251, capital in KOI8
		case c >= 0xc0:
			lower++
		}
	}
	switch {
	case inRuns*2 < high:
		return charmap.Windows1252
	case lower > upper:
		return charmap.KOI8U
	}
	return charmap.Windows1251
}
