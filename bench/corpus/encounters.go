package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// leaders are people whom a reader knows, with the town that each of them receives in.
var leaders = [][2]string{
	{"Volodymyr Zelenskyy", "Kyiv"},
	{"Emmanuel Macron", "Paris"},
	{"Olaf Scholz", "Berlin"},
	{"Giorgia Meloni", "Rome"},
	{"Kaja Kallas", "Tallinn"},
	{"Andrzej Duda", "Warsaw"},
	{"Mark Rutte", "The Hague"},
	{"Alexander Stubb", "Helsinki"},
	{"Petr Pavel", "Prague"},
	{"Maia Sandu", "Chisinau"},
	{"Ursula von der Leyen", "Brussels"},
	{"Gitanas Nausėda", "Vilnius"},
	{"Rishi Sunak", "London"},
	{"Joe Biden", "Washington"},
	{"Justin Trudeau", "Ottawa"},
	{"Fumio Kishida", "Tokyo"},
	{"Narendra Modi", "New Delhi"},
	{"Recep Tayyip Erdoğan", "Ankara"},
	{"Pedro Sánchez", "Madrid"},
	{"Mette Frederiksen", "Copenhagen"},
	{"Ulf Kristersson", "Stockholm"},
	{"Jonas Gahr Støre", "Oslo"},
	{"Donald Tusk", "Warsaw"},
	{"Viktor Orbán", "Budapest"},
	{"Klaus Iohannis", "Bucharest"},
	{"Xi Jinping", "Beijing"},
}

var matters = []string{
	"air defence", "grain exports", "energy", "sanctions", "reconstruction", "nuclear safety", "fighter jets", "frozen assets", "trade", "migration", "cybersecurity",
}

// PerDump is how many articles a dump holds.
const PerDump = 20_000

// Encounters writes n short articles, each on a meeting of its own, as dumps of JSON
// Lines below a folder: as many meetings as articles, but for a few that a merger takes for one.
func Encounters(dir string, n int) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err //nolint:wrapcheck // it names the path.
	}
	pairs := len(leaders) * (len(leaders) - 1) / 2
	days := n/pairs + 1
	last := time.Date(2024, 12, 19, 0, 0, 0, 0, time.UTC)
	for from := 0; from < n; from += PerDump {
		f, err := os.Create(filepath.Join(dir, fmt.Sprintf("%07d.jsonl", from)))
		if err != nil {
			return err //nolint:wrapcheck // as above.
		}
		w := bufio.NewWriter(f)
		lines := json.NewEncoder(w)
		for i := from; i < min(from+PerDump, n); i++ {
			if err := lines.Encode(encounter(i, last.AddDate(0, 0, i/pairs-days+1))); err != nil {
				return err //nolint:wrapcheck // as above.
			}
		}
		if err := w.Flush(); err != nil {
			return err //nolint:wrapcheck // as above.
		}
		if err := f.Close(); err != nil {
			return err //nolint:wrapcheck // as above.
		}
	}
	return nil
}

// encounter is article i: the pairs take turns, and each receives the other on a day.
func encounter(i int, day time.Time) map[string]string {
	k := i % (len(leaders) * (len(leaders) - 1) / 2)
	a, b := 0, 0
	for a = range leaders {
		if rest := len(leaders) - 1 - a; k >= rest {
			k -= rest
			continue
		}
		b = a + 1 + k
		break
	}
	host, guest := leaders[a], leaders[b]
	if i%2 == 1 {
		host, guest = guest, host
	}
	on, about := day.Format("2 January 2006"), matters[i%len(matters)]
	return map[string]string{
		"title": fmt.Sprintf("%s and %s speak about %s in %s", host[0], guest[0], about, host[1]),
		"text": fmt.Sprintf("%s met with %s in %s on %s. They discussed %s. The talks, number %d of the series, took two hours.",
			host[0], guest[0], host[1], on, about, i),
		"published": day.Format(time.DateOnly), "url": fmt.Sprintf("https://example.org/%d", i), "source": "Example",
	}
}
