package loader_test

import (
	"flag"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var weigh = flag.Bool("weigh", false, "set the points of seats.tsv, days.tsv and sites.tsv by the labelled articles")

// weightTable is one of the reader's tables of points: a row for each sign, a column for each setting in which it is asked.
type weightTable struct {
	file   string
	head   string
	signs  []string
	points [][]int // by row and column
	asked  [][]bool
	number map[cell]int // of the cells that are asked
}

// cell is a place in a table.
type cell struct{ row, column int }

func readWeights(t *testing.T, file string) *weightTable {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	w := &weightTable{file: file, number: map[cell]int{}}
	head, rest, _ := strings.Cut(string(raw), "\n")
	w.head = head
	for line := range strings.Lines(rest) {
		c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		var points []int
		var asked []bool
		for k, s := range c[1:] {
			n, err := strconv.Atoi(s)
			if err == nil {
				w.number[cell{len(w.signs), k}] = len(w.number)
			}
			points, asked = append(points, n), append(asked, err == nil)
		}
		w.signs, w.points, w.asked = append(w.signs, c[0]), append(w.points, points), append(w.asked, asked)
	}
	return w
}

// cells lists the numbers of the cells that speak of a candidate with some signs in some settings.
func (w *weightTable) cells(signs, settings []bool) (out []int) {
	for r, has := range signs {
		for c, is := range settings {
			if has && is && w.asked[r][c] {
				out = append(out, w.number[cell{r, c}])
			}
		}
	}
	return out
}

// score adds up the points of a candidate.
func (w *weightTable) score(signs, settings []bool) (n int) {
	for r, has := range signs {
		for c, is := range settings {
			if has && is {
				n += w.points[r][c]
			}
		}
	}
	return n
}

// write sets the points to weights, which are logarithms of odds, in tenths.
func (w *weightTable) write(t *testing.T, weights []float64) {
	t.Helper()
	out := w.head + "\n"
	for r, sign := range w.signs {
		out += sign
		for c, asked := range w.asked[r] {
			cellText := "."
			if asked {
				cellText = strconv.Itoa(int(math.Round(10 * weights[w.number[cell{r, c}]])))
			}
			out += "\t" + cellText
		}
		out += "\n"
	}
	if err := os.WriteFile(w.file, []byte(out), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s is set; run the test again to check it", w.file)
}

// A likelihood is what is made as large as it can be: its slope, and the matrix of its curvature with the sign turned.
type likelihood struct {
	weights, slope []float64
	curve          [][]float64
}

// add counts a vector of ones, at some places, into the slope.
func (l *likelihood) add(at []int, by float64) {
	for _, i := range at {
		l.slope[i] += by
	}
}

// spread counts a vector of ones, at some places, times itself into the curvature.
func (l *likelihood) spread(at []int, by float64) {
	for _, i := range at {
		for _, j := range at {
			l.curve[i][j] += by
		}
	}
}

func (l *likelihood) sum(at []int) (z float64) {
	for _, i := range at {
		z += l.weights[i]
	}
	return z
}

// mostLikely finds n weights by Newton's method; each says what the labelled articles add to the likelihood. A ridge keeps the weights of rare signs
// small (Hoerl and Kennard 1970): without it a sign that two articles have would say whatever those say.
func mostLikely(n int, each func(*likelihood)) []float64 {
	const (
		ridge  = 1
		rounds = 20
	)
	l := &likelihood{weights: make([]float64, n)}
	for range rounds {
		l.slope, l.curve = make([]float64, n), make([][]float64, n)
		for k := range l.curve {
			l.curve[k] = make([]float64, n)
			l.curve[k][k], l.slope[k] = ridge, -ridge*l.weights[k]
		}
		each(l)
		for k, step := range solve(l.curve, l.slope) {
			l.weights[k] += step
		}
	}
	return l.weights
}

// whether counts a candidate that is right or not by itself (logistic regression).
func (l *likelihood) whether(at []int, is bool, times float64) {
	p := 1 / (1 + math.Exp(-l.sum(at)))
	y := 0.0
	if is {
		y = 1
	}
	l.add(at, times*(y-p))
	l.spread(at, times*p*(1-p))
}

// which counts candidates of whom one is right (conditional logit: McFadden 1974).
func (l *likelihood) which(all [][]int, right int, times float64) {
	p, sum := make([]float64, len(all)), 0.0
	for k, at := range all {
		p[k] = math.Exp(l.sum(at))
		sum += p[k]
	}
	mean := make([]float64, len(l.weights))
	var places []int
	for k, at := range all {
		p[k] /= sum
		l.add(at, -times*p[k])
		l.spread(at, times*p[k])
		for _, i := range at {
			if mean[i] == 0 {
				places = append(places, i)
			}
			mean[i] += p[k]
		}
	}
	for _, i := range places {
		for _, j := range places {
			l.curve[i][j] -= times * mean[i] * mean[j]
		}
	}
	l.add(all[right], times)
}

// doubt is how often what the rules say is turned round when points are set. The rules were made on the labelled articles and are right there more often
// than elsewhere; without doubt they would be trusted as if they were so everywhere.
const doubt = 0.05

// solve finds x with ax = b by elimination; a is symmetric and positive definite, and both are overwritten.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		for j := i + 1; j < n; j++ {
			f := a[j][i] / a[i][i]
			for k := i; k < n && f != 0; k++ {
				a[j][k] -= f * a[i][k]
			}
			b[j] -= f * b[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}

// question is one that the reader decided by weighing: the signs of each candidate, of which the rules had taken the first, and which of them is right; -1 for
// none of them.
type question struct {
	signs   [][]bool
	right   int
	settled bool // the rules' word stands, whatever is weighed
}

// always is the one setting of a table that has no other.
var always = []bool{true}

// answered counts the questions that the rules answer rightly, and those that weighing does.
func (w *weightTable) answered(all []question) (byRules, weighed int) {
	for _, q := range all {
		best := 0
		for k, signs := range q.signs {
			if !q.settled && w.score(signs, always) > w.score(q.signs[best], always) {
				best = k
			}
		}
		if q.right == 0 {
			byRules++
		}
		if q.right == best {
			weighed++
		}
	}
	return byRules, weighed
}

// test asks that weighing answers more of the unseen questions than the rules do, and no fewer of the seen.
func (w *weightTable) test(t *testing.T, what string, seen, unseen []question) {
	t.Helper()
	a, b := w.answered(unseen)
	c, d := w.answered(seen)
	t.Logf("%s that are right where a text has several: of %d unseen %d by the rules, %d weighed; of %d seen %d and %d", what, len(unseen), a, b, len(seen), c, d)
	if b <= a {
		t.Errorf("weighing gets %d of %d %s right, the rules alone %d", b, len(unseen), what, a)
	}
	if d < c {
		t.Errorf("of what the rules were tried on weighing gets %d of %d %s right, the rules alone %d", d, len(seen), what, c)
	}
}

// learn sets the points by questions, in which the rules' word, a sign of the candidate that they have taken, is doubted.
func (w *weightTable) learn(t *testing.T, all []question, taken string, doubt float64) {
	t.Helper()
	sign := slices.Index(w.signs, taken)
	if sign < 0 {
		t.Fatalf("%s has no sign %q", w.file, taken)
	}
	w.write(t, mostLikely(len(w.number), func(l *likelihood) {
		for _, q := range all {
			if q.right < 0 {
				continue
			}
			for rules := range q.signs { // the candidate that the rules might have taken
				times := doubt / float64(len(q.signs)-1)
				if rules == 0 {
					times = 1 - doubt
				}
				if times == 0 {
					continue
				}
				cells := make([][]int, len(q.signs))
				for k, signs := range q.signs {
					cells[k] = w.cells(with(signs, sign, k == rules), always)
				}
				l.which(cells, q.right, times)
			}
		}
	}))
}

// with is a copy of signs with one set as asked for.
func with(signs []bool, sign int, is bool) []bool {
	out := slices.Clone(signs)
	out[sign] = is
	return out
}
