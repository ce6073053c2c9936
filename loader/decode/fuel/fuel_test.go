package fuel_test

import (
	"context"
	"strings"
	"testing"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"

	"entente/loader/decode/fuel"
)

// module is a program with one function, (func (export "f") (param i32)), of such a body.
func module(body string) []byte {
	sized := func(s string) string { return string(rune(len(s))) + s }
	f := "\x00" + body + "\x0b"
	return []byte("\x00asm\x01\x00\x00\x00" +
		"\x01" + sized("\x01\x60\x01\x7f\x00") + // a type
		"\x03" + sized("\x01\x00") + // a function of it
		"\x05" + sized("\x01\x00\x01") + // a memory
		"\x06" + sized("\x01\x7f\x00\x41\x07\x0b") + // a global, as a counter is added to some
		"\x07" + sized("\x01\x01f\x00\x00") + // f
		"\x0a" + sized("\x01"+sized(f)))
}

// count runs a program with so much fuel, and tells what was used.
func count(t *testing.T, program []byte, param, given int64) (used int64, err error) {
	t.Helper()
	counted, err := fuel.Add(program)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	r := wazero.NewRuntime(ctx)
	defer r.Close(ctx)
	m, err := r.Instantiate(ctx, counted)
	if err != nil {
		t.Fatal(err)
	}
	tank, ok := m.ExportedGlobal(fuel.Global).(api.MutableGlobal)
	if !ok {
		t.Fatal("there is no counter")
	}
	tank.Set(uint64(given))
	_, err = m.ExportedFunction("f").Call(ctx, uint64(param))
	return given - int64(tank.Get()), err
}

func TestAdd(t *testing.T) {
	const (
		down   = "\x20\x00\x41\x01\x6b\x22\x00\x0d\x00" // param = param - 1; again while it is not 0: 5 instructions
		rounds = "\x03\x40" + down + "\x0b"
		copied = "\x41\x00\x41\x00\x41\x09\xfc\x0a\x00\x00"
	)
	for _, c := range []struct {
		name, body string
		param      int64
		want       int64
	}{
		{"nothing", "", 1, 1},
		{"no loop", "\x01\x01\x01", 1, 4},
		{"a block is no loop", "\x02\x40\x01\x0b", 1, 4},
		{"a condition is no loop", "\x20\x00\x04\x40\x01\x05\x01\x0b", 1, 7},
		{"one round", rounds, 1, 2 + 6},
		{"a hundred rounds", rounds, 100, 2 + 600},
		{"a loop within a loop", "\x03\x40\x03\x40" + down + "\x0b\x0b", 3, 2 + 2 + 3*6},
		{"a large constant that is negative", "\x42\x80\x80\x80\x80\x80\x80\x80\x80\x80\x7f\x1a", 1, 3},
		{"copies", copied, 1, 3 + 1000 + 1},
	} {
		used, err := count(t, module(c.body), c.param, 1_000_000)
		if err != nil || used != c.want {
			t.Errorf("%s: %d steps, want %d; %v", c.name, used, c.want, err)
		}
	}
	if used, err := count(t, module(rounds), -1, 5000); err == nil || !strings.Contains(err.Error(), "unreachable") || used < 5000 || used > 5010 {
		t.Errorf("without end: %d steps of 5000, %v", used, err)
	}
}

// What is no module, or has more in it than is known here, is refused.
func TestAdd_Refuses(t *testing.T) {
	whole := module("\x03\x40\x0b")
	for n := range len(whole) - 1 {
		if n == 0 || n > 8 {
			_, _ = fuel.Add(whole[:n]) // no panic
		}
	}
	for name, b := range map[string][]byte{
		"nothing": nil, "text": []byte("hello, world"), "cut off": whole[:len(whole)-2], "an instruction nobody knows": module("\xff"),
	} {
		if _, err := fuel.Add(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
