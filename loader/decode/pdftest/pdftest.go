// Package pdftest prints PDFs for tests: small ones, of any text, that need no program and no font.
package pdftest

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Layout is how text is set.
type Layout struct {
	Columns int    // of a page; 0 is one
	Hyphens bool   // words are cut at line ends
	Indent  bool   // paragraphs begin with an indent; without it there is space between them
	Head    string // stands at the top of every page; with it goes the number of the page at its foot
	Title   string // what the document calls itself
}

// A page is A4, its letters are all of one width, as of a typewriter.
const (
	wide, high = 595.0, 842.0
	border     = 60.0
	gutter     = 24.0
	size       = 10.0
	letter     = size / 2
	leading    = 12.0
)

// line is some text at its place.
type line struct {
	x, y, size float64
	text       string
}

// Print sets text, a paragraph a line of it. The first is a headline.
func Print(s string, how Layout) []byte {
	p := printer{how: how, columns: max(1, how.Columns)}
	p.width = (wide - 2*border - gutter*float64(p.columns-1)) / float64(p.columns)
	p.open()
	for i, paragraph := range strings.Split(s, "\n") {
		switch paragraph = strings.Join(strings.Fields(paragraph), " "); {
		case paragraph == "":
		case i == 0:
			p.set(paragraph, 1.6)
		default:
			p.set(paragraph, 1)
		}
	}
	return File(how.Title, p.pages...)
}

type printer struct {
	how     Layout
	columns int
	width   float64
	pages   [][]line
	column  int
	y       float64
}

func (p *printer) open() {
	p.pages = append(p.pages, nil)
	p.column, p.y = 0, high-border
	if p.how.Head != "" {
		p.put(line{border, high - 36, 8, p.how.Head})
		p.put(line{wide / 2, 30, 8, strconv.Itoa(len(p.pages))})
	}
}

func (p *printer) put(l line) {
	last := len(p.pages) - 1
	p.pages[last] = append(p.pages[last], l)
}

// set breaks a paragraph into lines and puts them in columns and on pages.
func (p *printer) set(s string, larger float64) {
	words := strings.Fields(s)
	first := true
	for len(words) > 0 {
		indent := 0.0
		if first && p.how.Indent && larger == 1 {
			indent = 2 * size
		}
		room := int((p.width - indent) / (letter * larger))
		var text string
		text, words = p.line(words, room)
		if p.y < border+leading {
			if p.column++; p.column == p.columns {
				p.open()
			} else {
				p.y = high - border
			}
		}
		p.put(line{border + float64(p.column)*(p.width+gutter) + indent, p.y, size * larger, text})
		p.y -= leading * larger
		first = false
	}
	if !p.how.Indent {
		p.y -= leading / 2
	}
}

// line takes as many words as there is room for.
func (p *printer) line(words []string, room int) (text string, rest []string) {
	for i, w := range words {
		with := strings.TrimPrefix(text+" "+w, " ")
		if utf8.RuneCountInString(with) <= room {
			text = with
			continue
		}
		left := room - utf8.RuneCountInString(text) - 2
		if head, tail := cut(w, left); p.how.Hyphens && head != "" {
			return strings.TrimPrefix(text+" "+head+"-", " "), append([]string{tail}, words[i+1:]...)
		}
		if text == "" {
			return w, words[i+1:]
		}
		return text, words[i:]
	}
	return text, nil
}

// cut divides a long word of small letters.
func cut(w string, left int) (head, tail string) {
	const least = 3
	r := []rune(w)
	for _, c := range r {
		if !unicode.IsLower(c) {
			return "", ""
		}
	}
	if at := min(left, len(r)-least); at >= least {
		return string(r[:at]), string(r[at:])
	}
	return "", ""
}

// File makes a PDF of pages.
func File(title string, pages ...[]line) []byte {
	contents := make([]string, 0, len(pages))
	for _, lines := range pages {
		var b strings.Builder
		for _, l := range lines {
			fmt.Fprintf(&b, "BT /F %g Tf %g %g Td <%s> Tj ET\n", l.size, l.x, l.y, codes(l.text))
		}
		contents = append(contents, b.String())
	}
	return Raw(title, contents...)
}

// Raw makes a PDF of the contents of its pages, which may say anything. /F is a font whose codes are UTF-16.
func Raw(title string, contents ...string) []byte {
	const firstPage = 7
	var kids strings.Builder
	for i := range contents {
		fmt.Fprintf(&kids, " %d 0 R", firstPage+2*i)
	}
	const unicodeMap = "/CIDInit /ProcSet findresource begin begincmap /CMapName /U def 1 begincodespacerange <0000> <FFFF> endcodespacerange " +
		"1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end"
	objects := append(make([]string, 0, firstPage-1+2*len(contents)),
		"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), len(contents)),
		"<</Type/Font/Subtype/Type0/BaseFont/Courier/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
		"<</Type/Font/Subtype/CIDFontType2/BaseFont/Courier/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>",
		stream(unicodeMap),
		"<</Title<FEFF"+codes(title)+">/Producer(pdftest)>>",
	)
	for i, c := range contents {
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %g %g]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>", wide, high, firstPage+2*i+1),
			stream(c))
	}
	return Objects("/Root 1 0 R/Info 6 0 R", objects...)
}

// Objects makes a PDF of its objects, numbered from 1, and of what the trailer says beside its size.
func Objects(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := make([]int, 0, len(objects))
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, table)
	return b.Bytes()
}

func stream(s string) string { return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(s), s) }

// codes writes text as UTF-16 in hexadecimal digits.
func codes(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}
