package loader

import (
	"io/fs"
	"path"

	"entente/model"
	"entente/text"
)

// LastLoad is the files of a load that came to its end.
type LastLoad interface {
	// Len is how many files there were.
	Len() int
	// Known tells what became of a file: where it stands among all, how many articles it has and which of
	// them another says too, or why it has none; ok is false for one that was not there or has changed. near is where to look first.
	Known(near int, id string, now model.Stamp) (at, articles int, skipped string, twice []string, ok bool)
}

// Unchanged tells whether a load would find just the files of the last one, each as
// it was, and reports what the load would. It holds no list of the files, however many there are.
// It is false where that cannot be told without a load: of several sources, and of streams.
func Unchanged(sources []Source, last LastLoad) (Report, bool) {
	if len(sources) != 1 || sources[0].FS == nil || sources[0].Err != nil {
		return Report{}, false
	}
	s := &sources[0]
	var listing, files Report // as a load lists all files before it looks at one
	var twice []Note
	seen, near, same := make([]bool, last.Len()), 0, true
	check := func(f *file) {
		now, ok := f.stamp()
		if !ok {
			same = false
			return
		}
		at, articles, skipped, also, ok := last.Known(near, text.Name(f.id), now)
		if same = ok && !seen[at]; !same {
			return
		}
		seen[at], near = true, at+1
		if articles > 0 {
			files.Files++
			files.Articles += articles
		}
		if skipped != "" {
			files.skip(f.shown(), skipped)
		}
		for _, id := range also {
			twice = append(twice, Note{Path: id, Reason: saidBefore})
		}
	}
	info, err := fs.Stat(s.FS, s.Root)
	switch {
	case err != nil:
		return Report{}, false
	case info.IsDir():
		var out []file
		err = fs.WalkDir(s.FS, s.Root, func(p string, d fs.DirEntry, err error) error {
			out = out[:0]
			err = s.visit(p, d, err, &listing, &out)
			for i := range out {
				check(&out[i])
			}
			if !same {
				return fs.SkipAll
			}
			return err
		})
	default:
		f := s.listed(s.Root, path.Base(s.Root), info)
		check(&f)
	}
	for _, was := range seen {
		same = same && was
	}
	if err != nil || !same || len(seen) == 0 || len(listing.Failed) > 0 {
		return Report{}, false
	}
	files.Skipped = append(append(listing.Skipped, files.Skipped...), twice...)
	return files, true
}
