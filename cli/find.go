package cli

import (
	"context"
	"fmt"
	"os"

	"entente/loader"
	"entente/model"
)

// find looks up what the user names: a file, the id of an article or the id of
// a meeting, for which it returns every article that reports it.
func (a *app) find(ctx context.Context, name string, paths []string) ([]*model.Article, loader.Result, error) {
	if len(paths) == 0 && !a.flags.withCollection {
		if info, err := os.Stat(name); name == "-" || err == nil && !info.IsDir() {
			res, err := a.load(ctx, []string{name})
			return res.Articles, res, err
		}
	}
	res, err := a.load(ctx, paths)
	if err != nil {
		return nil, res, err
	}
	for _, x := range res.Articles {
		if x.ID == name {
			return []*model.Article{x}, res, nil
		}
	}
	if row, ok := res.Timeline.Row(name); ok {
		var out []*model.Article
		for _, r := range res.Timeline.At(row).Reports {
			out = append(out, r.Article)
		}
		return out, res, nil
	}
	a.code = max(a.code, exitPartly)
	where := collectionName
	if len(paths) > 0 {
		where = "what was read"
	}
	return nil, res, fmt.Errorf("%s is neither a file nor the id of an article or a meeting in %s; 'entente list --format jsonl' prints the ids of meetings", name, where)
}
