package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"entente/model"
)

// shown is the collection as a load last left it: what was read, merged, and
// from which files. It stands in the table of that name until something changes,
// so that opening it again neither decodes nor merges every article.
//
//	part 0: the first meetings, to have something on the screen at once
//	part 1…: files │ articles, light │ meetings
type shown struct {
	Snapshot
	files  []shownFile
	byPath map[string]int32
}

// shownFile is a file, and where its articles stand in the snapshot.
type shownFile struct {
	path     string
	size     int64
	modified int64
	skipped  string
	first, n int
}

const (
	firstMeetings = 300     // in part 0: more than the tallest screen has rows
	partBytes     = 4 << 20 // of the other parts
)

func (s *shown) code(c *coder) {
	list(c, &s.files, func(f *shownFile) {
		c.string(&f.path)
		number(c, &f.size)
		number(c, &f.modified)
		c.string(&f.skipped)
		number(c, &f.first)
		number(c, &f.n)
	})
	s.Snapshot.code(c)
}

// sound tells that every file's articles are there, and enters the files by their paths.
func (s *shown) sound() bool {
	s.byPath = make(map[string]int32, len(s.files))
	for i := range s.files {
		f := &s.files[i]
		if f.first < 0 || f.n < 0 || f.first > len(s.Articles) || f.n > len(s.Articles)-f.first {
			return false
		}
		s.byPath[f.path] = int32(i)
	}
	return true
}

// Early returns the first meetings of what was shown last; ok is false where
// nothing was since something changed here. Files may have changed since: a load finds out.
func (x *Index) Early(ctx context.Context) (s *Snapshot, ok bool) {
	early, err := x.readShown(ctx, "part = 0")
	if err != nil {
		return nil, false
	}
	return &early.Snapshot, true
}

// All returns all that was shown last, whose articles Recall will return.
func (x *Index) All() (s *Snapshot, ok bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.load()
	if x.shown == nil {
		return nil, false
	}
	return &x.shown.Snapshot, true
}

// Shown returns the articles and meetings of the last load, where articles are
// exactly those: ok is false for any others, which are to be merged.
func (x *Index) Shown(articles []*model.Article) (meetings []*model.Meeting, ok bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.shown == nil || !slices.Equal(x.shown.Articles, articles) {
		return nil, false
	}
	return x.shown.Meetings, true
}

var errNotShown = errors.New("nothing was shown yet")

func (x *Index) readShown(ctx context.Context, which string) (*shown, error) {
	var data []byte
	err := atOneMoment(ctx, x.db, func(ctx context.Context, db querier) error {
		if err := isOf(ctx, db, x.engine); err != nil {
			return err
		}
		rows, err := db.QueryContext(ctx, "SELECT body FROM shown WHERE "+which+" ORDER BY part")
		if err != nil {
			return err
		}
		defer rows.Close() //nolint:errcheck // rows.Err tells.
		for rows.Next() {
			var part sql.RawBytes
			if err := rows.Scan(&part); err != nil {
				return err //nolint:wrapcheck // not told: everything is read without.
			}
			data = append(data, part...)
		}
		return rows.Err()
	})
	if err != nil || len(data) == 0 {
		return nil, errors.Join(err, errNotShown)
	}
	s := &shown{}
	s.shelf.find, s.shelf.damaged = x.find, x.damaged
	if !decode(string(data), s.code) || !s.sound() {
		return nil, errNotShown
	}
	return s, nil
}

// find reads what an article leaves out, unless it says something else now.
func (x *Index) find(a *model.Article, _ int) (r row, ok bool) {
	const query = "SELECT a.reading, b.text FROM articles a JOIN bodies b ON b.article = a.id WHERE a.content = ? AND a.path = ? AND a.record = ?"
	err := x.db.QueryRowContext(context.Background(), query, a.Content.String(), a.Path, a.Record).Scan(&r.reading, &r.body)
	return r, err == nil
}

// damaged lets the file of an article be read again by the next load.
func (x *Index) damaged(a *model.Article) {
	tx, err := x.db.BeginTx(context.Background(), nil)
	if err != nil {
		return
	}
	defer tx.Rollback() //nolint:errcheck // nothing to roll back after Commit.
	const forget = "UPDATE files SET size = -1 WHERE id IN (SELECT file FROM articles WHERE content = ? AND path = ?)"
	if _, err := tx.ExecContext(context.Background(), forget, a.Content.String(), a.Path); err != nil {
		return
	}
	if _, err := tx.ExecContext(context.Background(), "DELETE FROM shown"); err == nil {
		_ = tx.Commit() // or it is found again
	}
}

