package decode

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The main text of a page is found as a reader finds it: where the paragraphs
// are. Each paragraph votes for the elements round it; what is called a menu, a
// comment or an advertisement, and what is mostly links, has no vote. The best element, with
// neighbours that are like it, is the article; furniture inside it is left out.

// names makes an expression that finds one of the words, in which * stands for the rest of a
// word, among the parts of class names and ids.
func names(words ...string) *regexp.Regexp {
	all := strings.Join(strings.Fields(strings.Join(words, " ")), "|")
	return regexp.MustCompile(`(?i)(?:^|[\s_-])(?:` + strings.ReplaceAll(all, "*", `\w*`) + `)(?:$|[\s_-])`)
}

// furnitureName matches class names and ids of what stands round an article.
var furnitureName = names(
	`ads? adv advert* adsense sponsor* promo* outbrain taboola publi publicidad anzeige`,
	`banner bread breadcrumbs? footer ftr hdr masthead logo menus? nav navbar navi navigation topbar toolbar sidebar side rail skip-link`,
	`cookies?* cookiebar consent gdpr cmp aviso paywall popup modal overlay legal disclaimer copyright login`,
	`comments? commentlist disqus fb-comments share shares sharing sharedaddy social poll quiz`,
	`newsletter subscri* signup sign-up widgets? tags? tag-?list tagline keywords pagination pager ticker`,
	`related* recommend* recirc* onward more-?stories most-?read most-?viewed popular trending`,
	`also alsoread read-?more read-?also read-?next rel jp-relatedposts yarpp*`,
	`caption captions cap credits? photo-?credit gallery slideshow bio author-?bio about-?author`,
	`hidden screen-reader-text visually-hidden sr-only print-only`,
)

// othersName matches what readers wrote: it may hold more prose than the article and still is none of it.
var othersName = names(`comments? comment-?list comments?-area comments?-section disqus* fb-comments replies respond forum discussion reviews`)

// bodyName matches class names and ids of articles.
var bodyName = regexp.MustCompile(`(?i)article|body|content|entry|hentry|main|page|post|story|text|noticia|blog|news`)

// marks is the class and the id of an element in one line.
func marks(n *html.Node) string {
	class, id := attr(n, "class"), attr(n, "id")
	if class == "" && id == "" {
		return ""
	}
	return class + " " + id
}

// furniture tells an element that does not belong to the article's text.
func furniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer, atom.Figcaption, atom.Menu:
		return true
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.H1:
		return false
	}
	switch attr(n, "role") {
	case "navigation", "complementary", "banner", "contentinfo", "dialog", "alert", "menu", "search", "alertdialog":
		return true
	}
	if hidden(n) {
		return true
	}
	m := marks(n)
	return m != "" && furnitureName.MatchString(m)
}

// mainText returns the blocks of a page's article.
func mainText(doc *html.Node) []block {
	p := &page{doc: doc, prose: map[*html.Node]int{}}
	p.measure()
	root := p.articleBody()
	if root == nil {
		root = p.bestElement()
	}
	if root == nil {
		return tidy(blocks(doc, p.furniture))
	}
	return tidy(blocks(root, p.furniture))
}

// page is a document with the amount of prose under each of its elements.
type page struct {
	doc   *html.Node
	prose map[*html.Node]int
	whole int
}

// measure counts prose: blocks that are long enough and no links, whatever stands round them.
func (p *page) measure() {
	for _, b := range blocks(p.doc, hidden) {
		size := runes(b.text)
		if size < sentence*2 || b.links*2 > len(b.text) {
			continue
		}
		p.whole += size
		for n := b.node; n != nil; n = n.Parent {
			p.prose[n] += size
		}
	}
}

// furniture tells an element that does not belong to the article's text. An
// element that holds most of the page's prose is not furniture, whatever it is called: names such as
// with-sidebar stand on whole pages.
func (p *page) furniture(n *html.Node) bool {
	if !furniture(n) {
		return false
	}
	if n.DataAtom != atom.Body && p.prose[n] < p.whole && othersName.MatchString(marks(n)) {
		return true
	}
	return p.prose[n]*5 < p.whole*2
}

const (
	wholeArticle = 250 // characters from which an element that calls itself the article is believed
	sentence     = 25  // characters from which a block has a vote
)

