package gazetteer

// Without returns a gazetteer that does not know the people whom drop names. The other tables are shared:
// it serves to find out how a reader does when somebody has come into office whom the tables do not have.
func (g *Gazetteer) Without(drop func(*Person) bool) *Gazetteer {
	out := *g
	out.People = make([]Person, 0, len(g.People))
	for i := range g.People {
		if !drop(&g.People[i]) {
			out.People = append(out.People, g.People[i])
		}
	}
	return &out
}
