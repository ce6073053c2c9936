// Package extract reads one article: zones, publication day, people, places,
// days and the encounters that it reports, each with the words it was read
// from. It is a deterministic reader made of tables of rules, a gazetteer and
// integer scores; it sees one article and nothing else, so articles may be
// read in any order by any number of workers.
//
// The stages, one file each:
//
//	lines ─► zones ─► tokens ─► items ─► people, dates ─► frames ─► events ─► reports
//	lines.go zone.go token.go  item.go  people.go dates.go frame.go event.go  report.go
package extract
