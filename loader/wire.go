package loader

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/text"
)

// sourcing says which independent source each claim of a group goes back to.
type sourcing struct {
	of    []int // by position in the group
	count int   // independent sources
}

// independent folds articles into the sources behind them: those of one
// outlet, those that print the same wire text, and those that say they rest on
// the same pages count once. An article that rests on pages of several outlets
// brings as many sources as it names.
func (m *merger) independent(group []int32) sourcing {
	s := sourcing{of: make([]int, len(group))}
	copies := m.copies(group)
	outlets := map[string]int{}
	for n, i := range group {
		a := m.articles[m.claims[i].article]
		var names []string
		for _, ref := range a.Sources {
			names = append(names, outletKey(ref.Outlet, ref.URL))
		}
		if len(names) == 0 {
			names = append(names, outletKey(a.Source, a.URL))
		}
		s.of[n] = -1
		if copies[n] < n {
			s.of[n] = s.of[copies[n]]
			for _, name := range names {
				if _, ok := outlets[name]; !ok && name != "" {
					outlets[name] = s.of[n]
				}
			}
			continue
		}
		for _, name := range names {
			known, ok := outlets[name]
			switch {
			case ok && s.of[n] < 0:
				s.of[n] = known
			case !ok:
				if name != "" {
					outlets[name] = s.count
				}
				if s.of[n] < 0 {
					s.of[n] = s.count
				}
				s.count++
			}
		}
	}
	return s
}

// outletKey names an outlet for comparing. ‘Yahoo/Ukrainska Pravda’ is what
// Yahoo took over from Ukrainska Pravda, so the last name counts; ‘HBW News
// (AFP)’ and ‘Bloomberg via ToParn’ name the origin in their ways. Without a
// name the site of the address serves.
func outletKey(outlet, address string) string {
	key := text.Fold(outlet)
	if i := strings.LastIndexByte(key, '/'); i >= 0 {
		key = key[i+1:]
	}
	if origin, _, ok := strings.Cut(key, " via "); ok {
		key = origin
	}
	if i, j := strings.IndexByte(key, '('), strings.IndexByte(key, ')'); i >= 0 && j > i+1 {
		key = key[i+1 : j]
	}
	if key = strings.TrimSpace(key); key != "" {
		return key
	}
	if u, err := url.Parse(address); err == nil {
		return strings.TrimPrefix(u.Hostname(), "www.")
	}
	return ""
}

// Two texts are one when so large a part of the shorter one's runs of words
// stands in the other. Measured: articles by two hands about one meeting share
// at most a tenth, mostly nothing; a reprint with a beginning of its own and
// its end cut off nine tenths. Half lies far from both. Shorter texts than the
// least number of samples say nothing.
const (
	shingleWords = 5
	sampleRate   = 4 // every fourth run is kept, chosen by its hash: the same runs in every text
	copyShare    = 2 // a half
	leastSamples = 8
	// A run of words that so many different texts of one meeting have is an outlet's phrase, and tells no two of them apart. It is
	// looked at no further, or ten thousand reports of one meeting would each be held against all others.
	mostTexts = 64
)

// copies tells for each claim of a group the first claim whose article has the same text: itself, mostly.
func (m *merger) copies(group []int32) []int {
	out := make([]int, len(group))
	for n := range group {
		out[n] = n
	}
	if len(group) < 2 {
		return out
	}
	byArticle := map[int32]int{}
	size := make([]int, len(group))
	seen := map[uint64][]int{} // sample → the first claims that have it
	for n, i := range group {
		article := m.claims[i].article
		if first, ok := byArticle[article]; ok {
			out[n] = first
			continue
		}
		byArticle[article] = n
		samples := sampleShingles(m.articles[article].Whole().Text)
		if size[n] = len(samples); size[n] < leastSamples {
			continue
		}
		common := map[int]int{}
		for _, h := range samples {
			for _, k := range seen[h] {
				common[k]++
			}
		}
		best := n
		for k, c := range common {
			if c*copyShare >= min(size[n], size[k]) {
				best = min(best, k)
			}
		}
		if best < n {
			out[n] = out[best]
			continue
		}
		for _, h := range samples {
			if len(seen[h]) < mostTexts {
				seen[h] = append(seen[h], n)
			}
		}
	}
	return out
}

// sampleShingles hashes the runs of words of a text, as they sound without
// case, accents and punctuation, and keeps those that the sample rate picks. Each is kept once.
func sampleShingles(s string) []uint64 {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	var window [shingleWords]uint64
	var out []uint64
	n := 0
	end := func(word uint64) {
		window[n%shingleWords] = word
		n++
		if n < shingleWords {
			return
		}
		run := uint64(offset)
		for k := range shingleWords {
			run = (run ^ window[(n+k)%shingleWords]) * prime
			run ^= run >> 29 //nolint:mnd // mixes the high bits down, for the sample looks at the low ones.
		}
		if run%sampleRate == 0 {
			out = append(out, run)
		}
	}
	var room [16]byte
	h, within := uint64(offset), false
	for i, size := 0, 1; i < len(s); i, size = i+size, 1 {
		folded, c := room[:0], s[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			folded = append(folded, c)
		case 'A' <= c && c <= 'Z':
			folded = append(folded, c|0x20)
		default:
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				if within {
					end(h)
				}
				h, within = offset, false
				continue
			}
			folded = text.AppendFold(folded, s[i:i+size])
		}
		within = true
		for _, b := range folded {
			h = (h ^ uint64(b)) * prime
		}
	}
	if within {
		end(h)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
