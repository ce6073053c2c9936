package store

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"entente/model"
	"entente/text"
)

// Address says which meeting is meant, by content. The ID is a hash of the day
// and the people that were read; the anchors say in which articles, and where
// in them, it was read. After another engine has read the articles anew the
// ID may be gone: the anchors still hold.
type Address struct {
	ID      string // m- and hexadecimal digits; may be empty where there are anchors
	Anchors []Anchor
}

// Anchor is a place in an article: what the article says, and the byte of its
// text where the encounter is told.
type Anchor struct {
	Content model.Content
	At      int32 // -1: nowhere in particular
}

// maxAnchors is how many reports a line names; the leading ones are named first.
const maxAnchors = 3

// AddressOf makes the address of a meeting.
func AddressOf(m *model.Meeting) Address {
	a := Address{ID: m.ID}
	for _, r := range m.Reports {
		if n := (Anchor{contentOf(r.Article), toldAt(r)}); len(a.Anchors) < maxAnchors && !slices.Contains(a.Anchors, n) {
			a.Anchors = append(a.Anchors, n)
		}
	}
	return a
}

// AddressOfReport addresses one report of a meeting, to take it out.
func AddressOfReport(r *model.Report) Address {
	return Address{Anchors: []Anchor{{contentOf(r.Article), toldAt(r)}}}
}

// contentOf is the article's content, also where no loader has asked for it.
func contentOf(a *model.Article) model.Content {
	if a.Content != 0 {
		return a.Content
	}
	return model.ContentOf(a.Title, a.Whole().Text)
}

// toldAt is where a report is told in its article: the words of the encounter
// itself, or the first words that anything was read from; -1 for a headline outside the text.
func toldAt(r *model.Report) int32 {
	if r.Article != nil && r.Article.Shelf != nil {
		return r.At
	}
	if e, ok := r.Find("kind"); ok && e.Start < e.End {
		return int32(e.Start) //nolint:gosec // an article is far below 2 GB.
	}
	first := -1
	for _, e := range r.Evidence {
		if e.Start < e.End && (first < 0 || e.Start < first) {
			first = e.Start
		}
	}
	return int32(first)
}

// near is how far apart two engines may see the words of one encounter, in
// bytes: some two sentences. A report told farther off is another one.
const near = 400

// distance says how well a report answers to an anchor in its article; ok is false for another report.
func (a Anchor) distance(r *model.Report) (d int32, ok bool) {
	at := toldAt(r)
	if a.At < 0 || at < 0 {
		return near, a.At == at || len(r.Article.Reports) <= 1
	}
	d = max(a.At-at, at-a.At)
	if d <= near {
		return d, true
	}
	for _, e := range r.Whole().Evidence { // the words were evidence of something else, perhaps
		if int(a.At) >= e.Start && int(a.At) < e.End {
			return d, true
		}
	}
	return d, false
}

// String writes the words of an address.
func (a Address) String() string {
	var b strings.Builder
	b.WriteString(text.Row(a.ID))
	for _, n := range a.Anchors {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(n.String())
	}
	return b.String()
}

// String writes the anchor as parseAnchor reads it.
func (a Anchor) String() string {
	if a.At < 0 {
		return "a-" + a.Content.String()
	}
	return "a-" + a.Content.String() + "@" + strconv.Itoa(int(a.At))
}

var errAddress = errors.New("want a meeting such as m-3f2a9c01d2, an article such as a-9f8e7d6c5b4a3928@412, or both")

// takeAddress reads an address from the beginning of words and returns what stands behind it.
func takeAddress(words []word) (Address, []word, error) {
	var a Address
	for len(words) > 0 && !words[0].quoted {
		s := words[0].text
		switch {
		case strings.HasPrefix(s, "m-"):
			if a.ID != "" || len(a.Anchors) > 0 || !isID(s) {
				return a, nil, errAddress
			}
			a.ID = s
		case strings.HasPrefix(s, "a-"):
			n, ok := parseAnchor(s)
			if !ok {
				return a, nil, errAddress
			}
			a.Anchors = append(a.Anchors, n)
		default:
			return a, words, a.check()
		}
		words = words[1:]
	}
	return a, words, a.check()
}

func (a Address) check() error {
	if a.ID == "" && len(a.Anchors) == 0 {
		return errAddress
	}
	return nil
}

// isID tells that s can be a meeting's ID: letters, digits and signs of file names, for IDs are opaque here.
func isID(s string) bool {
	const signs = "-._#~/"
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && !strings.ContainsRune(signs, rune(c)) {
			return false
		}
	}
	return len(s) > len("m-")
}

func parseAnchor(s string) (Anchor, bool) {
	hash, at, told := strings.Cut(strings.TrimPrefix(s, "a-"), "@")
	c, err := strconv.ParseUint(hash, 16, 64)
	n := Anchor{model.Content(c), -1}
	if err != nil || n.Content.String() != hash {
		return n, false
	}
	if told {
		k, err := strconv.ParseInt(at, 10, 32)
		if err != nil || k < 0 || strconv.FormatInt(k, 10) != at {
			return n, false
		}
		n.At = int32(k)
	}
	return n, true
}
