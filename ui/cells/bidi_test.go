package cells

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"entente/ui/theme"
)

func TestBidi_VisualOrder(t *testing.T) {
	on, off := theme.New(theme.Options{Bidi: true}), theme.New(theme.Options{})
	tests := []struct{ name, in, want string }{
		{"left to right is left alone", "Kyiv, 24 April", "Kyiv, 24 April"},
		{"a word of Hebrew", "שלום", "םולש"},
		{"a word within English", "the שלום talks", "the םולש talks"},
		{"figures keep their order", "בשנת 2024 נפגשו", "ושגפנ 2024 תנשב"},
		{"figures among words of another direction", "x שנת 2024 טוב y", "x בוט 2024 תנש y"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ansi.Strip(NewLine(on, 40).Put(on.Text, tt.in).Head()); got != tt.want {
				t.Errorf("on: got %q, want %q", got, tt.want)
			}
			if got := ansi.Strip(NewLine(off, 40).Put(off.Text, tt.in).Head()); got != tt.in {
				t.Errorf("off: got %q", got)
			}
			var runs []Run // a letter each: the row must come out as if it were one run
			for _, r := range tt.in {
				runs = append(runs, Run{Ink: on.Text, Text: string(r)})
			}
			if got := ansi.Strip(NewLine(on, 40).PutRuns(runs).Head()); got != tt.want {
				t.Errorf("in runs: got %q, want %q", got, tt.want)
			}
		})
	}
}
