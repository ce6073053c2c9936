package store

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"

	"modernc.org/sqlite" // registers the driver "sqlite"

	"entente/model"
	"entente/text"
)

// Index keeps what was read of a collection, so that only what changed is
// read again. It is a cache: deleting it costs time and nothing else, and two
// programs may use one at once.
//
//	files ──► Recall ──► known: articles as they were read
//	             ╰─────► not known: read, Keep ──► queue ──► writer, a batch a transaction
type Index struct {
	Path  string
	notes []string // what the user should know, a sentence each

	db     *sql.DB
	once   sync.Once
	known  map[string]*kept // loaded at the first Recall
	failed error            // why known could not be loaded

	recalled, read atomic.Int64 // files

	queue  chan keeping
	done   chan struct{}
	broken error // why the writer stopped; read after done
}

// schemaVersion changes with the tables and with what their blobs hold.
const schemaVersion = 1

// applicationID marks the file as ours: "entn".
const applicationID = 0x656e746e

//go:embed schema.sql
var schema string

// ErrNoCache tells that there is no folder to keep an index in.
var ErrNoCache = errors.New("neither XDG_CACHE_HOME nor HOME says where to keep an index")

var errForeign = errors.New("is a database of another program; it is left alone")

// IndexPath is where the index of a collection lies.
func (c Collection) IndexPath() (string, error) {
	dir := c.base("XDG_CACHE_HOME", ".cache")
	if dir == "" {
		return "", ErrNoCache
	}
	return filepath.Join(dir, c.name()+".db"), nil
}

// OpenIndex opens the index of a collection or makes it. The engine is
// whatever tells one way of reading from another: what another engine has read is forgotten. A damaged index
// is made anew. Close it.
func OpenIndex(ctx context.Context, path, engine string) (*Index, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("open index %s: %w", text.Row(path), cause(err))
	}
	x := &Index{Path: path}
	err := x.open(ctx, engine)
	if damagedFile(err) {
		x.say("the index was damaged and is made anew")
		x.closeDB()
		if err = removeIndex(path); err == nil {
			err = x.open(ctx, engine)
		}
	}
	if err != nil {
		x.closeDB()
		return nil, fmt.Errorf("open index %s: %w", text.Row(path), err)
	}
	x.queue, x.done = make(chan keeping, 64), make(chan struct{})
	go x.write() //nolint:contextcheck // it writes what was kept to the end, also when the load was stopped.
	return x, nil
}

func (x *Index) say(note string) { x.notes = append(x.notes, note) }

// Notes are sentences for the user, known once the index is closed.
func (x *Index) Notes() []string { return x.notes }

func (x *Index) closeDB() {
	if x.db != nil {
		_ = x.db.Close() // what is not written by now is read again
	}
}

// source names the file and how each connection uses it: readers do not wait
// for the writer (WAL), a writer waits for another, and a kill loses no finished batch.
func source(path string) string {
	const pragmas = "?_pragma=busy_timeout(10000)&_pragma=journal_mode(wal)&_pragma=synchronous(normal)&_pragma=foreign_keys(on)" +
		"&_pragma=wal_autocheckpoint(16000)&_pragma=cache_size(-16000)&_txlock=immediate"
	u := url.URL{Scheme: "file", Opaque: url.PathEscape(path)}
	return u.String() + pragmas
}

func (x *Index) open(ctx context.Context, engine string) error {
	if h, err := os.OpenFile(x.Path, os.O_RDWR|os.O_CREATE, 0o600); err != nil { // for its owner only
		return cause(err)
	} else if err := h.Close(); err != nil {
		return err //nolint:wrapcheck // OpenIndex adds the path.
	}
	db, err := sql.Open("sqlite", source(x.Path))
	if err != nil {
		return err //nolint:wrapcheck // OpenIndex adds the path.
	}
	x.db = db
	if state, err := look(ctx, db, engine); err != nil || state == indexFits {
		return err
	}
	tx, err := db.BeginTx(ctx, nil) // which waits for a program that is just doing the same
	if err != nil {
		return err //nolint:wrapcheck // as above.
	}
	defer tx.Rollback() //nolint:errcheck // nothing to roll back after Commit.
	state, err := look(ctx, tx, engine)
	switch {
	case err != nil || state == indexFits:
		return err
	case state == indexOld:
		x.say("every article is read anew: the index was made by another version of entente")
	}
	if err := makeTables(ctx, tx, engine); err != nil {
		return err
	}
	return tx.Commit() //nolint:wrapcheck // as above.
}

// What an index is to this program.
const (
	indexEmpty = iota
	indexOld
	indexFits
)

