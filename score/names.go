package score

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"entente/text"
)

// handles stand before a name and are no part of it.
var handles = wordSet(`president prime minister premier chancellor foreign defence defense secretary general king queen prince princess pope
	emir sheikh crown mr mrs ms dr sir lord lady dame cardinal archbishop chairman chairwoman chairperson chair speaker ambassador
	commissioner high representative state vice deputy his her majesty highness excellency the of former taoiseach us uk`)

// numerals stand behind a name and tell kings and sons apart; they are left out.
var numerals = wordSet("jr sr ii iii iv v vi x xiv xvi")

// smallWords join the parts of a name.
var smallWords = wordSet("de da do dos del della di van von der den la le el al bin ibn bint ben ter vel e y ul ur")

// shortForms are given names of one person.
var shortForms = [][]string{
	{"joe", "joseph"},
	{"bill", "william"},
	{"tony", "antony", "anthony"},
	{"mike", "michael"},
	{"liz", "elizabeth"},
	{"tom", "thomas"},
	{"jim", "james"},
	{"bob", "rob", "robert"},
	{"dick", "richard"},
	{"alex", "alexander", "aleksander"},
	{"dan", "daniel"},
	{"chris", "christopher"},
	{"pete", "peter"},
	{"radek", "radoslaw"},
	{"steve", "steven", "stephen"},
	{"dave", "david"},
}

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		out[w] = true
	}
	return out
}

// coreLetters cuts a text into folded words.
func coreLetters(s string) []string {
	return strings.FieldsFunc(strings.NewReplacer("'", "", ".", "").Replace(text.Fold(s)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// coreWords cuts a name into folded words, titles and numerals left out unless nothing else is there.
func coreWords(name string) []string {
	all := coreLetters(name)
	for len(all) > 1 && handles[all[0]] {
		all = all[1:]
	}
	if core := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return numerals[w] }); len(core) > 0 {
		return core
	}
	return all
}

var (
	slavicEnd = regexp.MustCompile(`(sk|ck|zk)(yy|iy|yi|yj|ij|ii|y|i)$`)
	vowelRun  = regexp.MustCompile(`[yij]+`)
)

// spellings are replaced one after another, each in what the one before has left.
var spellings = [][2]string{
	{"kh", "h"},
	{"zh", "j"},
	{"ph", "f"},
	{"ck", "k"},
	{"tch", "ch"},
	{"dj", "j"},
	{"ts", "c"},
	{"tz", "c"},
	{"ou", "u"},
	{"oe", "o"},
	{"ae", "a"},
	{"ue", "u"},
	{"x", "ks"},
	{"w", "v"},
	{"q", "k"},
	{"eye", "ee"},
}

// sound brings the usual transliterations of a word to one spelling: Zelensky, Zelenskyy, Zelenskiy, Selenskyj.
func sound(w string) string {
	w = slavicEnd.ReplaceAllString(w, "${1}i")
	for _, x := range spellings {
		w = strings.ReplaceAll(w, x[0], x[1])
	}
	w = vowelRun.ReplaceAllString(w, "i")
	return string(slices.Compact([]byte(w)))
}

// SameWord tells that two words of names may be one word spelt differently.
func SameWord(a, b string) bool {
	if a == b {
		return true
	}
	x, y := sound(a), sound(b)
	if x == y {
		return true
	}
	if xa, ya := strings.HasSuffix(x, "a"), strings.HasSuffix(y, "a"); xa != ya {
		return false // Zelenska is somebody else
	}
	n, d := min(len(x), len(y)), text.Distance(x, y)
	return n >= 6 && d <= 1 || n >= 9 && d <= 2
}

func anyWord(w string, words []string) bool {
	return slices.ContainsFunc(words, func(x string) bool { return SameWord(w, x) })
}

func big(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return smallWords[w] })
}

// givenAgree tells that given names do not contradict each other: one is missing, an initial, a short form or a spelling.
func givenAgree(a, b []string) bool {
	a, b = big(a), big(b)
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	x, y := a[0], b[0]
	if anyWord(x, b) || anyWord(y, a) || slices.ContainsFunc(shortForms, func(f []string) bool { return slices.Contains(f, x) && slices.Contains(f, y) }) {
		return true
	}
	if len(x) <= 2 || len(y) <= 2 {
		return x[0] == y[0]
	}
	p, q := sound(x), sound(y)
	return strings.HasPrefix(p, q[:min(3, len(q))]) && strings.HasPrefix(q, p[:min(3, len(p))]) || min(len(p), len(q)) >= 4 && text.Distance(p, q) <= 2
}

// OnePerson tells that two names may be one person's.
func OnePerson(a, b string) bool {
	s, t := coreWords(a), coreWords(b)
	if len(s) > len(t) {
		s, t = t, s
	}
	if len(s) == 0 {
		return false
	}
	if len(s) == len(t) && slices.EqualFunc(slices.Sorted(slices.Values(s)), slices.Sorted(slices.Values(t)), SameWord) {
		return true
	}
	if strings.Join(s, "") == strings.Join(t, "") {
		return true
	}
	last := func(w []string) string { return w[len(w)-1] }
	if len(s) == 1 { // a surname, or a strong inner word such as Lula
		return SameWord(s[0], last(t)) || len(s[0]) >= 4 && !smallWords[s[0]] && len(t) > 2 && anyWord(s[0], t[1:])
	}
	x, y := big(s), big(t)
	if len(x) >= 2 && !slices.ContainsFunc(x, func(w string) bool { return !anyWord(w, y) }) {
		return true
	}
	if SameWord(last(s), last(t)) {
		return givenAgree(s[:len(s)-1], t[:len(t)-1])
	}
	return len(x) >= 2 && len(y) >= 2 && SameWord(last(s), t[0]) && SameWord(s[0], last(t))
}

// SharedPeople counts the people of one list who are in the other, each once.
func SharedPeople(want, got []string) int {
	left, n := slices.Clone(got), 0
	for _, w := range want {
		if i := slices.IndexFunc(left, func(g string) bool { return OnePerson(w, g) }); i >= 0 {
			left = slices.Delete(left, i, i+1)
			n++
		}
	}
	return n
}
