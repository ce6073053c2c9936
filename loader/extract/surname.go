package extract

import (
	"strings"

	"entente/model"
)

// calledByGiven lists the parties whose people are called by their given name: what stands behind it is the father's.
var calledByGiven = map[model.Party]bool{"IS": true, "ET": true}

// surnameFirst lists the parties whose people put the surname first.
var surnameFirst = map[model.Party]bool{"CN": true, "KR": true, "KP": true, "TW": true, "VN": true, "SG": true, "KH": true}

// givenFirst lists those of them whose people of two names put the surname last: Lawrence Wong, but Lee Hsien Loong.
var givenFirst = map[model.Party]bool{"SG": true, "TW": true}

// oneName lists the single names under which people are known without a title.
var oneName = map[string]bool{"Lula": true, "Jokowi": true, "AMLO": true, "MBS": true, "MBZ": true, "Prachanda": true}

// particles belong to the surname behind them.
var particles = setOf(
	"van", "von", "der", "de", "den", "da", "di", "del", "della", "al",
	"el", "bin", "bint", "ben", "dos", "la", "le", "ter", "ibn",
)

// surnameOf returns the part of a name by which articles call somebody the
// second time; empty for kings, popes and people of one name.
func surnameOf(name string, eastern bool) string {
	first, last, two := strings.Cut(name, " ")
	if !two {
		return ""
	}
	if strings.IndexByte(last, ' ') < 0 { // as most names
		switch {
		case royal(first), strings.Trim(last, "IVX") == "":
			return ""
		case eastern && !strings.Contains(first, "-"):
			return first
		}
		return last
	}
	w := strings.Fields(name)
	last = w[len(w)-1]
	if royal(first) {
		return ""
	}
	if strings.Trim(last, "IVX") == "" {
		return ""
	}
	if eastern && len(w) <= 3 && !strings.Contains(w[0], "-") {
		return w[0]
	}
	k := len(w) - 1
	for k > 1 && particles.has(strings.ToLower(strings.TrimSuffix(w[k-1], "-"))) {
		k--
	}
	return strings.Join(w[k:], " ")
}

// royal tells that a name begins with a title that belongs to it.
func royal(first string) bool {
	return first == "King" || first == "Queen" || first == "Pope" || first == "Prince"
}
