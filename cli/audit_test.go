package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pileOf makes a folder with one article.
func pileOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "pile")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, body := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func calls(days ...string) map[string]string {
	out := map[string]string{}
	for _, d := range days {
		out["d"+d+".txt"] = "MEET held call 2024-05-" + d + " - -: Kaja Kallas (EE), Alexander Stubb (FI)\n"
	}
	return out
}

func TestAudit_AsksAndKeepsTheVerdicts(t *testing.T) {
	pile := pileOf(t, calls("01", "02", "03", "04", "05", "06"))
	r := run(t, "y\nwhat?\nn date = 2024-06-01\nn dance\nn\n?\n", "audit", "4", pile)
	if r.code != 0 || !strings.HasSuffix(r.out, "\n1 of 3 right, 95 % interval 6–79 %, 1 unsure\n") || strings.Count(r.out, "/4  2024-05-") != 4 {
		t.Errorf("%+v", r)
	}
	if !strings.Contains(r.err, "y, n or ?") || !strings.Contains(r.err, `"dance" is no verb`) {
		t.Errorf("said %q", r.err)
	}
	kept, err := os.ReadFile(filepath.Join(filepath.Dir(pile), "entente.corrections"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\nkeep m-", "\ndate m-", "= 2024-06-01  # audit: ", "\nreject m-"} {
		if strings.Count(string(kept), want) != 1 {
			t.Errorf("%q is not there once:\n%s", want, kept)
		}
	}
	if n := strings.Count(run(t, "", "list", pile).out, "\n"); n != 5 {
		t.Errorf("%d meetings are left, want 5", n)
	}
}

func TestAudit_TheSameSeedDrawsTheSame(t *testing.T) {
	pile := pileOf(t, calls("01", "02", "03", "04", "05", "06", "07", "08"))
	ask := func(args ...string) string {
		return run(t, "?\n?\n?\n", append([]string{"audit", "3", pile, "--no-corrections"}, args...)...).out
	}
	first := ask()
	if ask() != first || ask("--seed", "1") != first {
		t.Error("the same seed draws others")
	}
	if ask("--seed", "2") == first && ask("--seed", "3") == first {
		t.Error("another seed draws the same")
	}
	if !strings.HasSuffix(first, "nothing was judged, 3 unsure\n") {
		t.Errorf("%s", first)
	}
	// What comes to the pile later changes the draw only where it is drawn itself.
	if err := os.WriteFile(filepath.Join(pile, "more.txt"), []byte("MEET held call 2024-05-20 - -: Kaja Kallas (EE)\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	same := 0
	for line := range strings.Lines(ask()) {
		if _, drawn, ok := strings.Cut(line, "/3  2024"); ok && strings.Contains(first, drawn) {
			same++
		}
	}
	if same < 2 {
		t.Errorf("only %d of the three are drawn again", same)
	}
}

func TestAudit_EndsWhereTheAnswersEnd(t *testing.T) {
	pile := pileOf(t, calls("01", "02", "03"))
	for _, c := range []struct{ in, want string }{
		{"", "nothing was judged, 0 unsure"},
		{"y\n", "1 of 1 right, 95 % interval 21–100 %"},
		{"y\nq\ny\n", "1 of 1 right"},
	} {
		if r := run(t, c.in, "audit", "3", pile, "--no-corrections"); r.code != 0 || !strings.Contains(r.out, c.want) {
			t.Errorf("%q: %+v", c.in, r)
		}
	}
	if r := run(t, "y\n", "audit", "3", "--who", "nobody", pile); !strings.Contains(r.out, "there is no meeting to judge") {
		t.Errorf("%+v", r)
	}
	for _, args := range [][]string{{"audit"}, {"audit", "0"}, {"audit", "many"}, {"audit", "3", "-"}, {"audit", "--labels", "x"}} {
		if r := run(t, "", args...); r.code != 2 || r.out != "" {
			t.Errorf("%v: %+v", args, r)
		}
	}
}

func TestAudit_Labels(t *testing.T) {
	pile := pileOf(t, calls("01", "02"))
	labels := filepath.Join(t.TempDir(), "labels.jsonl")
	const both = `{"id":"d01.txt","events":[{"primary":true,"date":"2024-05-01","kind":"call","status":"held","participants":["Kallas","Stubb"],"countries":["EE","FI"]}]}
{"id":"d02.txt","events":[{"primary":true,"date":"2024-05-03","kind":"call","status":"held","participants":["Kallas","Stubb"],"countries":["EE","FI"]}]}
`
	if err := os.WriteFile(labels, []byte(both), 0o600); err != nil {
		t.Fatal(err)
	}
	r := run(t, "", "audit", "--labels", labels, "--errors", pile)
	if r.code != 0 || !strings.Contains(r.out, "date exact                     50.0 %   (1 of 2)") || !strings.HasSuffix(r.out, "d02.txt: date_exact\n") {
		t.Errorf("%+v", r)
	}
	if r := run(t, "", "audit", "--labels", labels, "--format", "json", pile); r.code != 0 || !strings.Contains(r.out, `"whole_record": {`) {
		t.Errorf("%+v", r)
	}
	if err := os.WriteFile(labels, []byte("{\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "", "audit", "--labels", labels, pile); r.code != 1 || !strings.Contains(r.err, "labels.jsonl: line 1") {
		t.Errorf("%+v", r)
	}
}
