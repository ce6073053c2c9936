// Package extract reads one article: zones, publication day, people, places,
// days and the encounters that it reports, each with the words it was read
// from. It is a deterministic reader made of tables of rules, a gazetteer and
// integer scores; it sees one article and nothing else, so articles may be
// read in any order by any number of workers.
//
// The stages, each a walk over what the one before has made:
//
//	lines ─► zones ─► tokens ─► items ─► people, dates, places ─► frames ─► events ─► reports
//
// The files of a stage, the one to begin with first:
//
//	the whole        read document stage weigh around trace dump
//	tables           lexicon trie words set class mark sense rules marker genre
//	lines and zones  lines zone furniture stampword stamppart dateline heading fields
//	tokens           token sentence cut small survey lists clause
//	who is named     people person name surname title office role unlisted sound outsiders
//	who is meant     refer pronoun group comers officesof said guest context index
//	days             dates calendar months weekday yearweek relative feast figures shift resolve days daysigns
//	missing years    year times
//	publication      published
//	places           place named spot where sites sitesigns intro host stands
//	frames           frame args sides precedence prominence together complete completevisit bilateral clipped unnamed misread likewise
//	what took place  factual question longago denial off postponed ahead habit support welcome
//	one by one       series each tour split item
//	gatherings       summit summitdays gathering umbrella attend table away beside delegation seats seatsigns witness
//	events           event dedupe means oneword athome
//	their days       when whichday whenuntold otherday otherdeed occasion during
//	reports          report evidence confidence topic summary
package extract
