package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"entente/model"
)

// shown is the collection as a load last left it: what was read, merged, and
// from which files. It stands in the tables of that name, so that opening it
// again neither decodes nor merges every article; what it has of files that have
// changed since, the table stale names them, is looked up instead.
//
//	shown           the first meetings, to have something on the screen at once │ head
//	shown_files     the files, by path
//	shown_articles  the articles, light
//	shown_meetings  the meetings, in the order of a timeline
type shown struct {
	everything
	files  []shownFile
	byPath map[string]int32
	shelf  shelf
}

// shownFile is a file with what became of its articles.
type shownFile struct {
	path     string
	size     int64
	modified int64
	skipped  string
	n        int      // how many articles it has
	first    int      // where they stand among those shown, one behind the other; -1 where they do not
	twice    []string // IDs of those that say what another says, which is shown
}

// The parts of the table shown.
const (
	partEarly = iota
	partHead
)

// firstMeetings are more than the tallest screen has rows.
const firstMeetings = 300

func (f *shownFile) code(c *coder) {
	c.string(&f.path)
	number(c, &f.size)
	number(c, &f.modified)
	c.string(&f.skipped)
	number(c, &f.n)
	number(c, &f.first)
	list(c, &f.twice, c.string)
}

// enter enters the files by their paths, but for those that have changed since; it is false where an article is missing.
func (s *shown) enter(stale map[string]bool) bool {
	s.byPath = make(map[string]int32, len(s.files))
	for i := range s.files {
		f := &s.files[i]
		if f.n < 0 || f.first > len(s.articles) || f.first >= 0 && f.n > len(s.articles)-f.first {
			return false
		}
		if f.first >= 0 && !stale[f.path] {
			s.byPath[f.path] = int32(i)
		}
	}
	return true
}

// Early returns the first meetings of what was shown last; ok is false where
// nothing was. Files may have changed since: a load finds out.
func (x *Index) Early(ctx context.Context) (s *Snapshot, ok bool) {
	s = &Snapshot{}
	s.shelf.find, s.shelf.damaged, s.shelf.having = x.find, x.damaged, x.having
	err := atOneMoment(ctx, x.db, func(ctx context.Context, db querier) error {
		if err := isOf(ctx, db, x.engine); err != nil {
			return err
		}
		return readPart(ctx, db, partEarly, s.code)
	})
	return s, err == nil
}

// readPart reads a part of the table shown.
func readPart(ctx context.Context, db querier, part int, code func(*coder)) error {
	var body string
	if err := db.QueryRowContext(ctx, "SELECT body FROM shown WHERE part = ?", part).Scan(&body); err != nil {
		return err //nolint:wrapcheck // not told: everything is read without.
	}
	if !decode(body, code) {
		return errDamagedPart
	}
	return nil
}

// All returns all that was shown last, whose articles Recall will return.
func (x *Index) All() (meetings []*model.Meeting, articles []*model.Article, ok bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.load()
	if x.shown == nil {
		return nil, nil, false
	}
	return x.shown.meetings, x.shown.articles, true
}

// Shown returns the meetings of the last load; ok is false where it was of other
// articles than these, which are to be merged.
func (x *Index) Shown(articles []*model.Article) (meetings []*model.Meeting, ok bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.shown == nil {
		return nil, false
	}
	return x.shown.meetings, slices.Equal(x.shown.articles, articles)
}

// Merged does nothing: Show keeps what was merged.
func (*Index) Merged([]*model.Meeting) {}

// readShown makes everything that was shown last.
func (x *Index) readShown(ctx context.Context) (*shown, error) {
	s := &shown{}
	s.shelf.find, s.shelf.damaged, s.shelf.having = x.find, x.damaged, x.having
	err := atOneMoment(ctx, x.db, func(ctx context.Context, db querier) error {
		if err := isOf(ctx, db, x.engine); err != nil {
			return err
		}
		var h head
		if err := readPart(ctx, db, partHead, h.code); err != nil {
			return err
		}
		s.files = make([]shownFile, 0, h.files)
		err := ofFiles.each(ctx, db, func(_ int, piece string) error {
			var f shownFile
			if !h.decodePiece(piece, f.code) {
				return errDamagedPart
			}
			s.files = append(s.files, f)
			return nil
		})
		if err != nil {
			return err
		}
		all, err := h.readAll(ctx, db, &s.shelf)
		if err != nil {
			return err
		}
		stale, err := changed(ctx, db)
		if s.everything = *all; err == nil && !s.enter(stale) {
			err = errDamagedPart
		}
		return err
	})
	return s, err
}

// changed are the files that have changed in the index since something was shown.
func changed(ctx context.Context, db querier) (map[string]bool, error) {
	paths, err := column(ctx, db, "SELECT path FROM stale")
	out := make(map[string]bool, len(paths))
	for _, p := range paths {
		out[p] = true
	}
	return out, err
}

// find reads what an article leaves out, unless it says something else now.
func (x *Index) find(a *model.Article, _ int) (r row, ok bool) {
	const query = "SELECT a.reading, b.text FROM files f JOIN articles a ON a.file = f.id JOIN bodies b ON b.article = a.id" +
		" WHERE f.path = ? AND a.record = ? AND a.path = ? AND a.content = ?"
	for file := range holders(a.Path) {
		err := x.db.QueryRowContext(context.Background(), query, file, a.Record, a.Path, a.Content.String()).Scan(&r.reading, &r.body)
		if err == nil {
			return r, true
		}
	}
	return r, false
}

