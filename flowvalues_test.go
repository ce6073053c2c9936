package main_test

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// value makes the edges of an instruction that gives a value.
func (f *flow) value(v ssa.Value) {
	at := v.Pos()
	if points(v.Type()) {
		f.shows(v, at)
	}
	switch v := v.(type) {
	case *ssa.Phi:
		for _, e := range v.Edges {
			f.pass(e, v, at)
		}
	case *ssa.UnOp:
		if v.Op == token.MUL || v.Op == token.ARROW {
			f.take(v.X, v, at)
			if v.CommaOk {
				f.edge(node{v.X, 0, held}, node{v, 0, result}, along, at)
			}
		}
	case *ssa.BinOp:
		if v.Op == token.ADD || v.Op == token.OR || v.Op == token.SUB {
			f.copied(v.X, v, at)
			f.copied(v.Y, v, at)
		}
	case *ssa.ChangeType:
		f.pass(v.X, v, at)
	case *ssa.Convert:
		f.copied(v.X, v, at)
	case *ssa.MultiConvert:
		f.copied(v.X, v, at)
	case *ssa.ChangeInterface:
		f.pass(v.X, v, at)
	case *ssa.SliceToArrayPointer:
		f.pass(v.X, v, at)
	case *ssa.MakeInterface:
		f.pass(v.X, v, at)
		f.insides(v)
	case *ssa.TypeAssert:
		f.pass(v.X, v, at)
	case *ssa.FieldAddr:
		f.field(v, v.X, fieldOf(v.X.Type(), v.Field), at)
	case *ssa.Field:
		f.field(v, v.X, fieldOf(v.X.Type(), v.Field), at)
	case *ssa.IndexAddr:
		f.pass(v.X, v, at)
	case *ssa.Index:
		f.take(v.X, v, at)
	case *ssa.Lookup:
		f.take(v.X, v, at)
		f.edge(node{v.X, 0, held}, node{v, 0, result}, along, at)
	case *ssa.Slice:
		f.pass(v.X, v, at)
	case *ssa.Range:
		f.pass(v.X, v, at)
	case *ssa.Next:
		f.take(v.Iter, v, at)
		f.edge(node{v.Iter, 0, held}, node{v, 1, result}, along, at)
		if r, ok := v.Iter.(*ssa.Range); ok && !v.IsString {
			f.edge(keys(r.X.Type()), node{v, 1, result}, along, at)
		}
		f.edge(node{v.Iter, 0, held}, node{v, 2, result}, along, at)
		for k := range levels {
			f.edge(node{v, 2, result + within + aspect(k)}, node{v.Iter, 0, within + aspect(min(k+1, levels-1))}, along, at)
		}
	case *ssa.Select:
		for i, s := range v.States {
			if s.Dir == types.RecvOnly {
				f.edge(node{s.Chan, 0, held}, node{v, 2 + i, result}, along, at)
			}
		}
	case *ssa.Extract:
		if carries(v.Type()) {
			f.edge(node{v.Tuple, v.Index, result}, node{v, 0, held}, along, at)
			f.edge(node{v.Tuple, v.Index, result + fields}, node{v, 0, fields}, along, at)
			for k := within; k < within+levels; k++ {
				f.edge(node{v, 0, k}, node{v.Tuple, v.Index, result + k}, along, at)
			}
		}
		if t, ok := v.Tuple.(*ssa.TypeAssert); ok && v.Index == 0 {
			f.pass(t.X, v, at)
		}
	case *ssa.MakeClosure:
		fn := v.Fn.(*ssa.Function)
		for i, b := range v.Bindings {
			f.pass(b, fn.FreeVars[i], at)
		}
	}
}

