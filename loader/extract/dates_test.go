package extract

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"entente/loader/gazetteer"
	"entente/model"
)

// readDated reads a text and hands back the document for looking inside.
func readDated(t *testing.T, text, pub string) (*document, *model.Article, []event) {
	t.Helper()
	a := &model.Article{ID: "test", Text: text}
	if pub != "" {
		day, err := model.ParseDate(pub)
		if err != nil {
			t.Fatal(err)
		}
		a.Published = day
	}
	r := sharedReader()
	d := &document{lex: r.lex, g: r.g}
	_, events := d.read(r, a)
	return d, a, events
}

var sharedReader = sync.OnceValue(func() *Reader { return New(gazetteer.Default()) })

// TestDateForms reads one sentence published on Wednesday, 14 August 2024, and
// lists every date in it: the day it means, with ~ before the end of a stretch and ? for some other time.
func TestDateForms(t *testing.T) {
	const pub = "2024-08-14"
	tests := []struct{ text, want string }{
		// absolute
		{"The two sat together on 13 August 2024 in the old town hall.", "2024-08-13"},
		{"The two sat together on August 13, 2024 in the old town hall.", "2024-08-13"},
		{"The two sat together on Aug. 13, 2024, in the old town hall.", "2024-08-13"},
		{"The two sat together on the 13th of August, 2024, in the town hall.", "2024-08-13"},
		{"The two sat together on Tuesday, August 13, in the old town hall.", "2024-08-13"},
		{"The two sat together on Tuesday, the 13th of August, in the town hall.", "2024-08-13"},
		{"The two sat together on Tuesday 13 August in the old town hall.", "2024-08-13"},
		{"The two sat together on 13.08.2024 in the old town hall, they said.", "2024-08-13"},
		{"The two sat together on 2024-08-13 in the old town hall, they said.", "2024-08-13"},
		{"The two sat together on 13/08/2024 in the old town hall, they said.", "2024-08-13"},
		{"The two sat together on April the 5th in the old town hall, they said.", "2024-04-05"},
		// partial, the year from the day of publication
		{"The two sat together on 3 July in the old town hall, they said.", "2024-07-03"},
		{"The two sat together on 3 December in the old town hall, they said.", "2023-12-03"},
		{"The two sat together on 3 July last year in the old town hall.", "2023-07-03"},
		{"The two sat together on July 3 of last year in the old town hall.", "2023-07-03"},
		{"The two sat together on 3 March this year in the old town hall.", "2024-03-03"},
		{"The two sat together in July in the old town hall, they said.", "2024-07"},
		{"The two sat together in July last year in the old town hall.", "2023-07"},
		{"The two sat together last October in the old town hall, they said.", "2023-10"},
		{"The two sat together last September in the old town hall, they said.", "2023-09"},
		{"The two sat together in March 2023 in the old town hall, they said.", "2023-03"},
		{"The two sat together last month in the old town hall, they said.", "2024-07"},
		{"The two sat together earlier this month in the old town hall.", "2024-08"},
		{"The two sat together on the 9th in the old town hall, they said.", "2024-08-09"},
		{"The two sat together on the 29th in the old town hall, they said.", "2024-07-29"},
		{"The two sat together on the 28th of last month in the old town hall.", "2024-07-28"},
		{"The two sat together on the ninth of May in the old town hall.", "2024-05-09"},
		{"The two sat together on the twenty-first of July in the town hall.", "2024-07-21"},
		{"The two sat together on May Day in the old town hall, they said.", "2024-05-01"},
		{"The two sat together in 2019 in the old town hall, they said.", "2019"},
		// weekdays
		{"The two sat together on Tuesday in the old town hall, they said.", "2024-08-13"},
		{"The two sat together on Wednesday in the old town hall, they said.", "2024-08-14"},
		{"The two sat together on Thursday in the old town hall, they said.", "2024-08-08"},
		{"The two sat together last Friday in the old town hall, they said.", "2024-08-09"},
		{"The two sat together last Wednesday in the old town hall, they said.", "2024-08-07"},
		{"The two sat together on Monday last week in the old town hall.", "2024-08-05"},
		{"The two sat together on Friday of last week in the old town hall.", "2024-08-09"},
		{"The two sat together late on Monday evening in the old town hall.", "2024-08-12"},
		{"The two sat together on Monday a week ago in the old town hall.", "2024-08-05"},
		{"The two sat together on the Friday before last in the old town hall.", "2024-08-02"},
		{"Last week on Friday the two sat together in the old town hall.", "2024-08-09"},
		{"The two sat together last week, on Friday, in the old town hall.", "2024-08-09"},
		{"The two sat together from Sunday to Tuesday in the old town hall.", "2024-08-11 ~2024-08-13"},
		{"The shop is shut from Sunday, and opens again to all on Tuesday.", "~2024-08-11 2024-08-13"},
		{"The two sat together Wed. morning in the old town hall, they said.", "2024-08-14"},
		{"The two sat together Tues. in the old town hall, the hosts said.", "2024-08-13"},
		{"The two sat together on Monday and Tuesday in the old town hall.", "2024-08-12…2024-08-13"},
		{"The two sat together on Wednesday and Thursday in the old town hall.", "2024-08-07…2024-08-08"},
		{"The two sat together on Monday and Wednesday in the old town hall.", "2024-08-12 2024-08-14"},
		{"On the 9th Maria Tamm sat down with her guest in the old town hall.", "2024-08-09"},
		{"On the 9th floor Maria Tamm sat down with her guest from abroad.", ""},
		{"The two sat together on 09.08. in the old town hall, they said.", "2024-08-09"},
		{"The two grew by 9.08 per cent and sat together in the old town hall.", ""},
		{"He read The Sun and The Times in the garden of the old town hall.", ""},
		// relative
		{"The two sat together today in the old town hall, they said.", "2024-08-14"},
		{"The two sat together this morning in the old town hall, they said.", "2024-08-14"},
		{"The two sat together yesterday in the old town hall, they said.", "2024-08-13"},
		{"The two sat together last night in the old town hall, they said.", "2024-08-13"},
		{"The two sat together the day before yesterday in the old town hall.", "2024-08-12"},
		{"The two sat together three days ago in the old town hall, they said.", "2024-08-11"},
		{"The two will sit together in two days in the old town hall, they said.", "2024-08-16"},
		{"The two sat together forty-eight hours ago in the old town hall.", "2024-08-12"},
		{"The two sat together 24 hours ago in the old town hall, they said.", "2024-08-13"},
		{"The two sat together the night before last in the old town hall.", "2024-08-12"},
		{"The two sat together three nights ago in the old town hall, they said.", "2024-08-11"},
		{"Overnight the two sat together in the old town hall, they said.", "2024-08-13"},
		{"The two spoke of the strikes overnight in the old town hall.", ""},
		{"The two sat together exactly a week ago in the old town hall.", "2024-08-07"},
		{"The two sat together a month ago to the day in the old town hall.", "2024-07-14"},
		{"The two sat together a year ago today in the old town hall, they said.", "2023-08-14"},
		{"The two sat together a week ago yesterday in the old town hall.", "2024-08-06"},
		{"The two sat together two weeks ago in the old town hall, they said.", "?"},
		{"The two sat together last week in the old town hall, they said.", "?"},
		{"The two sat together a few days ago in the old town hall, they said.", "?"},
		{"The two sat together last year in the old town hall, they said.", "?"},
		// shifts
		{"On 9 August the two dined in Riga; a day earlier they had been in Vilnius.", "2024-08-09 2024-08-08"},
		{"On 9 August the two dined in Riga; the evening before they were in Vilnius.", "2024-08-09 2024-08-08"},
		{"On Monday the two dined in Riga; the next day they were in Vilnius.", "2024-08-12 2024-08-13"},
		{"On Monday the two dined in Riga; two days later they were in Vilnius.", "2024-08-12 2024-08-14"},
		{"On Monday the two dined in Riga and were in Vilnius that same day too.", "2024-08-12 2024-08-12"},
		{"They were in Vilnius a day before the gathering in Riga on 9 August.", "2024-08-08 2024-08-09"},
		{"The rain came on 9 August; two days before that they were in Vilnius.", "2024-08-09 2024-08-07"},
		// feasts
		{"The two sat together on Easter Monday in the old town hall, they said.", "2024-04-01"},
		{"The two sat together on Good Friday in the old town hall, they said.", "2024-03-29"},
		{"The two sat together on Ash Wednesday in the old town hall, they said.", "2024-02-14"},
		{"The two sat together on Ascension Day in the old town hall, they said.", "2024-05-09"},
		{"It was Europe Day, and the two sat together in the old town hall.", "2024-05-09"},
		{"On Poland's Independence Day the two sat together in the town hall.", ""},
		// ranges
		{"The forum ran on 5-6 August in the old town hall, the hosts said.", "2024-08-05…2024-08-06"},
		{"The forum ran on 5 and 6 August in the old town hall, the hosts said.", "2024-08-05…2024-08-06"},
		{"The forum ran on August 5–6, 2024 in the old town hall, they said.", "2024-08-05…2024-08-06"},
		{"The forum ran from 5 to 7 August in the old town hall, they said.", "2024-08-05…2024-08-07"},
		{"The forum ran from 30 July to 1 August in the old town hall, they said.", "2024-07-30…2024-08-01"},
		{"The forum ran from 30 July – 1 August 2024 in the old town hall.", "2024-07-30…2024-08-01"},
		// the war
		{"On the 500th day of the full-scale war the two sat together in Kyiv.", "2023-07-08"},
		{"On the 1,000th day of the full-scale war the two sat together in Kyiv.", "2024-11-19"},
		{"On the second anniversary of the invasion the two sat together in Kyiv.", "2024-02-24"},
		{"On the anniversary of the full-scale invasion the two sat in Kyiv.", "2024-02-24"},
		{"They came eleven months to the day after the invasion began, on the train.", "2023-01-24"},
		{"They came nearly two years after the full-scale invasion, on the train.", "?"},
		{"They came on the eve of Independence Day, on the night train from Chełm.", "2024-08-23"},
		{"They came to Kyiv on Unity Day, on the night train from Chełm, they said.", "2024-01-22"},
		// bounds
		{"Talks have gone on since 3 July in the old town hall, the hosts said.", "~2024-07-03"},
		{"The hall is shut until Tuesday, and nobody had told the two of them.", "~2024-08-13"},
		{"After Tuesday's talks the two went for a walk around the old town hall.", "2024-08-13"},
		// no dates
		{"Kyiv may march on, said Jan, and got 15 of 24 votes for 155 mm shells.", ""},
		{"At 21:30 the two left the hall, 40 days late, by a vote of 56 to 44.", ""},
	}
	for _, tt := range tests {
		d, a, _ := readDated(t, tt.text, pub)
		var got []string
		for k := range d.dates {
			x := &d.dates[k]
			day, _ := d.resolveDate(x, a.Published, model.StatusHeld)
			s := day.String()
			if day.IsZero() {
				s = "?"
			}
			if end := rangeEndOf(x, day); !end.IsZero() {
				s = fmt.Sprintf("%s…%s", s, end)
			}
			if x.bound {
				s = "~" + s
			}
			got = append(got, s)
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s\n got %q\nwant %q", tt.text, g, tt.want)
		}
	}
}

