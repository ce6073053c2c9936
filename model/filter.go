package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/text"
)

// Field is what a filter term looks at.
type Field uint8

// The fields of the filter language. FieldText, the bare word, looks at people, parties,
// places, topics, kinds, titles, and the user's tags and notes. The unexported ones are indexed but have no word of their own.
const (
	FieldText Field = iota
	FieldWho
	FieldWith
	FieldIn
	FieldDate
	FieldKind
	FieldStatus
	FieldTopic
	FieldSource
	FieldSources
	FieldConflict
	FieldConfidence
	FieldIs
	FieldTag
	FieldNote
	FieldBody
	fieldHost
	fieldMonth
	fieldCount
)

// fieldRow describes one word of the filter language; help and completion read the same rows.
type fieldRow struct {
	field   Field
	words   []string // the first is the one that a filter prints
	ops     string   // the operators allowed after the word
	meaning string
	example string
}

var fieldRows = []fieldRow{
	{FieldWho, []string{"who", "leader"}, ":", "a person who took part", "who:kallas"},
	{FieldWith, []string{"with", "country"}, ":", "a country or body that took part, by name, demonym or code", "with:estonia"},
	{FieldIn, []string{"in", "place"}, ":", "the city or the host country", "in:kyiv"},
	{FieldDate, []string{"date"}, ":", "a day, month or year, or from..to", "date:2023-04..2024"},
	{FieldKind, []string{"kind"}, ":", "meeting, call or summit", "kind:call"},
	{FieldStatus, []string{"status"}, ":", "held, planned or off", "status:planned"},
	{FieldTopic, []string{"topic"}, ":", "what was talked about", "topic:energy"},
	{FieldSource, []string{"src", "source"}, ":", "an outlet that reports it, or that a report rests on", "src:ukrinform"},
	{FieldSources, []string{"src"}, "<>=", "how many independent sources", "src>=2"},
	{FieldConflict, []string{"conflict"}, ":", "yes: the reports disagree; no: they do not", "conflict:yes"},
	{FieldConfidence, []string{"conf"}, "<>=", "confidence in per cent", "conf<80"},
	{FieldBody, []string{"text"}, ":", "words that stand in the articles themselves, one behind another", `text:"air defence"`},
	{FieldIs, []string{"is"}, ":", "unread, read, bookmarked, noted or tagged; marked: with the space bar, on the screen", "is:unread"},
	{FieldTag, []string{"tag"}, ":", "a tag of yours", "tag:check"},
	{FieldNote, []string{"note"}, ":", "a word of a note of yours", "note:anna"},
}

// FilterWord is one word of the filter language, for help and completion.
type FilterWord struct {
	Field            Field
	Word             string
	Aliases          []string
	Meaning, Example string
	Values           []string // all that it takes; nil where that depends on the meetings
}

// FilterSigns lists what is no word of the filter language and has a meaning in it.
func FilterSigns() []FilterWord {
	return []FilterWord{
		{Word: "word", Example: "grain sea", Meaning: "words that must all occur, in names, places, topics and titles"},
		{Word: "phrase", Example: `"air defence"`, Meaning: "a phrase"},
		{Word: "not", Example: "-kind:call", Meaning: "not this"},
		{Word: "fuzzy", Example: "~zelenski", Meaning: "nearly this word"},
	}
}

// FilterWords lists the filter language in the order in which help shows it.
func FilterWords() []FilterWord {
	out := make([]FilterWord, 0, len(fieldRows))
	for _, r := range fieldRows {
		out = append(out, FilterWord{r.field, r.words[0], r.words[1:], r.meaning, r.example, fixedValues(r.field)})
	}
	return out
}

// fixedValues lists the values of a field that has the same ones in every collection.
func fixedValues(f Field) []string {
	switch f { //nolint:exhaustive // the others depend on the meetings.
	case FieldKind:
		return namesOf(Kinds())
	case FieldStatus:
		return namesOf(Statuses())
	case FieldIs:
		return namesOf(states())
	case FieldConflict:
		return []string{"yes", "no"}
	}
	return nil
}

