package store

import (
	"fmt"
	"path/filepath"
	"slices"

	"entente/text"
)

// View is a state of the screen under a name.
type View struct{ Name, Line string }

// Views is the user's saved views, the same for every collection.
type Views struct{ file File }

const wordView = "view"

const viewsHeading = `Saved views, one a line: view "NAME" = "STATE". The state is what yq copies.`

// OpenViews finds the file of saved views.
func OpenViews(c Collection) *Views {
	path := ""
	if dir := c.base("XDG_DATA_HOME", ".local", "share"); dir != "" {
		path = filepath.Join(dir, "views")
	}
	return &Views{File{Path: path, Private: true, Heading: viewsHeading}}
}

// All lists the views in the order of the file; of two of one name the later
// counts. A damaged line is skipped, and told of with the others.
func (v *Views) All() (views []View, damaged []Problem, err error) {
	if v.file.Path == "" {
		return nil, nil, nil
	}
	s, err := v.file.Read()
	if err != nil {
		return nil, nil, err
	}
	for n := 1; n <= s.Len(); n++ {
		w, ok, err := parseView(s.Row(n))
		switch {
		case err != nil:
			damaged = append(damaged, Problem{v.file.Path, n, Damaged, "is skipped: " + err.Error()})
		case ok:
			views = slices.DeleteFunc(views, func(x View) bool { return x.Name == w.Name })
			views = append(views, w)
		}
	}
	return views, damaged, nil
}

var errView = fmt.Errorf("want %s \"NAME\" = \"STATE\"", wordView)

func parseView(row string) (View, bool, error) {
	w, _, err := splitLine(row)
	switch {
	case err != nil || len(w) == 0:
		return View{}, false, err
	case len(w) != 4 || !w[0].is(wordView) || !w[2].is("=") || w[1].text == "":
		return View{}, false, errView
	}
	return View{w[1].text, w[3].text}, true, nil
}

// Save keeps a view under its name, in the place of one that has it.
func (v *Views) Save(w View) error {
	if w.Name = text.Row(w.Name); w.Name == "" {
		return errName
	}
	return v.file.Update(func(s *Sheet) error {
		s.Keep(func(_ int, row string) bool {
			old, ok, err := parseView(row)
			return err != nil || !ok || old.Name != w.Name
		})
		s.Append(wordView + " " + quote(w.Name) + " = " + quote(w.Line))
		return nil
	})
}