// field lets text go between a field and its address or value.
func (f *flow) field(v, of ssa.Value, field *types.Var, at token.Pos) {
	if !carries(v.Type()) {
		return
	}
	n := node{field, 0, held}
	f.edge(n, node{v, 0, held}, along, at)
	f.edge(node{field, 0, fields}, node{v, 0, fields}, along, at)
	f.edge(node{of, 0, held}, node{v, 0, held}, along, at)
	deeper := 1
	if _, isAddress := v.(*ssa.FieldAddr); isAddress {
		deeper = 0
	}
	f.back(v, field, deeper, along, at)
	f.shows(field, at)
	if !f.tree[field.Pkg()] { // a library sees all of the struct
		f.back(v, of, 0, along, at)
	}
}

// fieldOf is a field, the same for every instance of a generic type.
func fieldOf(t types.Type, i int) *types.Var {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	return t.Underlying().(*types.Struct).Field(i).Origin()
}

// instruction makes the edges of an instruction for what it does.
func (f *flow) instruction(fn *ssa.Function, in ssa.Instruction) {
	at := in.Pos()
	switch in := in.(type) {
	case *ssa.Store:
		f.put(in.Val, in.Addr, at)
		if x, ok := in.Addr.(*ssa.FieldAddr); ok {
			f.kept(in, x)
		}
	case *ssa.MapUpdate:
		if carries(in.Key.Type()) {
			f.edge(node{in.Key, 0, held}, keys(in.Map.Type()), along, at)
		}
		f.put(in.Value, in.Map, at)
	case *ssa.Send:
		f.put(in.X, in.Chan, at)
	case *ssa.Select:
		for _, s := range in.States {
			if s.Dir == types.SendOnly {
				f.put(s.Send, s.Chan, at)
			}
		}
	case *ssa.Return:
		for i, r := range in.Results {
			if !carries(r.Type()) {
				continue
			}
			f.edge(node{r, 0, held}, node{fn, i, held}, along, at)
			f.edge(node{r, 0, fields}, node{fn, i, fields}, along, at)
			for k := within; k < within+levels; k++ {
				f.edge(node{fn, i, k}, node{r, 0, k}, along, at)
			}
		}
	case *ssa.Panic:
		f.drain(in, "panic", in.X)
	case ssa.CallInstruction:
		f.call(in)
	}
}

// kept is a value that is put into a field.
func (f *flow) kept(in *ssa.Store, x *ssa.FieldAddr) {
	to := fieldOf(x.X.Type(), x.Field)
	if f.tree[to.Pkg()] {
		return
	}
	if s, ok := to.Type().Underlying().(*types.Signature); ok { // a library calls it
		for _, fn := range f.like(in.Val, s) {
			for _, p := range fn.Params {
				if !isHandle(p.Type()) {
					f.edge(foreignWorld, node{p, 0, held}, heap, in.Pos())
				}
			}
		}
	}
	owner := strings.TrimPrefix(types.TypeString(x.X.Type(), nil), "*")
	if slices.Contains(fieldSinks[owner], to.Name()) {
		f.drain(in, owner+"."+to.Name(), in.Val)
	}
}

// like are the functions of the tree that a value of a function's type may be.
func (f *flow) like(v ssa.Value, s *types.Signature) []*ssa.Function {
	if fns := f.behind(v); len(fns) > 0 {
		return fns
	}
	if _, ok := v.(*ssa.Const); ok {
		return nil
	}
	var out []*ssa.Function
	for _, fn := range f.taken {
		if fn.Blocks != nil && types.Identical(plainSignature(fn.Signature), plainSignature(s)) {
			out = append(out, fn)
		}
	}
	return out
}

// drain makes values fall into a sink.
func (f *flow) drain(in ssa.Instruction, name string, vs ...ssa.Value) {
	s := node{in, 0, sink}
	for _, v := range vs {
		f.edge(node{v, 0, held}, s, along, in.Pos())
		f.edge(node{v, 0, fields}, s, along, in.Pos())
	}
	f.sinks[f.id(s)] = name
	if place := in.Parent().String() + " to " + name; excused[place] != "" {
		f.excused[f.id(s)] = place
	}
}

