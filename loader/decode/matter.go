package decode

import (
	"strings"
	"unicode/utf8"

	"entente/model"
)

// plainMatter reads front matter of the plainest form, which nearly all has,
// a tenth of the work of a YAML parser: a name, a colon and a value on each line, and the list of sources.
// It reports false, and the parser has to read it, for anything whose meaning takes knowing YAML.
func (f *fields) plainMatter(a *model.Article, matter string) bool {
	var told fields
	var sources []model.SourceRef
	lines := strings.Split(strings.TrimSuffix(matter, "\n"), "\n")
	for i := 0; i < len(lines); i++ {
		name, value, ok := plainLine(lines[i])
		switch {
		case !ok:
			return false
		case value != "":
			told.set(name, value)
		case name != "sources" || sources != nil:
			return false
		default:
			refs, n := plainSources(lines[i+1:])
			if n == 0 {
				return false
			}
			sources, i = refs, i+n
		}
	}
	*f, a.Sources = told, sources
	return true
}

// plainSources reads entries of an outlet and an address, and returns how many lines they take.
func plainSources(lines []string) (refs []model.SourceRef, n int) {
	for n+1 < len(lines) && strings.HasPrefix(lines[n], "  - outlet: ") && strings.HasPrefix(lines[n+1], "    url: ") {
		_, outlet, told := plainLine(lines[n][4:])
		_, address, placed := plainLine(lines[n+1][4:])
		outlet, address = strings.TrimSpace(outlet), strings.TrimSpace(address)
		if !told || !placed || outlet == "" || isURL(outlet) || !isURL(address) {
			return nil, 0
		}
		refs, n = append(refs, model.SourceRef{Outlet: outlet, URL: address}), n+2
	}
	return refs, n
}

// plainLine parts a name from its value. A value in quotation marks may hold
// anything but its own marks and backslashes, another one nothing that YAML has a use for.
func plainLine(line string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(line, ":")
	if !ok || name == "" || len(name) > 40 || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz_") != "" {
		return "", "", false
	}
	if value == "" {
		return name, "", true
	}
	if value[0] != ' ' || !plainText(value) {
		return "", "", false
	}
	value = strings.Trim(value, " ")
	if n := len(value); n > 1 && (value[0] == '"' || value[0] == '\'') {
		inner := value[1 : n-1]
		return name, inner, value[n-1] == value[0] && inner != "" && !strings.ContainsAny(inner, value[:1]+`\`) && !strings.Contains(inner, "[[")
	}
	if value == "" || !plainStart(value) || strings.HasSuffix(value, ":") || strings.Contains(value, ": ") || strings.Contains(value, " #") {
		return "", "", false
	}
	switch strings.ToLower(value) {
	case "null", "true", "false", "yes", "no", "on", "off": // words of YAML, of which one means nothing
		return "", "", false
	}
	return name, value, true
}

// plainStart tells a letter or a digit, with which nothing but a plain value begins.
func plainStart(s string) bool {
	c := s[0]
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c >= utf8.RuneSelf
}

// plainText tells valid text without controls and without the marks that YAML refuses or reads as line ends.
func plainText(s string) bool {
	for i, r := range s {
		switch {
		case r < ' ', r >= 0x7f && r < 0xa0, r == 0x2028, r == 0x2029, r == 0xfeff, r >= 0xfffe && r < 0x10000:
			return false
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd"):
			return false
		}
	}
	return true
}
