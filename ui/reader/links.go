package reader

import "entente/text"

// Link is an address that the open article has, and what it calls it.
type Link struct{ Label, Address string }

// Links lists the addresses of the open article: its own, those it rests on,
// and those in its text.
func (r *Reader) Links() []Link {
	a := r.Article()
	if a == nil {
		return nil
	}
	var out []Link
	seen := map[string]bool{}
	add := func(label, address string) {
		if u, ok := text.Link(address); ok && !seen[u] {
			seen[u] = true
			out = append(out, Link{label, u})
		}
	}
	add("this article", a.URL)
	for _, s := range a.Sources {
		add(s.Outlet, s.URL)
	}
	for _, pieces := range r.page.pieces {
		for _, p := range pieces {
			add(p.text, r.page.link(p.at))
		}
	}
	return out
}

// link is the address behind a code of the page; empty for what is no link.
func (p *page) link(code int) string {
	if code < codeFirst || code >= len(p.attrs) {
		return ""
	}
	return p.attrs[code].link
}

// place of a link on the page: its row, and what it leads to.
type linkPlace struct {
	row     int
	address string
}

// linkPlaces lists the links that are seen on the page, from its top on, each address once.
func (r *Reader) linkPlaces() []linkPlace {
	var out []linkPlace
	seen := map[string]bool{}
	add := func(row int, address string) {
		if address != "" && !seen[address] {
			seen[address] = true
			out = append(out, linkPlace{row, address})
		}
	}
	if r.page == nil || r.raw {
		return nil
	}
	for i, at := range r.visible() {
		for _, x := range r.lines[at].runs {
			add(len(r.card)+i, r.page.link(x.code))
		}
	}
	for i, address := range r.footLinks {
		add(len(r.card)+r.count()+i, address)
	}
	return out
}

// hintLetters are what a link is chosen by: those under the fingers first.
const hintLetters = "asdfghjklqwertyuiopzxcvbnm"

// hint is the letters that stand for a link, and the line of the article where it begins; -1 below the article.
type hint struct {
	letters string
	line    int
}

// Hints puts letters on the links that are in sight, or from the first one on
// where none is, and returns which letters stand for which address.
func (r *Reader) Hints() map[string]string {
	all := r.linkPlaces()
	seen := func() (out []linkPlace) {
		for _, l := range all {
			if l.row >= r.top && l.row < r.top+r.height {
				out = append(out, l)
			}
		}
		return out
	}
	here := seen()
	if len(here) == 0 && len(all) > 0 {
		r.toRow(all[0].row)
		here = seen()
	}
	r.hints = map[string]hint{}
	out := map[string]string{}
	const k = len(hintLetters)
	vis := r.visible()
	for i, l := range here[:min(len(here), k*k)] {
		h := hint{hintLetters[i%k : i%k+1], -1}
		if len(here) > k {
			h.letters = hintLetters[i/k:i/k+1] + h.letters
		}
		if y := l.row - len(r.card); y < len(vis) {
			h.line = vis[y]
		}
		r.hints[l.address], out[h.letters] = h, l.address
	}
	r.frame()
	return out
}

// DropHints takes the letters away.
func (r *Reader) DropHints() {
	r.hints = nil
	r.frame()
}

// NextLink chooses the n-th link on, round the end, and scrolls to it. It
// reports false when the page shows none.
func (r *Reader) NextLink(n int) bool {
	all := r.linkPlaces()
	if len(all) == 0 {
		return false
	}
	at := -1
	for i, l := range all {
		if l.address == r.link {
			at = i
		}
	}
	switch {
	case at >= 0:
		at += n
	case n > 0: // the first from what is seen on
		at = 0
		for at < len(all)-1 && all[at].row < r.top {
			at++
		}
		at += n - 1
	default:
		at = len(all) + n
	}
	at = (at%len(all) + len(all)) % len(all)
	r.link = all[at].address
	r.frame()
	r.toRow(all[at].row)
	return true
}

// Link is the address of the link that was chosen; empty for none.
func (r *Reader) Link() string { return r.link }

// LeaveLink chooses none.
func (r *Reader) LeaveLink() {
	r.link = ""
	r.frame()
}
