package main_test

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// call makes the edges of a call.
func (f *flow) call(in ssa.CallInstruction) {
	c := in.Common()
	args := c.Args
	if c.IsInvoke() {
		args = append([]ssa.Value{c.Value}, args...)
	}
	if b, ok := c.Value.(*ssa.Builtin); ok {
		f.builtin(in, b, args)
		return
	}
	if from, ok := c.Value.(*ssa.Call); ok && !c.IsInvoke() { // an iterator of a library's, over what it was given
		if s := from.Common().StaticCallee(); s != nil && s.Blocks == nil {
			for _, a := range args {
				for _, fn := range f.behind(a) {
					for _, p := range fn.Params {
						for _, x := range from.Common().Args {
							f.edge(node{x, 0, held}, node{p, 0, held}, heap, in.Pos())
						}
					}
				}
			}
			return
		}
	}
	fns := f.callees(in)
	if s := c.StaticCallee(); s != nil && isDoor(s) {
		f.doors = append(f.doors, in)
		f.through(in, args)
		return
	}
	if s := c.StaticCallee(); s != nil {
		if i, ok := ownSinks[s.String()]; ok {
			f.drain(in, s.Name(), args[i])
		}
	}
	if len(fns) > 0 {
		f.calls = append(f.calls, site{in, fns, args})
		for _, fn := range fns {
			f.enter(in, fn, args)
		}
	}
	s := c.StaticCallee()
	switch {
	case c.IsInvoke():
		if p := c.Method.Pkg(); p != nil && f.tree[p] {
			return // nobody else has such methods
		}
	case s == nil && len(fns) > 0, s != nil && s.Blocks != nil && !strings.HasPrefix(path(s), "entente/text"):
		return
	}
	f.library(in, args)
}

// through is a call of a door: nothing comes out of it, unless the door is taken away.
func (f *flow) through(in ssa.CallInstruction, args []ssa.Value) {
	v, ok := in.(ssa.Value)
	if !ok {
		return
	}
	for _, a := range args {
		if carries(a.Type()) {
			f.edge(node{a, 0, held}, node{in, 0, sink}, along, in.Pos())
		}
	}
	to := node{v, 0, held}
	if _, several := v.Type().(*types.Tuple); several {
		to = node{v, 0, result}
	}
	f.id(to)
}

// callees are the functions of the tree that a call may reach.
func (f *flow) callees(in ssa.CallInstruction) []*ssa.Function {
	c := in.Common()
	if s := c.StaticCallee(); s != nil {
		if s.Blocks == nil || strings.HasPrefix(path(s), "entente/text") {
			return nil
		}
		return []*ssa.Function{s}
	}
	var out []*ssa.Function
	if c.IsInvoke() {
		iface := c.Value.Type().Underlying().(*types.Interface)
		for _, fn := range f.methods {
			if fn.Name() == c.Method.Name() && types.Implements(fn.Signature.Recv().Type(), iface) {
				out = append(out, fn)
			}
		}
		return out
	}
	for _, fn := range f.known[in] {
		if fn.Blocks != nil {
			out = append(out, fn)
		}
	}
	if len(out) > 0 {
		return out
	}
	return f.like(c.Value, c.Signature())
}

func plainSignature(s *types.Signature) *types.Signature {
	return types.NewSignatureType(nil, nil, nil, s.Params(), s.Results(), s.Variadic())
}

// enter joins the arguments of a call to a function's parameters, and its results to the call's.
func (f *flow) enter(in ssa.CallInstruction, fn *ssa.Function, args []ssa.Value) {
	at := in.Pos()
	for i, p := range fn.Params {
		if i >= len(args) || !carries(p.Type()) {
			continue
		}
		if _, ok := args[i].(*ssa.Const); ok {
			continue
		}
		f.edge(node{args[i], 0, held}, node{p, 0, held}, down, at)
		f.edge(node{args[i], 0, fields}, node{p, 0, fields}, down, at)
		if points(p.Type()) {
			f.back(p, args[i], 0, up, at)
		}
	}
	for i := range fn.Signature.Results().Len() {
		if !carries(fn.Signature.Results().At(i).Type()) {
			continue
		}
		for _, k := range []aspect{held, fields} {
			if to, ok := arrives(in, i, k); ok {
				f.edge(node{fn, i, k}, to, up, at)
			}
		}
		for k := within; k < within+levels; k++ {
			if from, ok := arrives(in, i, k); ok {
				f.edge(from, node{fn, i, k}, down, at)
			}
		}
	}
}

// arrives is the node of a call's result.
func arrives(in ssa.CallInstruction, i int, k aspect) (node, bool) {
	v, ok := in.(ssa.Value)
	if !ok {
		return node{}, false
	}
	if _, several := v.Type().(*types.Tuple); !several {
		return node{v, 0, k}, true
	}
	return node{v, i, result + k}, true
}