// articleBody is the element that the page itself declares to be the text.
func (p *page) articleBody() *html.Node {
	var best *html.Node
	size, tries := wholeArticle, 8 // each is read with all that stands in it
	each(p.doc, func(n *html.Node) bool {
		if tries > 0 && strings.EqualFold(attr(n, "itemprop"), "articleBody") {
			tries--
			if k := textSize(blocks(n, p.furniture)); k > size {
				best, size = n, k
			}
		}
		return !silent[n.DataAtom]
	})
	return best
}

// bestElement counts the votes.
func (p *page) bestElement() *html.Node {
	votes := map[*html.Node]float64{}
	var order []*html.Node // so that equal votes are decided by the page
	vote := func(n *html.Node, v float64) {
		if n == nil || n.Type != html.ElementNode {
			return
		}
		if _, ok := votes[n]; !ok {
			order = append(order, n)
			votes[n] = bonus(n)
		}
		votes[n] += v
	}
	for _, b := range blocks(p.doc, p.furniture) {
		size := runes(b.text)
		if size < sentence || isHeading(b.tag) {
			continue
		}
		v := 1 + float64(strings.Count(b.text, ",")) + min(float64(size)/100, 3)
		v *= 1 - float64(b.links)/float64(len(b.text))
		at := b.node
		if at.DataAtom == atom.P || at.DataAtom == atom.Pre || at.DataAtom == atom.Blockquote || at.DataAtom == atom.Li {
			at = at.Parent
		}
		vote(at, v)
		if at != nil {
			vote(at.Parent, v/2)
			if at.Parent != nil {
				vote(at.Parent.Parent, v/4)
			}
		}
	}
	var best *html.Node
	for _, n := range order {
		if best == nil || votes[n] > votes[best] {
			best = n
		}
	}
	return widen(best, votes, order)
}

// widen goes from the best element to one round it that holds another good one
// of the same name beside it, as when an article comes in several parts.
func widen(best *html.Node, votes map[*html.Node]float64, order []*html.Node) *html.Node {
	if best == nil {
		return nil
	}
	const levels = 4
	found, up := best, best
	for range levels {
		up = up.Parent
		if up == nil || up.Type != html.ElementNode || up.DataAtom == atom.Html || up.DataAtom == atom.Body && attr(best, "class") == "" {
			break // parts of no class in the body stand beside everything else
		}
		for _, n := range order {
			if votes[n] > votes[best]/3 && alike(n, best) && within(n, up) && !within(n, found) && !within(found, n) {
				found = up
				break
			}
		}
	}
	return found
}

// alike tells that two elements are of one class; where neither has a class, that they have one id or none, too.
func alike(a, b *html.Node) bool {
	class := attr(a, "class")
	return class == attr(b, "class") && (class != "" || attr(a, "id") == attr(b, "id"))
}

// within tells that n is up or stands under it.
func within(n, up *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == up {
			return true
		}
	}
	return false
}

// bonus is what the name of an element is worth.
func bonus(n *html.Node) float64 {
	v := 0.0
	switch n.DataAtom {
	case atom.Article, atom.Main:
		v += 10
	case atom.Div, atom.Section:
		v += 5
	case atom.Form, atom.Ul, atom.Ol, atom.Dl, atom.Address, atom.Th:
		v -= 5
	}
	if m := marks(n); m != "" && bodyName.MatchString(m) {
		v += 15
	}
	return v
}

// tidy drops blocks that are links more than text, and headings that head nothing.
func tidy(all []block) []block {
	out := make([]block, 0, len(all))
	for _, b := range all {
		share := float64(b.links) / float64(len(b.text))
		switch {
		case share > 0.8, share > 0.5 && runes(b.text) < 100:
			continue
		case b.tag == atom.H1 && len(out) == 0:
			continue // the title, which stands apart
		}
		out = append(out, b)
	}
	for len(out) > 0 && isHeading(out[len(out)-1].tag) {
		out = out[:len(out)-1]
	}
	return out
}

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

func textSize(all []block) int {
	n := 0
	for _, b := range all {
		n += runes(b.text) - b.links
	}
	return n
}

// each walks the elements under a node in the order of the page; visit tells whether to go into one.
func each(n *html.Node, visit func(*html.Node) bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && !visit(c) {
			continue
		}
		each(c, visit)
	}
}
