package extract

// sayer is who says the words in quotation marks at item i of sentence k, told by a verb of saying in that
// sentence or in one before it in the paragraph: “I met her today,” Zelenskyy said. It is -1 where nobody is named.
func (d *document) sayer(k, i int) int32 {
	if !d.items[i].quoted {
		return -1
	}
	for para := d.sents[k].para; k >= 0 && d.sents[k].para == para; k-- {
		t := &d.sents[k]
		for j := t.from; j < t.to; j++ {
			it := &d.items[j]
			if it.quoted || it.kind != itemWord || !it.is(classSay) {
				continue
			}
			if j > t.from && !d.items[j-1].quoted {
				if p := d.refOf(j - 1); p >= 0 {
					return p
				}
			}
			if j+1 < t.to && !d.items[j+1].quoted {
				if p := d.refOf(j + 1); p >= 0 {
					return p
				}
			}
		}
	}
	return -1
}

// voice is who speaks in a sentence of a transcript, told by the label in front of what he says: ‘Keir Starmer (Holborn) (Lab): I
// thank …’, ‘The Prime Minister: I did’. told is false where no label stands above; who is -1 for somebody without a known name.
func (d *document) voice(k int) (who int32, told bool) {
	if len(d.voices) == 0 { // it is asked of every ‘I’
		d.findVoices()
	}
	who = d.voices[k]
	return max(who, -1), who != untold
}

// untold stands for a sentence above which there is no label.
const untold = -2

func (d *document) findVoices() {
	who, para := int32(untold), -1
	for k := range d.sents {
		s := &d.sents[k]
		if i := d.labelEnd(s); s.paraFirst && s.para != para && i > 0 {
			who = -1
			for j := s.from; j < i && who < 0; j++ {
				who = d.refOf(j)
			}
		}
		para = s.para
		d.voices = append(d.voices, who)
	}
}

// maxLabel is how many items a label in a transcript has at most.
const maxLabel = 12

// labelEnd is the item of the colon that ends the label with which a sentence begins: a name or an office, and what stands in
// brackets behind it; 0 for none.
func (d *document) labelEnd(s *sentence) int {
	if s.zone != zoneProse {
		return 0
	}
	inside, named := false, false
	for i := s.from; i < s.to && i < s.from+maxLabel; i++ {
		it := &d.items[i]
		switch {
		case it.isPunct('('):
			inside = true
		case it.isPunct(')'):
			inside = false
		case it.isPunct(':'):
			if named && i+1 < s.to {
				return i
			}
			return 0
		case inside:
		case it.is(classPerson) || it.kind == itemName || it.kind == itemWord && it.is(classThe|classHonorific):
			named = named || it.kind != itemWord
		default:
			return 0
		}
	}
	return 0
}
