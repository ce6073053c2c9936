package decode

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/text"
)

// pdfText is the text of a document as it stands on its pages: lines, in the order in which they were set.
type pdfText struct {
	lines []pdfLine
	pages int
}

// pdfPage is where a line stands: on which page, counted from 0, and how high that is in points.
type pdfPage struct {
	number int
	high   float64
}

// pdfLine is a line with its place, in points from the page's lower left corner; all zero where that is not known.
type pdfLine struct {
	text        string
	page        pdfPage
	left, right float64
	base        float64 // how high it stands
	size        float64 // of its letters
	hyphen      bool    // a hyphen stood at its end, and is not in text
}

// article makes paragraphs of the lines, without what stands on every page.
// The address is that of the page that was printed, where a browser has put it there.
func (t *pdfText) article() (s, url string) {
	for i := range t.lines {
		l := &t.lines[i]
		l.text = ligatures.Replace(l.text)
		if rest, soft := strings.CutSuffix(l.text, "\u00ad"); soft {
			l.text, l.hyphen = rest, true
		}
	}
	lines, url := t.body()
	j := joiner{lines: lines, leading: leading(lines), words: wordsOf(lines)}
	var out strings.Builder
	for i := range lines {
		if i > 0 {
			out.WriteString(j.between(i))
		}
		out.WriteString(lines[i].text)
	}
	return out.String(), url
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\x00", "", "\r", "")

// pdfTitle is what a document calls itself, if its text says the same: programs
// put names of files and of templates there.
func pdfTitle(said, body string) string {
	const where = 2000 // bytes from the beginning
	words := strings.Join(strings.Fields(text.Fold(said)), " ")
	if len(words) < 8 {
		return ""
	}
	if strings.Contains(strings.Join(strings.Fields(text.Fold(body[:min(len(body), where)])), " "), words) {
		return said
	}
	return ""
}

// So many lines at the top and the bottom of a page may be of the page and not of its text.
const (
	edgeTop    = 2
	edgeBottom = 3
)

var (
	pageNumber = regexp.MustCompile(`(?i)^(?:page |seite |p\. ?|[-–—] ?)?\d{1,4}(?: ?(?:/|of|von) ?\d{1,4})?(?: ?[-–—])?$`)
	pageURL    = regexp.MustCompile(`^((?:https?|file)://\S+)(?: +\d+/\d+)?$`)
	pagePrint  = regexp.MustCompile(`^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?\b`)
)

// body leaves out what is repeated at the edge of the pages, and what browsers print there.
func (t *pdfText) body() (out []pdfLine, url string) {
	type place struct {
		what string
		high int
	}
	key := func(l *pdfLine) place {
		return place{strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return '#'
			}
			return unicode.ToLower(r)
		}, l.text), int(math.Round(l.base))}
	}
	edge := t.edges()
	times := map[place]int{}
	for i := range t.lines {
		if edge[i] {
			times[key(&t.lines[i])]++
		}
	}
	for i := range t.lines {
		l := &t.lines[i]
		if edge[i] {
			if m := pageURL.FindStringSubmatch(l.text); m != nil {
				if url == "" && strings.HasPrefix(m[1], "http") && !strings.ContainsAny(m[1], "…") && !strings.HasSuffix(m[1], "...") {
					url = m[1]
				}
				continue
			}
			if pageNumber.MatchString(l.text) || l.margin() && pagePrint.MatchString(l.text) {
				continue
			}
			if n := times[key(l)]; n > 1 && n*3 >= t.pages {
				continue
			}
		}
		out = append(out, *l)
	}
	return out, url
}

// margin tells that a line stands where browsers print what they add.
func (l *pdfLine) margin() bool {
	const points = 30
	return l.base < points || l.base > l.page.high-points
}

// edges tells which lines stand highest and lowest on their page.
func (t *pdfText) edges() []bool {
	edge := make([]bool, len(t.lines))
	for from := 0; from < len(t.lines); {
		to := from
		for to < len(t.lines) && t.lines[to].page.number == t.lines[from].page.number {
			to++
		}
		order := make([]int, 0, to-from)
		for i := from; i < to; i++ {
			order = append(order, i)
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(t.lines[b].base, t.lines[a].base) })
		for i, at := range order {
			edge[at] = i < edgeTop || i >= len(order)-edgeBottom
		}
		from = to
	}
	return edge
}

// leading is the usual distance of two lines, in heights of a line.
func leading(lines []pdfLine) float64 {
	var all []float64
	for i := 1; i < len(lines); i++ {
		if a, b := &lines[i-1], &lines[i]; follows(a, b) && sameSize(a, b) {
			all = append(all, (a.base-b.base)/a.size)
		}
	}
	const most = 2 // what is further apart belongs to no one paragraph
	if len(all) == 0 {
		return most
	}
	slices.Sort(all)
	return min(most, all[(len(all)-1)/2])
}

