package model

// Article is one text as it was found: a file, a feed item, a line of a dump.
// Text holds all that was read of it, cleaned; every Evidence and Zone counts
// bytes in Text.
type Article struct {
	ID        string // path relative to the folder given, "#N" (1-based) added for a record inside a file
	Path      string // the file
	Record    int    // 0, or the 1-based record inside the file
	Title     string
	Source    string // outlet, as far as told
	Byline    string
	URL       string
	Lang      string // ISO 639-1, "en" unless told or found otherwise
	Published Date
	Text      string
	Content   Content // of title and text as they were decoded; zero when nobody has asked yet
	Markdown  bool    // Text is Markdown, not plain text
	Zones     []Zone
	Sources   []SourceRef // where the article itself says that its facts come from
	Summary   []Span      // two to four sentences of Text
	Reports   []*Report
	Shelf     Shelf // has what is left out here; nil where nothing is. Whole asks it
}

// SourceRef names a page that an article rests on.
type SourceRef struct{ Outlet, URL string }

// Span is a piece of an article's Text: bytes Start up to, not including, End.
type Span struct{ Start, End int }

// In cuts the span out of text; it is empty when the span does not lie in it.
func (s Span) In(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// ZoneKind is what a stretch of an article is.
type ZoneKind uint8

// The zones of an article. Furniture is everything that belongs to the page
// and not to the report: menus, counters, captions, other articles' headlines.
const (
	ZoneBody ZoneKind = iota
	ZoneTitle
	ZoneHeader // stamps, bylines, outlet names, datelines' lines
	ZoneBackground
	ZoneFurniture
)

// String names the zone.
func (z ZoneKind) String() string {
	return [...]string{"body", "title", "header", "background", "furniture"}[z]
}

// Zone is a stretch of whole lines of one kind. The zones of an article are
// in order and do not overlap.
type Zone struct {
	Span
	Kind ZoneKind
}
