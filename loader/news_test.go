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
		"a README with code":                {model.Article{Text: "# Articles\n\nRead them so:\n\n```\nentente articles\n```\n"}, false},
		"one with a table":                  {model.Article{Text: "Kinds of files:\n\n| file | what |\n|---|---|\n| a | b |\n"}, false},
		"one with names of files":           {model.Article{Text: "In `text/` lie texts, in `html/` pages, and `labels.jsonl` has the labels."}, false},
		"a licence":                         {model.Article{Text: "Copyright 2024\n\nPermission is hereby granted, free of charge, to any person", Published: model.NewDate(2024, 1, 1)}, false},
		"a few words":                       {model.Article{Text: "To do: find the other half."}, false},
		"a few words with a day":            {model.Article{Text: "The talks are off, Kyiv said on Monday."}, true},
		"an essay that names no day":        {model.Article{Text: long}, true},
		"an article with a table and a day": {model.Article{Text: "| who | when |\n|---|---|\n| A | B |\n", Published: model.NewDate(2024, 1, 1)}, true},
		"one about a program, with a day":   {model.Article{Text: "They met over this:\n```\ncode\n```\n", Reports: met}, true},
		"one that somebody signed":          {model.Article{Text: "Short.", Byline: "A. B."}, true},
		"one of an outlet":                  {model.Article{Text: "Short.", Source: "Ukrinform"}, true},
		"a record of a dump":                {model.Article{Text: "Short.", Record: 3}, true},
		"one in another language":           {model.Article{Text: "Зустріч", Lang: "uk"}, true},
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
