package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/model"
	"entente/store"
	"entente/ui"
)

func someMeeting(id string, day int) *model.Meeting {
	a := &model.Article{ID: id + ".txt", Path: id + ".txt", Text: "Met " + id + "."}
	return &model.Meeting{
		ID: id, Date: model.NewDate(2024, 5, day), People: []model.Participant{{Name: "Kaja Kallas", Party: "EE"}},
		Parties: []model.Party{"EE"}, Reports: []*model.Report{{Article: a}},
	}
}

// The screen writes the format that the ending tells, and no file that is there unless it is told to.
func TestDesk_WriteFile(t *testing.T) {
	var d desk
	write := d.writeFile(nil)
	t.Setenv("HOME", t.TempDir())
	x := ui.Export{File: "~/a.jsonl", Meetings: []*model.Meeting{someMeeting("m-1", 14)}}
	path, err := write(x)
	if err != nil || path != filepath.Join(os.Getenv("HOME"), "a.jsonl") {
		t.Fatalf("wrote %s, %v", path, err)
	}
	line, err := meetingJSON(x.Meetings[0])
	if raw, _ := os.ReadFile(path); err != nil || strings.TrimSpace(string(raw)) != line || !strings.Contains(line, `"id":"m-1"`) {
		t.Errorf("wrote %q; one meeting is %q, %v", raw, line, err)
	}
	if _, err := write(x); err == nil || !strings.Contains(err.Error(), "there is a file") {
		t.Errorf("written over: %v", err)
	}
	x.Replace, x.Meetings = true, append(x.Meetings, someMeeting("m-2", 15))
	if _, err := write(x); err != nil {
		t.Error(err)
	}
	if raw, _ := os.ReadFile(path); strings.Count(string(raw), "\n") != 2 {
		t.Errorf("replaced by %q", raw)
	}
	for _, name := range []string{"a.xyz", "a", filepath.Join("nowhere", "a.csv")} {
		if _, err := write(ui.Export{File: filepath.Join(t.TempDir(), name)}); err == nil {
			t.Errorf("%s was written", name)
		}
	}
}

// The screen's last look is its own: what is told by mail is news on the screen all the same.
func TestDesk_News(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	meetings := []*model.Meeting{someMeeting("m-1", 14)}
	d := desk{shown: model.NewTimeline(meetings, nil, nil)}
	ctx, since := context.Background(), d.since(nil, nil)
	if n, err := since(ctx, ui.Point{}); err != nil || n.Known {
		t.Errorf("before the first look: %+v, %v", n, err)
	}
	if err := store.OpenSeen(store.NewCollection(nil)).Remember(store.Sights(meetings)); err != nil {
		t.Fatal(err)
	}
	if err := d.remember(nil)(ctx); err != nil {
		t.Fatal(err)
	}
	meetings = append(meetings, someMeeting("m-2", 16))
	d.shown = model.NewTimeline(meetings, nil, nil)
	if n, err := since(ctx, ui.Point{}); err != nil || !n.Known || len(n.Changes) != 1 || n.Changes[0].Now != meetings[1] {
		t.Errorf("since the look: %+v, %v", n, err)
	}
	if n, err := since(ctx, ui.Point{Told: true}); err != nil || !n.Known || len(n.Changes) != 1 {
		t.Errorf("since the command told: %+v, %v", n, err)
	}
}

// What was noted goes out where it is asked for, and nowhere without a place for it.
func TestDesk_WriteFileWithNotes(t *testing.T) {
	var d desk
	write := d.writeFile(nil)
	dir := t.TempDir()
	x := ui.Export{Meetings: []*model.Meeting{someMeeting("m-1", 14)}, Marks: map[string]model.Mark{"m-1": {Note: "Ask Anna."}}}
	for _, name := range []string{"a.md", "a.html", "a.csv", "a.jsonl"} {
		x.File = filepath.Join(dir, name)
		if _, err := write(x); err != nil {
			t.Fatal(err)
		}
		if raw, _ := os.ReadFile(x.File); !strings.Contains(string(raw), "Ask Anna") {
			t.Errorf("%s: no note in %s", name, raw)
		}
	}
	x.File = filepath.Join(dir, "a.ics")
	if _, err := write(x); err == nil || !strings.Contains(err.Error(), "ics has no place for notes; jsonl, csv, markdown, html have") {
		t.Errorf("a calendar takes notes: %v", err)
	}
}

func TestPathsFrom(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	sep := string(filepath.Separator)
	for _, f := range []string{"out", "older"} {
		if err := os.Mkdir(filepath.Join(dir, f), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range []string{"ours.csv", ".hidden", "o\x1b[2Jdd.csv"} {
		if err := os.WriteFile(filepath.Join(dir, f), nil, 0o600); err != nil && !strings.Contains(f, "\x1b") { // some systems refuse the name
			t.Fatal(err)
		}
	}
	for typed, want := range map[string]string{
		dir + sep + "o": dir + sep + "older" + sep + " " + dir + sep + "ours.csv " + dir + sep + "out" + sep,
		"~/ou":          "~/ours.csv ~/out" + sep,
		"~/.h":          "~/.hidden",
		"~/nothing/x":   "",
	} {
		if got := strings.Join(pathsFrom(typed), " "); got != want {
			t.Errorf("%s: offered %q, want %q", typed, got, want)
		}
	}
}
