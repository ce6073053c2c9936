package loader

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"entente/model"
	"entente/text"
)

// Source is a place to read articles from: a folder, a file or a stream.
type Source struct {
	Name string    // what the user calls it, for messages
	FS   fs.FS     // where Root lies
	Root string    // a folder of FS, or one file of it
	R    io.Reader // instead of FS: a stream, read once
	Err  error     // why the source cannot be opened; it is reported like a file that cannot be read
}

// Open finds out what a path on the command line is. "-" is standard input,
// given by the caller. A path that cannot be opened comes back with its error, so that the others are read all the same.
func Open(name string, stdin io.Reader) Source {
	s := Source{Name: name}
	if name == "-" {
		s.Name, s.R = "standard input", stdin
		return s
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		s.Err = err
	case info.IsDir():
		s.openDir(name, ".")
	case info.Mode().IsRegular():
		// The file itself may be a link that the user names; nothing else of its folder is looked at.
		s.FS, s.Root = folder(filepath.Dir(name)), filepath.Base(name)
	default: // a pipe or a device, such as a shell makes of <(command)
		s.R = &late{name: name}
	}
	return s
}

// late is a file that is opened when it is read first, for to open a pipe is
// to wait for whoever writes to it.
type late struct {
	name string
	file *os.File
}

// Read reads the file.
func (l *late) Read(p []byte) (int, error) {
	if l.file == nil {
		f, err := os.Open(l.name)
		if err != nil {
			return 0, err //nolint:wrapcheck // the report names the path.
		}
		l.file = f
	}
	return l.file.Read(p) //nolint:wrapcheck // as above; and io.EOF has to stay itself.
}

// folder and rooted are os.DirFS and (*os.Root).FS but for one thing: they take
// every name that the system has. Those refuse what is no UTF-8, and old
// archives are full of names in older encodings.
type folder string

// Open opens a file of the folder.
func (d folder) Open(name string) (fs.File, error) {
	f, err := os.OpenFile(filepath.Join(string(d), name), openFlags, 0)
	if err != nil {
		return nil, err //nolint:wrapcheck // the report names the path.
	}
	return f, nil
}

// Stat tells of a file without opening it.
func (d folder) Stat(name string) (fs.FileInfo, error) {
	return os.Stat(filepath.Join(string(d), name)) //nolint:wrapcheck // as above.
}

// rooted is a folder that no link leads out of.
type rooted struct{ dir *os.Root }

// Open opens a file below the folder.
func (r rooted) Open(name string) (fs.File, error) {
	f, err := r.dir.OpenFile(name, openFlags, 0)
	if err != nil {
		return nil, err //nolint:wrapcheck // the report names the path.
	}
	return f, nil
}

// Stat tells of a file without opening it.
func (r rooted) Stat(name string) (fs.FileInfo, error) {
	return r.dir.Stat(name) //nolint:wrapcheck // as above.
}

// nearby is a rooted folder during one load. It keeps open the folder of the file that was opened last, for the files of
// one folder follow each other, and a root goes the whole way to each, step by step.
type nearby struct {
	rooted
	mu   sync.Mutex
	name string
	last *os.Root // nil where it could not be opened
}

// Open opens a file below the folder.
func (n *nearby) Open(name string) (fs.File, error) {
	if in, base := path.Split(name); in != "" {
		if dir := n.below(strings.TrimSuffix(in, "/")); dir != nil {
			if f, err := dir.OpenFile(base, openFlags, 0); err == nil {
				return f, nil
			}
		}
	}
	return n.rooted.Open(name) // another decoder may have closed the folder; or this tells what is wrong
}

func (n *nearby) below(name string) *os.Root {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.name != name {
		n.leave()
		n.name = name
		n.last, _ = n.dir.OpenRoot(name) // Open tells
	}
	return n.last
}

// leave closes what is kept open.
func (n *nearby) leave() {
	if n.last != nil {
		_ = n.last.Close() // nothing was written
	}
}

// near is the sources as one load reads them; leave ends that.
func near(sources []Source) (out []Source, leave func()) {
	out = slices.Clone(sources)
	var all []*nearby
	for i := range out {
		if r, ok := out[i].FS.(rooted); ok {
			n := &nearby{rooted: r}
			all, out[i].FS = append(all, n), n
		}
	}
	return out, func() {
		for _, n := range all {
			n.leave()
		}
	}
}

// openDir takes a folder through a root that no link leads out of.
func (s *Source) openDir(name, root string) {
	dir, err := os.OpenRoot(name)
	if err != nil {
		s.Err = err
		return
	}
	s.FS, s.Root = rooted{dir}, root
}

// file is one file to decode. There may be a million of them, so that what can be worked out is not kept.
type file struct {
	source         *Source
	path           string // in the source's FS
	id             string // what its articles are called
	size, modified int64  // as it was listed
	told           bool   // whether these two are known: not of a stream, and not where nobody could tell
}

// listed is a file of the source as its folder tells of it; info may be nil.
func (s *Source) listed(p, id string, info fs.FileInfo) file {
	f := file{source: s, path: p, id: id}
	if info != nil {
		var now model.Stamp
		now, f.told = stamp(info)
		f.size, f.modified = now.Size, now.Modified
	}
	return f
}

// shown is what messages call the file.
func (f *file) shown() string {
	if f.source.R != nil || f.path == f.source.Root {
		return f.source.Name
	}
	return f.source.shown(f.source.within(f.path))
}

