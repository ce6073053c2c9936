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
	if row := all[at].row; row < r.top || row >= r.top+r.height {
		r.top = row - min(4, r.height/3)
		r.clamp()
	}
	return true
}

// Link is the address of the link that was chosen; empty for none.
func (r *Reader) Link() string { return r.link }

// LeaveLink chooses none.
func (r *Reader) LeaveLink() {
	r.link = ""
	r.frame()
}
