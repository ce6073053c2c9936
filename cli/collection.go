package cli

import (
	"context"
	"fmt"
	"hash/crc32"
	"io/fs"
	"log/slog"

	"entente/articles"
	"entente/loader"
	"entente/model"
	"entente/store"
)

// Collection reads the articles inside the program and returns what comes of
// them, as articles.Read holds it: opening the collection need not read it again then.
func Collection(ctx context.Context, e Engine) ([]byte, error) {
	res, err := loader.Load(ctx, []loader.Source{collectionSource()}, loader.Options{Reader: e.Reader(), Merge: e.Merge})
	if err != nil {
		return nil, fmt.Errorf("read the collection: %w", err)
	}
	if err := res.Report.Err(); err != nil || len(res.Report.Skipped) > 0 {
		return nil, fmt.Errorf("not all of the collection can be read: %w %v", err, res.Report.Skipped)
	}
	mark, err := collectionMark()
	if err != nil {
		return nil, err
	}
	return store.EncodeSnapshot(mark, res.Articles, res.Meetings), nil
}

func collectionSource() loader.Source {
	return loader.Source{Name: collectionName, FS: articles.FS, Root: "."}
}

// collectionMark tells one collection from another by all that it says. Which
// engine read it is not in it: a test reads it again and compares.
func collectionMark() (string, error) {
	table := crc32.MakeTable(crc32.Castagnoli)
	sum, size := uint32(0), 0
	err := fs.WalkDir(articles.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(articles.FS, path)
		sum, size = crc32.Update(crc32.Update(sum, table, []byte(path)), table, b), size+len(b)
		return err //nolint:wrapcheck // told below.
	})
	if err != nil {
		return "", fmt.Errorf("read the collection: %w", err)
	}
	return fmt.Sprintf("entente %s, %d bytes, %08x", Version, size, sum), nil
}

// collected is the collection as it was read before the program was built,
// where that is what the paths name. ok is false where it is to be read now.
func (a *app) collected(paths []string, e Engine) (res loader.Result, ok bool) {
	if len(paths) > 0 || a.flags.noIndex || e.Collection == "" {
		return res, false
	}
	mark, err := collectionMark()
	if err != nil {
		return res, false
	}
	s, ok := store.DecodeSnapshot(e.Collection, mark, collectionText)
	if !ok {
		slog.Debug("the collection inside the program is not the one that was read for it")
		return res, false
	}
	n := len(s.Articles)
	return loader.Result{Articles: s.Articles, Meetings: s.Meetings, Report: loader.Report{Files: n, Articles: n}}, true
}

// collectionText is the text of one article of the collection.
func collectionText(a *model.Article) (text string, ok bool) {
	source := loader.Source{Name: collectionName, FS: articles.FS, Root: a.Path}
	_, err := loader.Each(context.Background(), []loader.Source{source}, loader.Options{Workers: 1}, func(x *model.Article) error {
		text, ok = x.Text, true
		return nil
	})
	return text, ok && err == nil
}
