package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sort"
	"sync"

	"entente/model"
)

// Archive is what a load came to, read out of the index piece by piece as it
// is asked for. It sees one moment of the index, whatever has been written since.
// It is a model.Archive.
type Archive struct {
	head
	shelf shelf
	pin   *pin
	stale map[string]bool // files that have changed in the index since

	mu     sync.Mutex
	pieces [len(pieceTables)]struct { // the part that was read last
		part int
		all  []string
	}
	made, outlined remembered
}

// remembered is the meetings of the last rows that were asked for: a screen asks for the same few
// again and again. Rows that have a remainder in common share a place.
type remembered [512]struct {
	row int32 // from 1 on; 0 for none
	m   *model.Meeting
}

// get returns the meeting of a row, which read makes; nil where it cannot.
func (c *remembered) get(row int32, read func() (*model.Meeting, error)) *model.Meeting {
	place := &c[int(row)%len(c)]
	if place.row != row+1 {
		m, err := read()
		if err != nil {
			return nil
		}
		place.row, place.m = row+1, m
	}
	return place.m
}

// pin keeps a connection in the moment of the index that it has begun to read.
type pin struct {
	mu    sync.Mutex
	conn  *sql.Conn // nil once released
	piece [len(pieceTables)]*sql.Stmt
	end   func() // of the moment
}

var errReleased = errors.New("the index was closed")

// pinned opens a pin. Release it, or nothing that is written from now on leaves the log of the database.
func pinned(ctx context.Context, db *sql.DB) (*pin, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err //nolint:wrapcheck // the caller says what was asked.
	}
	p := &pin{conn: conn}
	p.end = func() {
		_, _ = conn.ExecContext(context.WithoutCancel(ctx), "COMMIT") // nothing was written
		_ = conn.Close()
	}
	for _, s := range []string{"PRAGMA cache_size = -2000", "BEGIN DEFERRED"} {
		if _, err := conn.ExecContext(ctx, s); err != nil {
			_ = conn.Close()
			return nil, err //nolint:wrapcheck // as above.
		}
	}
	for _, t := range pieceTables {
		if p.piece[t.at], err = conn.PrepareContext(ctx, t.get); err != nil { //nolint:sqlclosecheck // release closes it.
			p.release()
			return nil, err //nolint:wrapcheck // as above.
		}
	}
	return p, nil
}

func (p *pin) release() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.conn == nil {
		return
	}
	for _, s := range p.piece {
		if s != nil {
			_ = s.Close()
		}
	}
	p.end()
	p.conn = nil
}

func (p *pin) released() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.conn == nil
}

// use lets f read.
func (p *pin) use(f func(*sql.Conn) error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.conn == nil {
		return errReleased
	}
	return f(p.conn)
}

// Archive is what was shown last, to be read as it is asked for; ok is false
// where nothing was. It can be read until Close.
func (x *Index) Archive(ctx context.Context) (a *Archive, ok bool) {
	p, err := pinned(ctx, x.db)
	if err != nil {
		return nil, false
	}
	out := &Archive{pin: p}
	out.shelf.find, out.shelf.damaged, out.shelf.having = x.find, x.damaged, x.having
	err = p.use(func(conn *sql.Conn) error {
		if err := isOf(ctx, conn, x.engine); err != nil {
			return err
		}
		if out.stale, err = changed(ctx, conn); err != nil {
			return err
		}
		return readPart(ctx, conn, partHead, out.code)
	})
	if err != nil {
		p.release()
		return nil, false
	}
	for i := range out.pieces {
		out.pieces[i].part = -1
	}
	x.mu.Lock()
	x.pins = append(slices.DeleteFunc(x.pins, (*pin).released), p)
	x.mu.Unlock()
	runtime.AddCleanup(out, (*pin).release, p)
	return out, true
}

// Having tells which articles have a phrase, as the index is now.
func (a *Archive) Having(p model.Phrase) (found map[model.Content]struct{}, ok bool) {
	return a.shelf.search(p)
}

// Len is the number of meetings.
func (a *Archive) Len() int { return a.meetings }

// Published lists the days of publication of all articles.
func (a *Archive) Published() []model.Date { return a.published }

