package main_test

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// summarise adds to each call the ways from its arguments to its results and back into its arguments that lie within the functions called.
func (f *flow) summarise() {
	type port struct {
		n int32
		i int // of the parameter, or of the result as 1000 + i
		k aspect
	}
	type fact struct{ from, to port }
	exits := map[*ssa.Function][]port{}
	entries := map[*ssa.Function][]port{}
	for _, fn := range f.fns {
		for i, p := range fn.Params {
			for _, k := range []aspect{held, fields} {
				if n, ok := f.ids[node{p, 0, k}]; ok {
					entries[fn] = append(entries[fn], port{n, i, k})
				}
			}
			for k := within; k < within+levels; k++ {
				if n, ok := f.ids[node{p, 0, k}]; ok {
					exits[fn] = append(exits[fn], port{n, i, k})
				}
			}
		}
		for i := range fn.Signature.Results().Len() {
			for _, k := range []aspect{held, fields} {
				if n, ok := f.ids[node{fn, i, k}]; ok {
					exits[fn] = append(exits[fn], port{n, 1000 + i, k})
				}
			}
			for k := within; k < within+levels; k++ {
				if n, ok := f.ids[node{fn, i, k}]; ok {
					entries[fn] = append(entries[fn], port{n, 1000 + i, k})
				}
			}
		}
	}
	callers := map[*ssa.Function][]site{}
	for _, s := range f.calls {
		for _, fn := range s.to {
			callers[fn] = append(callers[fn], s)
		}
	}
	actual := func(s site, p port) (node, bool) {
		if p.i >= 1000 {
			return arrives(s.call, p.i-1000, p.k)
		}
		if p.i >= len(s.args) {
			return node{}, false
		}
		return node{s.args[p.i], 0, p.k}, true
	}
	known := map[fact]bool{}
	queue := slices.Clone(f.fns)
	waiting := map[*ssa.Function]bool{}
	for _, fn := range queue {
		waiting[fn] = true
	}
	for len(queue) > 0 {
		fn := queue[0]
		queue, waiting[fn] = queue[1:], false
		for _, e := range entries[fn] {
			reached := f.reach(e.n)
			for _, x := range exits[fn] {
				if !reached[x.n] || known[fact{e, x}] {
					continue
				}
				known[fact{e, x}] = true
				for _, s := range callers[fn] {
					a, ok := actual(s, e)
					b, ok2 := actual(s, x)
					if !ok || !ok2 || a == b {
						continue
					}
					if _, fixed := a.of.(*ssa.Const); fixed {
						continue
					}
					f.edge(a, b, along, s.call.Pos())
					if p := s.call.Parent(); !waiting[p] {
						waiting[p] = true
						queue = append(queue, p)
					}
				}
			}
		}
	}
}

// reach is what can be reached in one function and by the ways that its calls are known to offer.
func (f *flow) reach(from int32) map[int32]bool {
	seen := map[int32]bool{from: true}
	for queue := []int32{from}; len(queue) > 0; {
		n := queue[0]
		queue = queue[1:]
		for _, e := range f.out[n] {
			if e.how == along && !seen[e.to] {
				seen[e.to] = true
				queue = append(queue, e.to)
			}
		}
	}
	return seen
}

// step is how a node was reached first.
type step struct {
	node int32
	deep bool // within a call, whose caller is another one than whoever asks
}

type came struct {
	from step
	at   token.Pos
}

// spread follows text from where it comes in. open is a door that lets everything pass; nothing goes by way of a closed place.
func (f *flow) spread(sources []node, open ssa.CallInstruction, closed func(token.Pos) bool) map[step]came {
	seen := map[step]came{}
	var queue []step
	for _, s := range sources {
		if id, ok := f.ids[s]; ok {
			at := step{id, false}
			seen[at] = came{from: at}
			queue = append(queue, at)
		}
	}
	for len(queue) > 0 {
		s := queue[0]
		queue = queue[1:]
		edges := f.out[s.node]
		if n := f.nodes[s.node]; n.kind == sink {
			if in, ok := n.of.(ssa.CallInstruction); ok && in == open {
				if to, ok := arrives(in, 0, held); ok {
					edges = append(slices.Clone(edges), edge{f.id(to), along, in.Pos()})
				}
			}
		}
		for _, e := range edges {
			next := step{e.to, s.deep}
			switch e.how {
			case down:
				next.deep = true
			case up:
				if s.deep {
					continue
				}
			case heap:
				next.deep = false
			case along:
			}
			if _, ok := seen[next]; ok || closed != nil && closed(e.at) {
				continue
			}
			if next.deep {
				if _, ok := seen[step{e.to, false}]; ok {
					continue
				}
			}
			seen[next] = came{s, e.at}
			queue = append(queue, next)
		}
	}
	return seen
}

// breach is foreign text in a sink.
type breach struct {
	sink string
	at   token.Position
	by   []token.Position // where it came along, the source first
	from string

	excused string // where it may be so
}

func (b breach) String() string {
	var s strings.Builder
	fmt.Fprintf(&s, "%s: %s gets %s past package text", b.at, b.sink, b.from)
	for _, p := range b.by {
		fmt.Fprintf(&s, "\n\tby %s", p)
	}
	return s.String()
}

// breaches follows foreign text into sinks.
func (f *flow) breaches(sources []node, open ssa.CallInstruction, closed func(token.Pos) bool) []breach {
	seen := f.spread(sources, open, closed)
	var out []breach
	for id, name := range f.sinks {
		for _, deep := range []bool{false, true} {
			s := step{id, deep}
			if _, ok := seen[s]; !ok {
				continue
			}
			b := breach{sink: name, excused: f.excused[id]}
			for n := 0; seen[s].from != s && n < 1000; n++ {
				if p := f.prog.Fset.Position(seen[s].at); p.IsValid() {
					if b.at.Filename == "" {
						b.at = p
					}
					if len(b.by) == 0 || b.by[len(b.by)-1].Filename != p.Filename || b.by[len(b.by)-1].Line != p.Line {
						b.by = append(b.by, p)
					}
				}
				s = seen[s].from
			}
			b.from = describe(f.nodes[s.node])
			slices.Reverse(b.by)
			out = append(out, b)
			break
		}
	}
	slices.SortFunc(out, func(a, b breach) int { return strings.Compare(a.String(), b.String()) })
	return out
}

func describe(n node) string {
	switch v := n.of.(type) {
	case *types.Var:
		return "what " + v.Pkg().Path() + "'s field " + v.Name() + " holds"
	case string:
		return v
	case ssa.Value:
		return v.Name()
	}
	return fmt.Sprint(n.of)
}
