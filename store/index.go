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
	"time"

	"modernc.org/sqlite" // registers the driver "sqlite"

	"entente/text"
)

// Index keeps what was read of a collection, so that only what changed is
// read again. It is a cache: deleting it costs time and nothing else, and two
// programs may use one at once.
//
//	files ──► Recall ──► known: articles as they were read
//	             ╰─────► not known: read, Keep ──► queue ──► writer, a batch a transaction
//
//	OpenIndex ──► a load ──► Finish ──► Show ──► Begin ──► a load ──► Finish … Close
//
// Articles that were shown before come back light: their Shelf reads the rest
// out of the index, until Close.
type Index struct {
	Path  string
	notes []string // what the user should know, a sentence each

	db      *sql.DB
	engine  string
	turn    sync.Mutex // from Begin to Finish
	watch   *sql.Conn  // tells whether anything has changed
	version int        // as watch told it
	running bool
	useless bool

	mu     sync.Mutex
	loaded bool             // at the first Recall
	shown  *shown           // what the last load came to, or else
	known  map[string]*kept // all that is known
	failed error            // why known could not be loaded
	pins   []*pin           // of archives

	recalled, read atomic.Int64 // files

	queue  chan keeping
	room   *room
	done   chan struct{}
	broken error // why the writer stopped; read after done
}

// schemaVersion changes with the tables and with what their blobs hold.
const schemaVersion = 8

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
	x := &Index{Path: path, engine: engine}
	err := x.open(ctx, engine)
	for waited := time.Duration(0); busy(err) && waited < openPatience; waited += openPause {
		x.closeDB()
		time.Sleep(openPause)
		err = x.open(ctx, engine)
	}
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
	x.turn.Lock()
	x.start() //nolint:contextcheck // it writes what was kept to the end, also when the load was stopped.
	return x, nil
}

// Begin makes ready for a load. An index that was opened is; each other load
// of the same collection begins so when the one before it has finished.
// It is false where the index is of no more use.
func (x *Index) Begin() bool {
	x.turn.Lock()
	if x.useless {
		x.turn.Unlock()
		return false
	}
	x.notes = nil
	x.start()
	return true
}

// queued is how many files may wait to be written, whatever they hold: see room.
const queued = 4096

func (x *Index) start() {
	x.failed, x.broken = nil, nil
	x.recalled.Store(0)
	x.read.Store(0)
	if now, err := x.dataVersion(); err != nil || now != x.version {
		x.mu.Lock()
		x.loaded, x.shown, x.known, x.version = false, nil, nil, now
		x.mu.Unlock()
	}
	x.queue, x.room, x.done, x.running = make(chan keeping, queued), newRoom(), make(chan struct{}), true
	go x.write()
}

// dataVersion is a number that any change of the index by another connection changes.
func (x *Index) dataVersion() (version int, err error) {
	ctx := context.Background()
	if x.watch == nil {
		if x.watch, err = x.db.Conn(ctx); err != nil {
			return 0, err //nolint:wrapcheck // not told: everything is looked up then.
		}
	}
	err = x.watch.QueryRowContext(ctx, "SELECT data_version FROM pragma_data_version").Scan(&version)
	return version, err //nolint:wrapcheck // as above.
}

func (x *Index) say(note string) { x.notes = append(x.notes, note) }

// Notes are sentences for the user, known once a load has finished.
func (x *Index) Notes() []string { return x.notes }

func (x *Index) closeDB() {
	x.mu.Lock()
	for _, p := range x.pins {
		p.release()
	}
	x.pins = nil
	x.mu.Unlock()
	if x.watch != nil {
		_ = x.watch.Close()
	}
	if x.db != nil {
		_ = x.db.Close() // what is not written by now is read again
	}
}

// source names the file and how each connection uses it: readers do not wait
// for the writer (WAL), a writer waits for another, and a kill loses no finished batch. Large pages take
// fewer calls of the system, and less room; a file keeps those that it was made with. The driver runs pragmas in the order of
// their names, while the size of a page has to be said before the journal.
// Each batch goes from the journal to its place at once, while others read, and not all of them when the index is closed.
func source(path string) string {
	const pragmas = "?_pragma=busy_timeout(10000)&_pragma=cache_size(-16000)%3Bpragma+page_size(16384)&_pragma=foreign_keys(on)" +
		"&_pragma=journal_mode(wal)&_pragma=synchronous(normal)&_pragma=wal_autocheckpoint(64)&_txlock=immediate"
	u := url.URL{Scheme: "file", Opaque: url.PathEscape(path)}
	return u.String() + pragmas
}

func (x *Index) open(ctx context.Context, engine string) error {
	if err := createPrivate(x.Path); err != nil {
		return cause(err)
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
		x.say("every article is read anew: the index was made by another version of entente, or with other flags")
	}
	if err := makeTables(ctx, tx, engine); err != nil {
		return err
	}
	return tx.Commit() //nolint:wrapcheck // as above.
}

// createPrivate makes an empty file for its owner only, where there is none.
// It never opens the file under its own name: closing it would take away the
// locks that another connection of this process holds on it, as POSIX has it.
func createPrivate(path string) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	h, err := createBeside(path, 0o600)
	if err != nil {
		return err
	}
	defer os.Remove(h.Name()) //nolint:errcheck // the other name stays.
	if err := h.Close(); err != nil {
		return err //nolint:wrapcheck // OpenIndex adds the path.
	}
	// It fails where another program was faster, and where there are no links: then SQLite makes the file, in a private folder.
	_ = os.Link(h.Name(), path)
	return nil
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
	const all = "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)"
	if err := db.QueryRowContext(ctx, all).Scan(&app, &version, &tables); err != nil { // in one statement, for another program may be making them
		return 0, err //nolint:wrapcheck // OpenIndex adds the path.
	}
	switch {
	case tables == 0:
		return indexEmpty, nil
	case app != applicationID:
		return 0, errForeign
	case version != schemaVersion:
		return indexOld, nil
	}
	switch err := isOf(ctx, db, engine); {
	case errors.Is(err, errReplaced):
		return indexOld, nil
	case err != nil:
		return 0, err
	}
	return indexFits, nil
}

var errReplaced = errors.New("another version of entente has made it anew")

// isOf makes sure that what stands in the tables was read by an engine.
func isOf(ctx context.Context, db querier, engine string) error {
	was := ""
	err := db.QueryRowContext(ctx, "SELECT value FROM about WHERE key = 'engine'").Scan(&was)
	if errors.Is(err, sql.ErrNoRows) || err == nil && was != engine {
		return errReplaced
	}
	return err //nolint:wrapcheck // the caller says what was asked.
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

// While the last program that has an index open is closing it, SQLite refuses
// others at once, whatever the busy timeout.
const (
	openPatience = 10 * time.Second
	openPause    = 5 * time.Millisecond
)

// busy tells that another program holds the index just now.
func busy(err error) bool {
	const code = 5
	e, ok := errors.AsType[*sqlite.Error](err)
	return ok && e.Code()&0xff == code
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
