package cli_test

import (
	"errors"
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
	// The reader of PDF as machine code, which takes seconds to make, and far more with the race detector: .ci/run lends one to all.
	if lent := os.Getenv("ENTENTE_TEST_CODE"); lent != "" {
		cache := filepath.Join(dir, "CACHE", "entente")
		if err := errors.Join(os.MkdirAll(cache, 0o700), os.Symlink(lent, filepath.Join(cache, "code"))); err != nil {
			panic(err)
		}
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}
