package extract

import "slices"

// What is weighed for the encounter that an article is about stands in sentences, and asks of each of them the same.

// stand is where a sentence stands to those that tell of an encounter.
type stand uint8

const (
	standIn stand = iota // tells of it
	standJustBefore
	standJustAfter
	standBefore // before all that tells of it
	standAfter
	stands
)

// setting is what a sentence is to an encounter.
type setting struct {
	told, other bool // tells of it; of another one
	asked       bool // the next two are known
	known       int  // how many of those who met it names: none, one, or two and more
	others      bool // it names somebody else
}

// surroundings are what the sentences of a text are to the encounter that the article is about: each is asked once, whatever is weighed.
type surroundings struct {
	sents  []setting
	people []int32 // who met, as the rules say
	first  int     // the first sentence that tells of it
	top    int     // that which tells most
	lead   bool    // see toldInLead
}

// lookAround asks the sentences what they are to an event.
func (d *document) lookAround(e *event, frames []frame, events []event) {
	c := &d.around
	c.sents = slices.Grow(c.sents[:0], len(d.sents))[:len(d.sents)]
	clear(c.sents)
	c.people, c.first, c.top, c.lead = e.people, e.first, heaviest(e, frames).sent, d.toldInLead(e)
	for _, k := range e.frames {
		c.sents[frames[k].sent].told = true
	}
	for k := range events {
		o := &events[k]
		for _, n := range o.frames {
			c.sents[frames[n].sent].other = c.sents[frames[n].sent].other || o.first != e.first
		}
	}
}

// tells says that a sentence tells of the encounter.
func (c *surroundings) tells(sent int) bool {
	return sent >= 0 && sent < len(c.sents) && c.sents[sent].told
}

// stand says where a sentence stands.
func (c *surroundings) stand(sent int) stand {
	switch {
	case c.tells(sent):
		return standIn
	case c.tells(sent + 1):
		return standJustBefore
	case c.tells(sent - 1):
		return standJustAfter
	case sent < c.first:
		return standBefore
	}
	return standAfter
}

// whoIn says how many of those who met a sentence names, and whether it names somebody else.
func (d *document) whoIn(sent int) (known int, others bool) {
	s := &d.around.sents[sent]
	if !s.asked {
		s.asked = true
		for _, p := range d.peopleIn(&d.sents[sent]) {
			if slices.Contains(d.around.people, p) {
				s.known = min(s.known+1, 2)
			} else {
				s.others = true
			}
		}
	}
	return s.known, s.others
}

// gap says how far from the first sentence that tells of the encounter another one is, by its number.
func (d *document) gap(index int) int {
	switch n := index - d.sents[d.around.first].index; {
	case n < -2:
		return gapFarAbove
	case n < 0:
		return gapAbove
	case n == 0:
		return gapNone
	case n <= 2:
		return gapBelow
	}
	return gapFarBelow
}

const (
	gapFarAbove = iota
	gapAbove
	gapNone
	gapBelow
	gapFarBelow
	gaps
)
