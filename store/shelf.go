package store

import (
	"slices"
	"sync"

	"entente/model"
)

// shelf has what the articles of a snapshot leave out. It remembers the last
// few that were asked for: a screen asks for the same one many times.
type shelf struct {
	find    func(a *model.Article, n int) (row, bool) // the reading and the text of article n
	damaged func(*model.Article)                      // is told where these make no article; may be nil

	mu   sync.Mutex
	last [16]struct {
		row   int // from 1 on; 0 for none
		whole *model.Article
	}
	next int

	having func(model.Phrase) (map[model.Content]struct{}, error) // asks the full text; may be nil
	asked  model.Phrase
	found  map[model.Content]struct{} // that have what was asked last; nil where nothing was
}

// handle is the place of one article on its shelf.
type handle struct {
	shelf *shelf
	row   int
}

// Having tells which articles have a phrase. What an article says is its content, so an answer stays right.
func (s *handle) Having(p model.Phrase) (found map[model.Content]struct{}, ok bool) {
	return s.shelf.search(p)
}

func (s *shelf) search(p model.Phrase) (found map[model.Content]struct{}, ok bool) {
	if s.having == nil {
		return nil, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.found == nil || p.Begun != s.asked.Begun || !slices.Equal(p.Words, s.asked.Words) {
		found, err := s.having(p)
		if err != nil {
			return nil, false
		}
		s.asked, s.found = p, found
	}
	return s.found, true
}

// Fetch returns all of an article; nil where it is damaged or gone.
func (s *handle) Fetch(a *model.Article) *model.Article {
	s.shelf.mu.Lock()
	defer s.shelf.mu.Unlock()
	for _, l := range s.shelf.last {
		if l.row == s.row+1 {
			return l.whole
		}
	}
	w := s.shelf.whole(a, s.row)
	l := &s.shelf.last[s.shelf.next]
	l.row, l.whole = s.row+1, w
	s.shelf.next = (s.shelf.next + 1) % len(s.shelf.last)
	return w
}

func (s *shelf) whole(a *model.Article, n int) *model.Article {
	r, ok := s.find(a, n)
	if !ok {
		return nil
	}
	r.path, r.record, r.content = a.Path, a.Record, a.Content
	if w, good := r.article(); good && len(w.Reports) == len(a.Reports) {
		return w
	}
	if s.damaged != nil {
		s.damaged(a)
	}
	return nil
}
