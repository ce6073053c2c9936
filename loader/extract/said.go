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
