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

// writeGraphML writes people as nodes and an edge between two who took part in
// one encounter that was held, weighed by how many there were.
func writeGraphML(w io.Writer, s *Set) error {
	party := map[string]model.Party{}
	meetings := map[pair]int{}
	for _, m := range s.Meetings {
		if m.Status != model.StatusHeld {
			continue
		}
		for i, p := range m.People {
			if _, ok := party[p.Name]; !ok {
				party[p.Name] = p.Party
			}
			for _, q := range m.People[i+1:] {
				meetings[pair{min(p.Name, q.Name), max(p.Name, q.Name)}]++
			}
		}
	}
	var g graph
	g.Keys = []graphKey{{"name", "node", "name", "string"}, {"party", "node", "party", "string"}, {"weight", "edge", "weight", "int"}}
	g.Graph.ID, g.Graph.Kind = "meetings", "undirected"
	names := make([]string, 0, len(party))
	for n := range party {
		names = append(names, n)
	}
	slices.Sort(names)
	id := make(map[string]string, len(names))
	for i, n := range names {
		id[n] = "n" + strconv.Itoa(i)
		g.Graph.Nodes = append(g.Graph.Nodes, graphNode{id[n], []graphData{{"name", text.Row(n)}, {"party", text.Row(string(party[n]))}}})
	}
	edges := make([]pair, 0, len(meetings))
	for p := range meetings {
		edges = append(edges, p)
	}
	slices.SortFunc(edges, func(x, y pair) int {
		if c := strings.Compare(x.a, y.a); c != 0 {
			return c
		}
		return strings.Compare(x.b, y.b)
	})
	for _, p := range edges {
		g.Graph.Edges = append(g.Graph.Edges, graphEdge{id[p.a], id[p.b], []graphData{{"weight", strconv.Itoa(meetings[p])}}})
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
