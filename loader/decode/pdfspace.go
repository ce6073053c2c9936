package decode

import (
	"strings"
	"unicode"
	surrogates "unicode/utf16"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Troff and TeX place each piece of a line by itself, and a space is where there is nothing. PDFium guesses where
// that is: it takes some kerns for spaces, and some narrow spaces for kerns. What follows measures instead.

// The least distance of two words, as a share of the size of their letters. A space of a line that was squeezed has a
// fifth, a kern that draws letters apart a twentieth; as letters of a font that is not there are not as wide as those
// that stand for them, PDFium's word for a space counts unless there is no room for one.
const (
	wordGap  = 0.12
	spaceGap = 0.03
)

// probes is on how many lines of a page the spaces are measured to see whether PDFium can be trusted with the
// others: to measure a page takes as long as all else that is done with it.
const probes = 20

// setting is how the spaces of a document are found.
type setting struct {
	measured bool // PDFium was wrong on a line
	left     int  // lines of the page to be probed
	every    int  // of so many
	at       int
}

// page begins a page of so many lines.
func (s *setting) page(lines int) { s.left, s.every, s.at = probes, max(1, lines/probes), 0 }

// wanted tells that the next line is to be measured.
func (s *setting) wanted() bool {
	s.at++
	if !s.measured && s.left > 0 && s.at%s.every == 0 {
		s.left--
		return true
	}
	return s.measured
}

// spaced puts the spaces of a line where its letters are apart; they have such a size. In the text of the page it begins with the unit begin.
func (p *pdf) spaced(page references.FPDF_TEXTPAGE, s string, begin int, size float64) (string, error) {
	var out strings.Builder
	known, space, end := false, false, 0.0 // of the letter before
	for _, r := range s {
		at := begin
		begin += surrogates.RuneLen(r)
		if r == ' ' {
			space = true
			continue
		}
		index, err := p.FPDFText_GetCharIndexFromTextIndex(&requests.FPDFText_GetCharIndexFromTextIndex{TextPage: page, NTextIndex: at})
		if err != nil {
			return "", err //nolint:wrapcheck // fault says what it means.
		}
		box, err := p.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: page, Index: index.CharIndex})
		if err != nil && p.tank.empty() {
			return "", err //nolint:wrapcheck // as above.
		}
		left, right := 0.0, 0.0
		if err == nil { // else it has no place, as one that was made up
			left, right = float64(box.Rect.Left), float64(box.Rect.Right)
		}
		placed := right > left && !unicode.In(r, unicode.So, unicode.Mn, unicode.Cf) // signs are as wide as they like
		if known && placed && right > end {                                          // written from left to right
			gap := (left - end) / size
			space = gap > wordGap || space && gap > spaceGap
		}
		if space && out.Len() > 0 {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
		known, space, end = placed, false, right
	}
	return out.String(), nil
}
