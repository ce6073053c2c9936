package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"path/filepath"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"golang.org/x/net/html"

	"entente/model"
	"entente/text"
)

// evil is what an article may carry into any field.
const evil = "=cmd|' /C calc'!A0\r\nEND:VEVENT\nATTENDEE:x\x1b]52;c;aGk=\x07\u202e<script>alert(1)</script> `x` [a](javascript:b) \" ' &#27;"

func hostileSet() *Set { return carrying(evil) }

// carrying is a set with a text in every field. The article's own text and ID are clean, as every loader makes them.
func carrying(hostile string) *Set {
	body := text.Body("Before. " + hostile + " After.")
	a := &model.Article{
		ID: text.Name("a" + hostile + ".txt"), Title: hostile, Source: hostile, URL: "javascript:alert(1)", Published: model.NewDate(2024, 5, 15), Text: body,
	}
	r := &model.Report{Article: a, Evidence: []model.Evidence{{Field: "people", Span: model.Span{Start: 0, End: len(body)}}}}
	m := &model.Meeting{
		ID: "m-1" + hostile, Date: model.NewDate(2024, 5, 14), End: model.NewDate(2024, 5, 15), Kind: model.KindMeeting,
		People: []model.Participant{{Name: hostile, Office: hostile, Party: model.Party(hostile)}, {Name: "Kaja Kallas", Office: "Prime Minister of Estonia", Party: "EE"}},
		Place:  model.Place{City: hostile, Host: model.Party(hostile)}, Parties: []model.Party{"EE", model.Party(hostile)}, Topics: []string{hostile}, Title: hostile, Reports: []*model.Report{r}, Sources: 1,
		Conflicts: []model.Conflict{{Field: hostile, Values: []model.ConflictValue{{Value: hostile, Reports: 1}}}},
		Amended:   []model.Amendment{{Field: hostile, Was: hostile, Now: hostile, File: hostile, Line: 1, Comment: hostile}},
	}
	return &Set{Meetings: []*model.Meeting{m}, Title: hostile, Filter: hostile}
}

func plainSet() *Set {
	var ms []*model.Meeting
	for i, c := range []struct{ day, who, text string }{
		{"2023-04-24", "Kaja Kallas", "Kaja Kallas met Volodymyr Zelenskyy in Zhytomyr_Oblast on 24 April."},
		{"2023-05-04", "Mark Rutte", "Mark Rutte received him; they spoke *at length* of “jets”."},
	} {
		d, err := model.ParseDate(c.day)
		if err != nil {
			panic(err)
		}
		a := &model.Article{ID: c.day + ".txt", Title: "About " + c.who, Source: "Outlet", URL: "https://example.org/" + c.day, Published: d, Text: "First. " + c.text + " Last."}
		r := &model.Report{Article: a, Evidence: []model.Evidence{{Field: "people", Span: model.Span{Start: 7, End: 7 + len(c.text)}}}}
		ms = append(ms, &model.Meeting{
			ID: "m-" + string(rune('a'+i)), Date: d, Reports: []*model.Report{r}, Sources: 1, Parties: []model.Party{"UA"},
			People: []model.Participant{{Name: "Volodymyr Zelenskyy", Party: "UA"}, {Name: c.who, Party: "EE"}}, Place: model.Place{City: "Kyiv", Host: "UA"},
		})
	}
	return &Set{Meetings: ms, Title: "A pile"}
}

