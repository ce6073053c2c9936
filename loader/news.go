package loader

import (
	"regexp"

	"entente/model"
)

// News tells that what was read may be an article. In a folder of articles lie also files about the folder:
// a README, a licence, a list of what is to be done. They are told by what stands in them: nobody signs them or says where they were
// published, no encounter in them has a day, and either they are set as papers about programs and data are, with code and
// tables, or speak as licences do, or are a few words in which no day is named. What may be either is an article: essays name no day.
func News(a *model.Article) bool {
	if a.Record > 0 || a.Source != "" || a.Byline != "" || a.URL != "" || a.Lang != "" && a.Lang != "en" {
		return true
	}
	for _, r := range a.Reports {
		if !r.Date.IsZero() {
			return true
		}
	}
	head := a.Text[:min(len(a.Text), newsHead)]
	switch {
	case licence.MatchString(head):
		return false
	case !a.Published.IsZero():
		return true
	case technical.MatchString(head):
		return false
	}
	return len(a.Reports) > 0 || len(a.Text) > fewWords || namedDay.MatchString(head)
}

// newsHead is how much of a text is looked at, and fewWords how long a few words are, in bytes.
const (
	newsHead = 64 << 10
	fewWords = 800
)

var (
	licence = regexp.MustCompile(`(?i)permission is hereby granted|redistribution and use in source and binary forms|general public license|` +
		`licensed under the|this license|without warranties or conditions of any kind|"as is"`)
	technical = regexp.MustCompile("(?m)^ {0,3}```|^ {0,3}~~~|^ *\\|(?: *:?-{2,}:? *\\|){2,}|" +
		"^ *\\$ [a-z]|\\[!\\[|\\b(?:go get|go install|npm install|pip install|git clone) |`[^`\n]+`[^`]{1,200}`[^`\n]+`[^`]{1,200}`[^`\n]+`")
	namedDay = regexp.MustCompile(`(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:yesterday|today|tomorrow|tonight|last week|this week|next week)\b|` +
		`\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ` +
		`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|` +
		`\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b`)
)