// within is a path of the FS from the source's root on.
func (s *Source) within(p string) string {
	return strings.TrimPrefix(strings.TrimPrefix(p, s.Root), "/")
}

// shown is what messages call what lies at a place of the source.
func (s *Source) shown(within string) string { return path.Join(filepath.ToSlash(s.Name), within) }

// open opens a file for reading, and tells what it is, which nobody knows of a stream; what is no regular file is refused, for
// reading a pipe or a device may never end.
func (f *file) open() (h io.ReadCloser, info fs.FileInfo, err error) {
	if f.source.R != nil {
		return io.NopCloser(f.source.R), nil, nil
	}
	r, err := f.source.FS.Open(f.path)
	if err != nil {
		return nil, nil, cause(err)
	}
	if info, err = r.Stat(); err != nil || !info.Mode().IsRegular() {
		_ = r.Close()
		return nil, nil, errNotRegular
	}
	return r, info, nil
}

var errNotRegular = errors.New("is no regular file")

// cause takes an error out of the wrapping that names the path: the report names it already.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

// list finds the files of every source, sorted by path within each. What
// cannot be listed goes into the report.
func list(sources []Source, r *Report) []file {
	var out []file
	taken := map[string]bool{}
	for i := range sources {
		s := &sources[i]
		files := s.list(r)
		slices.SortFunc(files, func(a, b file) int { return cmp.Compare(a.path, b.path) })
		for _, f := range files {
			// Two folders given may hold the same path, and two names may be safe in the same way; the first keeps it.
			f.id = text.Name(f.id)
			for n, id := 2, f.id; taken[f.id]; n++ {
				f.id = id + "~" + strconv.Itoa(n)
			}
			taken[f.id] = true
			out = append(out, f)
		}
	}
	return out
}

func (s *Source) list(r *Report) []file {
	switch {
	case s.Err != nil:
		r.Fail(s.Name, s.Err)
		return nil
	case s.R != nil:
		return []file{{source: s, id: "stdin"}}
	}
	info, err := fs.Stat(s.FS, s.Root)
	if err != nil {
		r.Fail(s.Name, err)
		return nil
	}
	if !info.IsDir() {
		return []file{s.listed(s.Root, path.Base(s.Root), info)}
	}
	var out []file
	before := len(r.Failed)
	err = fs.WalkDir(s.FS, s.Root, func(p string, d fs.DirEntry, err error) error {
		return s.visit(p, d, err, r, &out)
	})
	if err != nil {
		r.Fail(s.Name, err)
	}
	if len(out) == 0 && len(r.Failed) == before {
		r.Empty = append(r.Empty, s.Name)
	}
	return out
}

// ownFile is how the files begin that entente itself keeps in a folder of articles.
const ownFile = "entente.corrections"

// visit takes regular files; entente's own, hidden files and folders, links, pipes and devices stay out.
func (s *Source) visit(p string, d fs.DirEntry, err error, r *Report, out *[]file) error {
	rel := s.within(p)
	if err != nil {
		r.Fail(s.shown(rel), err)
		if d != nil && d.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	if p != s.Root && (strings.HasPrefix(d.Name(), ".") || strings.HasPrefix(d.Name(), ownFile)) {
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	switch {
	case d.IsDir():
	case d.Type().IsRegular():
		info, _ := d.Info() // one that is gone by now is told of when it is opened
		*out = append(*out, s.listed(p, rel, info))
	case d.Type()&fs.ModeSymlink != 0:
		r.skip(s.shown(rel), "is a link, which entente does not follow; name it to read it")
	default:
		r.skip(s.shown(rel), "is no regular file")
	}
	return nil
}

// Report tells what became of the files of a load.
type Report struct {
	Files    int        // that were read
	Articles int        // that came out of them
	Skipped  []Note     // files that hold no articles
	Failed   []Note     // files, or parts of files, that could not be read
	Noticed  []Note     // what is odd about files that were read all the same
	Times    []FileTime // what each file took, where Options.Clock measures
	Empty    []string   // folders without a file
}

// FileTime is the work that a file took, waiting aside: decoding and reading.
type FileTime struct {
	Path     string
	Articles int
	Took     time.Duration
}

// Note says of one file what became of it.
type Note struct {
	Path   string
	Reason string // stands behind the path: ‘is an image’
	Err    error  // for failures
}

// String is the note as a sentence without its final point.
func (n Note) String() string {
	if n.Err != nil {
		return fmt.Sprintf("%s could not be read: %s", n.Path, n.Reason)
	}
	return fmt.Sprintf("%s %s", n.Path, n.Reason)
}

// Err joins every failure; nil when there was none.
func (r *Report) Err() error {
	errs := make([]error, 0, len(r.Failed))
	for _, n := range r.Failed {
		errs = append(errs, fmt.Errorf("read %s: %w", n.Path, n.Err))
	}
	return errors.Join(errs...)
}

func (r *Report) skip(p, reason string) { r.Skipped = append(r.Skipped, Note{Path: p, Reason: reason}) }

// Fail notes what could not be read. The path that a system error names goes out
// of it: the note names it already.
func (r *Report) Fail(p string, err error) {
	err = cause(err)
	r.Failed = append(r.Failed, Note{Path: cmp.Or(p, `""`), Reason: err.Error(), Err: err})
}