// insides joins to a value that becomes an interface what its type has in it: who
// prints or encodes the interface sees that.
func (f *flow) insides(v *ssa.MakeInterface) {
	to := node{v, 0, fields}
	t := v.X.Type()
	iface := v.Type().Underlying().(*types.Interface)
	for m := range iface.Methods() { // a library that writes to it calls its methods
		sel := f.prog.MethodSets.MethodSet(t).Lookup(m.Pkg(), m.Name())
		if sel == nil || f.tree[m.Pkg()] {
			continue
		}
		if fn := f.prog.MethodValue(sel); fn != nil && fn.Blocks != nil {
			for i, p := range fn.Params {
				n := node{v, 0, within}
				if i == 0 {
					n = node{v, 0, held}
				}
				f.edge(n, node{p, 0, held}, heap, v.Pos())
			}
		}
	}
	own := false
	for _, name := range []string{"String", "Error", "Format", "GoString", "MarshalJSON", "MarshalText", "MarshalXML"} {
		m := f.prog.MethodSets.MethodSet(t).Lookup(pkgOf(t), name)
		if m == nil {
			continue
		}
		if fn := f.prog.MethodValue(m); fn != nil && fn.Blocks != nil {
			own = true
			f.edge(node{fn, 0, held}, to, up, v.Pos())
			if len(fn.Params) > 0 {
				f.edge(node{v.X, 0, held}, node{fn.Params[0], 0, held}, down, v.Pos())
			}
		}
	}
	if own {
		return
	}
	seen := map[types.Type]bool{}
	var visit func(t types.Type)
	visit = func(t types.Type) {
		if seen[t] {
			return
		}
		seen[t] = true
		switch u := t.Underlying().(type) {
		case *types.Pointer:
			visit(u.Elem())
		case *types.Slice:
			visit(u.Elem())
		case *types.Array:
			visit(u.Elem())
		case *types.Map:
			f.edge(keys(u), to, along, v.Pos())
			visit(u.Key())
			visit(u.Elem())
		case *types.Struct:
			for x := range u.Fields() {
				if !carries(x.Type()) {
					continue
				}
				f.edge(node{x.Origin(), 0, held}, to, along, v.Pos())
				f.edge(node{x.Origin(), 0, fields}, to, along, v.Pos())
				visit(x.Type())
			}
		}
	}
	visit(t)
}

func pkgOf(t types.Type) *types.Package {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Pkg()
	}
	return nil
}

// carries tells that values of a type may hold text.
func carries(t types.Type) bool {
	known, ok := carrying[t]
	if !ok {
		known = carriesIn(t, nil)
		carrying[t] = known
	}
	return known
}

var carrying = map[types.Type]bool{}

func carriesIn(t types.Type, above []types.Type) bool {
	if slices.Contains(above, t) {
		return false
	}
	above = append(above, t)
	switch name := types.TypeString(t, nil); {
	case slices.Contains(textless, name):
		return false
	case strings.HasSuffix(name, "ssa.rangeIter"): // what a loop goes over
		return true
	}
	if b, ok := t.(*types.Basic); ok { // a named number is no letter
		return b.Info()&types.IsString != 0 || b.Kind() == types.Byte || b.Kind() == types.Rune || b.Kind() == types.UnsafePointer || b.Kind() == types.UntypedRune
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Pointer:
		return carriesIn(u.Elem(), above)
	case *types.Slice:
		return carriesIn(u.Elem(), above)
	case *types.Array:
		return carriesIn(u.Elem(), above)
	case *types.Chan:
		return carriesIn(u.Elem(), above)
	case *types.Map:
		return carriesIn(u.Key(), above) || carriesIn(u.Elem(), above)
	case *types.Struct:
		for x := range u.Fields() {
			if carriesIn(x.Type(), above) {
				return true
			}
		}
		return false
	case *types.Signature:
		return false
	}
	return true
}

// points tells that who has a value of the type can write to what others have.
func points(t types.Type) bool {
	if !carries(t) {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Interface, *types.Struct, *types.Tuple:
		return true
	}
	return false
}
