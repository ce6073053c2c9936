// Package fuel makes a WebAssembly module count its own steps and stop when
// they are used up. What a program may do is measured so by what it does: the
// clock would let a busy machine do less.
//
// In front of every function and every round of a loop it takes what stands
// there off a counter, a global that the module exports, and runs into
// ‘unreachable’ where nothing is left:
//
//	loop             loop: …
//	  …          ──►   counter -= instructions of …
//	  br_if 0          if counter < 0: unreachable
//	end                …
//	                   br_if 0
//	                 end
package fuel

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// Global is the name of the counter among the module's exports: a mutable i64,
// full until somebody sets it. Below zero means used up.
const Global = "entente.fuel"

// full is what a module begins with: more than any machine does.
const full = 1 << 62

// errModule tells of a module that is none, or one with more than this package knows of WebAssembly.
var errModule = errors.New("is no WebAssembly that can be counted")

// Sections of a module, by their numbers.
const (
	sectionImport = 2
	sectionGlobal = 6
	sectionExport = 7
	sectionCode   = 10
)

// Add returns the module with the counter in it.
func Add(module []byte) (counted []byte, err error) {
	defer func() {
		if recover() != nil { // it ends in the middle of something
			counted, err = nil, errModule
		}
	}()
	head := []byte("\x00asm\x01\x00\x00\x00")
	r := reader{b: module}
	if !bytes.Equal(r.take(len(head)), head) {
		return nil, errModule
	}
	out := append(make([]byte, 0, len(module)*5/4), head...)
	counter := uint64(0)
	for len(r.b) > 0 {
		id := r.byte()
		body := r.sized()
		switch id {
		case sectionImport:
			if counter, err = importedGlobals(body); err != nil {
				return nil, err
			}
		case sectionGlobal:
			old := reader{b: body}
			n := old.number()
			counter += n
			global := append([]byte{0x7e, 1, 0x42}, signed(full)...) // i64, mutable, i64.const
			body = join(number(n+1), old.b, global, []byte{opEnd})
		case sectionExport:
			old := reader{b: body}
			n := old.number()
			body = join(number(n+1), old.b, number(uint64(len(Global))), []byte(Global), []byte{3}, number(counter))
		case sectionCode:
			if body, err = code(body, counter); err != nil {
				return nil, err
			}
		}
		out = append(out, id)
		out = append(out, number(uint64(len(body)))...)
		out = append(out, body...)
	}
	return out, nil
}

// importedGlobals counts the globals among the imports, which come before the module's own.
func importedGlobals(body []byte) (n uint64, err error) {
	r := reader{b: body}
	for range r.number() {
		r.sized() // the name of a module
		r.sized() // the name of a thing
		switch kind := r.byte(); kind {
		case 0: // a function
			r.number()
		case 3: // a global
			r.take(2)
			n++
		default:
			return 0, fmt.Errorf("%w: it imports a thing of kind %d", errModule, kind)
		}
	}
	return n, nil
}

// code counts in every function.
func code(body []byte, counter uint64) ([]byte, error) {
	r := reader{b: body}
	n := r.number()
	out := append(make([]byte, 0, len(body)*5/4), number(n)...)
	for range n {
		f, err := function(r.sized(), counter)
		if err != nil {
			return nil, err
		}
		out = append(out, number(uint64(len(f)))...)
		out = append(out, f...)
	}
	return out, nil
}

// Instructions that open and close blocks; those that have more behind them are in skip.
const (
	opBlock    = 0x02
	opLoop     = 0x03
	opIf       = 0x04
	opTry      = 0x06
	opEnd      = 0x0b
	opDelegate = 0x18
	opTryTable = 0x1f
)

// bulk is what an instruction counts that copies or fills any amount of memory.
const bulk = 1000

// region is instructions that are run through together: of a function or of a loop, without the loops in it.
type region struct {
	at    int // where the place for their number is
	count int64
}

