// Package articles is the collection that entente opens when it is given
// nothing else: one Markdown file an article, in our own words.
package articles

import "embed"

// FS holds the collection, a folder a year.
//
//go:embed 2023 2024
var FS embed.FS

// Read is what the program reads out of these articles, so that it need not at
// every start. A test reads them again and compares; `make collection` writes it anew.
//
//go:generate make -C .. collection
//go:embed read.bin
var Read string
