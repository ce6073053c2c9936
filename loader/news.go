package loader

import (
	"path"
	"regexp"
	"strings"

	"entente/model"
)

// News tells that what was read may be an article. In a folder of articles lie also files about the folder:
// a README, a licence, a list of what is to be done. A file is one of these where its name says so, or where it begins as
// licences do; and nobody signs it or says where it was published, and no encounter in it has a day. Whatever else there is, an article may be.
func News(a *model.Article) bool {
	if a.Record > 0 || a.Source != "" || a.Byline != "" || a.URL != "" || a.Lang != "" && a.Lang != "en" {
		return true
	}
	for _, r := range a.Reports {
		if !r.Date.IsZero() {
			return true
		}
	}
	return !aboutFolder(path.Base(a.Path)) && !licence.MatchString(a.Text[:min(len(a.Text), newsHead)])
}

// newsHead is how much of a text is looked at for the words of a licence, in bytes.
const newsHead = 4 << 10

var licence = regexp.MustCompile(`(?i)permission is hereby granted, free of charge|redistribution and use in source and binary forms|` +
	`gnu (?:lesser |affero )?general public license|apache license\s+version|mozilla public license|creative commons .{0,60}public license`)

// aboutFolder tells that a file's name is one that papers about a folder have: README, Licence.txt, LICENSE-MIT, todo.md.
func aboutFolder(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	if folderPapers[strings.ToLower(stem)] {
		return true
	}
	begins := stem[:max(0, strings.IndexAny(stem, "-_"))]
	return begins != "" && begins == strings.ToUpper(begins) && folderPapers[strings.ToLower(begins)]
}

// folderPapers are names that the papers about folders go by.
var folderPapers = map[string]bool{
	"readme": true, "license": true, "licence": true, "copying": true, "copyright": true, "notice": true, "changelog": true, "changes": true, "contributing": true,
	"contributors": true, "authors": true, "maintainers": true, "todo": true, "install": true, "code_of_conduct": true, "security": true, "manifest": true,
}
