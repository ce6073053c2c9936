// Package uitest holds what the tests of the screen share: a small timeline
// that is the same on every run, a large one for benchmarks, and a terminal
// emulator to run the whole program in.
package uitest

import (
	"fmt"
	"strings"

	"entente/model"
)

// row is one meeting of the fixture: who met Volodymyr Zelenskyy, when and where.
type row struct {
	date    string // with .. before the last day where it took several
	kind    model.Kind
	status  model.Status
	city    string
	host    model.Party
	who     string // people by their key in the table below, space-separated
	topics  string
	outlets string // one report each
}

const (
	inPerson = model.KindMeeting
	call     = model.KindCall
	summit   = model.KindSummit
	held     = model.StatusHeld
	planned  = model.StatusPlanned
	off      = model.StatusOff
)

var people = map[string]model.Participant{
	"zelenskyy":   {Name: "Volodymyr Zelenskyy", Office: "President of Ukraine", Party: "UA"},
	"kallas":      {Name: "Kaja Kallas", Office: "Prime Minister of Estonia", Party: "EE"},
	"stoltenberg": {Name: "Jens Stoltenberg", Office: "NATO Secretary General", Party: "NATO"},
	"vdl":         {Name: "Ursula von der Leyen", Office: "President of the European Commission", Party: "EU"},
	"michel":      {Name: "Charles Michel", Office: "President of the European Council", Party: "EU"},
	"scholz":      {Name: "Olaf Scholz", Office: "Chancellor of Germany", Party: "DE"},
	"habeck":      {Name: "Robert Habeck", Office: "Vice-Chancellor of Germany", Party: "DE"},
	"macron":      {Name: "Emmanuel Macron", Office: "President of France", Party: "FR"},
	"sunak":       {Name: "Rishi Sunak", Office: "Prime Minister of the United Kingdom", Party: "GB"},
	"biden":       {Name: "Joe Biden", Office: "President of the United States", Party: "US"},
	"xi":          {Name: "Xi Jinping", Office: "President of China", Party: "CN"},
	"niinisto":    {Name: "Sauli Niinistö", Office: "President of Finland", Party: "FI"},
	"frederiksen": {Name: "Mette Frederiksen", Office: "Prime Minister of Denmark", Party: "DK"},
	"kristersson": {Name: "Ulf Kristersson", Office: "Prime Minister of Sweden", Party: "SE"},
	"store":       {Name: "Jonas Gahr Støre", Office: "Prime Minister of Norway", Party: "NO"},
	"meloni":      {Name: "Giorgia Meloni", Office: "Prime Minister of Italy", Party: "IT"},
	"sanchez":     {Name: "Pedro Sánchez", Office: "Prime Minister of Spain", Party: "ES"},
	"duda":        {Name: "Andrzej Duda", Office: "President of Poland", Party: "PL"},
	"nauseda":     {Name: "Gitanas Nausėda", Office: "President of Lithuania", Party: "LT"},
	"kasciunas":   {Name: "Laurynas Kasčiūnas", Office: "Minister of Defence of Lithuania", Party: "LT"},
	"erdogan":     {Name: "Recep Tayyip Erdoğan", Office: "President of Türkiye", Party: "TR"},
	"kishida":     {Name: "Fumio Kishida", Office: "Prime Minister of Japan", Party: "JP"},
	"modi":        {Name: "Narendra Modi", Office: "Prime Minister of India", Party: "IN"},
	"ramaphosa":   {Name: "Cyril Ramaphosa", Office: "President of South Africa", Party: "ZA"},
	"trudeau":     {Name: "Justin Trudeau", Office: "Prime Minister of Canada", Party: "CA"},
	"rutte":       {Name: "Mark Rutte", Office: "NATO Secretary General", Party: "NATO"},
	"costa":       {Name: "António Costa", Office: "President of the European Council", Party: "EU"},
	"guterres":    {Name: "António Guterres", Office: "UN Secretary-General", Party: "UN"},
	"grossi":      {Name: "Rafael Grossi", Office: "IAEA Director General", Party: "IAEA"},
	"tusk":        {Name: "Donald Tusk", Office: "Prime Minister of Poland", Party: "PL"},
}

