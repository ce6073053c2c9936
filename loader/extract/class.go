package extract

import (
	"fmt"
	"strings"
)

// class is a set of word classes, one bit each. classes.tsv has the words.
type class uint64

// The classes that the code itself asks for; the rules name them by their names in classNames.
const (
	classMeet class = 1 << iota
	classMeeting
	classTalk
	classCall
	classPhone
	classPhoned
	classHold
	classReceive
	classGreet
	classVisit
	classSpeak
	classDiscuss
	classSign
	classAgree
	classJoin
	classSay
	classThank
	classRemember
	classNeg
	classOff
	classFuture
	classModal
	classWith
	classBetween
	classBy
	classTo
	classAnd
	classBe
	classRelative
	classSubord
	classGroup
	classGroup3
	classPronoun
	classFirst
	classHis
	classGather
	classSideline
	classHonorific
	classPress
	classBackground
	classSeparate
	classFormer
	classNotHere
	classFrom
	classIn
	classAbout
	classOf
	classFor
	classThe
	classDay
	classAbsent
	classByPhone
	classCallOn   // called on: a visit, where somebody is named
	classApart    // one after the other: an encounter with each
	classTable    // at the table, on one side: who else was there
	classTogether // together with, in the company of
	classPlace    // towns, venues, countries: set by the item stage
	classRule     // a word with which a rule begins
	classPerson   // set by the item stage, in no table
)

// classNames has the classes in the order of their bits.
var classNames = []string{
	"MEET", "MEETING", "TALK", "CALL", "PHONE", "PHONED", "HOLD", "RECEIVE", "GREET", "VISIT", "SPEAK", "DISCUSS", "SIGN",
	"AGREE", "JOIN", "SAY", "THANK", "REMEMBER", "NEG", "OFF", "FUTURE", "MODAL", "WITH", "BETWEEN", "BY", "TO", "AND", "BE",
	"RELATIVE", "SUBORD", "GROUP", "GROUP3", "PRONOUN", "PRONOUNFIRST", "HIS", "GATHER", "SIDELINE", "HONORIFIC", "PRESS",
	"BACKGROUND", "SEPARATE", "FORMER", "NOTHERE", "FROM", "IN", "ABOUT", "OF", "FOR", "THE", "DAYWORD",
	"ABSENT", "BYPHONE", "CALLON", "APART", "TABLE", "TOGETHERWITH", "PLACE", "RULEWORD", "P",
}

func classByName(name string) (class, bool) {
	for i, n := range classNames {
		if n == name {
			return 1 << i, true
		}
	}
	return 0, false
}

// readClasses gives words, and sequences of words, their classes.
func (l *lexicon) readClasses() error {
	return eachRow("classes.tsv", 2, func(_ int, c []string) error {
		k, ok := classByName(c[0])
		if !ok {
			return fmt.Errorf("unknown class %q", c[0])
		}
		for form := range strings.SplitSeq(c[1], ";") {
			if form == "&" {
				continue
			}
			if strings.ContainsAny(form, " -") {
				n := &l.nodes[l.node(form, true)]
				n.multi |= k | l.inside(form, k)
				continue
			}
			// wordEnd cuts he'll into he: such forms are entered as they are folded in running text
			w := l.word(foldWord(nil, form))
			l.rows[w].cls |= k
		}
		return nil
	})
}

// inside is what the words of a form of class k are for the rules besides: a previous conversation is a conversation still, to be
// received is a reception, who wrote on some channel says something.
func (l *lexicon) inside(form string, k class) (c class) {
	first, _, _ := strings.Cut(form, " ")
	of := func(w string) class { return l.rows[l.word(foldWord(nil, w))].cls }
	last := of(form[strings.LastIndexByte(form, ' ')+1:])
	switch {
	case k == classOff && strings.HasSuffix(form, "meet"): // what did not take place is told by a verb too
		c = classMeet
	case k == classRemember:
		c = last & (classTalk | classMeeting | classMeet | classVisit | classCall | classSpeak)
	case form == "will be":
		c = classRule // will be with her
	case k == classFuture:
		c = last & (classReceive | classMeet | classSpeak)
	case k == classAbsent:
		c = of(first) & classSay
	}
	if strings.HasPrefix(form, "not ") || strings.Contains(form, " not ") || strings.Contains(form, "n't ") {
		c |= classNeg
	}
	return c
}
