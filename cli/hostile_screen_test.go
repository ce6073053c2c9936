package cli_test

import (
	"context"
	"encoding/base64"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"entente/cli"
	"entente/text"
	"entente/text/hostile"
	"entente/ui"
	"entente/ui/describe"
	"entente/ui/uitest"
)

// screen reads the folder as the program does and goes through every meeting in
// a terminal: the list with its preview, the reader, why, the details, copies.
func (l *lane) screen() {
	loaded, _, err := cli.Load(l.t.Context(), bothEngine(), l.dir)
	if err != nil {
		l.t.Fatal(err)
	}
	x := uitest.Run(l.t, ui.New(ui.Options{
		Title: l.dir + hostile.All()[l.sent[0]].Text,
		Load:  func(context.Context, func(ui.Progress)) (ui.Loaded, error) { return loaded, nil },
	}), 120, 40)
	var shown strings.Builder
	frame := func() { shown.WriteString(x.Screen()) }
	total := loaded.Timeline.Len()
	if total == 0 {
		x.Wait("no article here").Type(":messages\r").Wait("q back")
		frame()
		x.Type("q")
	} else {
		x.Wait(" " + describe.Count(total, "meeting", "meetings")).Type("k") // a message about what could not be read goes with the first key
	}
	for row := 1; row <= total; row++ {
		at := " " + describe.Number(row) + "/" + describe.Number(total)
		x.Wait(at)
		frame()
		x.Type([]string{"\r", "w", "i", "c"}[row%4]).Gone(at)
		frame()
		x.Type("q").Wait(at)
		x.Type([]string{"yy", "yt", "ym", "yp", "yu"}[row%5]).Gone(at) // a message stands there
		frame()
		if row < total {
			x.Type("j")
		}
	}
	x.Type("qq").Ended()
	copied, written := dissect(x.Written())
	l.take("screen", shown.String(), anyShape)
	l.take("clipboard", copied, anyShape)
	l.take("terminal", "", func(string) error { return written })
}

// dissect reads what a program wrote to its terminal: drawing, modes of its own, the title, links that
// are web addresses, copies of clean text. The error tells of anything else.
func dissect(raw string) (copied string, err error) {
	state, p := byte(0), ansi.NewParser()
	var b strings.Builder
	for raw != "" {
		seq, _, n, next := ansi.DecodeSequence(raw, state, p)
		state, raw = next, raw[n:]
		switch {
		case len(seq) == 1 && strings.ContainsAny(seq, "\r\n\t\b"): // the cursor's way
		case strings.HasPrefix(seq, "\x1b["):
			if err == nil && !ownControl(seq) {
				err = fmt.Errorf("the sequence %q", seq)
			}
		case strings.HasPrefix(seq, "\x1b]"):
			body := strings.TrimSuffix(strings.TrimSuffix(seq[2:], "\a"), "\x1b\\")
			kind, rest, _ := strings.Cut(body, ";")
			plain, decodeErr := base64.StdEncoding.DecodeString(strings.TrimPrefix(rest, "c;"))
			_, uri, _ := strings.Cut(rest, ";")
			switch {
			case kind == "52" && decodeErr == nil && text.Body(string(plain)) == string(plain):
				b.Write(plain)
			case kind == "8" && webAddress(uri), (kind == "0" || kind == "2") && (rest == "entente" || rest == ""), kind == "11" && rest == "?", kind == "111":
			case err == nil:
				err = fmt.Errorf("the control string %q", seq)
			}
		case seq == "\x1bM": // a row up
		case strings.HasPrefix(seq, "\x1b"):
			if err == nil {
				err = fmt.Errorf("the escape %q", seq)
			}
		default:
			if r, _, found := hostile.Obeyed(seq); err == nil && found {
				err = fmt.Errorf("%U in %q", r, seq)
			}
		}
	}
	return b.String(), err
}

// ownControl tells a sequence that draws, or sets a mode that the program gives back.
func ownControl(seq string) bool {
	final := seq[len(seq)-1]
	if strings.HasPrefix(seq, "\x1b[?") {
		return strings.IndexByte("hlu", final) >= 0 || strings.HasSuffix(seq, "$p")
	}
	return strings.IndexByte("mHABCDEFGdfJKLMPSTX@rabIZ", final) >= 0 || strings.IndexByte("uq", final) >= 0 && strings.ContainsAny(seq, "<>= ") || final == 'm'
}
