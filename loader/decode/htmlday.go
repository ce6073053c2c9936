package decode

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"entente/model"
)

// dayName finds, in what a page's author calls an element, that it holds a day.
var dayName = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:date|datum|dateline|published?|pubdate|authored|created|posted|timestamp|datetime|postdate|entrydate)` +
	`(?:$|[\s_-])|(?-i:[a-z](?:Date|Datum|Published)(?:$|[\sA-Z_-]))`)

// dayLabel finds the word that stands before a day: Datum: 3.2.2022.
var dayLabel = regexp.MustCompile(`(?i)^(?:date|datum|published(?: on)?|posted(?: on)?|erschienen(?: am)?|veröffentlicht(?: am)?|publié le|fecha|data)\s*:\s*(.{6,40})$`)

// labelled is the day of an element that is called a day, or whose words say so; zero for any other.
func labelled(n *html.Node) model.Date {
	if n.Type != html.ElementNode {
		return model.Date{}
	}
	name := attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "data-testid")
	if dayName.MatchString(name) {
		for _, s := range []string{attr(n, "title"), attr(n, "data-date-time"), shortText(n)} {
			if d := day(s); !d.IsZero() {
				return d
			}
		}
	}
	switch n.Data {
	case "li", "p", "div", "span", "td", "h5", "dl":
		if m := dayLabel.FindStringSubmatch(shortText(n)); m != nil {
			return day(m[1])
		}
	}
	return model.Date{}
}

// bareDay finds words that are a day and nothing else, with a weekday and a time of day at most.
var bareDay = regexp.MustCompile(`^(?:\pL{2,12}\.?,? )?` +
	`(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.? \pL{3,12}\.?,? \d{4}|\pL{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?:,? .{0,12}\d{1,2}:\d{2}.{0,6})?$`)

// bare is the day of an element that says nothing else; zero for any other.
func bare(n *html.Node) model.Date {
	if n.FirstChild == nil || n.FirstChild != n.LastChild || n.FirstChild.Type != html.TextNode {
		return model.Date{}
	}
	if s := shortText(n); bareDay.MatchString(s) {
		return day(s)
	}
	return model.Date{}
}

// shortText is the text of an element that holds no more than a line of it; empty for others.
func shortText(n *html.Node) string {
	const most = 60
	var b strings.Builder
	var walk func(*html.Node, int) bool
	walk = func(n *html.Node, depth int) bool {
		if n.Type == html.TextNode {
			if b.Len()+len(n.Data) > 4*most { // with the spaces of the page's source
				return false
			}
			b.WriteString(n.Data + " ")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if depth > 4 || !walk(c, depth+1) {
				return false
			}
		}
		return true
	}
	if !walk(n, 0) {
		return ""
	}
	s := strings.Join(strings.Fields(b.String()), " ")
	if runes(s) > most {
		return ""
	}
	return s
}