var rows = []row{
	{"2023-01-19", call, held, "", "", "kallas", "military aid", "Ukrinform"},
	{"2023-02-03", summit, held, "Kyiv", "UA", "vdl michel", "EU accession, sanctions", "Ukrinform, EU Council, Kyiv Independent"},
	{"2023-02-09", inPerson, held, "Brussels", "BE", "michel", "fighter jets", "Reuters"},
	{"2023-02-20", inPerson, held, "Kyiv", "UA", "biden", "military aid", "Reuters, Ukrinform, BBC News, AP"},
	{"2023-03-08", inPerson, held, "Kyiv", "UA", "guterres", "grain, nuclear safety", "UN News"},
	{"2023-03-22", inPerson, held, "Kyiv", "UA", "kishida", "reconstruction", "Kyodo, Ukrinform"},
	{"2023-03-27", inPerson, held, "Zaporizhzhia", "UA", "grossi", "nuclear safety", "IAEA"},
	{"2023-04-03", inPerson, held, "Kyiv", "UA", "habeck", "energy, reconstruction", "Ukrinform, Tagesschau"},
	{"2023-04-05", inPerson, held, "Warsaw", "PL", "duda", "military aid", "PAP, Reuters"},
	{"2023-04-20", inPerson, held, "Kyiv", "UA", "stoltenberg", "NATO membership, air defence", "Ukrinform, NATO, BBC News"},
	{"2023-04-24", inPerson, held, "Zhytomyr", "UA", "kallas", "reconstruction, NATO membership, cybersecurity", "Kyiv Independent, Ukrinform"},
	{"2023-04-26", call, held, "", "", "xi", "peace formula", "Xinhua, Reuters, BBC News, Ukrinform"},
	{"2023-05-03", summit, held, "Helsinki", "FI", "niinisto frederiksen kristersson store", "military aid", "Yle, Ukrinform, Reuters, NRK, DR"},
	{"2023-05-13", inPerson, held, "Rome", "IT", "meloni", "reconstruction", "ANSA"},
	{"2023-05-14", inPerson, held, "Berlin", "DE", "scholz", "air defence", "Tagesschau, Ukrinform"},
	{"2023-05-20", inPerson, held, "Hiroshima", "JP", "modi", "peace formula", "Reuters"},
	{"2023-06-16", inPerson, held, "Kyiv", "UA", "ramaphosa", "peace formula, grain", "Ukrinform, SABC"},
	{"2023-07-01", inPerson, held, "Kyiv", "UA", "sanchez", "EU accession", "El País"},
	{"2023-07-08", inPerson, held, "Istanbul", "TR", "erdogan", "grain, Black Sea", "Anadolu, Ukrinform"},
	{"2023-07-11..2023-07-12", summit, held, "Vilnius", "LT", "stoltenberg nauseda biden trudeau scholz macron", "NATO membership, air defence", "LRT, Reuters, NATO"},
	{"2023-08", inPerson, planned, "", "UA", "modi", "", "The Hindu"},
	{"2023-08-20", inPerson, held, "Odense", "DK", "frederiksen", "fighter jets", "DR, Ukrinform"},
	{"2023-09-28", inPerson, held, "Kyiv", "UA", "stoltenberg", "air defence", "NATO, Ukrinform"},
	{"2023-10-10", call, off, "", "", "erdogan", "Black Sea", "Anadolu"},
	{"2023-11-21", inPerson, held, "Kyiv", "UA", "michel", "EU accession", "EU Council"},
	{"2023-12-13", inPerson, held, "Oslo", "NO", "store", "energy", "NRK"},
	{"2024-01-11", inPerson, held, "Tallinn", "EE", "kallas", "defence industry, frozen assets", "ERR, Ukrinform"},
	{"2024-01-12", inPerson, held, "Kyiv", "UA", "sunak", "security guarantees", "BBC News"},
	{"2024-02-16", inPerson, held, "Paris", "FR", "macron", "security guarantees", "Le Monde, Reuters"},
	{"2024-03-08", inPerson, held, "Istanbul", "TR", "erdogan", "Black Sea, grain", "Anadolu"},
	{"2024-04-29", inPerson, held, "Kyiv", "UA", "stoltenberg", "air defence, NATO membership", "NATO, Ukrinform"},
	{"2024-05-31", summit, held, "Stockholm", "SE", "kristersson frederiksen store", "military aid", "SVT, Ukrinform"},
	{"2024-06-15..2024-06-16", summit, held, "Bürgenstock", "CH", "vdl michel trudeau kishida", "peace formula, nuclear safety", "SRF, Reuters, BBC News"},
	{"2024-07-09..2024-07-11", summit, held, "Washington", "US", "biden stoltenberg scholz trudeau", "air defence, NATO membership", "AP, Reuters, NATO"},
	{"2024-08-13", inPerson, held, "Kyiv", "UA", "kasciunas", "air defence, defence industry", "LRT, Ukrinform"},
	{"2024-08-23", inPerson, held, "Kyiv", "UA", "modi", "peace formula", "The Hindu, Reuters"},
	{"2024-09", inPerson, planned, "Beijing", "CN", "xi", "", "Reuters"},
	{"2024-10-03", inPerson, held, "Kyiv", "UA", "rutte", "air defence", "NATO, Ukrinform"},
	{"2024-11-07", inPerson, held, "Budapest", "HU", "vdl tusk", "EU accession", "MTI"},
	{"2024-12-01", inPerson, held, "Kyiv", "UA", "costa", "EU accession", "Ukrinform, EU Council"},
	{"2024-12-17", inPerson, held, "Lviv", "UA", "tusk", "energy", "PAP"},
	{"2024-12-19", inPerson, held, "Brussels", "BE", "rutte vdl costa", "air defence", "Reuters, Ukrinform"},
	{"", inPerson, planned, "Kyiv", "UA", "guterres", "", "UN News"},
}

