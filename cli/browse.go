package cli

import "context"

func (a *app) browse(ctx context.Context, paths []string, pick *selection, _ appearance) error {
	return a.list(ctx, paths, pick, "table")
}
