package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"entente/model"
)

// keeping is a file on its way into the index.
type keeping struct {
	id       string
	stamp    model.Stamp
	articles []*filled
	bytes    int // of their texts
	skipped  string
	touch    bool            // only the stamp has changed
	seen     map[string]bool // instead of all this: forget files that are not among these
}

// Keep takes down what was read of a file. It returns at once, mostly; the articles must not change any more.
func (x *Index) Keep(id string, stamp model.Stamp, articles []*model.Article, skipped string) {
	x.read.Add(1)
	k := keeping{id: id, stamp: stamp, skipped: skipped, articles: make([]*filled, 0, len(articles))}
	for _, a := range articles {
		k.articles = append(k.articles, fill(a))
		k.bytes += len(a.Text)
	}
	x.room.take(k.bytes)
	x.queue <- k
}

// Forget drops every file that is not among those seen: they are gone.
func (x *Index) Forget(seen map[string]bool) { x.queue <- keeping{seen: seen} }

// Finish waits until all that a load kept is on the disk, and tells whether
// the index is of any more use. One that could not be written leaves a note, for
// then files are read again and nothing else is lost.
func (x *Index) Finish() bool {
	close(x.queue)
	<-x.done
	x.running = false
	defer x.turn.Unlock()
	err := errors.Join(x.failed, x.broken)
	switch {
	case damagedFile(err):
		x.say("the index was damaged; it is made anew the next time")
		x.closeDB()
		_ = removeIndex(x.Path)
	case err != nil:
		x.say("the index could not be kept, so that files are read again the next time: " + err.Error())
	}
	x.useless = err != nil
	return err == nil
}

// Close finishes, if that is still to be done, and lets go of the file.
func (x *Index) Close() {
	if x.running {
		x.Finish()
	}
	x.closeDB()
}

// A transaction is closed after so many bytes of text or so many files: what a kill may cost. The first ones are
// small and each is twice the one before, so that little is left to be written once the last file of a small folder is read.
const (
	firstBytes = 256 << 10
	batchBytes = 16 << 20
	batchFiles = 4000
)

// write is the one goroutine that changes the index.
func (x *Index) write() {
	defer close(x.done)
	w := writer{db: x.db, engine: x.engine, batch: firstBytes}
	for k := range x.queue {
		x.room.give(k.bytes)
		if x.broken != nil {
			continue // only emptied
		}
		if x.broken = w.take(k); x.broken != nil {
			w.abandon()
		}
	}
	if x.broken == nil {
		x.broken = w.commit()
	}
}

// writer collects a batch in a transaction.
type writer struct {
	db           *sql.DB
	engine       string
	tx           *sql.Tx
	stmts        map[string]*sql.Stmt
	bytes, files int
	batch        int  // how many bytes close it
	shown        bool // the tables of what was shown have something
	stale        int  // files of it that have changed since
}

func (w *writer) abandon() {
	if w.tx != nil {
		_ = w.tx.Rollback() // the error that led here is told
		w.tx = nil
	}
}