// Timeline builds the fixture: some forty meetings of 2023 and 2024.
func Timeline() *model.Timeline {
	meetings := make([]*model.Meeting, 0, len(rows))
	var articles []*model.Article
	for i, r := range rows {
		m := r.meeting(i)
		for _, rep := range m.Reports {
			articles = append(articles, rep.Article)
		}
		meetings = append(meetings, m)
	}
	return model.NewTimeline(meetings, articles, Names{})
}

func (r row) meeting(i int) *model.Meeting {
	first, last, _ := strings.Cut(r.date, "..")
	date, end := must(first), must(last)
	m := &model.Meeting{
		ID: fmt.Sprintf("m%02d", i), Date: date, End: end, Kind: r.kind, Status: r.status,
		Place: model.Place{City: r.city, Host: r.host}, Confidence: 0.6 + float64(i*7%40)/100,
	}
	m.People = append(m.People, people["zelenskyy"])
	for w := range strings.FieldsSeq(r.who) {
		m.People = append(m.People, people[w])
	}
	seen := map[model.Party]bool{}
	for _, p := range m.People {
		if !seen[p.Party] {
			seen[p.Party] = true
			m.Parties = append(m.Parties, p.Party)
		}
	}
	if r.topics != "" {
		m.Topics = strings.Split(r.topics, ", ")
	}
	for k, outlet := range strings.Split(r.outlets, ", ") {
		m.Reports = append(m.Reports, report(m, i, k, outlet))
	}
	m.Title = m.Reports[0].Article.Title
	m.Sources = len(m.Reports)
	if i == 10 { // two reports that disagree on the place
		m.Conflicts = []model.Conflict{{Field: "place", Values: []model.ConflictValue{{Value: "Zhytomyr", Reports: 1}, {Value: "Kyiv", Reports: 1}}}}
	}
	return m
}

func must(s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Names is the small gazetteer of the fixture.
type Names struct{}

var partyNames = map[model.Party][]string{
	"UA": {"Ukraine", "Ukrainian"}, "EE": {"Estonia", "Estonian"}, "DE": {"Germany", "German"}, "FR": {"France", "French"},
	"GB": {"United Kingdom", "British", "UK"}, "US": {"United States", "American", "USA"}, "CN": {"China", "Chinese"},
	"FI": {"Finland", "Finnish"}, "DK": {"Denmark", "Danish"}, "SE": {"Sweden", "Swedish"}, "NO": {"Norway", "Norwegian"},
	"IT": {"Italy", "Italian"}, "ES": {"Spain", "Spanish"}, "PL": {"Poland", "Polish"}, "LT": {"Lithuania", "Lithuanian"},
	"TR": {"Türkiye", "Turkish", "Turkey"}, "JP": {"Japan", "Japanese"}, "IN": {"India", "Indian"}, "ZA": {"South Africa", "South African"},
	"CA": {"Canada", "Canadian"}, "BE": {"Belgium", "Belgian"}, "CH": {"Switzerland", "Swiss"}, "HU": {"Hungary", "Hungarian"},
	"EU": {"European Union", "EU"}, "UN": {"United Nations"}, "NATO": {"NATO"}, "IAEA": {"IAEA"},
}

// PartyName is the party's English name.
func (Names) PartyName(p model.Party) string {
	if n := partyNames[p]; len(n) > 0 {
		return n[0]
	}
	return string(p)
}

// PartyForms lists the name, the demonym and the code.
func (Names) PartyForms(p model.Party) []string { return append([]string{string(p)}, partyNames[p]...) }