// holders yields the files that may hold the article of a path: the file of that name, and archives above it.
func holders(path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for yield(path) {
			i := strings.LastIndexByte(path, '/')
			if i < 0 {
				return
			}
			path = path[:i]
		}
	}
}

// damaged lets the file of an article be read again by the next load.
func (x *Index) damaged(a *model.Article) {
	tx, err := x.db.BeginTx(context.Background(), nil)
	if err != nil {
		return
	}
	defer tx.Rollback() //nolint:errcheck // nothing to roll back after Commit.
	const forget = "UPDATE files SET size = -1 WHERE path = ? AND EXISTS (SELECT 1 FROM articles WHERE file = files.id AND record = ? AND path = ? AND content = ?)"
	for file := range holders(a.Path) {
		if _, err := tx.ExecContext(context.Background(), forget, file, a.Record, a.Path, a.Content.String()); err != nil {
			return
		}
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
	files, err := placed(ctx, tx, articles)
	if err != nil {
		return fmt.Errorf("read: %w", err)
	}
	sorted := slices.Clone(meetings)
	slices.SortFunc(sorted, model.CompareMeetings)
	if err := writeShown(ctx, tx, articles, meetings, sorted, files); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

func writeShown(ctx context.Context, tx *sql.Tx, articles []*model.Article, meetings, sorted []*model.Meeting, files []shownFile) error {
	h := head{articles: len(articles), meetings: len(meetings), files: len(files), words: newVocabulary()}
	number := make(map[*model.Article]int, len(articles))
	for i, a := range articles {
		number[a] = i
		h.published = append(h.published, a.Published)
	}
	place := make(map[*model.Meeting]int, len(meetings))
	for i, m := range meetings {
		place[m] = i
	}
	if err := ofArticles.write(ctx, tx, len(articles), func(i int, c *coder) { c.light(articles[i]) }, h.words); err != nil {
		return err
	}
	err := ofMeetings.write(ctx, tx, len(sorted), func(i int, c *coder) {
		m := sorted[i]
		r := record{Meeting: m, place: place[m]}
		for _, x := range m.Reports {
			r.tellers = append(r.tellers, teller{number[x.Article], slices.Index(x.Article.Reports, x), x.Article})
		}
		r.code(c)
	}, h.words)
	if err != nil {
		return err
	}
	if err := ofFiles.write(ctx, tx, len(files), func(i int, c *coder) { files[i].code(c) }, h.words); err != nil {
		return err
	}
	for part, code := range []func(*coder){partEarly: early(sorted, articles).code, partHead: h.code} {
		if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO shown(part, body) VALUES(?, ?)", part, encode(nil, code)); err != nil {
			return err //nolint:wrapcheck // the caller says what was asked.
		}
	}
	_, err = tx.ExecContext(ctx, "DELETE FROM stale")
	return err //nolint:wrapcheck // as above.
}

// early is the beginning of sorted meetings, as many as a screen has rows, with their articles.
func early(sorted []*model.Meeting, articles []*model.Article) *Snapshot {
	out := &Snapshot{Meetings: sorted[:min(firstMeetings, len(sorted))]}
	wanted := map[*model.Article]bool{}
	for _, m := range out.Meetings {
		for _, r := range m.Reports {
			wanted[r.Article] = true
		}
	}
	for _, a := range articles {
		if wanted[a] {
			out.Articles = append(out.Articles, a)
		}
	}
	return out
}

var errOthers = errors.New("the index holds other articles")

// placed lists the files, by path, with what became of their articles of those that are shown.
func placed(ctx context.Context, db querier, articles []*model.Article) ([]shownFile, error) {
	at := make(map[string]int, len(articles))
	for i, a := range articles {
		at[a.ID] = i
	}
	var files []shownFile
	byRow := map[int64]int{}
	rows, err := db.QueryContext(ctx, "SELECT id, path, size, modified, skipped FROM files ORDER BY path")
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // rows.Err tells.
	for rows.Next() {
		var id int64
		var f shownFile
		if err := rows.Scan(&id, &f.path, &f.size, &f.modified, &f.skipped); err != nil {
			return nil, err //nolint:wrapcheck // the caller says what was asked.
		}
		byRow[id] = len(files)
		files = append(files, f)
	}
	if err := rows.Err(); err != nil {
		return nil, err //nolint:wrapcheck // as above.
	}
	left := len(articles)
	in, err := db.QueryContext(ctx, "SELECT file, path, record, content FROM articles ORDER BY file, id")
	if err != nil {
		return nil, err
	}
	defer in.Close() //nolint:errcheck // rows.Err tells.
	for in.Next() {
		var file int64
		var r row
		var content string
		if err := in.Scan(&file, &r.path, &r.record, &content); err != nil {
			return nil, err //nolint:wrapcheck // as above.
		}
		f := &files[byRow[file]]
		id := r.id()
		i, ok := at[id]
		if ok = ok && articles[i].Content.String() == content; ok {
			left--
		} else { // the same text stands elsewhere and is shown there
			f.twice = append(f.twice, id)
		}
		switch {
		case !ok:
			f.first = -1 // the file is looked up when it is asked for
		case f.n == 0:
			f.first = i
		case f.first >= 0 && i != f.first+f.n:
			f.first = -1
		}
		f.n++
	}
	if err := in.Err(); err != nil {
		return nil, err //nolint:wrapcheck // as above.
	}
	if left != 0 {
		return nil, errOthers
	}
	return files, nil
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