func (f *flow) builtin(in ssa.CallInstruction, b *ssa.Builtin, args []ssa.Value) {
	at := in.Pos()
	v, _ := in.(ssa.Value)
	switch b.Name() {
	case "append":
		f.pass(args[0], v, at)
		if len(args) > 1 {
			f.copied(args[1], v, at)
			f.edge(node{v, 0, within1}, node{args[1], 0, within1}, along, at)
		}
	case "copy":
		f.put(args[1], args[0], at)
	case "min", "max":
		for _, a := range args {
			f.copied(a, v, at)
		}
	case "print", "println":
		f.drain(in, b.Name(), args...)
	case "recover":
		f.edge(foreignWorld, node{v, 0, held}, along, at)
	}
}

// library makes the edges of a call of what is not in the tree, or is not known.
func (f *flow) library(in ssa.CallInstruction, args []ssa.Value) {
	at := in.Pos()
	c := in.Common()
	pkg, name := called(c)
	rule := ruleOf(pkg, name)
	if len(rule.sink) > 0 {
		for _, i := range rule.sink {
			if i == all {
				f.drain(in, name, args...)
			} else if i < len(args) {
				f.drain(in, name, args[i])
			}
		}
	}
	results := c.Signature().Results()
	var from []node
	for _, a := range args {
		if _, ok := a.(*ssa.Const); ok || !carries(a.Type()) {
			continue
		}
		from = append(from, node{a, 0, held}, node{a, 0, fields})
		if m, ok := a.Type().Underlying().(*types.Map); ok {
			from = append(from, keys(m))
		}
	}
	for _, a := range args { // a function given along is called with what else is given
		s, ok := a.Type().Underlying().(*types.Signature)
		if !ok {
			continue
		}
		for _, fn := range f.like(a, s) {
			for _, p := range fn.Params {
				for _, n := range from {
					f.edge(n, node{p, 0, held}, heap, at)
				}
				if rule.source && !isHandle(p.Type()) {
					f.edge(foreignWorld, node{p, 0, held}, heap, at)
				}
			}
			for i := range fn.Signature.Results().Len() {
				from = append(from, node{fn, i, held})
			}
		}
	}
	for i := range results.Len() {
		to, ok := arrives(in, i, held)
		if !ok || !carries(results.At(i).Type()) {
			continue
		}
		for _, n := range from {
			if n.kind == fields && rule.carrier {
				if seen, ok := arrives(in, i, fields); ok {
					f.edge(n, seen, along, at)
				}
			} else if !rule.clean {
				f.edge(n, to, along, at)
			}
		}
		if rule.source && !rule.handles {
			f.edge(foreignWorld, to, along, at)
		}
		if back, ok := arrives(in, i, within); ok && points(results.At(i).Type()) && !isError(results.At(i).Type()) { // a writer round a writer
			for _, a := range args {
				if points(a.Type()) && !isStrings(a.Type()) {
					f.edge(back, node{a, 0, within}, along, at)
				}
			}
		}
	}
	method := c.IsInvoke() || c.Signature().Recv() != nil
	for i, a := range args {
		if !points(a.Type()) || rule.handles && i == 0 && method || !writes(name, method, i, a.Type()) {
			continue
		}
		for _, n := range from {
			switch {
			case n.of == any(a):
			case n.kind == fields && rule.carrier:
				f.edge(n, node{a, 0, fields}, along, at)
			default:
				f.edge(n, node{a, 0, within}, along, at)
			}
		}
		if rule.source && writing.MatchString(name) && (i > 0 || !method) {
			f.edge(foreignWorld, node{a, 0, within}, along, at)
		}
	}
}

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

// isHandle tells a thing that a library gives to call it with.
func isHandle(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

func isStrings(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.String
}

// behind are the functions of the tree that a value is.
func (f *flow) behind(v ssa.Value) []*ssa.Function {
	switch v := v.(type) {
	case *ssa.Function:
		if v.Blocks != nil {
			return []*ssa.Function{v}
		}
	case *ssa.MakeClosure:
		return f.behind(v.Fn)
	case *ssa.ChangeType:
		return f.behind(v.X)
	case *ssa.MakeInterface:
		return f.behind(v.X)
	}
	return nil
}

// called names what a call reaches outside of the tree: its package and the function's full name.
func called(c *ssa.CallCommon) (pkg, name string) {
	switch {
	case c.IsInvoke():
		m := c.Method
		if m.Pkg() != nil {
			pkg = m.Pkg().Path()
		}
		return pkg, m.FullName()
	case c.StaticCallee() != nil:
		s := c.StaticCallee()
		if o := s.Origin(); o != nil {
			s = o
		}
		if o, ok := s.Object().(*types.Func); ok {
			return path(s), o.FullName()
		}
		return path(s), s.String()
	}
	return "", "a function that is not known"
}
