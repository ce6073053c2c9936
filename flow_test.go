package main_test

import (
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/callgraph/vta"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"
)

// A flow is where text can go in the whole tree: its functions as the compiler's
// intermediate form has them, and an edge for each way that text takes through
// them. It errs to one side: a way that cannot be taken may be in it, one that can be
// taken is.
//
// Each value is up to three nodes. What is held by a struct's field is one node
// for all structs of the type, and so is what a global or a closure's variable holds.
type flow struct {
	prog    *ssa.Program
	tree    map[*types.Package]bool
	fns     []*ssa.Function
	taken   []*ssa.Function // whose address is taken: called from nobody knows where
	methods []*ssa.Function
	known   map[ssa.CallInstruction][]*ssa.Function // what calls of a function's value reach, as far as the value's way is seen

	ids   map[node]int32
	nodes []node
	out   [][]edge
	calls []site

	doors   []ssa.CallInstruction
	excused map[int32]string // those that may take foreign text, with their places
	sinks   map[int32]string // the names of the nodes that lie outside of the program
}

// node is one aspect of a value, a field, a result, a sink.
type node struct {
	of   any // ssa.Value, *types.Var, *ssa.Function for a result, ssa.CallInstruction for one as it arrives
	i    int
	kind aspect
}

type aspect uint8

const (
	held    aspect = iota // the value is foreign text, or something that foreign text was put in
	fields                // the value is of a type in which some field is foreign, and has become an interface
	within                // somebody writes to what the value points at: the way goes back to where that came from
	within1               // the same, to what is pointed at by what the value points at
	within2               // and deeper
	sink
	result // of a call with several: held, and behind it the other two
)

// How an edge is taken. What goes down into a function comes back up to the same call only.
type way uint8

const (
	along way = iota
	down
	up
	heap // by a field, a global, a closure: whoever calls
)

type edge struct {
	to  int32
	how way
	at  token.Pos
}

// site is a call of functions of the tree.
type site struct {
	call ssa.CallInstruction
	to   []*ssa.Function
	args []ssa.Value
}

// newFlow reads the packages. What is in overlay stands in the place of files.
func newFlow(t *testing.T, overlay map[string][]byte, patterns ...string) *flow {
	t.Helper()
	const mode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedTypes |
		packages.NeedTypesSizes | packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedExportFile
	pkgs, err := packages.Load(&packages.Config{Mode: mode, Overlay: overlay, Context: t.Context()}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		for _, e := range p.Errors {
			t.Fatal(e)
		}
	})
	f := &flow{tree: map[*types.Package]bool{}, ids: map[node]int32{}, sinks: map[int32]string{}, excused: map[int32]string{}}
	prog, all := ssautil.Packages(pkgs, ssa.InstantiateGenerics)
	f.prog = prog
	prog.Build()
	for _, p := range all {
		f.tree[p.Pkg] = true
	}
	for fn := range ssautil.AllFunctions(prog) {
		if fn.Blocks != nil && !strings.HasPrefix(path(fn), "entente/text") {
			f.fns = append(f.fns, fn)
		}
	}
	slices.SortFunc(f.fns, func(a, b *ssa.Function) int { return strings.Compare(a.String(), b.String()) })
	f.index()
	f.known = map[ssa.CallInstruction][]*ssa.Function{}
	everything := ssautil.AllFunctions(prog)
	for _, n := range vta.CallGraph(everything, vta.CallGraph(everything, nil)).Nodes { // the second time with what the first knows
		for _, e := range n.Out {
			if e.Site != nil {
				f.known[e.Site] = append(f.known[e.Site], e.Callee.Func)
			}
		}
	}
	for _, fn := range f.fns {
		f.function(fn)
	}
	f.summarise()
	return f
}

// path is the import path of the package that a function belongs to, instances of generic ones and wrappers included.
func path(fn *ssa.Function) string {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if fn.Pkg != nil {
		return fn.Pkg.Pkg.Path()
	}
	if o := fn.Object(); o != nil && o.Pkg() != nil {
		return o.Pkg().Path()
	}
	return ""
}

// index finds the functions that are called by way of a value or an interface.
func (f *flow) index() {
	seen := map[*ssa.Function]bool{}
	for _, fn := range f.fns {
		if fn.Signature.Recv() != nil {
			f.methods = append(f.methods, fn)
		}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				call, isCall := in.(ssa.CallInstruction)
				for _, op := range in.Operands(nil) {
					g, ok := (*op).(*ssa.Function)
					if ok && (!isCall || op != &call.Common().Value) && !seen[g] {
						seen[g] = true
						f.taken = append(f.taken, g)
					}
				}
			}
		}
	}
}

