package decode

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	_ "unsafe" // for go:linkname

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"

	"entente/loader/decode/fuel"
	"entente/model"
)

// The limits on what one PDF may ask of the machine.
const (
	// maxPages is how many pages of a PDF are read; an article has a few.
	maxPages = 1000
	// pdfMemory is what the reader of PDF may use for one file, in pages of 64 KiB: 128 MiB.
	pdfMemory = 2048
	// pdfPatience is how long one file may take by the clock. It is the last guard, against what steps do not
	// measure: those of a file are used up in a minute, and on a slow and busy machine long before this.
	pdfPatience = time.Hour
	// maxSandboxes is how many PDFs are read at once.
	maxSandboxes = 2
)

// startsPDF tells the mark, which line ends and a byte order mark may stand before.
func startsPDF(head []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(head[:min(len(head), 1024)], "\xef\xbb\xbf \t\r\n\x00"), []byte("%PDF-"))
}

// decodePDF reads the text layer of a PDF as one article. PDFium does the
// reading, in a sandbox that reaches no file, no clock and no network; paragraphs are made of its lines in pdftext.go.
// The day on which a PDF was made is the day on which somebody printed a page, so it is not taken for the day of the article.
func decodePDF(d *decoder, in input) error {
	if head, err := in.r.Peek(headSize); errors.Is(err, io.EOF) && !bytes.Contains(head, []byte("endobj")) {
		return errDamagedPDF // and not worth starting the reader for
	}
	at, size, err := in.at()
	if err != nil {
		return err
	}
	d.awaitPDF()
	p, err := openPDF(d.ctx, d.cache, io.NewSectionReader(at, 0, size), d.pdfSteps())
	if err != nil {
		return err
	}
	defer p.close()
	t, bare, err := p.text()
	if err != nil && len(t.lines) == 0 {
		return d.spent(p.fault(d.ctx, err))
	}
	s, url := t.article()
	switch {
	case s == "" && err == nil:
		return &SkipError{"is a PDF without a text layer, as a scan is; text recognition (OCR) adds one"}
	case s != "" && bare > 0:
		d.odd(fmt.Sprintf("%d of its %d pages hold no text, as scans do not", bare, t.pages))
	}
	a := &model.Article{Title: pdfTitle(p.about("Title"), s), Text: s, URL: url}
	if err := d.give(in, a); err != nil {
		return err
	}
	if err != nil {
		return d.spent(p.fault(d.ctx, err))
	}
	return nil
}

// pdfReader is PDFium compiled for this machine, which every PDF of the program shares.
var pdfReader struct {
	once  sync.Once
	ready atomic.Bool
	pool  pdfium.Pool
	err   error
}

// startPDF compiles the reader when the first PDF is met: some seconds, but
// for a cache of machine code that an earlier run has left in a folder.
func startPDF(cache string) (pdfium.Pool, error) {
	pdfReader.once.Do(func() {
		defer pdfReader.ready.Store(true)
		if cache != "" {
			if pdfReader.pool, pdfReader.err = newPDFPool(cache); pdfReader.err == nil {
				return
			}
		}
		pdfReader.pool, pdfReader.err = newPDFPool("")
	})
	return pdfReader.pool, pdfReader.err
}

// awaitPDF gets the reader ready, and tells whoever waits for it.
func (d *decoder) awaitPDF() {
	if !pdfReader.ready.Load() {
		if d.preparing != nil {
			d.preparing(true)
			defer d.preparing(false)
		}
		_, _ = startPDF(d.cache) // who opens a document hears of faults
	}
}

// pdfiumWasm is PDFium as the library brings it along, and hands out to nobody.
//
//go:linkname pdfiumWasm github.com/klippa-app/go-pdfium/webassembly.pdfiumWasm
var pdfiumWasm []byte

func newPDFPool(cache string) (pdfium.Pool, error) {
	counted, err := fuel.Add(pdfiumWasm)
	if err != nil {
		return nil, fmt.Errorf("start the reader of PDF: %w", err)
	}
	how := wazero.NewRuntimeConfig().WithMemoryLimitPages(pdfMemory)
	if cache != "" {
		c, err := wazero.NewCompilationCacheWithDir(cache)
		if err != nil {
			return nil, err //nolint:wrapcheck // it is made without one then.
		}
		how = how.WithCompilationCache(c)
	}
	pool, err := webassembly.Init(webassembly.Config{
		WASM: counted, MaxTotal: min(maxSandboxes, runtime.GOMAXPROCS(0)), RuntimeConfig: how,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard, RandomSource: zeros{}, // nothing of the machine, and nothing by chance
	})
	if err != nil {
		return nil, fmt.Errorf("start the reader of PDF: %w", err)
	}
	return pool, nil
}

// zeros is a source of randomness without any.
type zeros struct{}

// Read gives zeros.
func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

// pdf is one open document in a sandbox of its own.
type pdf struct {
	pdfium.Pdfium
	doc    references.FPDF_DOCUMENT
	source *lease
	tank   *tank
	failed bool

	setting setting
}