// Show keeps what a load came to, for the next one: the articles in their
// order and the meetings as they were read. It waits for what was kept before, and does
// nothing where the index does not hold just these articles.
func (x *Index) Show(ctx context.Context, articles []*model.Article, meetings []*model.Meeting) error {
	tx, err := x.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("write: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing to roll back after Commit.
	if err := isOf(ctx, tx, x.engine); err != nil {
		return err
	}
	s := &shown{Snapshot: Snapshot{Articles: articles, Meetings: meetings}}
	if err := s.place(ctx, tx); err != nil {
		return fmt.Errorf("read: %w", err)
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM shown"); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	parts := append([][]byte{encode(nil, s.first().code)}, slices.Collect(slices.Chunk(encode(nil, s.code), partBytes))...)
	for n, part := range parts {
		if _, err := tx.ExecContext(ctx, "INSERT INTO shown(part, body) VALUES(?, ?)", n, part); err != nil {
			return fmt.Errorf("write: %w", err)
		}
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

var errOthers = errors.New("the index holds other articles")

// place finds the files that the articles are of.
func (s *shown) place(ctx context.Context, db querier) error {
	at := make(map[string]int, len(s.Articles))
	for i, a := range s.Articles {
		at[a.ID] = i
	}
	files := map[int64]*shownFile{}
	left := len(s.Articles)
	rows, err := db.QueryContext(ctx, "SELECT file, path, record, content FROM articles ORDER BY file, id")
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // rows.Err tells.
	for rows.Next() {
		var file int64
		var r row
		var content string
		if err := rows.Scan(&file, &r.path, &r.record, &content); err != nil {
			return err //nolint:wrapcheck // the caller says what was asked.
		}
		f := files[file]
		if f == nil {
			f = &shownFile{}
			files[file] = f
		}
		i, ok := at[r.id()]
		if !ok || s.Articles[i].Content.String() != content {
			f.n = -1 // the same text stands elsewhere and is shown there: the file is looked up when it is asked for
			continue
		}
		left--
		switch {
		case f.n == 0:
			f.first, f.n = i, 1
		case f.n > 0 && i == f.first+f.n:
			f.n++
		default:
			f.n = -1
		}
	}
	if err := rows.Err(); err != nil {
		return err //nolint:wrapcheck // as above.
	}
	if left != 0 {
		return errOthers
	}
	return s.placeFiles(ctx, db, files)
}

func (s *shown) placeFiles(ctx context.Context, db querier, files map[int64]*shownFile) error {
	rows, err := db.QueryContext(ctx, "SELECT id, path, size, modified, skipped FROM files ORDER BY path")
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // rows.Err tells.
	for rows.Next() {
		var id int64
		var f shownFile
		if err := rows.Scan(&id, &f.path, &f.size, &f.modified, &f.skipped); err != nil {
			return err //nolint:wrapcheck // the caller says what was asked.
		}
		if g := files[id]; g != nil {
			f.first, f.n = g.first, g.n
		}
		if f.n >= 0 {
			s.files = append(s.files, f)
		}
	}
	return rows.Err() //nolint:wrapcheck // as above.
}

// first is the beginning of s: as many meetings as a screen has rows, and their articles.
func (s *shown) first() *shown {
	meetings := slices.Clone(s.Meetings)
	slices.SortFunc(meetings, model.CompareMeetings)
	out := &shown{}
	out.Meetings = meetings[:min(firstMeetings, len(meetings))]
	wanted := map[*model.Article]bool{}
	for _, m := range out.Meetings {
		for _, r := range m.Reports {
			wanted[r.Article] = true
		}
	}
	for _, a := range s.Articles {
		if wanted[a] {
			out.Articles = append(out.Articles, a)
		}
	}
	return out
}

// recallOne is Recall for a file that was not among those shown.
func (x *Index) recallOne(id string) *kept {
	const query = "SELECT f.id, f.size, f.modified, f.sum, f.skipped, a.path, a.record, a.content, a.reading, b.text FROM files f" +
		" LEFT JOIN articles a ON a.file = f.id LEFT JOIN bodies b ON b.article = a.id WHERE f.path = ? ORDER BY a.id"
	rows, err := x.db.QueryContext(context.Background(), query, id)
	if err != nil {
		return nil
	}
	defer rows.Close() //nolint:errcheck // rows.Err tells.
	var k *kept
	for rows.Next() {
		if k == nil {
			k = &kept{}
		}
		var sum sql.RawBytes
		var path, content, reading, body sql.NullString
		var record sql.NullInt64
		if rows.Scan(&k.row, &k.stamp.Size, &k.stamp.Modified, &sum, &k.skipped, &path, &record, &content, &reading, &body) != nil {
			return nil
		}
		copy(k.stamp.Sum[:], sum)
		if path.Valid {
			c, _ := strconv.ParseUint(content.String, 16, 64)
			k.articles = append(k.articles, row{path.String, int(record.Int64), model.Content(c), reading.String, body.String})
		}
	}
	if rows.Err() != nil {
		return nil
	}
	return k
}
