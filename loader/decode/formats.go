package decode

var markdownNames = []string{".md", ".markdown", ".mdown", ".mkd"}

// formats is every format but plain text, which is what no row claims. Rows
// are asked in order; a sniff must not mistake prose for its own.
var formats = []format{
	{"gzip", startsWith("\x1f\x8b\x08"), nil, unpack(openGzip)},
	{"zstd", startsWith("\x28\xb5\x2f\xfd"), nil, unpack(openZstd)},
	{"xz", startsWith("\xfd7zXZ\x00"), nil, unpack(openXZ)},
	{"bzip2", startsBzip2, nil, unpack(openBzip2)},
	{"EPUB", startsEPUB, nil, decodeEPUB},
	{"PDF", startsPDF, nil, decodePDF},
	{"zip", startsWith("PK\x03\x04"), nil, decodeZip},
	{"tar", startsTar, nil, decodeTar},
	{"WARC", startsWith("WARC/"), nil, decodeWARC},
	{"NITF", startsXML("<nitf"), nil, decodeAgency},
	{"NewsML-G2", startsXML("<newsItem", "<newsMessage", "<packageItem"), nil, decodeAgency},
	{"feed", startsFeed, nil, decodeFeed},
	{"HTML", startsHTML, []string{".html", ".htm", ".xhtml", ".shtml"}, decodeHTML},
	{"MHTML", startsMHTML, []string{".mht", ".mhtml"}, decodeMHTML},
	{"mbox", startsMbox, nil, decodeMbox},
	{"mail", startsMail, []string{".eml"}, decodeMail},
	{"Markdown", startsMatter, markdownNames, decodeMarkdown},
	{"JSON", startsJSON, []string{".json", ".jsonl", ".ndjson"}, decodeJSON},
	{"CSV", nil, []string{".csv", ".tsv"}, decodeCSV},
}
