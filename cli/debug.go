package cli

import (
	"fmt"
	"log/slog"
	"os"
	"runtime/pprof"
)

// begin starts what --debug and --cpuprofile ask for; stop ends it.
func (a *app) begin() (stop func(), err error) {
	var closers []func()
	stop = func() {
		for _, c := range closers {
			c()
		}
	}
	if err := a.decoding(); err != nil {
		return stop, usageError{err}
	}
	if a.flags.debug == "" {
		slog.SetDefault(slog.New(slog.DiscardHandler))
	} else {
		f, err := os.OpenFile(a.flags.debug, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
		if err != nil {
			return stop, fmt.Errorf("--debug: %w", err)
		}
		slog.SetDefault(slog.New(slog.NewTextHandler(f, &slog.HandlerOptions{Level: slog.LevelDebug})))
		closers = append(closers, func() { _ = f.Close() })
	}
	if a.flags.profile != "" {
		f, err := os.Create(a.flags.profile)
		if err != nil {
			return stop, fmt.Errorf("--cpuprofile: %w", err)
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			return stop, fmt.Errorf("--cpuprofile: %w", err)
		}
		closers = append(closers, func() { pprof.StopCPUProfile(); _ = f.Close() })
	}
	return stop, nil
}
