// Package reader shows one meeting in full: a card of its facts, and below it
// one of the articles that report it, with the words of the evidence marked.
// It is told its size and draws exactly that. Long articles are laid out off
// the event loop; until the answer comes, and where none comes, a plainer
// layout of the same width stands in.
package reader

import (
	"entente/model"
	"entente/ui/theme"
)

// Reader is the pane. Open makes it ready.
type Reader struct {
	st     *theme.Styles
	tl     *model.Timeline
	hubs   map[string]bool
	m      *model.Meeting
	report int

	width, height int
	measure       int // width of the text; 0 fits the pane
	hide          bool
	raw           bool

	page      *page
	lines     []line          // of the article, as laid out
	shown     []int           // places in lines, when only some are shown; nil shows all
	card      []string        // the rows above the article
	foot      []string        // the rows below it
	link      string          // the address of the link that was chosen
	footLinks []string        // by row of foot: its address, or none
	hints     map[string]hint // by address: what stands on a link to be chosen by; nil while none is being chosen
	top       int

	find search
	last stand
}

// stand is where the last jump ended: the line, and the top row then.
type stand struct{ top, at int }

// Measures of a text that reads well, in cells.
const (
	Measure    = 76
	minMeasure = 24
	maxMeasure = 160
)

// New makes an empty reader.
func New() *Reader { return &Reader{measure: Measure} }

// Job is a layout to be made off the event loop. It knows nothing of the reader.
type Job struct {
	page  *page
	width int
}

// Result is what became of a Job: the lines of that page, which no other page takes for its own.
type Result struct {
	page  *page
	lines []line
	ok    bool
}

// Do makes the layout.
func (j Job) Do() Result {
	if j.page == nil { // nothing was to be laid out
		return Result{}
	}
	ls, ok := j.page.render(j.width)
	return Result{j.page, ls, ok}
}

// Open shows a report of a meeting from its beginning and returns the layout to be made.
func (r *Reader) Open(t *model.Timeline, m *model.Meeting, report int, hubs map[string]bool) Job {
	r.tl, r.m, r.hubs = t, m, hubs
	r.report = 0
	if n := len(m.Reports); n > 0 {
		r.report = (report%n + n) % n
	}
	r.top, r.find.at, r.shown, r.last, r.link = 0, 0, nil, stand{-1, -1}, ""
	if r.find.query == "" {
		r.find.at = nowhere
	}
	return r.layout()
}

// Renew shows the open meeting as it is now, at the same place of the same article.
func (r *Reader) Renew(t *model.Timeline, m *model.Meeting, hubs map[string]bool) Job {
	was := r.Article()
	r.tl, r.m, r.hubs = t, m, hubs
	r.report = min(r.report, max(0, len(m.Reports)-1))
	for i, rep := range m.Reports {
		if was != nil && rep.Article.ID == was.ID {
			r.report = i
			break
		}
	}
	if now := r.Article(); now == was { // only what stands round it may be other
		r.frame()
		r.clamp()
		return Job{}
	}
	return r.layout()
}

// Meeting returns what is open, or nil.
func (r *Reader) Meeting() *model.Meeting { return r.m }

// Report is the place of the open report among the meeting's.
func (r *Reader) Report() int { return r.report }

// Article returns the open article, all of it, or nil.
func (r *Reader) Article() *model.Article {
	if r.m == nil || r.report >= len(r.m.Reports) {
		return nil
	}
	return r.m.Reports[r.report].Article.Whole()
}

// SetStyles changes the inks.
func (r *Reader) SetStyles(st *theme.Styles) {
	r.st = st
	r.frame()
}

// SetSize changes the size and keeps the place in the text.
func (r *Reader) SetSize(w, h int) (Job, bool) {
	if w == r.width && h == r.height {
		return Job{}, false
	}
	wide := r.textWidth()
	r.width, r.height = w, h
	if r.m == nil {
		return Job{}, false
	}
	if r.textWidth() == wide {
		r.frame()
		r.clamp()
		return Job{}, false
	}
	return r.layout(), true
}

// textWidth is the width that the text is laid out in.
func (r *Reader) textWidth() int {
	w := r.width
	if w >= 40 {
		w -= 4
	} else if w >= 24 {
		w -= 2
	}
	if r.measure > 0 {
		w = min(w, r.measure)
	}
	return max(w, 1)
}

// margin is the space to the left of the text.
func (r *Reader) margin() int { return max(0, (r.width-r.textWidth())/2) }

// layout sets the article plainly at once, and returns the job of setting it with Glamour.
func (r *Reader) layout() Job {
	if r.st == nil {
		return Job{}
	}
	r.page = &page{}
	if len(r.m.Reports) > 0 {
		r.page = newPage(r.m.Reports[r.report], r.hide)
	}
	if r.raw {
		r.setLines(r.rawLines())
		return Job{}
	}
	r.setLines(r.page.plain(r.textWidth()))
	return Job{page: r.page, width: r.textWidth()}
}

// Done takes the answer of a Job. It reports whether anything changed.
func (r *Reader) Done(res Result) bool {
	if res.page != r.page || !res.ok || r.raw {
		return false
	}
	r.setLines(res.lines)
	return true
}