// Scan tells of every meeting, in order, what filters ask of it.
func (a *Archive) Scan(tell func(m *model.Meeting, articles []int32)) bool {
	var numbers []int32
	err := a.pin.use(func(conn *sql.Conn) error {
		return ofMeetings.each(context.Background(), conn, func(_ int, piece string) error {
			r, err := a.recordOf(piece)
			if err != nil {
				return err
			}
			numbers = numbers[:0]
			for _, t := range r.tellers {
				numbers = append(numbers, int32(t.article)) //nolint:gosec // as many as there are articles.
			}
			tell(r.outline(), numbers)
			return nil
		})
	})
	return err == nil
}

// Meeting makes the meeting of a row.
func (a *Archive) Meeting(row int32) *model.Meeting {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.made.get(row, func() (*model.Meeting, error) {
		r, err := a.record(row)
		if err != nil {
			return nil, err
		}
		return r.Meeting, r.join(func(n int) *model.Article {
			piece, err := a.piece(ofArticles, n)
			if err != nil {
				return nil
			}
			x, ok := a.article(&a.shelf, n, piece)
			if !ok {
				return nil
			}
			return x
		})
	})
}

// Outline is Meeting with reports as Scan tells them.
func (a *Archive) Outline(row int32) *model.Meeting {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.outlined.get(row, func() (*model.Meeting, error) {
		r, err := a.record(row)
		return r.outline(), err
	})
}

// outline is the meeting with what the record itself has of the reports.
func (r *record) outline() *model.Meeting {
	for _, t := range r.tellers {
		r.Reports = append(r.Reports, &model.Report{Article: t.of})
	}
	return r.Meeting
}

// record reads the record of a row. The lock is the caller's.
func (a *Archive) record(row int32) (record, error) {
	piece, err := a.piece(ofMeetings, int(row))
	if err != nil {
		return record{Meeting: &model.Meeting{}}, err
	}
	return a.recordOf(piece)
}

func (h *head) recordOf(piece string) (record, error) {
	r := record{Meeting: &model.Meeting{}}
	if !h.decodePiece(piece, r.code) {
		return r, errDamagedPart
	}
	return r, nil
}

// piece reads piece i of a table. The lock is the caller's.
func (a *Archive) piece(t pieceTable, i int) (string, error) {
	last := &a.pieces[t.at]
	if part := i / t.part; last.part != part {
		var body string
		err := a.pin.use(func(*sql.Conn) error {
			return a.pin.piece[t.at].QueryRowContext(context.Background(), part).Scan(&body)
		})
		if err != nil {
			return "", fmt.Errorf("read: %w", err)
		}
		all, err := unpack(body)
		if err != nil {
			return "", err
		}
		last.part, last.all = part, all
	}
	if i %= t.part; i < 0 || i >= len(last.all) {
		return "", errDamagedPart
	}
	return last.all[i], nil
}

// All makes everything.
func (a *Archive) All() ([]*model.Meeting, []*model.Article) {
	var all *everything
	err := a.pin.use(func(conn *sql.Conn) (err error) {
		all, err = a.readAll(context.Background(), conn, &a.shelf)
		return err
	})
	if err != nil {
		return nil, nil
	}
	return all.meetings, all.articles
}

// Files are the files of a load, in the order of their paths.
type Files struct{ a *Archive }

// Files are those that were read for what is in the archive.
func (a *Archive) Files() Files { return Files{a} }

// Len is how many files there are.
func (f Files) Len() int { return f.a.files }

// Known tells what became of the articles of a file: where the file stands among all, how many
// articles it has and which of them another says too, or why it has none; ok is false
// where it was not there, or has changed. near is where to look first.
func (f Files) Known(near int, path string, now model.Stamp) (at, articles int, skipped string, twice []string, ok bool) {
	f.a.mu.Lock()
	defer f.a.mu.Unlock()
	one, ok := f.read(near)
	if at = near; !ok || one.path != path {
		at = sort.Search(f.a.files, func(i int) bool {
			x, ok := f.read(i)
			return !ok || x.path >= path
		})
		if one, ok = f.read(at); !ok || one.path != path {
			return 0, 0, "", nil, false
		}
	}
	ok = !f.a.stale[path] && one.size == now.Size && one.modified == now.Modified && (one.n > 0 || one.skipped != "")
	return at, one.n, one.skipped, one.twice, ok
}

func (f Files) read(i int) (one shownFile, ok bool) {
	if i < 0 || i >= f.a.files {
		return one, false
	}
	piece, err := f.a.piece(ofFiles, i)
	return one, err == nil && f.a.decodePiece(piece, one.code)
}
