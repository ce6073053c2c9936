package cli_test

import (
	"os"
	"path/filepath"
	"testing"
)

// What the user of this machine keeps must not show in the tests, nor what they keep be his.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "entente-cli-*")
	if err != nil {
		panic(err)
	}
	for _, v := range []string{"DATA", "CACHE", "CONFIG", "STATE"} {
		_ = os.Setenv("XDG_"+v+"_HOME", filepath.Join(dir, v))
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}
