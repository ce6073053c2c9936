package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"entente/export"
)

// payloads are what terminals were made to obey, or people to misread.
var payloads = map[string]string{
	"clear screen":            "\x1b[2J\x1b[H",
	"colour in C1":            "\u009b31m",
	"window title":            "\x1b]0;owned\x07",
	"window title in C1":      "\u009d0;owned\u009c",
	"clipboard":               "\x1b]52;c;ZXZpbA==\x07",
	"link":                    "\x1b]8;;javascript:alert(1)\x1b\\here\x1b]8;;\x1b\\",
	"notification":            "\x1b]9;7;calc\x07",
	"file transfer":           "\x1b]1337;File=name=eA==:eA==\x07",
	"device control":          "\x1bP1$r0m\x1b\\",
	"application command":     "\x1b_Gf=32;eA==\x1b\\",
	"report of the state":     "\x1b[6n\x1b[c",
	"unterminated":            "\x1b]0;owned",
	"carriage return":         "honest\rfalse",
	"backspaces":              "honest\b\b\b\b\b\bfalse",
	"bell, nul, delete":       "\a\x00\x7f",
	"override":                "\u202egpj.exe",
	"isolate":                 "\u2066\u2067x\u2069",
	"marks of direction":      "\u200e\u200f\u061c",
	"zero width":              "Ka\u200bl\u2060l\ufeffas\u00ad",
	"tag characters":          "\U000e0041\U000e0042\U000e007f",
	"tower of marks":          "e" + strings.Repeat("\u0301", 300),
	"invalid bytes":           "\xff\xfe\xc0\xaf\xed\xa0\x80\xf8",
	"line separators":         "a\u2028b\u2029c\u0085d",
	"entity":                  "&#27;]0;owned&#7;",
	"escaped entity":          "&amp;#27;]0;owned",
	"markup":                  "<script>alert(1)</script><img src=x onerror=alert(1)>",
	"formula":                 "=cmd|' /C calc'!A1",
	"line of a calendar":      "x\r\nEND:VEVENT",
	"shell":                   "$(reboot) `reboot` ; reboot",
	"percent signs":           "%s%n%d",
	"quotation marks":         `"},{"id":"x`,
	"variation selectors":     "x\U000e0100\U000e01ef\ufe0f",
	"annotation":              "\ufff9a\ufffab\ufffb",
	"private and unassigned":  "\ue000\U0010ffff",
	"a very long word":        strings.Repeat("x", 100_000),
	"a hundred quoted levels": strings.Repeat("> ", 100) + "x",
}

// obeyed finds a character that a terminal would obey or a reader not see.
func obeyed(s string) (rune, bool) {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd") {
			return r, true
		}
		if r != '\n' && r != 0x200c && r != 0x200d && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r >= 0xe0000 && r < 0xe1000 {
			return r, true
		}
	}
	return 0, false
}

