package decode

import (
	"strings"
	"testing"

	"entente/model"
)

func decodeWith(tb testing.TB, o Options, name, in string) ([]*model.Article, error) {
	tb.Helper()
	var out []*model.Article
	err := Decode(tb.Context(), name, strings.NewReader(in), o, func(a *model.Article) error {
		out = append(out, a)
		return nil
	})
	return out, err
}

func TestColumns(t *testing.T) {
	for _, c := range []struct{ name, columns, file, in, want string }{
		{"by name", "published=Datum,text=Inhalt,title=Kopf", "a.csv", "Kopf;Datum;Inhalt\nEins;2024-05-01;Text eins\nZwei;2024-05-02;Text zwei\n", "1 Eins|2024-05-01|Text eins 2 Zwei|2024-05-02|Text zwei"},
		{"by number, and the other columns go by their names", "text=3", "a.csv", "title,date,body2\nOne,2024-05-01,Text\n", "1 One|2024-05-01|Text"},
		{"what the user says leaves no other column", "text=summary", "a.csv", "text,summary\nlong,short\n", "1 ||short"},
		{"no header", "title=1,published=2,text=3", "a.tsv", "One\t2024-05-01\tText one\nTwo\t2024-05-02\tText two\n", "1 One|2024-05-01|Text one 2 Two|2024-05-02|Text two"},
		{"numbers, and a header", "text=2,title=1", "a.csv", "title,words\nOne,Text one\n", "1 One||Text one"},
		{"JSON Lines", "text=inhalt,published=am", "a.jsonl", `{"titel":"x","inhalt":"Text","am":"2024-05-01"}` + "\n" + `{"inhalt":"Zwei"}`, "1 |2024-05-01|Text 2 ||Zwei"},
	} {
		columns, err := ParseColumns(c.columns)
		if err != nil {
			t.Fatal(err)
		}
		all, err := decodeWith(t, Options{Columns: columns}, c.file, c.in)
		var got []string
		for _, a := range all {
			got = append(got, strings.Join([]string{string(rune('0'+a.Record)) + " " + a.Title, a.Published.String(), a.Text}, "|"))
		}
		if s := strings.Join(got, " "); s != c.want || err != nil {
			t.Errorf("%s: %q, %v, want %q", c.name, s, err, c.want)
		}
	}
	for _, bad := range []string{"text", "text=", "body=1,colour=2", "=3"} {
		if _, err := ParseColumns(bad); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
	if _, err := decodeWith(t, Options{}, "a.csv", "one,two\nthree,four\n"); err == nil || !strings.Contains(err.Error(), "--columns") {
		t.Errorf("a table without names: %v", err)
	}
}

// TestOptions_Encoding: what the user says goes before what the file says, but
// not before what the bytes prove.
func TestOptions_Encoding(t *testing.T) {
	const russian, french = "Президент встретился с министром", "Élysée, déjà"
	for _, c := range []struct{ name, encoding, written, declared, want string }{
		{"said", "windows-1251", "windows-1251", "", russian},
		{"said, and declared otherwise", "koi8-r", "koi8-r", "windows-1252", russian},
		{"said of a folder with a file of UTF-8 in it", "windows-1251", "utf-8", "", russian},
		{"in seven bits", "iso-2022-jp", "iso-2022-jp", "", "日本の首相"},
		{"declared in seven bits", "", "iso-2022-jp", "iso-2022-jp", "日本の首相"},
		{"another name for it", "cp1251", "windows-1251", "", russian},
		{"none of the web's", "IBM850", "IBM850", "", french},
	} {
		page := `<html><head><meta charset="` + c.declared + `"></head><body><p>` + c.want + "</p></body></html>"
		for _, f := range []struct{ name, in string }{{"a.html", page}, {"a.txt", c.want}} {
			if c.declared != "" && f.name == "a.txt" {
				continue
			}
			all, err := decodeWith(t, Options{Encoding: c.encoding}, f.name, string(inEncoding(t, c.written, f.in)))
			if err != nil || len(all) != 1 || !strings.Contains(all[0].Text, c.want) {
				t.Errorf("%s, %s: %+v, %v", c.name, f.name, all, err)
			}
		}
	}
	if _, err := decodeWith(t, Options{Encoding: "klingon"}, "a.txt", "x"); err == nil || CheckEncoding("klingon") == nil || CheckEncoding("gbk") != nil {
		t.Errorf("an encoding that is none: %v", err)
	}
}

// TestNotice_DeclaredButWrong: the text is read right all the same.
func TestNotice_DeclaredButWrong(t *testing.T) {
	page := func(declared, s string) string {
		return `<html><head><meta charset="` + declared + `"><title>x</title></head><body><p>` + s + "</p></body></html>"
	}
	feed := func(declared, s string) string {
		return `<?xml version="1.0" encoding="` + declared + `"?><rss version="2.0"><channel><title>x</title><item><title>` + s + `</title></item></channel></rss>`
	}
	ru, pl := prose[0].text, prose[10].text
	for _, c := range []struct{ name, file, in, written, want, notice string }{
		{"UTF-8 that says windows-1251", "a.html", page("windows-1251", ru), "utf-8", ru, "declares windows-1251 and is written in utf-8"},
		{"windows-1251 that says UTF-8", "a.html", page("utf-8", ru), "windows-1251", ru, "declares utf-8 and is written in windows-1251"},
		{"windows-1251 that says ISO-8859-1", "a.html", page("iso-8859-1", ru), "windows-1251", ru, "declares iso-8859-1 and is written in windows-1251"},
		{"a feed in KOI8 that says UTF-8", "a.xml", feed("utf-8", ru), "koi8-r", ru, "declares utf-8 and is written in koi8-u"},
		{"a feed that says what it is", "a.xml", feed("windows-1251", ru), "windows-1251", ru, ""},
		{"right", "a.html", page("windows-1251", ru), "windows-1251", ru, ""},
		{"right, though a guess may be as good", "a.html", page("iso-8859-2", pl), "iso-8859-2", pl, ""},
		{"right, in the web's other name for it", "a.html", page("iso-8859-1", prose[4].text), "windows-1252", prose[4].text, ""},
	} {
		var notices []string
		o := Options{Notice: func(s string) { notices = append(notices, s) }}
		all, err := decodeWith(t, o, c.file, string(inEncoding(t, c.written, c.in)))
		if err != nil || len(all) != 1 || !strings.Contains(strings.Join(strings.Fields(all[0].Title+all[0].Text), " "), strings.Join(strings.Fields(c.want), " ")) {
			t.Errorf("%s: %+v, %v", c.name, all, err)
		}
		if got := strings.Join(notices, "; "); got != c.notice {
			t.Errorf("%s: noticed %q, want %q", c.name, got, c.notice)
		}
	}
}
