package decode

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/ianaindex"
	xunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"entente/text"
)

// coding turns the bytes of a file into text. The nil coding does what no user had a say in.
type coding struct {
	chosen encoding.Encoding // by the user; nil leaves it to the file
	notice func(string)      // told what is odd about an encoding, to stand behind the file's name; may be nil
}

// EncodingError tells that there is no encoding of that name.
type EncodingError struct{ Name string }

// Error names it.
func (e *EncodingError) Error() string {
	return fmt.Sprintf("there is no encoding %q; windows-1251, koi8-r, iso-8859-2, gbk, shift_jis and utf-16le are some", e.Name)
}

// CheckEncoding tells whether there is an encoding of that name.
func CheckEncoding(name string) error {
	_, err := lookup(name)
	return err
}

// lookup finds an encoding by any of its names; nil for none.
func lookup(name string) (encoding.Encoding, error) {
	if name == "" {
		return nil, nil //nolint:nilnil // no name is no encoding and no mistake.
	}
	if e, _ := charset.Lookup(name); e != nil {
		return e, nil
	}
	if e, err := ianaindex.IANA.Encoding(name); err == nil && e != nil { // IBM850 and others that the web does not have
		return e, nil
	}
	return nil, &EncodingError{name}
}

// text decodes bytes by their byte order mark, else by what the user says, else
// as UTF-8 where they are that, else by the encoding that the format declares,
// else by a guess. UTF-8 comes first where it has more than ASCII, because no
// other encoding is valid UTF-8 by chance, while users speak of a whole folder
// and declarations are wrong often.
func (c *coding) text(b []byte, declared string) string {
	if rest, ok := bytes.CutPrefix(b, []byte("\xef\xbb\xbf")); ok {
		return string(rest)
	}
	if marked(b) {
		return decodeTo(b, utf16(wide(b)))
	}
	valid := utf8.Valid(b)
	plain := valid && ascii(b)
	switch {
	case c != nil && c.chosen != nil && (!valid || plain):
		return decodeTo(b, c.chosen)
	case wide(b) != "":
		return decodeTo(b, utf16(wide(b)))
	case plain:
		if e := sevenBit(declared); e != nil {
			return decodeTo(b, e)
		}
		return string(b)
	case valid, mostlyUTF8(b):
		c.tell(declared, "utf-8")
		return string(b)
	}
	best, high := guess(b)
	if e, name := charset.Lookup(declared); e != nil && name != "utf-8" {
		if !doubted(b, e, best, high) {
			return decodeTo(b, e)
		}
	}
	c.tell(declared, best.name)
	return decodeTo(b, best.enc)
}

// tell notices that a file declares one encoding and is written in another.
func (c *coding) tell(declared, is string) {
	if c == nil || c.notice == nil || declared == "" {
		return
	}
	if _, name := charset.Lookup(declared); name != is {
		c.notice("declares " + text.Row(declared) + " and is written in " + is)
	}
}

// doubted tells that a declared encoding makes no sense of bytes that another
// makes much sense of: the text must be long enough and the difference wide.
func doubted(b []byte, declared encoding.Encoding, best guessed, high int) bool {
	const enough, wide = 20, 1.0
	if high < enough {
		return false
	}
	sample := sampleOf(b)
	s := decodeTo(sample, declared)
	if decodeTo(sample, best.enc) == s {
		return false
	}
	as := math.Inf(-1) // under the languages that the declared encoding is used for; under any where it is not among the guesses
	for i := range guesses {
		if guesses[i].script == alphabet || !single(declared) {
			as = max(as, likely(s, i, len(sample)))
		}
	}
	return best.score > as+wide
}

// single tells an encoding of one byte a character.
func single(e encoding.Encoding) bool {
	_, ok := e.(*charmap.Charmap)
	return ok
}

// sevenBit is an encoding that writes more than ASCII in the bytes of ASCII; nil for others.
func sevenBit(declared string) encoding.Encoding {
	if e, name := charset.Lookup(declared); name == "iso-2022-jp" || name == "hz-gb-2312" {
		return e
	}
	return nil
}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// marked tells UTF-16 by its mark.
func marked(b []byte) bool {
	return bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff"))
}

// reader decodes a stream like text, told by its first bytes.
func (c *coding) reader(r *bufio.Reader) io.Reader {
	head, _ := r.Peek(headSize)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = r.Discard(3)
		return r
	case marked(head):
		return transform.NewReader(r, utf16(wide(head)).NewDecoder())
	case c != nil && c.chosen != nil && (ascii(head) || !validPrefix(head)):
		return transform.NewReader(r, c.chosen.NewDecoder())
	case wide(head) != "":
		return transform.NewReader(r, utf16(wide(head)).NewDecoder())
	case validPrefix(head) || mostlyUTF8(head):
		return r
	}
	best, _ := guess(head)
	return transform.NewReader(r, best.enc.NewDecoder())
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

// wide tells UTF-16 by its mark or, since no text has zeros otherwise, by the
// zeros beside its Latin letters, spaces and line ends: all stand on one side,
// and what is read by them is text throughout. Empty for anything else.
func wide(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return "utf-16le"
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return "utf-16be"
	}
	const least, most = 8, 1024
	b = b[:min(len(b), most)&^1]
	if bytes.IndexByte(b, 0) < 0 { // as in nearly all
		return ""
	}
	var zeros [2]int
	for i, c := range b {
		if c == 0 {
			zeros[i%2]++
		}
	}
	name, order := "utf-16le", 1
	if zeros[0] > zeros[1] {
		name, order = "utf-16be", 0
	}
	if len(b) < least || zeros[order] == 0 || zeros[1-order] > zeros[order]/16 {
		return ""
	}
	good := 0
	for i := 0; i < len(b); i += 2 {
		r := rune(b[i+order])<<8 | rune(b[i+1-order])
		if unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.Zs, unicode.Sc, unicode.Sm) || r == '\n' || r == '\r' || r == '\t' {
			good++
		}
	}
	if good*2 < len(b)*97/100 {
		return ""
	}
	return name
}

func utf16(name string) encoding.Encoding {
	if name == "utf-16be" {
		return xunicode.UTF16(xunicode.BigEndian, xunicode.UseBOM)
	}
	return xunicode.UTF16(xunicode.LittleEndian, xunicode.UseBOM)
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
