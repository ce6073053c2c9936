package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"entente/model"
)

// having asks the full text which articles have a phrase.
func (x *Index) having(p model.Phrase) (map[model.Content]struct{}, error) {
	const ask = "SELECT content FROM articles WHERE id IN (SELECT rowid FROM words WHERE words MATCH ?)"
	rows, err := x.db.QueryContext(context.Background(), ask, match(p))
	if err != nil {
		return nil, fmt.Errorf("full text: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err tells.
	found := map[model.Content]struct{}{}
	var digits string
	for rows.Next() {
		if err := rows.Scan(&digits); err != nil {
			return nil, fmt.Errorf("full text: %w", err)
		}
		if c, err := strconv.ParseUint(digits, 16, 64); err == nil {
			found[model.Content(c)] = struct{}{}
		}
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("full text: %w", err)
	}
	return found, nil
}

// match writes a phrase as FTS5 wants it. Words hold letters, marks and digits only.
func match(p model.Phrase) string {
	end := `"`
	if p.Begun {
		end = `" *`
	}
	return `"` + strings.Join(p.Words, " ") + end
}