// TestHostilePayloads sends each payload through each place where an article
// can carry it, and asserts on the bytes of each output.
func TestHostilePayloads(t *testing.T) {
	places := map[string]func(string) (file, content string){
		"text": func(p string) (string, string) {
			return "a.txt", p + "\nMEET held call 2023-01-03 - -: Justin " + oneLine(p) + " (CA)\n"
		},
		"Markdown": func(p string) (string, string) {
			return "a.md", "---\ntitle: T\n---\n" + p + "\nMEET held call 2023-01-03 Ky" + oneLine(p) + " UA: A (UA)\n"
		},
		"front matter": func(p string) (string, string) {
			return "a.md", "---\ntitle: " + quoted(p) + "\nsource: " + quoted(p) + "\nurl: " + quoted("https://a.example/"+p) + "\nbyline: " + quoted(p) + "\n---\nMEET held call 2023-01-03 - -: A (UA)\n"
		},
		"JSON": func(p string) (string, string) {
			return "a.json", `{"title":` + quoted(p) + `,"source":` + quoted(p) + `,"text":` + quoted(p+"\nMEET held call 2023-01-03 - -: A (UA)") + `}`
		},
		"page": func(p string) (string, string) {
			return "a.html", "<!doctype html><title>" + p + "</title><h1>" + p + "</h1><p>" + p + "</p><p>MEET held call 2023-01-03 - -: A (UA)</p>"
		},
		"feed": func(p string) (string, string) {
			return "a.xml", "<rss version=\"2.0\"><channel><title>" + p + "</title><item><title>" + p + "</title><description>" + p + "</description></item></channel></rss>"
		},
		"mail": func(p string) (string, string) {
			return "a.eml", "From: " + oneLine(p) + "\nTo: b\nSubject: " + oneLine(p) + "\nDate: 1 Jun 2024 10:00:00 +0000\n\n" + p + "\nMEET held call 2023-01-03 - -: A (UA)\n"
		},
		"file name": func(p string) (string, string) {
			return "a" + fileName(p) + ".txt", "MEET held call 2023-01-03 - -: A (UA)\n"
		},
		"no article": func(p string) (string, string) { return "a" + fileName(p) + ".jpg", "\xff\xd8\xff" },
	}
	for place, put := range places {
		for name, payload := range payloads {
			dir := t.TempDir()
			file, content := put(payload)
			if err := os.WriteFile(filepath.Join(dir, file), []byte(content), 0o600); err != nil {
				t.Fatalf("%s in %s: %v", name, place, err)
			}
			for _, f := range export.Formats() {
				r := run(t, "", "export", f.Name, dir)
				if c, bad := obeyed(strings.ReplaceAll(r.out, "\r\n", "\n") + r.err); bad {
					t.Errorf("%s in %s: entente export %s writes %U", name, place, f.Name, c)
				}
				escaped := strings.ReplaceAll(codeSpan.ReplaceAllString(r.out, ""), `\<`, "")
				rendered := f.Name == "html" || f.Name == "graphml" || f.Name == "markdown"
				if rendered && (strings.Contains(escaped, "<script>alert") || strings.Contains(escaped, "<img src=x")) {
					t.Errorf("%s in %s: entente export %s passes markup", name, place, f.Name)
				}
				if f.Name == "ics" && strings.Contains(r.out, "\nEND:VEVENT\r\nx") {
					t.Errorf("%s in %s: a line of its own in a calendar", name, place)
				}
			}
			for _, args := range [][]string{{"list"}, {"list", "--format", "jsonl"}, {"extract"}, {"extract", "--names"}, {"read", file}, {"why", file}, {"why", file + payload}} {
				r := run(t, "", append(args, dir)...)
				for stream, s := range map[string]string{"output": r.out, "error": r.err} {
					if c, bad := obeyed(s); bad {
						t.Errorf("%s in %s: entente %s writes %U to its %s", name, place, args[0], c, stream)
					}
				}
				if strings.Contains(r.out, "javascript:") && strings.Contains(r.out, `"url":"javascript`) {
					t.Errorf("%s in %s: a link that is none", name, place)
				}
				if args[0] == "extract" || len(args) == 3 {
					for line := range strings.Lines(r.out) {
						if !json.Valid([]byte(line)) {
							t.Errorf("%s in %s: no JSON: %.200s", name, place, line)
						}
					}
				}
				if n := strings.Count(r.err, "\n"); n > 3 {
					t.Errorf("%s in %s: %d lines of errors", name, place, n)
				}
			}
		}
	}
}

// codeSpan is Markdown in which nothing else means anything.
var codeSpan = regexp.MustCompile("(?m)(?:^|[^`])`[^`\n]+`(?:[^`]|$)")

func oneLine(s string) string { return strings.NewReplacer("\n", "", "\r", "", ",", "").Replace(s) }

func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// fileName makes a payload fit for a file system: the rest of it is what counts.
func fileName(s string) string {
	s = strings.NewReplacer("/", "", "\x00", "").Replace(s)
	return s[:min(len(s), 100)]
}
