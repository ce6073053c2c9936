// Package gazetteer knows who and what exists: people and the offices that
// they hold from one day to another, countries, bodies, cities, venues and
// named summits. Its tables are embedded; NOTICE names their sources.
package gazetteer
