package loader_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/model"
	"entente/score"
)

var calibrate = flag.Bool("calibrate", false, "set the shares of confidence.tsv by the labelled articles")

// What the confidence of a report may be away from the share of reports that are right, in points.
const confidenceSlack = 7

// edges cut the confidences into bins, in per cent.
var edges = []int{0, 50, 70, 85, 101}

// judgement is a report with the answer whether its whole record is right.
type judgement struct {
	id     string
	report *model.Report
	right  bool
}

// judgedUnseen compares every report of the articles whose errors nobody has looked at with their labels.
func judgedUnseen(t *testing.T) []judgement {
	t.Helper()
	return inOrder(judgedBy(labelsIn(t, unseenFolder), readUnseenOnce(t)))
}

// judgedSeen compares every report of the articles that the rules were tried on, and of the collection, with what is known.
func judgedSeen(t *testing.T) []judgement {
	t.Helper()
	out := judgedBy(goldLabels(t), readGoldOnce(t))
	out = append(out, judgedBy(labelsIn(t, pressFolder), readPressOnce(t))...)
	rows := map[string][]encounter{}
	for _, r := range known(t) {
		e := encounter{Event: score.Event{Date: r.date.String(), Kind: r.kind.String(), People: r.people, Parties: r.parties}}
		for _, id := range r.articles {
			e.Status = model.StatusHeld.String()
			if strings.HasSuffix(id, "-announced.md") {
				e.Status = model.StatusPlanned.String()
			}
			rows[id] = append(rows[id], e)
		}
	}
	for _, a := range collection(t).Articles {
		if rows[a.ID] == nil || strings.Contains(a.ID, "roundup") {
			continue
		}
		for _, e := range readingOf(a).Events {
			right := slices.ContainsFunc(rows[a.ID], func(w encounter) bool { return score.WholeRecord(&w.Event, &e.Event) })
			out = append(out, judgement{a.ID, e.report, right})
		}
	}
	return inOrder(out)
}

func inOrder(js []judgement) []judgement {
	slices.SortStableFunc(js, func(a, b judgement) int { return strings.Compare(a.id, b.id) })
	return js
}

// judgedBy compares the reports of labelled articles with their labels.
func judgedBy(want map[string]reading, res loader.Result) (out []judgement) {
	for _, a := range res.Articles {
		label, got := want[a.ID], readingOf(a)
		paired := pair(label.Events, got.Events)
		for i := range label.Events {
			j, ok := paired[i]
			if !ok {
				continue
			}
			e := &got.Events[j]
			out = append(out, judgement{a.ID, e.report, score.WholeRecord(&label.Events[i].Event, &e.Event)})
			e.report = nil
		}
		for _, e := range got.Events {
			if e.report != nil { // of nothing that the label knows
				out = append(out, judgement{a.ID, e.report, false})
			}
		}
	}
	return out
}

// A report of an article that the rules were tried on is right more often than one of an article that nobody has seen, which is what
// a reader opens. So confidence is the share of right reports among the latter, and no more is promised of the former than they hold.
func TestConfidence_SaysHowOftenItIsRight(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every labelled text for a table of shares: workers are tried elsewhere")
	}
	unseen := judgedUnseen(t)
	if *calibrate {
		setShares(t, unseen)
		return
	}
	seen := judgedSeen(t)
	t.Logf("%10s %8s %16s %8s %16s", "bin", "said", "unseen", "said", "seen")
	for i, from := range edges[:len(edges)-1] {
		u, saidU := inBin(unseen, from, edges[i+1])
		s, saidS := inBin(seen, from, edges[i+1])
		if u.of == 0 {
			t.Errorf("no report has a confidence from %d %% to %d %%: sure reports are told badly from unsure ones", from, edges[i+1])
			continue
		}
		t.Logf("%4d–%-4d %9.1f %8.1f (%4d) %9.1f %8.1f (%4d)", from, edges[i+1]-1, saidU, u.percent(), u.of, saidS, s.percent(), s.of)
		if off := math.Abs(u.percent() - saidU); off > slackOf(u, saidU) {
			t.Errorf("said %.1f %%, and of the unseen %.1f %% are right", saidU, u.percent())
		}
		if s.of > 0 && saidS-s.percent() > slackOf(s, saidS) {
			t.Errorf("said %.1f %%, and of the seen %.1f %% are right", saidS, s.percent())
		}
	}
}

