// Package model holds what the articles say happened, and when: dates,
// articles, reports, meetings, the timeline and the filters that select from
// it. It knows no files, no clock and no terminal. A Timeline never changes
// once built, so views may share one; a Filter selects from it and copies
// nothing.
package model
