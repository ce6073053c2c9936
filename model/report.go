package model

// Kind says how the people met.
type Kind uint8

// The kinds of encounter.
const (
	KindMeeting Kind = iota // in person
	KindCall                // by telephone or video
	KindSummit              // a gathering of three or more delegations
)

// Kinds lists every kind in display order.
func Kinds() []Kind { return []Kind{KindMeeting, KindCall, KindSummit} }

// String is the kind's name in the JSON contract.
func (k Kind) String() string { return [...]string{"meeting", "call", "summit"}[k] }

// Status says whether the encounter took place.
type Status uint8

// The states of an encounter. Off is cancelled, refused or denied: shown, never counted as held.
const (
	StatusHeld Status = iota
	StatusPlanned
	StatusOff
)

// Statuses lists every status in display order.
func Statuses() []Status { return []Status{StatusHeld, StatusPlanned, StatusOff} }

// String is the status's name in the JSON contract.
func (s Status) String() string { return [...]string{"held", "planned", "off"}[s] }

// Party is a country (ISO 3166 alpha-2) or an organisation (EU, NATO, UN …).
type Party string

// Participant is a person who took part, with office and party as of the day.
type Participant struct {
	Name   string
	Office string
	Party  Party
}

// Place is where an encounter was: a city and its host country, or a region
// or venue where no city is told. All may be empty.
type Place struct {
	City string // city, or the region or venue when no city is told
	Host Party
}

// Evidence ties one fact of a report to the words that it was read from.
type Evidence struct {
	Field string // date, kind, status, people, place, host, topic, published …
	Span         // in the article's Text
	Rule  string // name of the rule
	Note  string // how the words were resolved, for a person to read
}

// Report is what one article says about one encounter.
type Report struct {
	Article    *Article
	Primary    bool // what the article is about; at most one a report list
	Date, End  Date // End is zero unless the encounter took several days
	Kind       Kind
	Status     Status
	People     []Participant
	Parties    []Party // sorted
	Place      Place
	Topics     []string
	Confidence float64 // 0…1: the share of such reports that are right
	Footing    Footing // set by whoever loads
	At         int32   // where it is told: set where the evidence is not in memory
	Evidence   []Evidence
	Trace      []string // what was weighed and why it lost, one line each, for `why`
}

// Footing is what merging asks of the evidence: it is known also where the
// evidence is not in memory.
type Footing uint8

// What the day and the place rest on, and where the encounter is told.
const (
	InferredDay Footing = 1 << iota
	InferredPlace
	ToldEarly
	Footings // one more than the greatest value
)

// Find returns the first evidence for a field, and whether there is any.
func (r *Report) Find(field string) (Evidence, bool) {
	for _, e := range r.Whole().Evidence {
		if e.Field == field {
			return e, true
		}
	}
	return Evidence{}, false
}
