package ui

import (
	"os"
	"path/filepath"
	"testing"
)

// The page of keys in docs is what the table says.
func TestKeyTable_IsCurrent(t *testing.T) {
	path := filepath.Join("..", "docs", "keys.md")
	if *update {
		if err := os.WriteFile(path, []byte(KeyTable()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != KeyTable() {
		t.Error("docs/keys.md is old; go test ./ui -run KeyTable -update writes it anew")
	}
}
