package decode

import (
	"strings"
	"testing"
)

const (
	nitf = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><head><title>slug</title><docdata><date.issue norm="20230424T120000Z"/></docdata></head>
<body><body.head><hedline><hl1>Kallas in Kyiv</hl1></hedline><byline>By A. Writer</byline><distributor>Harbour Agency</distributor></body.head>
<body.content><block><p>They met on
Monday.</p><media><media-caption><p>A photograph.</p></media-caption></media><p>They <em>talked</em>.</p></block></body.content></body></nitf>`
	newsML = `<?xml version="1.0"?><newsMessage xmlns="x"><itemSet>` +
		`<newsItem><itemMeta><versionCreated>2023-04-25T10:00:00Z</versionCreated></itemMeta><contentMeta><contentCreated>2023-04-24</contentCreated>` +
		`<by>A. Writer</by><creditline>Harbour Agency</creditline><headline>Kallas in Kyiv</headline></contentMeta>` +
		`<contentSet><inlineXML><html><head><title>no</title></head><body><p>They met on Monday.</p><p>They talked.</p></body></html></inlineXML></contentSet></newsItem>` +
		`<newsItem><contentMeta><headline>Second</headline></contentMeta></newsItem></itemSet></newsMessage>`
)

func TestAgency(t *testing.T) {
	for _, c := range []struct {
		name, in string
		articles int
		record   int
	}{{"NITF", nitf, 1, 0}, {"NewsML-G2", newsML, 2, 1}} {
		all, err := decodeAll(t, "x.xml", c.in)
		if err != nil || len(all) != c.articles {
			t.Fatalf("%s: %d articles, %v", c.name, len(all), err)
		}
		a := all[0]
		if a.Title != "Kallas in Kyiv" || strings.TrimSpace(a.Text) != "They met on Monday.\n\nThey talked." || a.Published.String() != "2023-04-24" ||
			a.Source != "Harbour Agency" || !strings.Contains(a.Byline, "A. Writer") || a.Record != c.record {
			t.Errorf("%s: %+v", c.name, a)
		}
	}
	all, err := decodeAll(t, "x.xml", newsML[:len(newsML)-60])
	if len(all) != 1 || err == nil || !strings.Contains(err.Error(), "after item 1") {
		t.Errorf("cut short: %d articles, %v", len(all), err)
	}
	laughs := `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]><nitf><body><body.content><p>&b;</p></body.content></body></nitf>`
	if all, err := decodeAll(t, "x.xml", laughs); len(all) != 0 || err == nil || !strings.Contains(err.Error(), "entity") {
		t.Errorf("entities: %+v, %v", all, err)
	}
}
