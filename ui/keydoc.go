package ui

import (
	"fmt"
	"strings"

	"entente/ui/theme"
)

// KeyTable writes every key as a page of Markdown, from the table of actions:
// docs/keys.md is this, and a test keeps it so.
func KeyTable() string {
	var b strings.Builder
	b.WriteString("# Keys\n\nThis page is made from the program's own table of actions (`go test ./ui -run KeyTable -update`).\n")
	b.WriteString("A digit before a key is a count: `12G`, `3j`. Every name can be typed behind `:`, and bound to other keys in the key map.\n")
	for _, group := range groupOrder {
		fmt.Fprintf(&b, "\n## %s\n\n| keys | what it does | name | where |\n| --- | --- | --- | --- |\n", group)
		for _, a := range table {
			if a.group != group {
				continue
			}
			shown := make([]string, 0, len(a.keys))
			for _, k := range a.keys {
				shown = append(shown, code(pretty(k)))
			}
			name := a.name
			if a.arg != "" {
				name += " " + a.arg
			}
			fmt.Fprintf(&b, "| %s | %s | `%s` | %s |\n", strings.Join(shown, " "), cell(a.help), cell(name), a.scope)
		}
	}
	b.WriteString("\n## Signs\n\n| sign | in ASCII | what it says |\n| --- | --- | --- |\n")
	fine, plain := theme.New(theme.Options{}).Glyphs, theme.New(theme.Options{ASCII: true}).Glyphs
	for _, s := range legend {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", code(s.of(fine)), code(s.of(plain)), cell(s.meaning))
	}
	b.WriteString("\n## Words of the filter\n\n| example | what it selects |\n| --- | --- |\n")
	for _, w := range filterLanguage() {
		fmt.Fprintf(&b, "| %s | %s |\n", code(w.Example), cell(w.Meaning))
	}
	return b.String()
}

// code sets a key as code; a grave accent and a bar need care within a table.
func code(s string) string {
	if strings.Contains(s, "`") {
		return "`` " + cell(s) + " ``"
	}
	return "`" + cell(s) + "`"
}

func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
