package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"entente/text"
)

// IndexState is what an index holds.
type IndexState struct {
	Files, Articles, Reports int
	Distinct                 int   // articles of different content
	Bytes                    int64 // on the disk
	Faults                   []string
}

// ErrNoIndex tells that nothing was read into an index yet.
var ErrNoIndex = errors.New("there is no index yet")

// CheckIndex looks through an index for damage and counts what it holds. It changes nothing.
func CheckIndex(ctx context.Context, path string) (IndexState, error) {
	return openState(ctx, path, (*IndexState).check)
}

// Count closes an index whose load has finished, and tells what it holds: one that was just written is not opened again for that.
func (x *Index) Count(ctx context.Context) (IndexState, error) {
	var s IndexState
	_, err := os.Stat(x.Path)
	if err == nil {
		err = s.look(ctx, x.db, (*IndexState).count)
	}
	x.Close()
	err = s.weigh(x.Path, err)
	return s, err
}

// openState looks at one moment of an index.
func openState(ctx context.Context, path string, look func(*IndexState, context.Context, querier) error) (IndexState, error) {
	var s IndexState
	if err := s.weigh(path, nil); err != nil {
		return s, err
	}
	db, err := sql.Open("sqlite", source(path))
	if err == nil {
		err = s.look(ctx, db, look)
		_ = db.Close() // nothing was written
	}
	if err != nil {
		return s, fmt.Errorf("check %s: %w", text.Row(path), err)
	}
	return s, nil
}

// look asks one moment of an index; damage is a fault.
func (s *IndexState) look(ctx context.Context, db *sql.DB, look func(*IndexState, context.Context, querier) error) error {
	err := atOneMoment(ctx, db, func(ctx context.Context, db querier) error { return look(s, ctx, db) })
	if damagedFile(err) {
		s.Faults, err = append(s.Faults, err.Error()), nil
	}
	return err
}

// weigh finds out how many bytes an index takes, unless something went wrong before.
func (s *IndexState) weigh(path string, err error) error {
	info, err2 := os.Stat(path)
	switch err = cmp.Or(err, err2); {
	case errors.Is(err, fs.ErrNotExist):
		return ErrNoIndex
	case err != nil:
		return fmt.Errorf("check %s: %w", text.Row(path), cause(err))
	}
	s.Bytes = info.Size()
	if wal, err := os.Stat(path + "-wal"); err == nil {
		s.Bytes += wal.Size()
	}
	return nil
}

func (s *IndexState) check(ctx context.Context, db querier) error {
	for _, pragma := range []string{"PRAGMA integrity_check", "PRAGMA foreign_key_check"} {
		faults, err := column(ctx, db, pragma)
		if err != nil {
			return err
		}
		for _, f := range faults {
			if f != "ok" {
				s.Faults = append(s.Faults, text.Row(f))
			}
		}
	}
	if err := s.count(ctx, db); err != nil {
		return err
	}
	var words, bodies int
	if err := db.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM words), (SELECT count(*) FROM bodies)").Scan(&words, &bodies); err != nil {
		return err //nolint:wrapcheck // as above.
	}
	if words != s.Articles || bodies != s.Articles {
		s.Faults = append(s.Faults, fmt.Sprintf("%d articles, %d texts and %d entries of the full text do not fit together", s.Articles, bodies, words))
	}
	return s.decodeAll(ctx, db)
}

func (s *IndexState) count(ctx context.Context, db querier) error {
	for _, q := range []struct {
		query string
		to    any
	}{
		{"SELECT count(*) FROM files", &s.Files},
		{"SELECT count(*) FROM articles", &s.Articles},
		{"SELECT count(*) FROM reports", &s.Reports},
		{"SELECT count(DISTINCT content) FROM articles", &s.Distinct},
	} {
		if err := db.QueryRowContext(ctx, q.query).Scan(q.to); err != nil {
			return err //nolint:wrapcheck // CheckIndex adds the path.
		}
	}
	return nil
}

// decodeAll reads every article as Recall does.
func (s *IndexState) decodeAll(ctx context.Context, db querier) error {
	rows, err := db.QueryContext(ctx, "SELECT a.path, a.record, a.reading, b.text FROM articles a JOIN bodies b ON b.article = a.id ORDER BY a.id")
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // rows.Err tells.
	for rows.Next() {
		var r row
		if err := rows.Scan(&r.path, &r.record, &r.reading, &r.body); err != nil {
			return err //nolint:wrapcheck // as above.
		}
		if _, good := r.article(); !good {
			s.Faults = append(s.Faults, text.Row(r.path)+" is damaged in the index; it is read again the next time")
		}
	}
	return rows.Err() //nolint:wrapcheck // as above.
}
