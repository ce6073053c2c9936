package text

import (
	"net/url"
	"strings"
)

// maxLink is the longest link worth following: what browsers and servers agree on.
const maxLink = 4096

// Link reads a web address out of s and writes it anew: http or https, with a host, without a
// user's name (which only serves to make one host look like another), in
// printable ASCII. It reports false for everything else. Link is idempotent.
func Link(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if PlainLink(s) {
		return s, true
	}
	if s == "" || len(s) > maxLink || Row(s) != s || strings.ContainsAny(s, " \\") {
		return "", false
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || !validHost(u.Host) || u.User != nil || u.Opaque != "" {
		return "", false
	}
	out := escapeRest(u.String())
	return out, len(out) <= maxLink
}

// PlainLink tells the links of which nearly all are: http or https, a host by its name, a path and a query of letters, digits and
// the few marks that mean nothing in them. Link leaves these as they are; nothing has to be taken apart for that.
func PlainLink(s string) bool {
	rest, ok := strings.CutPrefix(s, "http")
	if !ok || len(s) > maxLink {
		return false
	}
	rest = strings.TrimPrefix(rest, "s")
	if rest, ok = strings.CutPrefix(rest, "://"); !ok {
		return false
	}
	host := true
	for i := range len(rest) {
		switch c := rest[i]; {
		case 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9', c == '-', c == '.':
		case c == '/' && i > 0:
			host = false
		case host || strings.IndexByte("_~?=&", c) < 0:
			return false
		}
	}
	return rest != ""
}

// validHost tells that a host, port included, is not empty and has only
// letters of any script, digits and the punctuation of names and addresses.
func validHost(host string) bool {
	odd := func(r rune) bool {
		letter := 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9' || r >= 0x80
		return !letter && !strings.ContainsRune("-._:[]", r)
	}
	return host != "" && host[0] != ':' && !strings.ContainsFunc(host, odd)
}

// escapeRest writes in percent form what url leaves as it was found in queries.
func escapeRest(s string) string {
	const hex = "0123456789ABCDEF"
	unsafe := func(c byte) bool { return c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 }
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; unsafe(c) {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
