package store

import (
	"encoding/json"
	"sync"

	"entente/model"
	"entente/text"
)

// filled is what the tables get of an article. It is made before the one goroutine that writes has it, for
// that one is busy with SQLite. It fills the first cell of each row itself, since it is the one that numbers them.
type filled struct {
	article, body, words []any
	reports              [][]any
}

func fill(a *model.Article) *filled {
	reading := encode(make([]byte, 0, usualReading), func(c *coder) { c.article(a) })
	f := &filled{
		article: []any{nil, a.Path, a.Record, contentOf(a).String(), a.Title, a.Source, a.URL, a.Published.String(), reading},
		body:    []any{nil, a.Text},
		words:   []any{nil, text.Fold(a.Title), text.Fold(a.Text)},
	}
	for i, r := range a.Reports {
		f.reports = append(f.reports, []any{
			nil, i + 1, r.Primary, r.Date.String(), r.End.String(), r.Kind.String(), r.Status.String(),
			r.Place.City, string(r.Place.Host), peopleOf(r), partiesOf(r), r.Confidence,
		})
	}
	return f
}

// usualReading is what most readings fit in, in bytes.
const usualReading = 2 << 10

// somebody is a participant in the column people.
type somebody struct {
	Name   string `json:"name"`
	Office string `json:"office"`
	Party  string `json:"party"`
}

func peopleOf(r *model.Report) string {
	all := make([]somebody, 0, len(r.People))
	for _, p := range r.People {
		all = append(all, somebody{p.Name, p.Office, string(p.Party)})
	}
	return jsonOf(all)
}

func partiesOf(r *model.Report) string {
	all := make([]string, 0, len(r.Parties))
	for _, p := range r.Parties {
		all = append(all, string(p))
	}
	return jsonOf(all)
}

// jsonOf writes what has nothing but strings, which cannot fail.
func jsonOf(v any) string {
	b, _ := json.Marshal(v) //nolint:errchkjson // as above.
	return string(b)
}

// room lets what waits to be written take so many bytes of memory, so that readers do not wait while a batch is
// closed and a slow disk does not fill the memory.
type room struct {
	mu    sync.Mutex
	freed sync.Cond
	taken int
}

// roomBytes is how many bytes of text may wait. What is made of them takes three times as much.
const roomBytes = 8 << 20

func newRoom() *room {
	r := &room{}
	r.freed.L = &r.mu
	return r
}

// take waits until there is room for n bytes; more than there is waits until nothing else is there.
func (r *room) take(n int) {
	r.mu.Lock()
	for r.taken > 0 && r.taken+n > roomBytes {
		r.freed.Wait()
	}
	r.taken += n
	r.mu.Unlock()
}

func (r *room) give(n int) {
	r.mu.Lock()
	r.taken -= n
	r.mu.Unlock()
	r.freed.Signal()
}