// follows tells that a line stands below another in the same column.
func follows(a, b *pdfLine) bool {
	return a.page.number == b.page.number && a.size > 0 && b.size > 0 &&
		b.base < a.base-a.size/3 && b.left < a.right && a.left < b.right
}

// sameSize tells that two lines are set in one size.
func sameSize(a, b *pdfLine) bool {
	const other = 1.2
	x, y := a.size, b.size
	return x <= 0 || y <= 0 || max(x, y) < other*min(x, y)
}

// joiner puts lines together again.
type joiner struct {
	lines   []pdfLine
	leading float64
	words   map[string]bool
	hyphens *bool // whether the document breaks words at line ends
}

// between is what stands between a line and the one before it: nothing, a hyphen, a space or the end of a paragraph.
func (j *joiner) between(i int) string {
	a, b := &j.lines[i-1], &j.lines[i]
	switch {
	case a.hyphen:
		return j.hyphen(a.text, b.text)
	case initial(a, b):
		return ""
	case j.breaks(i):
		return "\n\n"
	case strings.HasSuffix(a.text, "-") || strings.HasSuffix(a.text, "/"):
		return ""
	}
	return " "
}

// initial tells a large first letter that the first line stands beside.
func initial(a, b *pdfLine) bool {
	r, n := utf8.DecodeRuneInString(a.text)
	return n == len(a.text) && unicode.IsUpper(r) && a.page.number == b.page.number && !sameSize(a, b) && b.base >= a.base
}

// breaks tells that a paragraph ends before line i.
func (j *joiner) breaks(i int) bool {
	a, b := &j.lines[i-1], &j.lines[i]
	first, _ := utf8.DecodeRuneInString(b.text)
	switch {
	case a.size <= 0 || b.size <= 0:
		return sentenceEnds(a.text)
	case !sameSize(a, b), bullet(first):
		return true
	case !follows(a, b): // the next column or page
		return sentenceEnds(a.text)
	case (a.base-b.base)/a.size > 1.3*j.leading:
		return true
	case unicode.IsLower(first):
		return false
	case b.left > a.left+0.8*a.size && b.right > a.right-0.8*a.size && sentenceEnds(a.text), j.indented(i):
		return true
	}
	word, _, _ := strings.Cut(b.text, " ")
	wide := (b.right - b.left) / float64(utf8.RuneCountInString(b.text)) * float64(utf8.RuneCountInString(word))
	return j.margin(i-1)-a.right > wide+a.size/2 // the next word had room
}

// indented tells that line i begins further in than the one below it, and is not centred above it.
func (j *joiner) indented(i int) bool {
	if i+1 >= len(j.lines) {
		return false
	}
	b, c := &j.lines[i], &j.lines[i+1]
	return follows(b, c) && sameSize(b, c) && b.left > c.left+0.8*b.size && math.Abs(b.left+b.right-c.left-c.right) > 2*b.size
}

// margin is how far the lines round line i reach to the right.
func (j *joiner) margin(i int) float64 {
	const near = 8
	a := &j.lines[i]
	right := a.right
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(j.lines) && k-i <= near && i-k <= near; k += step {
			upper, lower := &j.lines[min(k, k-step)], &j.lines[max(k, k-step)]
			if !follows(upper, lower) || !sameSize(a, &j.lines[k]) {
				break
			}
			right = max(right, j.lines[k].right)
		}
	}
	return right
}

// hyphen decides whether a word was cut at the end of a line or is one that has a hyphen.
func (j *joiner) hyphen(a, b string) string {
	head, tail := a[strings.LastIndexFunc(a, notWord)+1:], b
	if end := strings.IndexFunc(b, notWord); end >= 0 {
		tail = b[:end]
	}
	first, _ := utf8.DecodeRuneInString(tail)
	switch {
	case !unicode.IsLower(first):
		return "-"
	case j.words[strings.ToLower(head+tail)]:
		return ""
	case j.words[strings.ToLower(head+"-"+tail)], !j.cuts():
		return "-"
	}
	return ""
}

func notWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '\'' && r != '’'
}

// cuts tells that the document cuts words: more of its lines end in a hyphen than by chance.
func (j *joiner) cuts() bool {
	const share = 20
	if j.hyphens == nil {
		n := 0
		for i := range j.lines {
			if j.lines[i].hyphen {
				n++
			}
		}
		many := n*share > len(j.lines)
		j.hyphens = &many
	}
	return *j.hyphens
}

// wordsOf has the words of lines that are whole.
func wordsOf(lines []pdfLine) map[string]bool {
	words := map[string]bool{}
	for i := range lines {
		for w := range strings.FieldsFuncSeq(strings.ToLower(lines[i].text), notWord) {
			words[w] = true
		}
	}
	return words
}

func bullet(r rune) bool { return strings.ContainsRune("•◦▪■●‣·*+", r) }

// sentenceEnds tells that a line ends with the end of a sentence.
func sentenceEnds(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’»)]`))
	return strings.ContainsRune(".!?…:。！？", r)
}