// inBin is the share of right reports among those with a confidence from one edge on to the next, and the mean of what was said of them.
func inBin(js []judgement, from, to int) (right share, said float64) {
	for _, j := range js {
		if p := percentOf(j); p >= from && p < to {
			right.add(j.right)
			said += float64(p)
		}
	}
	return right, said / float64(max(right.of, 1))
}

// slackOf is what a share may be away from what was said. Few reports are off by chance alone: their share moves by its standard
// error. Eight shares are looked at, so the one in a hundred of each is allowed.
func slackOf(s share, said float64) float64 {
	if s.of >= 100 {
		return confidenceSlack
	}
	return max(confidenceSlack, 258*math.Sqrt(said/100*(1-said/100)/float64(max(s.of, 1))))
}

func percentOf(j judgement) int { return int(math.Round(j.report.Confidence * 100)) }

// monotone bends a curve to what was seen at each score, as far as more reports than a few were seen there: the curve counts as
// twelve reports of each score, and neighbours that would fall are pooled (isotonic regression by pooling adjacent violators).
func monotone(scores, right []float64, lowest, highest int, curve func(float64) float64) []float64 {
	const prior = 12
	type pool struct{ weight, sum float64 }
	var pools []pool
	var sizes []int
	for points := lowest; points <= highest; points++ {
		p := pool{prior, prior * curve(float64(points))}
		for i, x := range scores {
			if int(x) == points {
				p.weight, p.sum = p.weight+1, p.sum+right[i]
			}
		}
		pools, sizes = append(pools, p), append(sizes, 1)
		for k := len(pools) - 1; k > 0 && pools[k-1].sum/pools[k-1].weight > pools[k].sum/pools[k].weight; k-- {
			pools[k-1] = pool{pools[k-1].weight + pools[k].weight, pools[k-1].sum + pools[k].sum}
			sizes[k-1] += sizes[k]
			pools, sizes = pools[:k], sizes[:k]
		}
	}
	var out []float64
	for k, p := range pools {
		for range sizes[k] {
			out = append(out, p.sum/p.weight)
		}
	}
	return out
}

// setShares writes the shares of confidence.tsv: a logistic curve over the scores of all reports, which has two numbers to fit
// and so hardly follows chance, bent where many reports say otherwise.
func setShares(t *testing.T, all []judgement) {
	t.Helper()
	const (
		table  = "extract/data/confidence.tsv"
		lowest = -16 // below it everything speaks against a report, and more of it says no more
		rounds = 50
	)
	reader := extract.New(gazetteer.Default())
	var scores, right []float64
	for _, j := range all {
		a := j.report.Article
		scores = append(scores, float64(max(lowest, reader.Scores(a)[slices.Index(a.Reports, j.report)])))
		right = append(right, map[bool]float64{true: 1}[j.right])
	}
	var base, slope float64
	curve := func(x float64) float64 { return 1 / (1 + math.Exp(-base-slope*x)) }
	for range rounds { // Newton's method
		var g0, g1, h00, h01, h11 float64
		for i, x := range scores {
			p := curve(x)
			d, v := right[i]-p, p*(1-p)
			g0, g1, h00, h01, h11 = g0+d, g1+d*x, h00+v, h01+v*x, h11+v*x*x
		}
		det := h00*h11 - h01*h01
		base, slope = base+(h11*g0-h01*g1)/det, slope+(h00*g1-h01*g0)/det
	}
	raw, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for line := range strings.Lines(string(raw)) {
		if !strings.HasPrefix(line, "share") {
			out.WriteString(line)
		}
	}
	highest := int(slices.Max(scores))
	shares := monotone(scores, right, lowest, highest, curve)
	for points, last := lowest, -1; points <= highest; points++ {
		if p := int(math.Round(100 * shares[points-lowest])); p != last {
			fmt.Fprintf(&out, "share\t%d\t%d\n", points, p)
			last = p
		}
	}
	if err := os.WriteFile(table, []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Log("the shares are set; run the test again to check them")
}
