package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"entente/model"
)

// everything is a collection in memory.
type everything struct {
	meetings []*model.Meeting
	articles []*model.Article
}

// head is what the pieces have in common.
type head struct {
	articles, meetings int
	files              int
	published          []model.Date // by article
	words              *vocabulary
}

func (h *head) code(c *coder) {
	number(c, &h.articles)
	number(c, &h.meetings)
	number(c, &h.files)
	list(c, &h.published, c.date)
	if c.read {
		h.words = newVocabulary()
	}
	list(c, &h.words.words, c.string)
	if c.read && (h.articles != len(h.published) || h.meetings < 0 || h.files < 0) {
		c.fail()
	}
}

// record is a meeting as its piece holds it.
type record struct {
	*model.Meeting
	place   int // among the meetings as they were merged, which have another order
	tellers []teller
}

// teller is a report: which of which article. Of the article there is what filters ask.
type teller struct {
	article, n int
	of         *model.Article
}

func (r *record) code(c *coder) {
	m := r.Meeting
	c.string(&m.ID)
	c.date(&m.Date)
	c.date(&m.End)
	limited(c, &m.Kind, len(model.Kinds()))
	limited(c, &m.Status, len(model.Statuses()))
	c.people(&m.People)
	c.parties(&m.Parties)
	c.word(&m.Place.City)
	c.word((*string)(&m.Place.Host))
	list(c, &m.Topics, c.word)
	c.string(&m.Title)
	c.float(&m.Confidence)
	number(c, &m.Sources)
	number(c, &m.Ballot)
	c.conflicts(&m.Conflicts)
	number(c, &r.place)
	list(c, &r.tellers, func(t *teller) {
		number(c, &t.article)
		number(c, &t.n)
		if c.read {
			t.of = &model.Article{}
		}
		as(c, &t.of.Title, m.Title, t.of.Title == m.Title, c.string)
		c.word(&t.of.Source)
		c.date(&t.of.Published)
		number(c, &t.of.Content)
		list(c, &t.of.Sources, func(s *model.SourceRef) { c.word(&s.Outlet) })
	})
}

// The tables of the pieces. Pieces are read alone, so a part has few of them.
var (
	ofArticles = newPieceTable(0, "shown_articles", 16)
	ofMeetings = newPieceTable(1, "shown_meetings", 32)
	ofFiles    = newPieceTable(2, "shown_files", 64)

	pieceTables = [...]pieceTable{ofArticles, ofMeetings, ofFiles}
)

type pieceTable struct {
	at   int // among all
	part int // pieces in a part

	put, cut, get, list string // statements
}

func newPieceTable(at int, name string, part int) pieceTable {
	return pieceTable{
		at, part,
		"INSERT INTO " + name + "(part, body) VALUES(?1, ?2) ON CONFLICT(part) DO UPDATE SET body = ?2 WHERE body <> ?2",
		"DELETE FROM " + name + " WHERE part >= ?",
		"SELECT body FROM " + name + " WHERE part = ?",
		"SELECT body FROM " + name + " ORDER BY part",
	}
}

// write puts pieces into the table, in the place of what is there; a part that is the same is left alone.
func (p pieceTable) write(ctx context.Context, tx *sql.Tx, pieces int, piece func(i int, c *coder), words *vocabulary) error {
	put, err := tx.PrepareContext(ctx, p.put)
	if err != nil {
		return err //nolint:wrapcheck // the caller says what was asked.
	}
	defer put.Close() //nolint:errcheck // the transaction tells.
	var buf, one []byte
	parts := 0
	for from := 0; from < pieces; from += p.part {
		buf = encode(buf, func(c *coder) {
			n := min(p.part, pieces-from)
			number(c, &n)
			for i := from; i < from+n; i++ {
				x := coder{out: one[:0], apart: words}
				piece(i, &x)
				one = x.out
				s := string(one)
				c.string(&s)
			}
		})
		if _, err := put.ExecContext(ctx, parts, buf); err != nil {
			return err //nolint:wrapcheck // as above.
		}
		parts++
	}
	_, err = tx.ExecContext(ctx, p.cut, parts)
	return err //nolint:wrapcheck // as above.
}

var errDamagedPart = errors.New("what was shown is damaged")

// unpack parts the pieces of a part.
func unpack(body string) (pieces []string, err error) {
	if !decode(body, func(c *coder) { list(c, &pieces, c.string) }) {
		return nil, errDamagedPart
	}
	return pieces, nil
}

// each reads every piece of the table, in order.
func (p pieceTable) each(ctx context.Context, db querier, do func(i int, piece string) error) error {
	rows, err := db.QueryContext(ctx, p.list)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // rows.Err tells.
	for i := 0; rows.Next(); {
		var body string
		if err := rows.Scan(&body); err != nil {
			return err //nolint:wrapcheck // as above.
		}
		pieces, err := unpack(body)
		if err != nil {
			return err
		}
		for _, one := range pieces {
			if err := do(i, one); err != nil {
				return err
			}
			i++
		}
	}
	return rows.Err() //nolint:wrapcheck // as above.
}

// decodePiece reads one piece.
func (h *head) decodePiece(piece string, code func(*coder)) bool {
	c := coder{in: piece, read: true, apart: h.words}
	code(&c)
	return !c.bad && c.in == ""
}

// article makes article i of its piece.
func (h *head) article(s *shelf, i int, piece string) (*model.Article, bool) {
	a := &model.Article{Shelf: &handle{s, i}}
	return a, h.decodePiece(piece, func(c *coder) { c.light(a) })
}

// readAll makes everything.
func (h *head) readAll(ctx context.Context, db querier, s *shelf) (*everything, error) {
	all := &everything{make([]*model.Meeting, h.meetings), make([]*model.Article, h.articles)}
	err := ofArticles.each(ctx, db, func(i int, piece string) error {
		if i >= h.articles {
			return errDamagedPart
		}
		a, ok := h.article(s, i, piece)
		if !ok {
			return errDamagedPart
		}
		all.articles[i] = a
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = ofMeetings.each(ctx, db, func(_ int, piece string) error {
		r, err := h.recordOf(piece)
		if err != nil || r.place < 0 || r.place >= h.meetings || all.meetings[r.place] != nil {
			return errDamagedPart
		}
		all.meetings[r.place] = r.Meeting
		return r.join(func(n int) *model.Article {
			if n < 0 || n >= h.articles {
				return nil
			}
			return all.articles[n]
		})
	})
	if err == nil && (slices.Contains(all.articles, nil) || slices.Contains(all.meetings, nil)) {
		err = errDamagedPart
	}
	return all, err
}

// join gives a meeting its reports.
func (r *record) join(article func(n int) *model.Article) error {
	for _, t := range r.tellers {
		a := article(t.article)
		if a == nil || t.n < 0 || t.n >= len(a.Reports) {
			return errDamagedPart
		}
		r.Reports = append(r.Reports, a.Reports[t.n])
	}
	return nil
}