// setLines shows another layout at the same place of the text.
func (r *Reader) setLines(ls []line) {
	block, off := r.place()
	r.lines, r.hints = ls, nil
	r.frame()
	r.search()
	if block >= 0 {
		r.top = len(r.card)
		for i, at := range r.visible() {
			if r.lines[at].block == block {
				r.top = len(r.card) + i + off
				break
			}
		}
	}
	r.clamp()
}

// place is the block at the top of the pane and how many lines of it are
// scrolled past; -1 while the card is seen.
func (r *Reader) place() (block, off int) {
	vis := r.visible()
	i := r.top - len(r.card)
	if i <= 0 || i >= len(vis) {
		return -1, 0
	}
	block = r.lines[vis[i]].block
	for i > 0 && r.lines[vis[i-1]].block == block {
		i--
		off++
	}
	return block, off
}

// visible lists the lines that are shown, by their place.
func (r *Reader) visible() []int {
	if r.shown != nil {
		return r.shown
	}
	all := make([]int, len(r.lines))
	for i := range all {
		all[i] = i
	}
	return all
}

// NextReport opens the n-th report on from here, round the end.
func (r *Reader) NextReport(n int) (Job, bool) {
	if r.m == nil || len(r.m.Reports) < 2 {
		return Job{}, false
	}
	return r.Open(r.tl, r.m, r.report+n, r.hubs), true
}

// SetMeasure changes the width of the text by n cells, or to the pane's width when fit.
func (r *Reader) SetMeasure(n int, fit bool) Job {
	switch {
	case fit && r.measure > 0:
		r.measure = 0
	case fit:
		r.measure = Measure
	default:
		r.measure = max(minMeasure, min(maxMeasure, r.textWidth()+n))
	}
	return r.layout()
}

// ToggleFurniture shows or hides what belongs to the page and not to the report.
func (r *Reader) ToggleFurniture() (Job, bool) {
	r.hide = !r.hide
	return r.layout(), r.hide
}

// ToggleRaw changes between the article set for reading and its source text.
func (r *Reader) ToggleRaw() (Job, bool) {
	r.raw = !r.raw
	return r.layout(), r.raw
}

// total is the number of rows that can be scrolled through.
func (r *Reader) total() int { return len(r.card) + r.count() + len(r.foot) }

func (r *Reader) count() int {
	if r.shown != nil {
		return len(r.shown)
	}
	return len(r.lines)
}

// Scroll moves by n rows.
func (r *Reader) Scroll(n int) {
	r.top += n
	r.clamp()
}

// Page moves by a share of the height; a whole page keeps two rows in sight.
func (r *Reader) Page(share float64) {
	n := int(float64(max(1, r.height-2)) * share)
	if n == 0 {
		n = 1
		if share < 0 {
			n = -1
		}
	}
	r.Scroll(n)
}

// First goes to the card.
func (r *Reader) First() { r.top = 0 }

// Last goes to the end.
func (r *Reader) Last() {
	r.top = r.total()
	r.clamp()
}

// AtEnd tells that nothing follows.
func (r *Reader) AtEnd() bool { return r.top >= r.total()-r.height }

func (r *Reader) clamp() { r.top = max(0, min(r.top, r.total()-r.height)) }

// Percent is how far down the pane stands.
func (r *Reader) Percent() int {
	rest := r.total() - r.height
	if rest <= 0 {
		return 100
	}
	return r.top * 100 / rest
}

// Block moves to the n-th paragraph on from the top of the pane.
func (r *Reader) Block(n int) {
	r.jump(n, func(prev, l line) bool { return l.block != prev.block && len(l.runs) > 0 })
}

// Section moves to the n-th heading on from the top of the pane; where no
// heading stands that way, as in most articles, to the n-th paragraph.
func (r *Reader) Section(n int) {
	head := func(prev, l line) bool {
		return l.block != prev.block && len(l.runs) > 0 && l.block < len(r.page.blocks) && r.page.blocks[l.block].kind == heading
	}
	if r.raw || r.page == nil || !r.jump(n, head) {
		r.Block(n)
	}
}

// Mention moves to the n-th marked word of the evidence on from here. It
// reports false when there is none.
func (r *Reader) Mention(n int) bool {
	return r.jump(n, func(_, l line) bool {
		for _, x := range l.runs {
			if x.code >= codeWho && x.code <= codeWhen {
				return true
			}
		}
		return false
	})
}

// jump puts at the top, or near it, the n-th line on from here that is wanted.
func (r *Reader) jump(n int, want func(prev, l line) bool) bool {
	vis := r.visible()
	const above = 2 // rows kept over the line, so that it has its context
	at := r.top - len(r.card) + above
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	// Where the last row is in sight, the line that was jumped to may stand lower than the rule says.
	if r.last.top == r.top && r.last.at >= 0 {
		at = r.last.at
	}
	found := -1
	start := min(at-1, len(vis)-1)
	if step > 0 {
		start = max(at+1, 0)
	}
	for i := start; i >= 0 && i < len(vis) && n > 0; i += step {
		prev := line{block: -1}
		for k := i - 1; k >= 0; k-- { // an empty line belongs to the block above it or to that below
			if prev = r.lines[vis[k]]; len(prev.runs) > 0 {
				break
			}
		}
		if want(prev, r.lines[vis[i]]) {
			found = i
			n--
		}
	}
	if found < 0 {
		return false
	}
	r.top = len(r.card) + found - above
	r.clamp()
	r.last = stand{r.top, found}
	return true
}
