package extract

// during tells that the trigger at item at stands behind ‘during’, and that behind the day at item i: what was done then was done on its day.
func (d *document) during(i, at int) bool {
	const most = 5 // items between the day and the word
	for j := at - 1; j > i && j >= at-3; j-- {
		if d.items[j].kind == itemPunct {
			return false
		}
		if d.items[j].kind == itemWord && d.lower(&d.items[j]) == "during" {
			return j-i <= most
		}
	}
	return false
}

// arrival tells that the words in front of the date at item i say that somebody came, or was in town: landed on Tuesday, spent Tuesday. Who
// landed on Tuesday night is received on Wednesday.
func (d *document) arrival(s *sentence, i int) bool {
	if d.lateAt(s, i) {
		return false
	}
	for j := i - 1; j >= s.from && j >= i-5; j-- {
		switch d.lower(&d.items[j]) {
		case "arrived", "landed", "came", "flew", "arrives", "lands", "handshake", "filmed", "photographed":
			return true
		case "spent":
			return j == i-1
		case "who":
			return j == i-2 && d.satBehind(s, i)
		case "had", "which":
			return false
		}
	}
	return false
}

// satBehind tells that a verb of sitting, standing or receiving stands right behind the date at item i: who on Monday sat at the head of the table.
func (d *document) satBehind(s *sentence, i int) bool {
	for j := i + 1; j < s.to && j <= i+2; j++ {
		if it := &d.items[j]; it.kind == itemWord && (it.is(classReceive|classGreet) || seatVerbs.has(d.lower(it))) {
			return true
		}
	}
	return false
}

// lateAt tells that the date at item i is the night of a day: late on Monday, Monday night.
func (d *document) lateAt(s *sentence, i int) bool {
	if i+1 < s.to && d.lower(&d.items[i+1]) == "night" {
		return true
	}
	j := i - 1
	if j > s.from && d.lower(&d.items[j]) == "on" {
		j--
	}
	return j > s.from && d.lower(&d.items[j]) == "late"
}

// wentThen tells that the month of a date, in front of a trigger, is that of a journey on which the rest took place: he went to Rome in June, and she gave him lunch.
func (d *document) wentThen(f *frame, x *dateExpr) bool {
	s, it := &d.sents[f.sent], d.itemOf(f.sent, x.first)
	for i := it - 1; i >= s.from && i >= it-5 && it < f.at && d.items[i].kind != itemPunct; i-- {
		if w := &d.items[i]; w.kind == itemWord && (w.is(classVisit) && d.pastForm(i) || d.lower(w) == "went") {
			return true
		}
	}
	return false
}
