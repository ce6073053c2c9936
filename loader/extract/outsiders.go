package extract

// outsiders are those with whom no encounter of governments is held.
var outsiders = setOf("reporters", "journalists", "media", "students", "voters", "soldiers", "troops", "investors", "residents", "farmers",
	"fans", "supporters", "senators", "deputies", "lawmakers", "legislators", "parliament", "parliamentarians", "mps", "congress",
	"chambers", "assembly", "nation", "workers", "families", "relatives",
	"wounded", "people", "executives", "managers", "bosses", "volunteers", "refugees", "survivors", "doctors", "pilots", "artists", "athletes",
	"engineers", "teachers", "players", "pupils", "prisoners", "neighbours",
	"businessmen", "entrepreneurs", "researchers", "lawyers", "donors", "activists", "parents", "children", "veterans", "newspaper", "television", "radio")

// civic tells that item j is leaders of something else than a country: business leaders, church leaders.
func (d *document) civic(j int) bool {
	it := &d.items[j]
	if it.kind == itemRole && it.plural && it.office != 0 && d.lex.offices[it.office-1].name == "senator" {
		return true
	}
	return it.kind == itemRole && it.plural && it.party == "" && j > 0 && d.items[j-1].kind == itemWord && civicWords.has(d.lower(&d.items[j-1]))
}

var civicWords = setOf("business", "church", "religious", "community", "opposition", "student", "union", "faith",
	"tribal", "local", "civil", "industry", "party", "congressional", "parliamentary")

// namesSomething tells that the form of ‘call’ at item i gives something a name: what his office calls the initiative.
func (d *document) namesSomething(i int) bool {
	if i+1 >= len(d.items) || d.lower(&d.items[i]) != "calls" {
		return false
	}
	n := &d.items[i+1]
	return n.isPunct('"') || n.is(classThe|classPronoun) && n.kind == itemWord
}

// quotedSource tells that the person at item i is brought in as who says all this: the talks, says the spokesman X, went well.
func (d *document) quotedSource(s *sentence, i int) bool {
	j := i - 1
	if j > s.from && d.items[j].is(classThe) {
		j--
	}
	if j <= s.from || d.items[j].kind != itemWord || d.items[j].is(classThank) || !d.items[j].is(classSay) {
		return false
	}
	return d.items[j-1].isPunct(',') || d.items[j-1].isPunct('"') || d.items[j-1].isPunct('-')
}

// postedIn tells that the role at item i is of somebody who serves in the place behind it: ambassador in Moscow.
func (d *document) postedIn(i int) bool {
	it := &d.items[i]
	return it.kind == itemRole && it.office != 0 && d.lex.offices[it.office-1].name == "ambassador"
}

// agentAside tells that the person at item i is only by whom something was done that a comma sets off from the trigger:
// decorated by him with an order, he had talks with her.
func (d *document) agentAside(s *sentence, i, at int) bool {
	j := i - 1
	if j > s.from && d.items[j].is(classThe) {
		j--
	}
	if j < s.from || d.items[j].kind != itemWord || !d.items[j].is(classBy) {
		return false
	}
	for j = i + 1; j < at; j++ {
		if d.items[j].isPunct(',') || d.items[j].boundary() {
			return true
		}
	}
	return false
}