// function counts in one function.
func function(f []byte, counter uint64) ([]byte, error) {
	r := reader{b: f}
	for range r.number() { // its variables
		r.number()
		r.byte()
	}
	out := append(make([]byte, 0, len(f)*5/4), f[:len(f)-len(r.b)]...)
	var open []region // innermost last
	var loops []bool  // for each block that is open: is it a loop
	begin := func() {
		out = append(out, 0x23) // global.get, i64.const …
		out = append(append(out, number(counter)...), 0x42)
		open = append(open, region{at: len(out)})
		out = append(out, make([]byte, wide)...)
		out = append(append(out, 0x7d, 0x24), number(counter)...) // i64.sub, global.set
		out = append(append(out, 0x23), number(counter)...)       // global.get
		out = append(out, 0x42, 0, 0x53, opIf, 0x40, 0x00, opEnd) // i64.const 0, i64.lt_s, if, unreachable, end
	}
	begin()
	for len(r.b) > 0 {
		before := r.b
		op := r.byte()
		weight, err := r.skip(op)
		if err != nil {
			return nil, err
		}
		open[len(open)-1].count += weight
		out = append(out, before[:len(before)-len(r.b)]...)
		switch op {
		case opBlock, opIf, opTry, opTryTable:
			loops = append(loops, false)
		case opLoop:
			loops = append(loops, true)
			begin()
		case opEnd, opDelegate:
			if len(loops) == 0 || loops[len(loops)-1] {
				last := open[len(open)-1]
				fill(out[last.at:last.at+wide], last.count)
				open = open[:len(open)-1]
			}
			if len(loops) > 0 {
				loops = loops[:len(loops)-1]
			}
		}
	}
	return out, nil
}

// wide is how many bytes a number has whose value is found later.
const wide = 5

// fill writes a number over just these bytes.
func fill(to []byte, n int64) {
	for i := range to {
		to[i] = byte(n&0x7f) | 0x80
		n >>= 7
	}
	to[len(to)-1] &= 0x7f
}

// reader goes through a module; it panics at an early end.
type reader struct{ b []byte }

func (r *reader) byte() byte {
	c := r.b[0]
	r.b = r.b[1:]
	return c
}

func (r *reader) take(n int) []byte {
	s := r.b[:n]
	r.b = r.b[n:]
	return s
}

// number is an unsigned number; of a signed one it passes over the right bytes, too.
func (r *reader) number() (n uint64) {
	for shift := 0; ; shift += 7 {
		c := r.byte()
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
}

// sized is what stands behind its own size.
func (r *reader) sized() []byte {
	n := r.number()
	if n > uint64(len(r.b)) {
		panic(errModule)
	}
	return r.take(int(n)) //nolint:gosec // not more than there is.
}

func (r *reader) numbers(n int) {
	for range n {
		r.number()
	}
}

// skip passes over what stands behind an instruction, and weighs it.
func (r *reader) skip(op byte) (weight int64, err error) {
	switch {
	case op == opBlock, op == opLoop, op == opIf, op == opTry, // a type
		op >= 0x07 && op <= 0x09, op == 0x0c, op == 0x0d, op == 0x10, op == 0x12, op == opDelegate, // a tag, a label, a function
		op >= 0x20 && op <= 0x26, op >= 0x3f && op <= 0x42, op == 0xd0, op == 0xd2: // a variable, a table, a memory, a constant
		r.number()
	case op == 0x0e: // br_table
		for range r.number() + 1 {
			r.number()
		}
	case op == 0x11, op == 0x13, op >= 0x28 && op <= 0x3e: // call_indirect, memory
		r.numbers(2)
	case op == 0x1c: // select with types
		r.sized()
	case op == opTryTable:
		r.number()
		for range r.number() {
			if r.byte() < 2 {
				r.number()
			}
			r.number()
		}
	case op == 0x43:
		r.take(4)
	case op == 0x44:
		r.take(8)
	case op == 0xfc:
		return r.skipMore()
	case op == 0x00, op == 0x01, op == 0x05, op == 0x0a, op == opEnd, op == 0x0f, op == 0x19, op == 0x1a, op == 0x1b,
		op >= 0x45 && op <= 0xc4, op == 0xd1:
	default:
		return 0, fmt.Errorf("%w: instruction %#x", errModule, op)
	}
	return 1, nil
}

// skipMore passes over what stands behind an instruction of two parts.
func (r *reader) skipMore() (weight int64, err error) {
	switch op := r.number(); {
	case op <= 7: // numbers
		return 1, nil
	case op == 8, op == 10, op == 12, op == 14: // init and copy
		r.numbers(2)
	case op == 9, op == 11, op == 13, op >= 15 && op <= 17: // drop, fill, grow, size
		r.number()
	default:
		return 0, fmt.Errorf("%w: instruction 0xfc %#x", errModule, op)
	}
	return bulk, nil
}

func number(n uint64) []byte { return binary.AppendUvarint(nil, n) }

// signed writes a positive number as WebAssembly writes constants.
func signed(n int64) []byte {
	out := make([]byte, 10)
	fill(out, n)
	return out
}

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
