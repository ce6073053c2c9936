// Package theme is the only place that names a colour. A palette gives six
// roles a colour each; from it one Styles value is built whole, and handed to
// whatever draws. No meaning rests on a colour alone: each has an attribute or
// a glyph beside it.
package theme
