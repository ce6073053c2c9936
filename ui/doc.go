// Package ui is the program in the terminal: a timeline that people scroll,
// filter and read from.
//
// It is one Bubble Tea model, root, and a stack of layers: the timeline at the
// bottom, and over it whatever was opened, a reader, a list of values, the
// help. The layer on top has the keys. What a key does is a row of one table
// of actions, which help, the command line and docs/keys.md are read from as
// well. A layer is one file: it implements layer and brings its rows.
//
//	key press ──► keys.State ──► action ──► handler(root) ──► state ──► compose ──► frame
//	            sequence, count   a row                                  View returns it
//
// Every Update ends in compose, and View does nothing but hand the frame over.
package ui
