package decode

import (
	"errors"
	"math"
	"strings"
	surrogates "unicode/utf16"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// lines cuts the text of a page into its lines, and asks where each begins and ends.
func (p *pdf) lines(t *pdfText, page references.FPDF_TEXTPAGE, at pdfPage, all string) error {
	before, trusted := len(t.lines), !p.setting.measured
	p.setting.page(strings.Count(all, "\n"))
	from, begin, at16 := 0, 0, 0 // in bytes, and in units of UTF-16, as PDFium counts
	for i, r := range all {
		at16 += surrogates.RuneLen(r)
		if r != '\n' && r != lineHyphen {
			continue
		}
		if err := p.line(t, page, at, all[from:i], begin, r == lineHyphen); err != nil {
			return err
		}
		from, begin = i+utf8.RuneLen(r), at16
	}
	if err := p.line(t, page, at, all[from:], begin, false); err != nil {
		return err
	}
	if trusted && p.setting.measured { // wrongly
		t.lines = t.lines[:before]
		return p.lines(t, page, at, all)
	}
	return nil
}

// units counts text as PDFium does.
func units(s string) (n int) {
	for _, r := range s {
		n += surrogates.RuneLen(r)
	}
	return n
}

// lineHyphen is what PDFium puts in the place of a hyphen at the end of a line.
const lineHyphen = '\ufffe'

// line adds a line, if there is anything on it. In the text of the page it begins with the unit begin.
func (p *pdf) line(t *pdfText, page references.FPDF_TEXTPAGE, at pdfPage, s string, begin int, hyphen bool) error {
	blank := len(s) - len(strings.TrimLeft(s, " \t\r\u00a0"))
	s, begin = s[blank:], begin+units(s[:blank])
	s = strings.TrimRight(s, " \t\r\u00a0")
	if s == "" {
		return nil
	}
	first, err := p.glyph(page, begin)
	if err != nil {
		return err
	}
	last, err := p.glyph(page, begin+units(s)-1)
	if err != nil {
		return err
	}
	size := max(first.size, last.size)
	if size > 0 && p.setting.wanted() {
		better, err := p.spaced(page, s, begin, size)
		if err != nil {
			return err
		}
		p.setting.measured = p.setting.measured || better != s
		s = better
	}
	t.lines = append(t.lines, pdfLine{
		text: s, page: at, hyphen: hyphen, left: first.left, right: last.right, base: first.base, size: size,
	})
	return nil
}

// glyph is where a character stands: its edges, its baseline, and the size of its font as it is printed.
type glyph struct{ left, right, base, size float64 }

// glyph tells where a character of the text stands; nowhere where PDFium does not know.
func (p *pdf) glyph(page references.FPDF_TEXTPAGE, n int) (g glyph, err error) {
	index, err := p.FPDFText_GetCharIndexFromTextIndex(&requests.FPDFText_GetCharIndexFromTextIndex{TextPage: page, NTextIndex: n})
	if err != nil {
		return g, err //nolint:wrapcheck // fault says what it means.
	}
	box, err1 := p.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: page, Index: index.CharIndex})
	origin, err2 := p.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: page, Index: index.CharIndex})
	size, err3 := p.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: page, Index: index.CharIndex})
	turn, err4 := p.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: page, Index: index.CharIndex})
	switch {
	case p.tank.empty():
		return g, errors.Join(err1, err2, err3, err4)
	case err1 != nil || err2 != nil || err3 != nil || err4 != nil:
		return g, nil //nolint:nilerr // a character without a place, such as one that was made up
	}
	g = glyph{
		left: float64(box.Rect.Left), right: float64(box.Rect.Right), base: origin.Y,
		size: size.FontSize * math.Hypot(float64(turn.Matrix.C), float64(turn.Matrix.D)),
	}
	for _, f := range []float64{g.left, g.right, g.base, g.size} {
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return glyph{}, nil
		}
	}
	return g, nil
}
