package loader_test

import (
	"flag"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/score"
)

var weigh = flag.Bool("weigh", false, "set the points of seats.tsv by the labelled articles")

// table is everybody whom one article names where several met, with the answer who was there.
type table struct {
	seats []extract.Seat
	there []bool
}

// tables finds what the reader takes for a table of several, where the label has an encounter of some of the same people.
func tables(want map[string]reading, res loader.Result) (out []table) {
	reader := extract.New(gazetteer.Default())
	for _, a := range res.Articles {
		label := want[a.ID]
		at := slices.IndexFunc(label.Events, func(e encounter) bool { return e.Primary })
		if at < 0 {
			continue
		}
		t, shared := table{seats: reader.Seats(a)}, false
		for _, s := range t.seats {
			is := slices.ContainsFunc(label.Events[at].People, func(name string) bool { return score.OnePerson(name, s.Name) })
			t.there, shared = append(t.there, is), shared || is && s.Taken
		}
		if shared {
			out = append(out, t)
		}
	}
	return out
}

// right counts the tables of which a judge says of everybody rightly whether he was there.
func right(all []table, judge func(extract.Seat) bool) (n int) {
	for _, t := range all {
		ok := true
		for k, s := range t.seats {
			ok = ok && judge(s) == t.there[k]
		}
		if ok {
			n++
		}
	}
	return n
}

// Signs that every text has say better who sat at a table of several than the rules that take people for present one by one, and above all in
// articles that no rule was tried on.
func TestSeats_SayWhoSatAtATable(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every labelled text for a share: workers are tried elsewhere")
	}
	seen := append(tables(goldLabels(t), readGoldOnce(t)), tables(labelsIn(t, pressFolder), readPressOnce(t))...)
	if *weigh {
		setPoints(t, seen)
		return
	}
	points, _ := pointsOf(t)
	rules := func(s extract.Seat) bool { return s.Taken }
	weighed := func(s extract.Seat) bool {
		n := 0
		for _, cell := range cellsOf(s, points) {
			n += points[cell.row].points[cell.column]
		}
		return n > 0
	}
	unseen := tables(labelsIn(t, unseenFolder), readUnseenOnce(t))
	a, b := right(unseen, rules), right(unseen, weighed)
	c, d := right(seen, rules), right(seen, weighed)
	t.Logf("tables of several that are right in everybody: of %d unseen %d by the rules, %d weighed; of %d seen %d and %d", len(unseen), a, b, len(seen), c, d)
	if b <= a {
		t.Errorf("weighing gets %d of %d tables right, the rules alone %d", b, len(unseen), a)
	}
	if c-d > len(seen)/50 {
		t.Errorf("of what the rules were tried on weighing gets %d of %d tables right, the rules alone %d", d, len(seen), c)
	}
}

const seatsTable = "extract/data/seats.tsv"

// seatRow is a row of seats.tsv: a sign, and its points in each setting, where it is asked.
type seatRow struct {
	sign   string
	asked  []bool
	points []int
}

func pointsOf(t *testing.T) (rows []seatRow, head string) {
	t.Helper()
	raw, err := os.ReadFile(seatsTable)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(raw), "\n")
	for line := range strings.Lines(rest) {
		c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		row := seatRow{sign: c[0]}
		for _, cell := range c[1:] {
			n, err := strconv.Atoi(cell)
			row.asked, row.points = append(row.asked, err == nil), append(row.points, n)
		}
		rows = append(rows, row)
	}
	return rows, head
}

// cell is a place in seats.tsv.
type cell struct{ row, column int }

// cellsOf lists the cells that speak of somebody.
func cellsOf(s extract.Seat, rows []seatRow) (out []cell) {
	for r, has := range s.Signs {
		for c, is := range s.Settings {
			if has && is && rows[r].asked[c] {
				out = append(out, cell{r, c})
			}
		}
	}
	return out
}

// setPoints writes the points of seats.tsv: the weights of a logistic regression over the signs, in tenths, found by Newton's method. A ridge keeps
// those of rare signs small (Hoerl and Kennard 1970): without it a sign that two articles have would say whatever those say.
func setPoints(t *testing.T, all []table) {
	t.Helper()
	const (
		ridge  = 3
		rounds = 20
	)
	rows, head := pointsOf(t)
	number, n := map[cell]int{}, 0
	for r, row := range rows {
		for c, asked := range row.asked {
			if asked {
				number[cell{r, c}], n = n, n+1
			}
		}
	}
	weights := make([]float64, n)
	for range rounds {
		slope, curve := make([]float64, n), make([][]float64, n)
		for k := range curve {
			curve[k] = make([]float64, n)
			curve[k][k], slope[k] = ridge, -ridge*weights[k]
		}
		for _, one := range all {
			for k, s := range one.seats {
				learn(weights, slope, curve, number, cellsOf(s, rows), one.there[k])
			}
		}
		for k, step := range solve(curve, slope) {
			weights[k] += step
		}
	}
	out := head + "\n"
	for r, row := range rows {
		out += row.sign
		for c, asked := range row.asked {
			out += "\t" + map[bool]string{true: strconv.Itoa(int(math.Round(10 * weights[number[cell{r, c}]]))), false: "."}[asked]
		}
		out += "\n"
	}
	if err := os.WriteFile(seatsTable, []byte(out), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Log("the points are set; run the test again to check them")
}

// learn adds what somebody who was there, or was not, says of the weights: the slope and the curvature of the logarithm of the likelihood.
func learn(weights, slope []float64, curve [][]float64, number map[cell]int, cells []cell, there bool) {
	z, y := 0.0, 0.0
	for _, c := range cells {
		z += weights[number[c]]
	}
	if there {
		y = 1
	}
	p := 1 / (1 + math.Exp(-z))
	for _, a := range cells {
		i := number[a]
		slope[i] += y - p
		for _, b := range cells {
			curve[i][number[b]] += p * (1 - p)
		}
	}
}

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
