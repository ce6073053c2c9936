package text

import "strings"

// Markdown writes a field so that Markdown means nothing in it, in one row. It is
// for the middle of a line: a sign that means something at its beginning only stays.
func Markdown(s string) string {
	var b strings.Builder
	for _, r := range Row(s) {
		if strings.ContainsRune("\\`*_{}[]<>#|~!&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