func write(t *testing.T, name string, s *Set) string {
	t.Helper()
	f, ok := ByName(name)
	if !ok {
		t.Fatalf("no format %s", name)
	}
	var b bytes.Buffer
	if err := f.Write(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// No byte that a terminal or a reader of the format would obey may come out of any format.
func TestFormats_NothingHostileGetsThrough(t *testing.T) {
	for _, f := range Formats() {
		t.Run(f.Name, func(t *testing.T) {
			out := write(t, f.Name, hostileSet())
			for _, bad := range []string{"\x1b", "\x07", "\u202e", "\u009b"} {
				if strings.Contains(out, bad) {
					t.Errorf("%q came through", bad)
				}
			}
		})
	}
}

func TestFormats_SameBytesTwice(t *testing.T) {
	for _, f := range Formats() {
		if a, b := write(t, f.Name, plainSet()), write(t, f.Name, plainSet()); a != b {
			t.Errorf("%s: two runs differ", f.Name)
		}
	}
}

func TestCSV_NoFormula(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(write(t, "csv", hostileSet()))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, cell := range rows[1] {
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
			t.Errorf("%s begins with %q", rows[0][i], cell[0])
		}
	}
	raw := hostileSet()
	raw.RawCSV = true
	rows, err = csv.NewReader(strings.NewReader(write(t, "csv", raw))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(rows[1][6], "=cmd") {
		t.Errorf("with RawCSV the cell is %q", rows[1][6])
	}
}

// A spreadsheet may part cells at semicolons, and then knows no quotation marks in the middle of a cell.
func TestCSV_NoFormulaBehindASemicolon(t *testing.T) {
	for in, want := range map[string]string{
		"talks; then dinner":   "talks; then dinner",
		"a;=1+1":               "a;'=1+1",
		"a; =1+1;b":            "a;' =1+1;b",
		`a;"=1+1";+2`:          `a;'"=1+1";'+2`,
		"＝1+1":                 "'＝1+1",
		"-":                    "'-",
		"Kyiv – Warsaw; a = b": "Kyiv – Warsaw; a = b",
	} {
		if got := harmless(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestICS_OneEventAndNoInjectedLine(t *testing.T) {
	out := write(t, "ics", hostileSet())
	cal, err := ics.ParseCalendar(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(cal.Events()); n != 1 {
		t.Fatalf("%d events, want 1", n)
	}
	if cal.Events()[0].GetProperty(ics.ComponentPropertyAttendee) != nil {
		t.Error("a line of the article became a property")
	}
	for line := range strings.Lines(out) {
		if len(strings.TrimRight(line, "\r\n")) > 75 {
			t.Errorf("line of %d bytes: %q", len(line), line)
		}
	}
	if got := cal.Events()[0].GetProperty(ics.ComponentPropertyDtEnd).Value; got != "20240516" {
		t.Errorf("the entry ends before %s, want the day behind the last", got)
	}
}

func TestHTML_TextStaysText(t *testing.T) {
	doc, err := html.Parse(strings.NewReader(write(t, "html", hostileSet())))
	if err != nil {
		t.Fatal(err)
	}
	scripts, links := 0, 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script":
			scripts++
		case "a":
			links++
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("handler %s on <%s>", a.Key, n.Data)
			}
		}
	}
	if scripts != 1 || links != 0 {
		t.Errorf("%d scripts, want the page's own; %d links, want none for javascript:", scripts, links)
	}
}

func TestGraphML_CountsMeetingsOfPairs(t *testing.T) {
	var g graph
	if err := xml.Unmarshal([]byte(write(t, "graphml", plainSet())), &g); err != nil {
		t.Fatal(err)
	}
	if len(g.Graph.Nodes) != 3 || len(g.Graph.Edges) != 2 {
		t.Errorf("%d nodes, %d edges; want 3 people and 2 pairs", len(g.Graph.Nodes), len(g.Graph.Edges))
	}
}

// Who is in a meeting by a correction has it at the node as well; whoever is not corrected has no such field.
func TestGraphML_CorrectedPeople(t *testing.T) {
	s := plainSet()
	m := s.Meetings[0]
	m.Amended = []model.Amendment{{Field: "people", Was: "Somebody", Now: m.People[1].Name + ", president, UA", File: "c", Line: 2}}
	var g graph
	if err := xml.Unmarshal([]byte(write(t, "graphml", s)), &g); err != nil {
		t.Fatal(err)
	}
	for _, n := range g.Graph.Nodes {
		if corrected := n.Data[0].Value == m.People[1].Name; (len(n.Data) == 3) != corrected {
			t.Errorf("%+v", n)
		}
	}
	n := 0
	for _, e := range g.Graph.Edges {
		if len(e.Data) == 2 && strings.HasPrefix(e.Data[1].Value, m.ID+" people: Somebody → ") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d edges are corrected, want 1: %+v", n, g.Graph.Edges)
	}
}

func TestTimelineJS_IsJSON(t *testing.T) {
	var out struct {
		Events []struct {
			Start map[string]string `json:"start_date"`
		} `json:"events"`
	}
	if err := json.Unmarshal([]byte(write(t, "timelinejs", plainSet())), &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Events) != 2 || out.Events[0].Start["day"] != "24" {
		t.Errorf("events: %+v", out.Events)
	}
}

func TestVerify_SaysWhichQuotationNoLongerStands(t *testing.T) {
	for _, format := range []string{"markdown", "html"} {
		t.Run(format, func(t *testing.T) {
			s := plainSet()
			claims, err := Claims(strings.NewReader(write(t, format, s)))
			if err != nil || len(claims) != 2 {
				t.Fatalf("%d claims, %v", len(claims), err)
			}
			articles := map[string]*model.Article{}
			for _, m := range s.Meetings {
				articles[m.Reports[0].Article.ID] = m.Reports[0].Article
			}
			for _, c := range claims {
				if v := c.Verify(articles); v != Stands {
					t.Errorf("quotation %s %v", c.N, v)
				}
			}
			first := articles[claims[0].File]
			whole := first.Text
			for _, x := range []struct {
				name, text string
				want       Verdict
			}{
				{"one byte of the quotation", strings.Replace(whole, "Kallas", "Kallos", 1), Altered},
				{"something added in front", "New. " + whole, Moved},
			} {
				first.Text = x.text
				if v := claims[0].Verify(articles); v != x.want {
					t.Errorf("%s: %v, want %v", x.name, v, x.want)
				}
			}
			delete(articles, claims[0].File)
			if v := claims[0].Verify(articles); v != Missing {
				t.Errorf("without the article: %v", v)
			}
		})
	}
}

func TestClaims_OfAnythingElseSaysSo(t *testing.T) {
	if _, err := Claims(strings.NewReader("# Just a text\n")); err == nil {
		t.Error("a text without quotations was taken for a chronology")
	}
}

func TestSentenceAround(t *testing.T) {
	for _, c := range []struct{ s, word, want string }{
		{"One. Two met three. Four.", "met", "Two met three."},
		{"A headline\nTwo met three", "met", "Two met three"},
		{"They met.", "met", "They met."},
		{"Who? They met! Yes.", "met", "They met!"},
	} {
		i := strings.Index(c.s, c.word)
		if got := sentenceAround(c.s, model.Span{Start: i, End: i + len(c.word)}).In(c.s); got != c.want {
			t.Errorf("around %q in %q: %q, want %q", c.word, c.s, got, c.want)
		}
	}
}

// What the user noted goes out only where they say so, and is as harmless as the rest.
func TestFormats_Marks(t *testing.T) {
	for _, name := range []string{"jsonl", "csv", "markdown", "html"} {
		bare := write(t, name, hostileSet())
		s := hostileSet()
		s.Marks = map[string]model.Mark{s.Meetings[0].ID: {Bookmarked: true, Tags: []string{"to check", "=tag"}, Note: "ask Anna " + evil}}
		out := write(t, name, s)
		if strings.Contains(bare, "ask Anna") || strings.Contains(bare, "to check") {
			t.Errorf("%s: notes go out unasked", name)
		}
		if !strings.Contains(out, "ask Anna") || !strings.Contains(out, "to check") || strings.Contains(out, "\x1b") {
			t.Errorf("%s: %s", name, out)
		}
		if name == "html" && strings.Contains(out, "<script>alert") {
			t.Error("a note became markup")
		}
	}
	s := plainSet()
	s.Marks = map[string]model.Mark{}
	if out := write(t, "jsonl", s); strings.Count(out, `"bookmarked":false,"tags":[],"note":""`) != 2 {
		t.Errorf("without marks: %s", out)
	}
}

// A fact that the user has corrected names the line as its source, in every format.
func TestFormats_Corrected(t *testing.T) {
	s := plainSet()
	s.Meetings[0].Amended = []model.Amendment{{
		Field: "date", Was: "2023-04-23", Now: "2023-04-24", File: filepath.Join("home", "anna", "entente.corrections"), Line: 3, Comment: "Anna: the dateline is right",
	}}
	for name, want := range map[string]string{
		"jsonl":      `"corrected":[{"field":"date","was":"2023-04-23","now":"2023-04-24","file":"entente.corrections","line":3,"comment":"Anna: the dateline is right"}]`,
		"csv":        "date: 2023-04-23 → 2023-04-24 (entente.corrections:3: Anna: the dateline is right)",
		"ics":        "Corrected: date: 2023-04-23 → 2023-04-24 (entente.corrections:3: Anna:",
		"markdown":   `Corrected: date: 2023-04-23 → 2023-04-24 (entente.corrections:3: Anna: the dateline is right).`,
		"html":       "Corrected: date: 2023-04-23 → 2023-04-24 (entente.corrections:3: Anna: the dateline is right)",
		"timelinejs": "Corrected: date: 2023-04-23 → 2023-04-24 (entente.corrections:3: Anna: the dateline is right)",
		"graphml":    `<data key="corrected">` + s.Meetings[0].ID + " date: 2023-04-23 → 2023-04-24 (entente.corrections:3: Anna: the dateline is right)</data>",
	} {
		out := strings.ReplaceAll(write(t, name, s), "\r\n ", "") // iCalendar folds lines
		if !strings.Contains(out, want) || strings.Count(out, "2023-04-23") < 1 || strings.Contains(out, "home") {
			t.Errorf("%s: want %q in\n%s", name, want, out)
		}
	}
}