// lease lends a reader until the document is closed: the library may keep it longer.
type lease struct {
	io.ReadSeeker
	tank *tank
}

// Read reads on, which is work, too.
func (l *lease) Read(b []byte) (int, error) {
	l.tank.take(int64(len(b)) + readSteps)
	return l.ReadSeeker.Read(b) //nolint:wrapcheck // passes the file's own errors, io.EOF among them.
}

// openPDF opens a document, which may take so many steps. Close it.
func openPDF(ctx context.Context, cache string, r io.ReadSeeker, steps int64) (*pdf, error) {
	pool, err := startPDF(cache)
	if err != nil {
		return nil, err
	}
	size, err := r.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	box, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("start the reader of PDF: %w", err)
	}
	p := &pdf{Pdfium: box, tank: newTank(box, steps)}
	if p.tank == nil {
		_ = box.Close()
		return nil, errNoTank
	}
	p.source = &lease{r, p.tank}
	p.tank.guard(ctx)
	p.tank.page()
	opened, err := box.OpenDocument(&requests.OpenDocument{FileReader: p.source, FileReaderSize: size})
	if err != nil {
		p.failed = true
		defer p.close()
		return nil, p.fault(ctx, err)
	}
	p.doc = opened.Document
	return p, nil
}

func (p *pdf) close() {
	over := p.tank.close()
	if p.failed || over { // what broke off in the middle is not asked to tidy up
		_ = p.Kill()
	} else {
		_ = p.Close()
	}
	p.source.ReadSeeker = strings.NewReader("")
}

// fault says what an error of the reader means.
func (p *pdf) fault(ctx context.Context, err error) error {
	limit := (*LimitError)(nil)
	switch {
	case ctx.Err() != nil:
		return ctx.Err() //nolint:wrapcheck // the caller's own word for stopping.
	case p.tank.late.Load():
		return errLatePDF
	case p.tank.empty(), p.tank.used() > breakSteps:
		return ErrSpent
	case errors.Is(err, pdfiumerrors.ErrPassword):
		return &SkipError{"is a PDF that asks for a password; save it without one"}
	case errors.Is(err, pdfiumerrors.ErrSecurity):
		return &SkipError{"is a PDF that is encrypted in a way that entente does not know"}
	case errors.As(err, &limit), errors.Is(err, errManyPages):
		return err
	}
	return errDamagedPDF
}

var (
	errDamagedPDF = errors.New("is damaged, or asks for more memory than entente gives")
	errLatePDF    = fmt.Errorf("was not read within %s by the clock, so that it was left; the machine may have been busy: try again", pdfPatience)
	errManyPages  = fmt.Errorf("has more than %d pages; those were read", maxPages)
)

// about is an entry of what the document says of itself.
func (p *pdf) about(tag string) string {
	if p.failed {
		return ""
	}
	m, err := p.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: p.doc, Tag: tag})
	if err != nil {
		return ""
	}
	return m.Value
}

// text reads the lines of every page. Bare tells how many pages have none.
// With an error comes what was read until then.
func (p *pdf) text() (t pdfText, bare int, err error) {
	n, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: p.doc})
	if err != nil {
		p.failed = true
		return t, 0, err //nolint:wrapcheck // fault says what it means.
	}
	size := 0
	for i := range min(n.PageCount, maxPages) {
		before := len(t.lines)
		p.tank.page()
		if err := p.read(&t, i, &size); err != nil {
			p.failed = true
			return t, bare, err
		}
		if t.pages++; len(t.lines) == before {
			bare++
		}
	}
	if n.PageCount > maxPages {
		return t, bare, errManyPages
	}
	return t, bare, nil
}

// read adds the lines of a page.
func (p *pdf) read(t *pdfText, number int, size *int) error {
	loaded, err := p.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: p.doc, Index: number})
	if err != nil {
		return err //nolint:wrapcheck // fault says what it means.
	}
	page := requests.Page{ByReference: &loaded.Page}
	high, err := p.FPDF_GetPageHeight(&requests.FPDF_GetPageHeight{Page: page})
	if err != nil {
		return err //nolint:wrapcheck // as above.
	}
	text, err := p.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return err //nolint:wrapcheck // as above.
	}
	n, err := p.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return err //nolint:wrapcheck // as above.
	}
	if *size += n.Count; *size > MaxRecord/4 {
		return &LimitError{"its text", MaxRecord / 4}
	}
	if n.Count > 0 {
		all, err := p.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: text.TextPage, Count: n.Count})
		if err != nil {
			return err //nolint:wrapcheck // as above.
		}
		if err := p.lines(t, text.TextPage, pdfPage{number, high.Height}, all.Text); err != nil {
			return err
		}
	}
	if _, err := p.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}); err != nil {
		return err //nolint:wrapcheck // as above.
	}
	_, err = p.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	return err //nolint:wrapcheck // as above.
}