// base is the variable that an address lies in.
func base(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.IndexAddr:
			v = x.X
		case *ssa.Slice:
			v = x.X
		default:
			return v
		}
	}
}

func (f *flow) id(n node) int32 {
	id, ok := f.ids[n]
	if !ok {
		id = int32(len(f.nodes))
		f.ids[n] = id
		f.nodes = append(f.nodes, n)
		f.out = append(f.out, nil)
	}
	return id
}

func (f *flow) edge(from, to node, how way, at token.Pos) {
	a, b := f.id(from), f.id(to)
	if isHeap(to) || isHeap(from) {
		how = heap
	}
	f.out[a] = append(f.out[a], edge{b, how, at})
}

// isHeap tells a node that has no caller.
func isHeap(n node) bool {
	switch n.of.(type) {
	case *types.Var, *ssa.Global, *ssa.FreeVar, keysOf:
		return true
	}
	return false
}

// keysOf is the node of all keys of maps of one type: a key is no part of the values.
type keysOf string

func keys(t types.Type) node { return node{of: keysOf(types.TypeString(t.Underlying(), nil))} }

// pass lets text go from one value to another that is made of it, and whoever
// writes through the second write into the first.
func (f *flow) pass(from, to ssa.Value, at token.Pos) {
	f.copied(from, to, at)
	if points(from.Type()) && points(to.Type()) {
		f.back(to, from, 0, along, at)
	}
}

// copied lets text go from one value to another that shares nothing with it.
func (f *flow) copied(from, to ssa.Value, at token.Pos) {
	if !carries(from.Type()) || !carries(to.Type()) {
		return
	}
	if _, ok := from.(*ssa.Const); ok {
		return
	}
	f.edge(node{from, 0, held}, node{to, 0, held}, along, at)
	if hasInterface(from.Type()) && hasInterface(to.Type()) {
		f.edge(node{from, 0, fields}, node{to, 0, fields}, along, at)
	}
}

// hasInterface tells a type whose values are interfaces, or hold them directly.
func hasInterface(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Interface, *types.Tuple:
		return true
	case *types.Pointer:
		return hasInterface(u.Elem())
	case *types.Slice:
		return types.IsInterface(u.Elem())
	case *types.Array:
		return types.IsInterface(u.Elem())
	case *types.Map:
		return types.IsInterface(u.Elem())
	}
	return false
}

// back lets what is written to where one value points at, so deep, be written to where another does.
func (f *flow) back(from, to any, deeper int, how way, at token.Pos) {
	for k := range levels {
		f.edge(node{from, 0, within + aspect(k)}, node{to, 0, within + aspect(min(k+deeper, levels-1))}, how, at)
	}
}

const levels = 3

// shows lets what is written there be seen in the value.
func (f *flow) shows(of any, at token.Pos) {
	for k := range levels {
		f.edge(node{of, 0, within + aspect(k)}, node{of, 0, held}, along, at)
	}
}

// taken lets text go from a container, or from where an address leads to, to a value.
func (f *flow) take(from, to ssa.Value, at token.Pos) {
	f.copied(from, to, at)
	if points(to.Type()) {
		f.back(to, from, 1, along, at)
	}
}

// put lets text go into a container, or into what an address leads to.
func (f *flow) put(from, into ssa.Value, at token.Pos) {
	if !carries(from.Type()) {
		return
	}
	var of any = into
	if x, ok := into.(*ssa.FieldAddr); ok {
		of = fieldOf(x.X.Type(), x.Field)
	}
	if _, ok := from.(*ssa.Const); !ok {
		f.edge(node{from, 0, held}, node{into, 0, within}, along, at)
		if hasInterface(from.Type()) {
			n := node{of, 0, fields}
			if of == any(into) {
				n.of = base(into)
			}
			f.edge(node{from, 0, fields}, n, along, at)
		}
	}
	if points(from.Type()) { // who writes to what is there writes to what was put there
		for k := range levels {
			f.edge(node{of, 0, within + aspect(min(k+1, levels-1))}, node{from, 0, within + aspect(k)}, along, at)
		}
	}
}

// function makes the edges of one function.
func (f *flow) function(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if v, ok := in.(ssa.Value); ok {
				f.value(v)
			}
			f.instruction(fn, in)
		}
	}
	for _, v := range fn.Params {
		f.id(node{v, 0, held})
	}
	if r := fn.Signature.Results(); r.Len() == 2 && types.TypeString(r.At(1).Type(), nil) == "github.com/spf13/cobra.ShellCompDirective" {
		f.sinks[f.id(node{fn, 0, held})] = "the completions of " + fn.Name()
	}
	for _, v := range fn.Locals {
		f.shows(v, v.Pos())
	}
}
