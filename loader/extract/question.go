package extract

// asked tells that a sentence is a question.
func (d *document) asked(s *sentence) bool {
	if s.zone != zoneProse || !d.items[s.to-1].isPunct('?') || !interrogative.has(d.lower(&d.items[s.from])) {
		return false
	}
	if d.lower(&d.items[s.from]) != "when" || s.to-s.from < 3 {
		return true
	}
	next := &d.items[s.from+1] // when they had gone, the two talked: what now?
	return next.is(classBe|classFuture|classModal) || interrogative.has(d.lower(next))
}

// asksBehind tells that a question in front of an item begins behind a colon: the letter came to the point: would he meet her?
func (d *document) asksBehind(s *sentence, at int) bool {
	if !d.items[s.to-1].isPunct('?') {
		return false
	}
	for i := at - 1; i > s.from; i-- {
		if d.items[i-1].isPunct(':') {
			return interrogative.has(d.lower(&d.items[i]))
		}
	}
	return false
}

// hadHe tells that a sentence begins like ‘Had he met her’: nothing of it was.
func (d *document) hadHe(s *sentence) bool {
	return s.to-s.from > 3 && d.items[s.from+1].is(classPerson|classPronoun) && d.lower(&d.items[s.from]) == "had"
}

// toReader tells that a sentence speaks to whoever reads it of what he will do: you will be present at meetings.
func (d *document) toReader(s *sentence, at int) bool {
	for i := s.from; i < at && s.cls&(classFuture|classModal) != 0; i++ {
		if it := &d.items[i]; it.kind == itemWord && !it.quoted && d.lower(it) == "you" && i+1 < s.to && d.items[i+1].is(classFuture|classModal) {
			return true
		}
	}
	return false
}

// interrogative are the words with which a question begins; behind other words only its last clause asks.
var interrogative = setOf("who", "whom", "what", "when", "where", "why", "how", "which", "did", "do", "does", "is", "are", "was", "were",
	"will", "would", "can", "could", "has", "have", "had", "should", "may", "might", "if")

// askedBehind tells that what stands behind an encounter says that it was only asked for: a call with him had been requested.
func (d *document) askedBehind(f *frame, s *sentence) bool {
	if !d.items[f.at].is(classTalk | classMeeting | classCall) {
		return false
	}
	if d.unset(s, f.end) {
		return true
	}
	for i := f.end; i < s.to && i < f.end+7 && !d.items[i].boundary() && !d.items[i].isPunct(','); i++ {
		if it := &d.items[i]; it.is(classModal) && it.kind == itemWord && d.items[i-1].is(classBe) {
			return true
		}
	}
	return false
}
