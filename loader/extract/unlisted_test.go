package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/loader/gazetteer"
	"entente/model"
)

// Names that no table has, so that only the text can tell who they are.
func TestIntroduce_PeopleWhomNoTableKnows(t *testing.T) {
	reader := New(gazetteer.Default())
	day := model.NewDate(2023, 5, 10)
	for _, c := range []struct {
		name, text string
		want       model.Participant
	}{
		{
			"a title without a country takes the one that the text speaks of",
			"Volodymyr Zelensky held talks in Kyiv with Prime Minister Arvid Tammelaht on Tuesday.\n\nFinland will send more shells, the guest said. " +
				"Companies from Finland are to rebuild schools. Tammelaht had come by train.",
			model.Participant{Name: "Arvid Tammelaht", Office: "prime minister", Party: "FI"},
		},
		{
			"a name in full takes the office that nobody holds",
			"Brannoc Fennelly has told President Volodymyr Zelensky that neutrality is no silence. The two met in Kyiv on Tuesday.\n\n" +
				"The Irish prime minister travelled overnight. Mr Fennelly will report to his cabinet on Friday.",
			model.Participant{Name: "Brannoc Fennelly", Office: "prime minister", Party: "IE"},
		},
		{
			"the surname alone is the same person",
			"PM Kavelund meets Zelensky\n\nDanish Prime Minister Sorine Kavelund met Volodymyr Zelensky in Kyiv on Tuesday. Kavelund promised aid.",
			model.Participant{Name: "Sorine Kavelund", Office: "prime minister", Party: "DK"},
		},
		{
			"an office behind the name",
			"Odvarik Prasannath, the president of Slovenia, met Volodymyr Zelensky in Davos on Tuesday. Prasannath promised aid.",
			model.Participant{Name: "Odvarik Prasannath", Office: "president", Party: "SI"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := &model.Article{Text: c.text, Published: day}
			reader.Read(a)
			if len(a.Reports) == 0 {
				t.Fatal("no encounter was read")
			}
			r := a.Reports[0]
			if len(r.People) != 2 || !slices.Contains(r.People, c.want) {
				t.Errorf("read %v, want %v among two", r.People, c.want)
			}
			checkSpans(t, a)
		})
	}
}

// An office that somebody named in the text holds is not given away, nor is one given where two are open.
func TestIntroduce_NothingWithoutNeed(t *testing.T) {
	reader := New(gazetteer.Default())
	for name, text := range map[string]string{
		"the office is held": "Kaja Kallas met Volodymyr Zelensky in Kyiv on Tuesday. The Estonian prime minister brought Tarmo Vaskelaid along. Vaskelaid sells drones.",
		"anybody's office":   "When Tarmo Vaskelaid meets a minister, he cooks. Volodymyr Zelensky met him. A Danish prime minister had two plates. Vaskelaid laughs.",
		"two are open":       "Tarmo Vaskelaid spoke in Kyiv. The Danish prime minister and the Irish prime minister listened. Vaskelaid sells drones.",
	} {
		a := &model.Article{Text: text, Published: model.NewDate(2023, 5, 10)}
		reader.Read(a)
		for _, r := range a.Reports {
			for _, p := range r.People {
				if p.Name == "Tarmo Vaskelaid" {
					t.Errorf("%s: %v", name, p)
				}
			}
		}
	}
}

// A text of nothing but names must not take the square of its length: so many people whom no table knows are told apart, and no more.
func TestRead_TellsSoManyStrangersApart(t *testing.T) {
	var b strings.Builder
	for i := range 3 * mostStrangers {
		name := string(rune('A'+i%26)) + "uvenko" + strings.Repeat(string(rune('a'+i/26)), 2)
		fmt.Fprintf(&b, "President Ostap %s met Kaja Kallas in Kyiv on %d May.\n", name, 1+i%28)
	}
	r := sharedReader()
	d := &document{lex: r.lex, g: r.g}
	d.read(r, &model.Article{Text: b.String()})
	n := 0
	for k := range d.people {
		if d.people[k].row < 0 {
			n++
		}
	}
	if n != mostStrangers {
		t.Errorf("%d people whom no table knows, want %d", n, mostStrangers)
	}
}
