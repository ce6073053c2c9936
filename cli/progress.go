package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"entente/loader"
	"entente/loader/decode"
)

// meter tells how fast a load goes on and how long it will take.
type meter struct{ begun time.Time }

func newMeter() meter { return meter{time.Now()} }

// sure is how long a load must run before its speed means anything.
const sure = time.Second

// measure returns bytes a second and the time that is left; 0 where that is not known.
func (m meter) measure(p loader.Progress) (rate float64, left time.Duration) {
	past := time.Since(m.begun)
	if past < sure {
		return 0, 0
	}
	rate = float64(p.Bytes) / past.Seconds()
	if share := p.Share(); share > 0 {
		left = time.Duration(float64(past) * (1 - share) / share)
	}
	return rate, left
}

// preparing says what a load waits for that is no article.
func preparing(p loader.Progress) string {
	if p.Preparing {
		return "getting ready to read PDF, which takes some seconds once"
	}
	return ""
}

// bar is a line that shows how far a load is.
func bar(p loader.Progress, rate float64, left time.Duration) string {
	const cells = 20
	share := p.Share()
	full := int(share * cells)
	var b strings.Builder
	fmt.Fprintf(&b, "[%s%s] %3.0f %%  %d of %d files, %s", strings.Repeat("#", full), strings.Repeat(".", cells-full),
		100*share, p.Files, p.Total, many(p.Articles, "article"))
	if rate > 0 {
		fmt.Fprintf(&b, ", %s/s", decode.Bytes(int64(rate)))
	}
	if left >= time.Second {
		fmt.Fprintf(&b, ", %s left", left.Round(time.Second))
	}
	if wait := preparing(p); wait != "" {
		b.WriteString("; " + wait)
	}
	return b.String()
}

// The terminal's own bar: a number of hundredths, and none.
const (
	ownBar   = "\x1b]9;4;1;%d\a"
	ownNoBar = "\x1b]9;4;0\a"
)

// progress shows how far a long load is, on a terminal and after a moment only.
func (a *app) progress() (show func(loader.Progress), done func()) {
	if !isTerminal(a.Err) || os.Getenv("TERM") == "dumb" {
		return nil, func() {}
	}
	m := newMeter()
	next, shown := m.begun.Add(time.Second/2), false
	show = func(p loader.Progress) {
		if now := time.Now(); now.After(next) {
			next, shown = now.Add(time.Second/10), true
			rate, left := m.measure(p)
			line := bar(p, rate, left)
			if w, ok := terminalWidth(a.Err); ok && len(line) >= w {
				line = line[:max(0, w-1)] // a line that wraps is not drawn over
			}
			_, _ = fmt.Fprintf(a.Err, "\r\x1b[K"+ownBar+"%s", int(100*p.Share()), line)
		}
	}
	return show, func() {
		if shown {
			_, _ = io.WriteString(a.Err, "\r\x1b[K"+ownNoBar)
		}
	}
}
