package model

// Shelf holds what articles leave out that are not all in memory: the text,
// the zones and the summary, and of each report the evidence and the trace.
// What stands in the lists and what filters ask is always there.
type Shelf interface {
	// Fetch returns all of an article, with as many reports in the same order, or nil
	// where it is not to be had any more. It may be called from several goroutines.
	Fetch(a *Article) *Article
}

// Whole is the article with all that was read of it: itself, where it is all
// in memory. Where the rest is not to be had any more it is the article as it stands.
func (a *Article) Whole() *Article {
	if a.Shelf == nil {
		return a
	}
	if w := a.Shelf.Fetch(a); w != nil {
		return w
	}
	return a
}

// Whole is the report with its evidence, in the whole article.
func (r *Report) Whole() *Report {
	if r.Article == nil || r.Article.Shelf == nil {
		return r
	}
	w := r.Article.Whole()
	for i, x := range r.Article.Reports {
		if x == r && i < len(w.Reports) {
			return w.Reports[i]
		}
	}
	return r
}