// TestDatesAhead: what is announced lies behind the day of publication.
func TestDatesAhead(t *testing.T) {
	tests := []struct{ text, want string }{
		{"They will meet on Friday.", "2024-08-16"},
		{"They will meet on Wednesday.", "2024-08-14"},
		{"They will meet on Monday.", "2024-08-19"},
		{"They will meet next Monday.", "2024-08-19"},
		{"They will meet next Thursday.", "2024-08-22"},
		{"They will meet on Tuesday next week.", "2024-08-20"},
		{"They will meet tomorrow.", "2024-08-15"},
		{"They will meet three days from now.", "2024-08-17"},
		{"They will meet a week from today.", "2024-08-21"},
		{"They will meet in two weeks' time.", "2024-08-28"},
		{"They will meet on Tuesday week.", "2024-08-27"},
		{"They will meet on Whit Monday.", "2025-06-09"},
		{"They will meet the day after tomorrow.", "2024-08-16"},
		{"They will meet on 3 September.", "2024-09-03"},
		{"They will meet on 3 February.", "2025-02-03"},
		{"They will meet in January.", "2025-01"},
		{"They will meet next month.", "2024-09"},
		{"They will meet on the 20th.", "2024-08-20"},
		{"They will meet on the 2nd.", "2024-09-02"},
	}
	for _, tt := range tests {
		d, a, _ := readDated(t, "The hosts spoke to the press in the old town hall about their plans.\n"+tt.text, "2024-08-14")
		if len(d.dates) != 1 {
			t.Errorf("%s: %d dates", tt.text, len(d.dates))
			continue
		}
		if day, _ := d.resolveDate(&d.dates[0], a.Published, model.StatusPlanned); day.String() != tt.want {
			t.Errorf("%s: got %s, want %s", tt.text, day, tt.want)
		}
	}
}

