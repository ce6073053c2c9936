package decode

import "testing"

func TestPageDay(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"an element that is called a day", `<span class="meta__date">03.11.2021</span>`, "2021-11-03"},
		{"called so in one word", `<span class="documentPublished"><b>veröffentlicht</b> 28.01.2022 06:00</span>`, "2022-01-28"},
		{"the day in its title", `<abbr class="published" title="2020-04-28T21:00">last week</abbr>`, "2020-04-28"},
		{"a word before it", `<li><span>Datum:</span>26. Januar 2022</li>`, "2022-01-26"},
		{"a day by itself", `<h5>23.01.2019</h5><h5>24.01.2019</h5>`, "2019-01-23"},
		{"with a weekday and a time", `<td>Samstag, 19. Juli 2014, um 12:30 Uhr</td>`, "2014-07-19"},
		{"published, as linked data say of the page", `<script type="application/ld+json">{"@type":"WebPage","datePublished":"2020-06-04T09:00"}</script>`, "2020-06-04"},
		{"an article says so better", `<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2020-06-04"},{"@type":"NewsArticle","datePublished":"2020-06-05"}]}</script>`, "2020-06-05"},
		{"a candidate is no date", `<p class="candidate">On 3 May 2021 they met, and much else was said there.</p>`, ""},
		{"a sentence with a day", `<p>They met on 3 May 2021 and talked.</p>`, ""},
	} {
		in := "<html><body><article><h1>Kallas in Kyiv, and what was said there</h1>" + "<p>" + longProse + "</p></article><aside>" + c.in + "</aside></body></html>"
		all, err := decodeAll(t, "a.html", in)
		if err != nil || len(all) != 1 || all[0].Published.String() != c.want {
			t.Errorf("%s: %+v, %v, want %s", c.name, all, err, c.want)
		}
	}
}

const longProse = "The prime minister came by train and left by train. In between there was much to be said about the winter, about money, " +
	"and about what the neighbours would think of both. Nobody who was in the room has told more than that, and nobody is likely to."

// A page of which title and headline differ tells its day above the first paragraph; below the text stands when it was built.
func TestPageDay_TitleNotRepeated(t *testing.T) {
	in := "<html><head><title>Reactor News - Feb 7</title></head><body><h3>Kallas in Kyiv</h3><p><i>Wednesday, 7 February 2024</i></p><p>" +
		longProse + "</p><p><font size=1>Last build: 02/09/24 - webmaster</font></p></body></html>"
	all, err := decodeAll(t, "a.html", in)
	if err != nil || len(all) != 1 || all[0].Published.String() != "2024-02-07" {
		t.Errorf("%+v, %v, want 2024-02-07", all, err)
	}
}
