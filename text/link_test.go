package text

import (
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"
)

// What is taken for plain comes out of being taken apart as it went in.
func TestPlainLink(t *testing.T) {
	rnd, plain := rand.New(rand.NewPCG(1, 2)), 0
	for range 200_000 {
		var b strings.Builder
		b.WriteString([]string{"http://", "https://", "http:/", "https:", "ftp://", "httpss://", "HTTP://", ""}[rnd.IntN(8)])
		for range rnd.IntN(12) {
			const bytes = "aaazzzZ09--..//??==&&~_:@#%[]+ \\\x00\xc3\xbc"
			b.WriteByte(bytes[rnd.IntN(len(bytes))])
		}
		s := b.String()
		if !PlainLink(s) {
			continue
		}
		plain++
		u, err := url.Parse(s)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.Opaque != "" || !validHost(u.Host) || escapeRest(u.String()) != s || Row(s) != s {
			t.Errorf("%q is not plain: %+v, %v", s, u, err)
		}
	}
	if plain < 1000 {
		t.Errorf("only %d plain links", plain)
	}
}
