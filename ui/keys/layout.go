package keys

import (
	"strings"
	"sync"
)

// The letters of other layouts at the places of a US keyboard, row by row.
// Where a character stands on two layouts at different keys, the earlier
// layout wins; Latin punctuation is never translated, for it is bound itself.
var layouts = []struct{ name, lower, upper string }{
	{
		"russian",
		"йцукенгшщзхъфывапролджэячсмитьбюё",
		"ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ",
	},
	{
		"ukrainian",
		"йцукенгшщзхїфівапролджєячсмитьбюґ",
		"ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮҐ",
	},
}

// The same places on a US keyboard.
const (
	usLower = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
	usUpper = `QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~`
)

// latin is built when the first key is unknown: most sessions never need it.
var latin = sync.OnceValue(func() map[rune]string {
	out := map[rune]string{}
	for _, l := range layouts {
		for _, half := range []struct{ from, to string }{{l.lower, usLower}, {l.upper, usUpper}} {
			to := []rune(half.to)
			for i, r := range []rune(half.from) {
				if _, ok := out[r]; !ok {
					out[r] = string(to[i])
				}
			}
		}
	}
	return out
})

// Latin returns the key that stands at the same place of a US keyboard, or
// key itself when it is no letter of a known layout. "ctrl+в" is "ctrl+d".
func Latin(key string) string {
	prefix, last := "", key
	if i := strings.LastIndexByte(key, '+'); i >= 0 && i+1 < len(key) {
		prefix, last = key[:i+1], key[i+1:]
	}
	r := []rune(last)
	if len(r) != 1 {
		return key
	}
	if to, ok := latin()[r[0]]; ok {
		return prefix + to
	}
	return key
}
