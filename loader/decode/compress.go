package decode

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/zstd"
	"github.com/mikelolasagasti/xz"
)

// startsWith makes a sniff of a format's first bytes.
func startsWith(magic string) func([]byte) bool {
	return func(head []byte) bool { return bytes.HasPrefix(head, []byte(magic)) }
}

// startsBzip2 tells the mark, the size of a block and the first block or the end.
func startsBzip2(head []byte) bool {
	return len(head) > 10 && string(head[:3]) == "BZh" && '1' <= head[3] && head[3] <= '9' &&
		(string(head[4:10]) == "1AY&SY" || string(head[4:10]) == "\x17\x72\x45\x38\x50\x90")
}

// unpack makes a decoder of a compression: what comes out is decoded by its own
// content and by the name without the ending.
func unpack(open func(io.Reader) (io.Reader, error)) func(*decoder, input) error {
	return func(d *decoder, in input) error {
		if in.depth >= MaxDepth {
			return errTooDeep
		}
		packed := &counter{r: in.r}
		r, err := open(packed)
		if err != nil {
			return fmt.Errorf("open: %w", err)
		}
		if c, ok := r.(io.Closer); ok {
			defer c.Close() //nolint:errcheck // nothing was written.
		}
		return d.decode(input{
			name: unpackedName(in.name), member: in.member, depth: in.depth + 1,
			r: bufio.NewReaderSize(&expansion{r: r, d: d, packed: packed}, headSize),
		})
	}
}

var errTooDeep = fmt.Errorf("more than %d archives stand in one another", MaxDepth)

// unpackedName is the name of what a compressed file holds.
func unpackedName(name string) string {
	ending := path.Ext(name)
	switch strings.ToLower(ending) {
	case ".tgz", ".tbz2", ".txz", ".tzst":
		return strings.TrimSuffix(name, ending) + ".tar"
	}
	return strings.TrimSuffix(name, ending)
}

func openGzip(r io.Reader) (io.Reader, error)  { return gzip.NewReader(r) } //nolint:wrapcheck // unpack says what was done.
func openBzip2(r io.Reader) (io.Reader, error) { return bzip2.NewReader(r), nil }

// openXZ gives every block the same dictionary, as large as xz -9 makes it: of a file of a few megabytes a
// hundred thousand blocks may each ask for another, of gigabytes.
func openXZ(r io.Reader) (io.Reader, error) { return xz.NewReader(r, MaxFile) } //nolint:wrapcheck // as above.

func openZstd(r io.Reader) (io.Reader, error) {
	z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(MaxFile))
	if err != nil {
		return nil, err //nolint:wrapcheck // unpack says what was done.
	}
	return z.IOReadCloser(), nil
}

// counter counts the bytes that were read.
type counter struct {
	r io.Reader
	n int64
}

// Read counts.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err //nolint:wrapcheck // passes the stream's own errors.
}

// expansion stops what grows out of proportion.
type expansion struct {
	r      io.Reader
	d      *decoder
	packed *counter
	n      int64
}

// Read reads on within the limits.
func (e *expansion) Read(p []byte) (int, error) {
	n, err := e.r.Read(p)
	e.n += int64(n)
	e.d.left -= int64(n)
	switch {
	case e.d.left < 0:
		return 0, &LimitError{"what the file unpacks to", MaxExpanded}
	case e.n > MaxFile && e.n > e.packed.n*MaxRatio:
		return 0, fmt.Errorf("unpacks to more than %d times its size, which no text does", MaxRatio)
	}
	return n, err //nolint:wrapcheck // passes the stream's own errors.
}
