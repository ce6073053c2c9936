package store

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
)

// Collection is what the user opened: the paths given, or none for the
// collection inside the program. Its files are found by where it lies.
type Collection struct {
	paths []string // absolute
	env   func(string) string
}

// NewCollection names a collection by its paths. Standard input has no place
// of its own and is left out.
func NewCollection(paths []string) Collection {
	c := Collection{env: os.Getenv}
	for _, p := range paths {
		if p == "-" {
			continue
		}
		if abs, err := filepath.Abs(p); err == nil {
			if to, err := filepath.EvalSymlinks(abs); err == nil {
				abs = to
			}
			c.paths = append(c.paths, abs)
		}
	}
	return c
}

// correctionsName is the file of corrections beside a folder. The loader knows it too, and reads no articles from it.
const correctionsName = "entente.corrections"

const correctionsHeading = `Corrections of what entente read, one a line; docs/corrections.md tells the words.
Lines may stand in any order. Whatever follows a # is for people: who, when, why.`

// Corrections lists the files of corrections of a collection, the one that new
// lines go to last: beside the folder, or in the folder where there is one
// already, or in the user's data folder where neither can be written.
func (c Collection) Corrections() []File {
	var out []File
	add := func(path string) bool {
		for _, f := range out {
			if f.Path == path {
				return true
			}
		}
		if _, err := os.Stat(path); err != nil {
			return false
		}
		out = append(out, File{Path: path, Heading: correctionsHeading})
		return true
	}
	private := File{Path: c.dataFile("corrections"), Private: true, Heading: correctionsHeading}
	home := private
	for i, p := range c.paths {
		dir := filepath.Dir(p)
		beside := filepath.Join(dir, correctionsName)
		target := beside
		if info, err := os.Stat(p); err == nil && info.IsDir() {
			if inside := filepath.Join(p, correctionsName); add(inside) {
				target, dir = inside, p
			}
		}
		add(beside)
		if i == 0 && writable(dir) {
			home = File{Path: target, Heading: correctionsHeading}
		}
	}
	out = otherThan(out, home.Path)
	if private.Path != home.Path {
		if _, err := os.Stat(private.Path); err == nil {
			out = append(out, private)
		}
	}
	return append(out, home)
}

func otherThan(files []File, path string) []File {
	out := files[:0:0]
	for _, f := range files {
		if f.Path != path {
			out = append(out, f)
		}
	}
	return out
}

// dataFile is a file of the collection's in the user's data folder; empty where there is no such folder.
func (c Collection) dataFile(ending string) string {
	dir := c.base("XDG_DATA_HOME", ".local", "share")
	if dir == "" {
		return ""
	}
	return filepath.Join(dir, c.name()+"."+ending)
}

// ConfigFile is a file of the user's settings; its path is empty where there is no folder for one.
func ConfigFile(name string) File {
	dir := (Collection{env: os.Getenv}).base("XDG_CONFIG_HOME", ".config")
	if dir == "" {
		return File{Private: true}
	}
	return File{Path: filepath.Join(dir, name), Private: true}
}

// CacheDir is a folder of the user's cache, which may not be there yet; empty where there is none.
func CacheDir(name string) string {
	dir := (Collection{env: os.Getenv}).base("XDG_CACHE_HOME", ".cache")
	if dir == "" {
		return ""
	}
	return filepath.Join(dir, name)
}

// base is entente's folder below one of the folders that XDG names. A path that
// is not absolute counts as none, as XDG has it.
func (c Collection) base(variable string, otherwise ...string) string {
	if dir := c.env(variable); filepath.IsAbs(dir) {
		return filepath.Join(dir, "entente")
	}
	home := c.env("HOME")
	if home == "" {
		home = c.env("USERPROFILE")
	}
	if !filepath.IsAbs(home) {
		return ""
	}
	return filepath.Join(append(append([]string{home}, otherwise...), "entente")...)
}

// name is what the collection's files are called: the folder's own name, for
// people, and a hash of the paths.
func (c Collection) name() string {
	if len(c.paths) == 0 {
		return "collection"
	}
	sum := sha256.Sum256([]byte(strings.Join(c.paths, "\x00")))
	base := strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x7f && r != '�' {
			return r
		}
		return '_'
	}, filepath.Base(c.paths[0]))
	const longest = 40
	if len(base) > longest {
		base = strings.ToValidUTF8(base[:longest], "")
	}
	return base + "-" + hex.EncodeToString(sum[:])[:10]
}
