package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A word within quotation marks is completed in bash, and nothing on the line is run for it.
func TestCompletion_BashWithinQuotes(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash here")
	}
	dir := t.TempDir()
	if r := run(t, "", "completion", "bash"); strings.Count(r.out, "__start_entente()") != 1 {
		t.Fatal("the library's own part is not where this one is")
	}
	script := filepath.Join(dir, "entente.bash")
	if err := os.WriteFile(script, []byte(run(t, "", "completion", "bash").out), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, words, offers, asked, replies string }{
		{"a filter", `entente list '"leader:Zel'`, `leader:Zelenskyy\n:36`, "__completeNoDesc|list|leader:Zel", "leader:Zelenskyy"},
		{"two words", `entente list '"kallas with:esto'`, `kallas with:estonia\n:36`, "__completeNoDesc|list|kallas with:esto", "kallas with:estonia"},
		{"single marks", `entente list "'in:Tall"`, `in:Tallinn\n:36`, "__completeNoDesc|list|in:Tall", "in:Tallinn"},
		{"a value of two words", `entente list '"with:united'`, `with:"united States"\nwith:"united Kingdom"\n:36`, "__completeNoDesc|list|with:united", `with:\"united States\"|with:\"united Kingdom\"`},
		{"marks within marks", `entente list '"with:\"united St'`, `with:"united States"\n:36`, `__completeNoDesc|list|with:"united St`, `with:\"united States\"`},
		{"more is to come", `entente list --filter '"lead'`, `leader:\n:6`, "__completeNoDesc|list|--filter|lead", "leader:|leader:…"},
		{"behind a sign", `entente list --filter = '"who:ka'`, `who:kallas\n:36`, "__completeNoDesc|list|--filter|who:ka", "who:kallas"},
		{"words before", `entente list '"a b"' '"in:Ky'`, `in:Kyiv\n:36`, "__completeNoDesc|list|a b|in:Ky", "in:Kyiv"},
		{"nothing is run", `entente list '$(touch ran)' '"in:Ky'`, `in:Kyiv\n:36`, "__completeNoDesc|list|$(touch ran)|in:Ky", "in:Kyiv"},
		{"others are left out", `entente list '"in:Ky'`, `in:Kyiv\nin:Lviv\n:36`, "__completeNoDesc|list|in:Ky", "in:Kyiv"},
		{"nothing is offered", `entente list '"zz'`, `:36`, "__completeNoDesc|list|zz", ""},
	} {
		program := `
. "$1"
entente() { (IFS='|'; printf '%s' "$*" >asked); printf '` + c.offers + `\n'; }
COMP_WORDS=(` + c.words + `)
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
__entente_quoted 2>/dev/null
IFS='|'
printf '%s' "${COMPREPLY[*]}"`
		cmd := exec.CommandContext(t.Context(), bash, "--norc", "-c", program, "bash", script)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		asked, _ := os.ReadFile(filepath.Join(dir, "asked"))
		if err != nil || string(out) != c.replies || string(asked) != c.asked {
			t.Errorf("%s: asked %q, offers %q, want %q and %q; %v", c.name, asked, out, c.asked, c.replies, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "ran")); err == nil {
		t.Error("a word of the line was run")
	}
}
