package store

import (
	"encoding/binary"
	"hash/crc32"
	"math"

	"entente/model"
)

// coder writes values one after another, or reads them back: each type has one
// function for both ways, so that they cannot differ. What is damaged is
// found by a checksum, and no length is believed beyond what is there.
type coder struct {
	out  []byte // writing
	in   string // reading: what is left; strings read share its memory
	read bool
	bad  bool

	words map[string]int // writing: strings that occur often, by number; see word
	known []string       // reading: the same
	apart *vocabulary    // instead of both: they stand by themselves
}

// vocabulary is strings that occur often in several pieces, so that each piece can be read alone.
type vocabulary struct {
	number map[string]int // writing: from 1 on
	words  []string
}

func newVocabulary() *vocabulary { return &vocabulary{number: map[string]int{}} }

// word codes a string of the vocabulary. An empty one is number 0.
func (v *vocabulary) word(c *coder, p *string) {
	n := 0
	if !c.read && *p != "" {
		if n = v.number[*p]; n == 0 {
			v.words = append(v.words, *p)
			n = len(v.words)
			v.number[*p] = n
		}
	}
	number(c, &n)
	switch {
	case !c.read:
	case n < 0 || n > len(v.words):
		c.fail()
	case n == 0:
		*p = ""
	default:
		*p = v.words[n-1]
	}
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// encode writes what code describes, with a checksum behind it.
func encode(buf []byte, code func(*coder)) []byte {
	c := coder{out: buf[:0]}
	code(&c)
	return binary.LittleEndian.AppendUint32(c.out, crc32.Checksum(c.out, castagnoli))
}

// decode reads what encode wrote; it is false for anything else.
func decode(s string, code func(*coder)) bool {
	n := len(s) - crc32.Size
	if n < 0 || crc32.Checksum([]byte(s[:n]), castagnoli) != binary.LittleEndian.Uint32([]byte(s[n:])) {
		return false
	}
	return decodeBody(s[:n], code)
}

func decodeBody(s string, code func(*coder)) bool {
	c := coder{in: s, read: true}
	code(&c)
	return !c.bad && c.in == ""
}

func (c *coder) fail() {
	c.bad, c.in = true, ""
}

// number codes a whole number.
func number[T ~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint64](c *coder, p *T) {
	if !c.read {
		c.out = binary.AppendUvarint(c.out, uint64(*p)<<1^uint64(int64(*p)>>63)) //nolint:gosec // zigzag: any bits.
		return
	}
	var v uint64
	for shift := 0; ; shift += 7 {
		if c.in == "" || shift > 63 {
			c.fail()
			return
		}
		b := c.in[0]
		c.in = c.in[1:]
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			break
		}
	}
	signed := int64(v>>1) ^ -int64(v&1)
	if *p = T(signed); int64(*p) != signed {
		c.fail()
	}
}

// limited codes a number of an enumeration with so many values.
func limited[T ~uint8](c *coder, p *T, values int) {
	number(c, p)
	if c.read && int(*p) >= values {
		*p = 0
		c.fail()
	}
}

func (c *coder) string(p *string) {
	n := len(*p)
	number(c, &n)
	switch {
	case !c.read:
		c.out = append(c.out, *p...)
	case n < 0 || n > len(c.in):
		c.fail()
	default:
		*p, c.in = c.in[:n], c.in[n:]
	}
}

func (c *coder) bool(p *bool) {
	var n uint8
	if *p {
		n = 1
	}
	number(c, &n)
	if c.read {
		*p = n == 1
	}
}

func (c *coder) float(p *float64) {
	bits := math.Float64bits(*p)
	hi, lo := int64(bits>>32), int64(bits&math.MaxUint32)
	number(c, &hi)
	number(c, &lo)
	if c.read { // what is written is being looked at elsewhere
		*p = math.Float64frombits(uint64(hi)<<32 | uint64(lo)&math.MaxUint32)
	}
}

// list codes a slice; an empty one comes back as nil.
func list[T any](c *coder, p *[]T, each func(*T)) {
	n := len(*p)
	number(c, &n)
	if c.read {
		if n < 0 || n > len(c.in) { // every element takes a byte at least
			c.fail()
			return
		}
		if n > 0 {
			*p = make([]T, n)
		}
	}
	for i := range *p {
		each(&(*p)[i])
	}
}

func (c *coder) date(d *model.Date) {
	number(c, &d.Year)
	number(c, &d.Month)
	number(c, &d.Day)
}

func (c *coder) span(s *model.Span) {
	number(c, &s.Start)
	number(c, &s.End)
}

// article codes all of an article but its text and where it was found.
func (c *coder) article(a *model.Article) {
	for _, s := range []*string{&a.Title, &a.Source, &a.Byline, &a.URL, &a.Lang} {
		c.string(s)
	}
	c.date(&a.Published)
	c.bool(&a.Markdown)
	list(c, &a.Zones, func(z *model.Zone) {
		c.span(&z.Span)
		limited(c, &z.Kind, int(model.ZoneFurniture)+1)
	})
	list(c, &a.Sources, func(s *model.SourceRef) {
		c.string(&s.Outlet)
		c.string(&s.URL)
	})
	list(c, &a.Summary, c.span)
	list(c, &a.Reports, func(r **model.Report) {
		if c.read {
			*r = &model.Report{Article: a}
		}
		c.report(*r)
	})
}

func (c *coder) report(r *model.Report) {
	c.bool(&r.Primary)
	c.date(&r.Date)
	c.date(&r.End)
	limited(c, &r.Kind, len(model.Kinds()))
	limited(c, &r.Status, len(model.Statuses()))
	list(c, &r.People, func(p *model.Participant) {
		c.string(&p.Name)
		c.string(&p.Office)
		c.string((*string)(&p.Party))
	})
	list(c, &r.Parties, func(p *model.Party) { c.string((*string)(p)) })
	c.string(&r.Place.City)
	c.string((*string)(&r.Place.Host))
	list(c, &r.Topics, func(s *string) { c.string(s) })
	c.float(&r.Confidence)
	limited(c, &r.Footing, int(model.Footings))
	list(c, &r.Evidence, func(e *model.Evidence) {
		c.string(&e.Field)
		c.span(&e.Span)
		c.string(&e.Rule)
		c.string(&e.Note)
	})
	list(c, &r.Trace, func(s *string) { c.string(s) })
}