// look finds out whose tables there are.
func look(ctx context.Context, db querier, engine string) (state int, err error) {
	var app, version, tables int
	for query, to := range map[string]*int{"PRAGMA application_id": &app, "PRAGMA user_version": &version, "SELECT count(*) FROM sqlite_schema": &tables} {
		if err := db.QueryRowContext(ctx, query).Scan(to); err != nil {
			return 0, err //nolint:wrapcheck // OpenIndex adds the path.
		}
	}
	switch {
	case tables == 0:
		return indexEmpty, nil
	case app != applicationID:
		return 0, errForeign
	case version != schemaVersion:
		return indexOld, nil
	}
	was := ""
	if err := db.QueryRowContext(ctx, "SELECT value FROM about WHERE key = 'engine'").Scan(&was); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, err //nolint:wrapcheck // as above.
	}
	if was != engine {
		return indexOld, nil
	}
	return indexFits, nil
}

// makeTables replaces whatever tables there are.
func makeTables(ctx context.Context, tx *sql.Tx, engine string) error {
	for _, kind := range []string{"view", "table"} {
		const ours = "SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'words_%' ORDER BY rowid DESC"
		names, err := column(ctx, tx, ours, kind)
		if err != nil {
			return err
		}
		for _, n := range names {
			if _, err := tx.ExecContext(ctx, "DROP "+kind+` IF EXISTS "`+n+`"`); err != nil {
				return err //nolint:wrapcheck // as above.
			}
		}
	}
	for _, s := range []string{
		schema, "PRAGMA application_id = " + strconv.Itoa(applicationID), "PRAGMA user_version = " + strconv.Itoa(schemaVersion),
	} {
		if _, err := tx.ExecContext(ctx, s); err != nil {
			return err //nolint:wrapcheck // as above.
		}
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO about(key, value) VALUES('engine', ?)", engine)
	return err //nolint:wrapcheck // as above.
}

// querier is a database or a transaction of it.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// column lists the first column of what a query finds.
func column(ctx context.Context, db querier, query string, args ...any) (out []string, err error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // rows.Err tells.
	names, err := rows.Columns()
	if err != nil {
		return nil, err //nolint:wrapcheck // the caller says what was asked.
	}
	var first sql.NullString
	cells := []any{&first}
	for range names[1:] {
		cells = append(cells, new(any))
	}
	for rows.Next() {
		if err := rows.Scan(cells...); err != nil {
			return nil, err //nolint:wrapcheck // as above.
		}
		out = append(out, first.String)
	}
	return out, rows.Err() //nolint:wrapcheck // as above.
}

// removeIndex deletes an index with the files that SQLite keeps beside it.
func removeIndex(path string) error {
	for _, ending := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + ending); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err //nolint:wrapcheck // the caller adds the path.
		}
	}
	return nil
}

// SQLite's own codes for a file that is damaged, and for one that is no database.
const (
	codeCorrupt     = 11
	codeNotDatabase = 26
)

// damagedFile tells that an error comes from the file's content.
func damagedFile(err error) bool {
	e, ok := errors.AsType[*sqlite.Error](err)
	return ok && (e.Code()&0xff == codeCorrupt || e.Code()&0xff == codeNotDatabase)
}

// kept is a file as the index knows it.
type kept struct {
	row      int64
	stamp    model.Stamp
	skipped  string
	articles []row
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
	x.once.Do(x.loadAll)
	k := x.known[id]
	if k == nil || k.stamp.Size != now.Size {
		return nil, "", false
	}
	touched := k.stamp.Modified != now.Modified
	if touched {
		s, err := sum()
		if err != nil || s != k.stamp.Sum || s == [32]byte{} {
			return nil, "", false
		}
	}
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

// loadAll reads the tables into memory, in their order: one pass is many
// times faster than a question for every file.
func (x *Index) loadAll() {
	if x.failed = x.loadTables(); x.failed != nil {
		x.known = nil // every file is read
	}
}

func (x *Index) loadTables() error {
	x.known = map[string]*kept{}
	byRow := map[int64]*kept{}
	ctx := context.Background()
	rows, err := x.db.QueryContext(ctx, "SELECT id, path, size, modified, sum, skipped FROM files")
	if err != nil {
		return err //nolint:wrapcheck // told by Close.
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
	texts, err := x.db.QueryContext(ctx, "SELECT a.file, a.path, a.record, a.content, a.reading, b.text FROM articles a JOIN bodies b ON b.article = a.id ORDER BY a.id")
	if err != nil {
		return err //nolint:wrapcheck // as above.
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
