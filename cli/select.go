package cli

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/model"
)

// selection is what the user wants to see. The flags say in words what the
// filter language says in one line; all of them must match.
type selection struct {
	who, with, in []string
	from, to      string
	filter        string
	state         model.State // of a line that yq copied; its filter must match, too
}

func (s *selection) register(c *cobra.Command) {
	f := c.Flags()
	f.StringArrayVar(&s.who, "who", nil, "only meetings of this person; a comma between two means either")
	f.StringArrayVar(&s.with, "with", nil, "only meetings with this country, or a body such as NATO")
	f.StringArrayVar(&s.in, "in", nil, "only meetings in this city or host country")
	f.StringVar(&s.from, "from", "", "only meetings on or after this day: 2023-04-24, 2023-04 or 2023")
	f.StringVar(&s.to, "to", "", "only meetings on or before this day, month or year")
	f.StringVar(&s.filter, "filter", "", "only meetings that match, such as 'kind:call -with:us'")
}

// build makes the filter. What it cannot read is a usage error.
func (s *selection) build() (model.Filter, error) {
	f, err := model.ParseFilter(s.filter)
	if err != nil {
		return f, usageError{fmt.Errorf("invalid argument for --filter: %w", err)}
	}
	f.Terms = append(slices.Clone(s.state.Filter.Terms), f.Terms...)
	for _, g := range []struct {
		flag   string
		field  model.Field
		values []string
	}{{"who", model.FieldWho, s.who}, {"with", model.FieldWith, s.with}, {"in", model.FieldIn, s.in}} {
		for _, v := range g.values {
			values := split(v)
			if len(values) == 0 {
				return f, usageError{fmt.Errorf("invalid argument %q for --%s: it names nothing", v, g.flag)}
			}
			f = f.And(model.Term{Field: g.field, Op: ":", Values: values})
		}
	}
	if s.from == "" && s.to == "" {
		return f, nil
	}
	var span [2]model.Date
	for i, d := range []struct{ flag, value string }{{"--from", s.from}, {"--to", s.to}} {
		var err error
		if span[i], err = model.ParseDate(d.value); err != nil {
			return f, usageError{fmt.Errorf("invalid argument for %s: %w", d.flag, err)}
		}
	}
	if from, to := span[0], span[1]; !from.IsZero() && !to.IsZero() && model.Compare(to.Last(), from.First()) < 0 {
		return f, usageError{fmt.Errorf("--from %s is after --to %s", s.from, s.to)}
	}
	return f.And(model.Term{Field: model.FieldDate, Op: ":", Values: []string{s.from + ".." + s.to}}), nil
}

// lines takes the lines of a screen's state out of the arguments, and returns
// the paths. A file of that name is a path.
func (s *selection) lines(args []string) (paths []string) {
	for _, arg := range args {
		line, ok := model.ParseState(arg)
		if _, err := os.Lstat(arg); !ok || err == nil {
			paths = append(paths, arg)
			continue
		}
		line.Filter.Terms = append(s.state.Filter.Terms, line.Filter.Terms...)
		s.state = line
	}
	return paths
}

// selected reads the paths and returns the meetings that were picked, by date unless a line says otherwise. What the user picks is checked first.
func (a *app) selected(ctx context.Context, paths []string, pick *selection) (*model.View, error) {
	f, err := pick.build()
	if err != nil {
		return nil, err
	}
	res, err := a.load(ctx, paths)
	if err != nil {
		return nil, err
	}
	t := res.Timeline
	if !f.IsZero() {
		t = a.noted(t, paths)
	}
	return t.View(f, pick.state.Order, pick.state.Reverse), nil
}

// split parts values at commas and leaves out empty ones.
func split(s string) []string {
	var out []string
	for v := range strings.SplitSeq(s, ",") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}