func (w *writer) commit() error {
	if w.tx == nil {
		return nil
	}
	err := w.tx.Commit()
	w.tx, w.stmts, w.bytes, w.files = nil, nil, 0, 0
	if err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

// begin opens the batch's transaction, where none is open.
func (w *writer) begin() error {
	if w.tx != nil {
		return nil
	}
	tx, err := w.db.BeginTx(context.Background(), nil)
	if err != nil {
		return fmt.Errorf("write: %w", err)
	}
	if err := isOf(context.Background(), tx, w.engine); err != nil { // or its readings would pass for the other's
		return errors.Join(err, tx.Rollback())
	}
	w.tx, w.stmts = tx, map[string]*sql.Stmt{}
	const ask = "SELECT EXISTS(SELECT 1 FROM shown), (SELECT count(*) FROM stale)"
	if err := tx.QueryRowContext(context.Background(), ask).Scan(&w.shown, &w.stale); err != nil {
		return fmt.Errorf("read: %w", err)
	}
	return nil
}

// Once so many files have changed since something was shown, it is made anew as a whole.
const maxStale = 4096

// outdate notes that a file is no longer as it was when it was shown.
func (w *writer) outdate(path string) error {
	if err := w.begin(); err != nil || !w.shown {
		return err
	}
	if _, err := w.exec("INSERT OR IGNORE INTO stale(path) VALUES(?)", path); err != nil {
		return err
	}
	if w.stale++; w.stale < maxStale {
		return nil
	}
	w.shown = false
	_, err := w.exec("DELETE FROM shown")
	return err
}

// prepared is a statement of the batch, prepared once.
func (w *writer) prepared(query string) (*sql.Stmt, error) {
	if err := w.begin(); err != nil {
		return nil, err
	}
	s := w.stmts[query]
	if s == nil {
		var err error
		if s, err = w.tx.PrepareContext(context.Background(), query); err != nil {
			return nil, fmt.Errorf("write: %w", err)
		}
		w.stmts[query] = s
	}
	return s, nil
}

// exec runs a statement of the batch.
func (w *writer) exec(query string, args ...any) (sql.Result, error) {
	s, err := w.prepared(query) //nolint:sqlclosecheck // the transaction closes it.
	if err != nil {
		return nil, err
	}
	r, err := s.ExecContext(context.Background(), args...)
	if err != nil {
		return nil, fmt.Errorf("write: %w", err)
	}
	return r, nil
}

func (w *writer) take(k keeping) error {
	switch {
	case k.seen != nil:
		return w.forget(k.seen)
	case k.touch:
		if err := w.outdate(k.id); err != nil {
			return err
		}
		_, err := w.exec("UPDATE files SET modified = ? WHERE path = ? AND size = ? AND sum = ?", k.stamp.Modified, k.id, k.stamp.Size, k.stamp.Sum[:])
		return err
	}
	file, err := w.file(k)
	if err != nil {
		return err
	}
	for _, a := range k.articles {
		if err := w.article(file, a); err != nil {
			return err
		}
	}
	w.bytes += k.bytes
	if w.files++; w.bytes >= w.batch || w.files >= batchFiles {
		w.batch = min(2*w.batch, batchBytes)
		return w.commit()
	}
	return nil
}

// file enters a file, in the place of what was there of it, and returns its number. Nearly always nothing was: that is not asked first.
func (w *writer) file(k keeping) (int64, error) {
	if err := w.outdate(k.id); err != nil {
		return 0, err
	}
	const enter = "INSERT INTO files(path, size, modified, sum, skipped) VALUES(?, ?, ?, ?, ?) ON CONFLICT(path) DO NOTHING"
	for {
		res, err := w.exec(enter, k.id, k.stamp.Size, k.stamp.Modified, k.stamp.Sum[:], k.skipped)
		if err != nil {
			return 0, err
		}
		if n, err := res.RowsAffected(); err != nil || n > 0 {
			file, err2 := res.LastInsertId()
			return file, errors.Join(err, err2)
		}
		if err := w.drop(k.id); err != nil {
			return 0, err
		}
	}
}

// drop takes out a file with its articles. A file that is not there is not
// deleted: every deletion makes SQLite write out the full text that it has collected, however little that is.
func (w *writer) drop(path string) error {
	if err := w.outdate(path); err != nil {
		return err
	}
	find, err := w.prepared("SELECT id FROM files WHERE path = ?") //nolint:sqlclosecheck // as in exec.
	if err != nil {
		return err
	}
	var file int64
	switch err := find.QueryRowContext(context.Background(), path).Scan(&file); {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return fmt.Errorf("read: %w", err)
	}
	for _, q := range []string{"DELETE FROM words WHERE rowid IN (SELECT id FROM articles WHERE file = ?)", "DELETE FROM files WHERE id = ?"} {
		if _, err := w.exec(q, file); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) article(file int64, a *filled) error {
	a.article[0] = file
	res, err := w.exec("INSERT INTO articles(file, path, record, content, title, source, url, published, reading) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)", a.article...)
	if err != nil {
		return err
	}
	id, err := res.LastInsertId()
	if err != nil {
		return fmt.Errorf("write: %w", err)
	}
	a.body[0], a.words[0] = id, id
	if _, err := w.exec("INSERT INTO bodies(article, text) VALUES(?, ?)", a.body...); err != nil {
		return err
	}
	if _, err := w.exec("INSERT INTO words(rowid, title, text) VALUES(?, ?, ?)", a.words...); err != nil {
		return err
	}
	for _, r := range a.reports {
		r[0] = id
		if _, err := w.exec("INSERT INTO reports(article, n, main, date, last, kind, status, city, host, people, parties, confidence)"+
			" VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", r...); err != nil {
			return err
		}
	}
	return nil
}

// forget drops the files that were not seen.
func (w *writer) forget(seen map[string]bool) error {
	if err := w.commit(); err != nil {
		return err
	}
	var gone []string
	for last := int64(0); ; {
		// A row for each path would take ten times as long. There is no line feed in a path: it is a name that is safe to show.
		const ask = "SELECT group_concat(path, char(10)), max(id) FROM (SELECT id, path FROM files WHERE id > ? ORDER BY id LIMIT 4096)"
		var paths sql.NullString
		var to sql.NullInt64
		if err := w.db.QueryRowContext(context.Background(), ask, last).Scan(&paths, &to); err != nil {
			return fmt.Errorf("read: %w", err)
		}
		if !to.Valid {
			break
		}
		last = to.Int64
		for path := range strings.SplitSeq(paths.String, "\n") {
			if !seen[path] {
				gone = append(gone, path)
			}
		}
	}
	for _, path := range gone {
		if err := w.drop(path); err != nil {
			return err
		}
	}
	return nil
}
