package store

import (
	"context"
	"database/sql"
	"strconv"

	"entente/model"
)

// kept is a file as the index knows it.
type kept struct {
	row      int64
	stamp    model.Stamp
	skipped  string
	articles []row
	light    []*model.Article // instead, where they were shown
}

// row is an article as the tables hold it.
type row struct {
	path    string
	record  int
	content model.Content
	reading string
	body    string
}

// Recall returns what was read of a file that has not changed: its articles,
// or why it holds none. sum reads the file's bytes; it is asked only where
// the day of change is another and the size is not. ok is false where the file has to be read.
func (x *Index) Recall(id string, now model.Stamp, sum func() ([32]byte, error)) (articles []*model.Article, skipped string, ok bool) {
	k := x.lookUp(id)
	if k == nil || k.stamp.Size != now.Size || k.skipped == "" && len(k.articles)+len(k.light) == 0 { // its rows may have been lost
		return nil, "", false
	}
	touched := k.stamp.Modified != now.Modified
	if touched {
		s, err := sum()
		if err == nil && k.light != nil {
			if full := x.recallOne(id); full != nil {
				k.stamp.Sum = full.stamp.Sum
			}
		}
		if err != nil || s != k.stamp.Sum || s == [32]byte{} {
			return nil, "", false
		}
	}
	articles = k.light
	for i := range k.articles {
		a, good := k.articles[i].article()
		if !good {
			return nil, "", false // damaged, and read again
		}
		articles = append(articles, a)
	}
	if touched {
		now.Sum = k.stamp.Sum
		x.queue <- keeping{id: id, stamp: now, touch: true}
	}
	x.recalled.Add(1)
	return articles, k.skipped, true
}

// Counts tells how many files were known, and how many were read and kept.
func (x *Index) Counts() (known, read int) { return int(x.recalled.Load()), int(x.read.Load()) }

func (r *row) id() string {
	if r.record > 0 {
		return r.path + "#" + strconv.Itoa(r.record)
	}
	return r.path
}

// article makes the article of a row; good is false where the row is damaged.
func (r *row) article() (a *model.Article, good bool) {
	a = &model.Article{ID: r.id(), Path: r.path, Record: r.record, Content: r.content, Text: r.body}
	if !decode(r.reading, func(c *coder) { c.article(a) }) {
		return nil, false
	}
	return a, inside(a)
}

// inside tells that every span of an article lies in its text.
func inside(a *model.Article) bool {
	n := len(a.Text)
	in := func(s model.Span) bool { return s.Start >= 0 && s.Start <= s.End && s.End <= n }
	for _, z := range a.Zones {
		if !in(z.Span) {
			return false
		}
	}
	for _, s := range a.Summary {
		if !in(s) {
			return false
		}
	}
	for _, r := range a.Reports {
		for _, e := range r.Evidence {
			if !in(e.Span) {
				return false
			}
		}
	}
	return true
}

// lookUp finds what is known of a file.
func (x *Index) lookUp(id string) *kept {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.load()
	if x.shown == nil {
		return x.known[id]
	}
	if i, ok := x.shown.byPath[id]; ok {
		f := &x.shown.files[i]
		return &kept{stamp: model.Stamp{Size: f.size, Modified: f.modified}, skipped: f.skipped, light: x.shown.articles[f.first : f.first+f.n : f.first+f.n]}
	}
	return x.recallOne(id)
}

// load reads what the last load came to, or else all that is known.
func (x *Index) load() {
	if x.loaded {
		return
	}
	x.loaded = true
	if s, err := x.readShown(context.Background()); err == nil {
		x.shown = s
		return
	}
	x.loadAll()
}

// loadAll reads the tables into memory, in their order: one pass is many
// times faster than a question for every file.
func (x *Index) loadAll() {
	if x.failed = x.loadTables(); x.failed != nil {
		x.known = nil // every file is read
	}
}

func (x *Index) loadTables() error {
	return atOneMoment(context.Background(), x.db, x.loadFrom)
}

// atOneMoment lets f read what one moment of the database holds, while another program may be writing to it.
func atOneMoment(ctx context.Context, db *sql.DB, f func(context.Context, querier) error) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err //nolint:wrapcheck // the caller says what was asked.
	}
	defer conn.Close()                                                 //nolint:errcheck // it goes back to the pool.
	if _, err := conn.ExecContext(ctx, "BEGIN DEFERRED"); err != nil { // BeginTx would wait for writers
		return err //nolint:wrapcheck // as above.
	}
	defer conn.ExecContext(ctx, "COMMIT") //nolint:errcheck // nothing was written.
	return f(ctx, conn)
}

func (x *Index) loadFrom(ctx context.Context, db querier) error {
	if err := isOf(ctx, db, x.engine); err != nil {
		return err
	}
	x.known = map[string]*kept{}
	byRow := map[int64]*kept{}
	rows, err := db.QueryContext(ctx, "SELECT id, path, size, modified, sum, skipped FROM files")
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // rows.Err tells.
	for rows.Next() {
		k, path := &kept{}, ""
		var sum sql.RawBytes
		if err := rows.Scan(&k.row, &path, &k.stamp.Size, &k.stamp.Modified, &sum, &k.skipped); err != nil {
			return err //nolint:wrapcheck // as above.
		}
		copy(k.stamp.Sum[:], sum)
		x.known[path], byRow[k.row] = k, k
	}
	if err := rows.Err(); err != nil {
		return err //nolint:wrapcheck // as above.
	}
	texts, err := db.QueryContext(ctx, "SELECT a.file, a.path, a.record, a.content, a.reading, b.text FROM articles a JOIN bodies b ON b.article = a.id ORDER BY a.id")
	if err != nil {
		return err
	}
	defer texts.Close() //nolint:errcheck // rows.Err tells.
	for texts.Next() {
		var r row
		var file int64
		var content string
		if err := texts.Scan(&file, &r.path, &r.record, &content, &r.reading, &r.body); err != nil {
			return err //nolint:wrapcheck // as above.
		}
		c, err := strconv.ParseUint(content, 16, 64)
		if k := byRow[file]; k != nil && err == nil {
			r.content = model.Content(c)
			k.articles = append(k.articles, r)
		}
	}
	return texts.Err() //nolint:wrapcheck // as above.
}