func namesOf[T fmt.Stringer](all []T) []string {
	out := make([]string, len(all))
	for i, x := range all {
		out[i] = x.String()
	}
	return out
}

// Term is one condition. A meeting matches when one of the values does; with
// Not when none does.
type Term struct {
	Field  Field
	Op     string // ":" or one of <, <=, =, >=, >
	Values []string
	Not    bool
	Fuzzy  bool // FieldText only: words that are nearly the value
}

// Filter is a conjunction of terms. The zero Filter matches everything.
// It is a value: no method changes it.
type Filter struct{ Terms []Term }

// FilterError says what is wrong with a filter, where, and what may have been meant.
type FilterError struct {
	At      int    // byte offset in the input
	Word    string // the part that was not understood
	Problem string // a sentence without its final point
	Nearest string // a word that may have been meant, or empty
}

// Error is the whole sentence.
func (e *FilterError) Error() string {
	if e.Nearest != "" {
		return e.Problem + "; did you mean " + e.Nearest + "?"
	}
	return e.Problem
}

// ParseFilter reads the filter language: words that must all occur,
// "a phrase", -not, ~fuzzy, and field:value, with commas between values of
// which one is enough. Errors are *FilterError.
func ParseFilter(s string) (Filter, error) {
	var f Filter
	p := filterParser{in: s}
	for {
		p.skipSpace()
		if p.at >= len(p.in) {
			return f, nil
		}
		t, err := p.term()
		if err != nil {
			return Filter{}, err
		}
		if len(t.Values) > 0 {
			f.Terms = append(f.Terms, t)
		}
	}
}

type filterParser struct {
	in string
	at int
}

func (p *filterParser) skipSpace() {
	for p.at < len(p.in) && p.in[p.at] <= ' ' {
		p.at++
	}
}

func (p *filterParser) term() (Term, error) {
	t := Term{Op: ":"}
	if p.in[p.at] == '-' && p.at+1 < len(p.in) && p.in[p.at+1] > ' ' {
		t.Not = true
		p.at++
	}
	if p.in[p.at] == '~' {
		t.Fuzzy = true
		p.at++
	}
	start := p.at
	if row, op, ok, err := p.field(); err != nil {
		return t, err
	} else if ok {
		t.Field, t.Op = row.field, op
	}
	for {
		v := p.value(t.Field != FieldText)
		if v != "" {
			t.Values = append(t.Values, v)
		}
		if t.Field == FieldText || p.at >= len(p.in) || p.in[p.at] != ',' {
			break
		}
		p.at++
	}
	return t, t.check(start, p.in[start:p.at])
}

// field reads the word and the operator of a qualifier and leaves p behind them. A word that
// no row knows is an error only in front of a colon that has letters before and something after it.
func (p *filterParser) field() (fieldRow, string, bool, error) {
	end := p.at
	for end < len(p.in) && ('a' <= p.in[end]|0x20 && p.in[end]|0x20 <= 'z') {
		end++
	}
	if end == p.at || end >= len(p.in) || !strings.ContainsRune(":<>=", rune(p.in[end])) {
		return fieldRow{}, "", false, nil
	}
	word := strings.ToLower(p.in[p.at:end])
	op := p.in[end : end+1]
	if end+1 < len(p.in) && (op == "<" || op == ">") && p.in[end+1] == '=' {
		op += "="
	}
	var nearest string
	for _, r := range fieldRows {
		for _, w := range r.words {
			if w == word && strings.Contains(r.ops, op[:1]) {
				p.at = end + len(op)
				return r, op, true, nil
			}
			if nearest == "" && text.Distance(w, word) <= 2 {
				nearest = r.words[0] + r.ops[:1]
			}
		}
	}
	return fieldRow{}, "", false, &FilterError{p.at, word, fmt.Sprintf("there is no filter word %q", word+op), nearest}
}