// TestDatesHostile: tens of thousands of dates that lean on each other must not cost more than a moment.
func TestDatesHostile(t *testing.T) {
	for _, s := range []string{"the day before, ", "a day later. ", "3 May. ", "On Friday the talks. ", "3 May 2024\n\n", "yesterday they met the 2nd anniversary of the war, "} {
		text := "Kyiv\n\n" + strings.Repeat(s, 60_000/len(s)) + "\nZelensky met Kallas the day before."
		start := time.Now()
		readDated(t, text, "")
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q repeated takes %v", s, took)
		}
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"On 30 June – 1 July 2024", "the 1,000th day of the war", "13.04 07:20", "day 999 of", "Sat. 31/02/2023", "on the eve of", "two", "a week ago to the day", "last"} {
		f.Add(s)
	}
	r := sharedReader()
	f.Fuzz(func(t *testing.T, s string) {
		d := &document{lex: r.lex, g: r.g}
		a := &model.Article{Text: "Kyiv, 3 May 2024\n" + s + "\n" + s + " they met in Kyiv on Friday and talked for a whole evening about it."}
		d.read(r, a)
		for k := range d.dates {
			for _, st := range [...]model.Status{model.StatusHeld, model.StatusPlanned} {
				if day, _ := d.resolveDate(&d.dates[k], a.Published, st); !day.Valid() && d.dates[k].form != formFull {
					t.Errorf("%q: %v is no day", d.words(&d.dates[k]), day)
				}
			}
		}
	})
}
