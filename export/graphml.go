package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"entente/model"
	"entente/text"
)

type graphKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

type graphNode struct {
	ID   string      `xml:"id,attr"`
	Data []graphData `xml:"data"`
}

type graphEdge struct {
	Source string      `xml:"source,attr"`
	Target string      `xml:"target,attr"`
	Data   []graphData `xml:"data"`
}

type graph struct {
	XMLName xml.Name   `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []graphKey `xml:"key"`
	Graph   struct {
		ID    string      `xml:"id,attr"`
		Kind  string      `xml:"edgedefault,attr"`
		Nodes []graphNode `xml:"node"`
		Edges []graphEdge `xml:"edge"`
	} `xml:"graph"`
}

// pair is two people, by name, in order.
type pair struct{ a, b string }

// between is what there was between two people: how many encounters, and what the user corrected of them.
type between struct {
	meetings  int
	corrected []string
}

// told is a list of corrections as data of a node or an edge: none where nothing is corrected.
func told(corrected []string) []graphData {
	if len(corrected) == 0 {
		return nil
	}
	return []graphData{{"corrected", strings.Join(corrected, "; ")}}
}

// acquainted is who took part in encounters that were held, and with whom.
type acquainted struct {
	party    map[string]model.Party
	meetings map[pair]between
	byUser   map[string][]string // the corrections by which somebody took part
}

// acquaint goes through the encounters of a set.
func acquaint(s *Set) acquainted {
	a := acquainted{map[string]model.Party{}, map[pair]between{}, map[string][]string{}}
	for _, m := range s.Meetings {
		if m.Status != model.StatusHeld {
			continue
		}
		corrected := make([]string, 0, len(m.Amended))
		for _, x := range m.Amended {
			corrected = append(corrected, text.Row(m.ID)+" "+correction(x))
		}
		for i, p := range m.People {
			if _, ok := a.party[p.Name]; !ok {
				a.party[p.Name] = p.Party
			}
			for k, x := range m.Amended {
				if x.Field == "people" && (x.Now == p.Name || strings.HasPrefix(x.Now, p.Name+", ")) {
					a.byUser[p.Name] = append(a.byUser[p.Name], corrected[k])
				}
			}
			for _, q := range m.People[i+1:] {
				e := pair{min(p.Name, q.Name), max(p.Name, q.Name)}
				b := a.meetings[e]
				a.meetings[e] = between{b.meetings + 1, append(b.corrected, corrected...)}
			}
		}
	}
	return a
}

// writeGraphML writes people as nodes and an edge between two who took part in
// one encounter that was held, weighed by how many there were. What is corrected of an encounter stands at
// each edge that comes of it, behind its ID, and who is in it by a correction has that too.
func writeGraphML(w io.Writer, s *Set) error {
	a := acquaint(s)
	var g graph
	g.Keys = []graphKey{
		{"name", "node", "name", "string"}, {"party", "node", "party", "string"}, {"weight", "edge", "weight", "int"}, {"corrected", "all", "corrected", "string"},
	}
	g.Graph.ID, g.Graph.Kind = "meetings", "undirected"
	names := make([]string, 0, len(a.party))
	for n := range a.party {
		names = append(names, n)
	}
	slices.Sort(names)
	id := make(map[string]string, len(names))
	for i, n := range names {
		id[n] = "n" + strconv.Itoa(i)
		g.Graph.Nodes = append(g.Graph.Nodes, graphNode{id[n], append([]graphData{{"name", text.Row(n)}, {"party", text.Row(string(a.party[n]))}}, told(a.byUser[n])...)})
	}
	edges := make([]pair, 0, len(a.meetings))
	for p := range a.meetings {
		edges = append(edges, p)
	}
	slices.SortFunc(edges, func(x, y pair) int {
		if c := strings.Compare(x.a, y.a); c != 0 {
			return c
		}
		return strings.Compare(x.b, y.b)
	})
	for _, p := range edges {
		b := a.meetings[p]
		g.Graph.Edges = append(g.Graph.Edges, graphEdge{id[p.a], id[p.b], append([]graphData{{"weight", strconv.Itoa(b.meetings)}}, told(b.corrected)...)})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(g); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}
