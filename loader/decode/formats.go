package decode

// formats is every format but plain text, which is what no row claims. Rows
// are asked in order; a sniff must not mistake prose for its own.
var formats = []format{
	{"HTML", startsHTML, []string{".html", ".htm", ".xhtml", ".shtml"}, decodeHTML},
	{"Markdown", startsMatter, []string{".md", ".markdown", ".mdown", ".mkd"}, decodeMarkdown},
	{"JSON", startsJSON, []string{".json", ".jsonl", ".ndjson"}, decodeJSON},
	{"CSV", nil, []string{".csv", ".tsv"}, decodeCSV},
}
