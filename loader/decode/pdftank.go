package decode

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/tetratelabs/wazero/api"

	"entente/loader/decode/fuel"
)

// What a PDF may do is counted in steps of the reader, which depend on the file alone. A page of an article
// takes some 100 million of them, and up to 300 million where a browser has printed it; a machine does some 10 thousand million a second.
const (
	// pdfSteps is what one file may take, and pageSteps one page of it.
	pdfSteps  = 300_000_000_000
	pageSteps = 30_000_000_000
	// fewSteps is what a file gets behind so many others that took more than pdfSteps or pageSteps: enough for
	// an article. A folder full of PDFs that were made to take long is then through in time all the same.
	fewSteps = 3_000_000_000
	// breakSteps is from where on one that breaks off counts like one that has used up its steps: it wanted more memory, mostly.
	breakSteps = 1_000_000_000
	// readSteps is what it counts to read a piece of the file, beside its bytes.
	readSteps = 1000
)

// MaxSpent is how many PDFs of one load may take all the work that entente gives to one; those behind them get a hundredth.
const MaxSpent = 10

// ErrSpent tells that a PDF was left in the middle. As this depends on the file alone, it is not tried again.
var ErrSpent = &SkipError{"is a PDF that asks for more work or memory than entente gives to one, or is damaged; what stands before that was read"}

var errFew = fmt.Errorf("takes more work than is left: %d PDFs before it took all that entente gives to one, and were left. It is tried again the next time", MaxSpent)

// pdfSteps is what the next PDF may take.
func (d *decoder) pdfSteps() int64 {
	if d.few || d.spents >= MaxSpent {
		return fewSteps
	}
	return pdfSteps
}

// spent counts a PDF that took all that it was given.
func (d *decoder) spent(err error) error {
	if !errors.Is(err, ErrSpent) {
		return err
	}
	if d.pdfSteps() == fewSteps {
		return errFew
	}
	d.spents++
	return err
}

// tank has the steps that a document may still take.
type tank struct {
	mu    sync.Mutex
	left  api.MutableGlobal // of the page
	rest  int64             // for the pages behind it
	given int64             // at the beginning
	late  atomic.Bool       // the clock has ended it
	over  bool
	done  chan struct{}
	stop  []func() bool
}

var errNoTank = errors.New("the reader of PDF cannot be limited, and so is not used")

// newTank finds the counter of a sandbox; nil where it has none. The library has the module that it runs, under a type that only it can name.
func newTank(box pdfium.Pdfium, steps int64) *tank {
	v := reflect.Indirect(reflect.ValueOf(box.GetImplementation()))
	if v.Kind() != reflect.Struct {
		return nil
	}
	f := v.FieldByName("Module")
	if !f.IsValid() || !f.CanInterface() {
		return nil
	}
	m, ok := reflect.TypeAssert[api.Module](f)
	if !ok || m == nil {
		return nil
	}
	g, _ := m.ExportedGlobal(fuel.Global).(api.MutableGlobal)
	if g == nil {
		return nil
	}
	t := &tank{left: g, rest: steps, given: steps, done: make(chan struct{})}
	t.set(0)
	return t
}

func (t *tank) count() int64 { return int64(t.left.Get()) } //nolint:gosec // the module counts with a sign.
func (t *tank) set(n int64)  { t.left.Set(uint64(n)) }      //nolint:gosec // likewise.

// used is how many steps were taken.
func (t *tank) used() int64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.given - t.rest - t.count()
}

// guard ends the document with the context, and when the clock says that it is too late.
func (t *tank) guard(ctx context.Context) {
	clock := time.AfterFunc(pdfPatience, func() {
		t.late.Store(true)
		t.end()
	})
	t.stop = []func() bool{clock.Stop, context.AfterFunc(ctx, t.end)}
}

// end takes what is left, until the sandbox has seen it: it may be writing its own count just then.
func (t *tank) end() {
	for {
		t.mu.Lock()
		t.over = true
		t.set(-1)
		t.mu.Unlock()
		select {
		case <-t.done:
			return
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// page gives the next page its steps.
func (t *tank) page() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.over {
		return
	}
	t.rest += t.count()
	n := min(t.rest, pageSteps)
	t.rest -= n
	t.set(n)
}

// take takes steps for work that the sandbox has others do.
func (t *tank) take(n int64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.over {
		t.set(t.count() - n)
	}
}

// empty tells that nothing is left.
func (t *tank) empty() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.count() < 0
}

// close lets go of the guards. It tells whether one of them has ended the document.
func (t *tank) close() (over bool) {
	close(t.done)
	for _, stop := range t.stop {
		stop()
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.over
}
