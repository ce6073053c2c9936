package loader_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/model"
)

func TestNews(t *testing.T) {
	long := strings.Repeat("There is a table in the hall of the ministry that is too long for anybody to shake hands across it. ", 20)
	met := []*model.Report{{Date: model.NewDate(2024, 5, 14)}}
	for name, c := range map[string]struct {
		a    model.Article
		want bool
	}{
		"a README":                         {model.Article{Path: "pile/README.md", Text: "# Articles\n\nRead them so."}, false},
		"one in another language":          {model.Article{Path: "README.de.md", Text: long}, false},
		"one of a long name":               {model.Article{Path: "README-first.txt", Text: long}, false},
		"a licence":                        {model.Article{Path: "a.txt", Text: "Copyright 2024\n\nPermission is hereby granted, free of charge, to any person"}, false},
		"a list of what is to be done":     {model.Article{Path: "todo.txt", Text: "Find the other half."}, false},
		"a few words":                      {model.Article{Path: "a.txt", Text: "Kyiv is silent."}, true},
		"a name that begins so":            {model.Article{Path: "security-council-meets.md", Text: "Nobody came."}, true},
		"a paper with code":                {model.Article{Path: "how-we-counted.md", Text: "We counted so:\n\n```\nentente articles\n```\n"}, true},
		"an essay that names no day":       {model.Article{Path: "essay.txt", Text: long}, true},
		"a README that tells of a meeting": {model.Article{Path: "README.md", Text: "They met over this.", Reports: met}, true},
		"one that somebody signed":         {model.Article{Path: "README.md", Text: "Short.", Byline: "A. B."}, true},
		"one of an outlet":                 {model.Article{Path: "notice.txt", Text: "Short.", Source: "Ukrinform"}, true},
		"a record of a dump":               {model.Article{Path: "manifest.jsonl", Text: "Short.", Record: 3}, true},
		"one that is not in English":       {model.Article{Path: "README", Text: "Зустріч", Lang: "uk"}, true},
	} {
		if got := loader.News(&c.a); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// What is no article is read, told of, and not shown; the next load knows it without reading. Whoever names it sees it.
func TestLoad_PapersAboutTheFolder(t *testing.T) {
	readme := "# Articles\n\nRead them so:\n\n```\nentente articles\n```\n"
	files := fstest.MapFS{
		"README.md": file(readme),
		"a.txt":     file("KYIV, April 24, 2023 - Volodymyr Zelenskyy met Estonian Prime Minister Kaja Kallas in Zhytomyr on April 24, 2023."),
	}
	recent := &loader.Recent{}
	o := loader.Options{Reader: extract.New(gazetteer.Default()), News: loader.News, Memory: recent}
	for range 2 {
		res := load(t, o, folder("pile", files))
		if len(res.Articles) != 1 || res.Report.Articles != 1 || notes(res.Report.Skipped) != "pile/README.md looks like a paper about a folder and not like an article, and is left out; named by itself it is read\n" {
			t.Errorf("%v; %+v", ids(res.Articles), res.Report)
		}
	}
	o.Memory = nil
	named := loader.Source{Name: "README.md", FS: files, Root: "README.md"}
	if res := load(t, o, named, loader.Source{Name: "standard input", R: strings.NewReader(readme)}); len(res.Report.Skipped) != 1 || len(res.Articles) != 1 { // the second says what the first does
		t.Errorf("named: %v; %+v", ids(res.Articles), res.Report)
	}
	o.News = nil
	if res := load(t, o, folder("pile", files)); len(res.Articles) != 2 {
		t.Errorf("where all is taken for articles: %v", ids(res.Articles))
	}
}

// No article of the collections that the rules are measured with is taken for another paper.
func TestNews_OfTheLabelled(t *testing.T) {
	reader := extract.New(gazetteer.Default())
	for _, dir := range []string{goldFolder + "/articles", "testdata/press/articles"} {
		n := 0
		_, err := loader.Each(t.Context(), []loader.Source{loader.Open(dir, nil)}, loader.Options{Reader: reader}, func(a *model.Article) error {
			if n++; !loader.News(a) {
				t.Errorf("%s/%s is taken for no article", dir, a.ID)
			}
			return nil
		})
		if err != nil || n < 100 {
			t.Errorf("%s: %d articles, %v", dir, n, err)
		}
	}
}