// value reads a quoted phrase or a run up to the next space (or comma, in a list).
func (p *filterParser) value(list bool) string {
	if p.at < len(p.in) && p.in[p.at] == '"' {
		rest := p.in[p.at+1:]
		end := strings.IndexByte(rest, '"')
		if end < 0 { // still being typed
			p.at = len(p.in)
			return trimBlank(rest)
		}
		p.at += end + 2
		return trimBlank(rest[:end])
	}
	start := p.at
	for p.at < len(p.in) && p.in[p.at] > ' ' && p.in[p.at] != '"' && (!list || p.in[p.at] != ',') {
		p.at++
	}
	return p.in[start:p.at]
}

// Blanks and control characters separate terms; a line break that somebody pastes is no part of a word.
func isBlank(r rune) bool { return r <= ' ' }

func trimBlank(s string) string { return strings.TrimFunc(s, isBlank) }

func hasBlank(s string) bool { return strings.ContainsFunc(s, isBlank) }

// check refuses values that a field cannot have.
func (t Term) check(at int, word string) error {
	for _, v := range t.Values {
		switch t.Field {
		case FieldDate:
			if _, _, err := ParseRange(v); err != nil {
				return &FilterError{at, word, err.Error(), ""}
			}
		case FieldKind:
			if err := oneOf(v, Kinds(), at, "kind"); err != nil {
				return err
			}
		case FieldStatus:
			if err := oneOf(v, Statuses(), at, "status"); err != nil {
				return err
			}
		case FieldIs:
			if err := oneOf(v, states(), at, "is"); err != nil {
				return err
			}
		case FieldSources, FieldConfidence:
			if _, err := strconv.Atoi(strings.TrimSuffix(v, "%")); err != nil {
				return &FilterError{at, word, fmt.Sprintf("%q is no number", v), ""}
			}
		case FieldConflict:
			if !begins("yes", v) && !begins("no", v) {
				return &FilterError{at, word, "conflict: takes yes or no", ""}
			}
		case FieldText, FieldWho, FieldWith, FieldIn, FieldTopic, FieldSource, FieldTag, FieldNote, FieldBody, fieldHost, fieldMonth, fieldCount:
		}
	}
	return nil
}

// begins tells that what is being typed may still become a word.
func begins(word, typed string) bool { return strings.HasPrefix(word, typed) }

// oneOf accepts the beginning of a name, so that typing is never an error half way.
func oneOf[T fmt.Stringer](v string, all []T, at int, what string) error {
	names := namesOf(all)
	if slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, strings.ToLower(v)) }) {
		return nil
	}
	return &FilterError{at, v, fmt.Sprintf("%s: takes %s", what, strings.Join(names, ", ")), ""}
}

// ParseRange reads a date, or two with .. between them, either of which may be
// left out, and returns the first and last day; a zero Date is open.
func ParseRange(s string) (from, to Date, err error) {
	a, b, ranged := strings.Cut(s, "..")
	if from, err = ParseDate(strings.TrimSuffix(a, "-")); err != nil {
		return from, to, err
	}
	if !ranged {
		return from.First(), from.Last(), nil
	}
	if to, err = ParseDate(strings.TrimSuffix(b, "-")); err != nil {
		return from, to, err
	}
	return from.First(), to.Last(), nil
}

// String prints the filter in the language that ParseFilter reads.
func (f Filter) String() string {
	parts := make([]string, 0, len(f.Terms))
	for _, t := range f.Terms {
		parts = append(parts, t.String())
	}
	return strings.Join(parts, " ")
}

// String prints one term.
func (t Term) String() string {
	var b strings.Builder
	if t.Not {
		b.WriteByte('-')
	}
	if t.Fuzzy {
		b.WriteByte('~')
	}
	for _, r := range fieldRows {
		if r.field == t.Field {
			b.WriteString(r.words[0] + t.Op)
			break
		}
	}
	for i, v := range t.Values {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(quote(v, t.Field))
	}
	return b.String()
}

// quote sets a value in quotation marks where it would not be read back as one word.
func quote(v string, f Field) string {
	if f == FieldText {
		if hasBlank(v) || strings.ContainsAny(v, ":<>=") || strings.HasPrefix(v, "-") || strings.HasPrefix(v, "~") {
			return `"` + v + `"`
		}
		return v
	}
	if hasBlank(v) || strings.Contains(v, ",") {
		return `"` + v + `"`
	}
	return v
}
