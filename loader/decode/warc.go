package decode

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"entente/model"
)

// decodeWARC reads a web archive: the pages that a crawler was answered with, and
// the plain text that was made of such pages. Records of both kinds are counted from 1; a
// record that cannot be read costs itself only.
func decodeWARC(d *decoder, in input) error {
	var broken faults
	for record := 0; ; {
		h, err := warcHeader(in.r)
		if errors.Is(err, io.EOF) {
			return broken.all()
		}
		if err != nil {
			return errors.Join(broken.all(), fmt.Errorf("after record %d: %w", record, err))
		}
		size, err := strconv.ParseInt(h.Get("Content-Length"), 10, 64)
		if err != nil || size < 0 {
			return errors.Join(broken.all(), fmt.Errorf("after record %d: no length", record))
		}
		body := &io.LimitedReader{R: in.r, N: size}
		var a *model.Article
		if kind := h.Get("Warc-Type"); kind == "response" || kind == "conversion" || kind == "resource" {
			record++
			if a, err = d.warcArticle(h, io.LimitReader(body, MaxRecord)); err != nil {
				broken.add(fmt.Errorf("record %d: %w", record, err))
			}
		}
		if _, err = io.Copy(io.Discard, body); err == nil && body.N > 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil { // what was cut off may change what the rest says
			return errors.Join(broken.all(), fmt.Errorf("record %d: %w", record, err))
		}
		if a != nil {
			a.Record = record
			if err := d.give(in, a); err != nil {
				return err
			}
		}
	}
}

// warcHeader reads the lines up to the body, past the empty ones that end the record before.
func warcHeader(r *bufio.Reader) (textproto.MIMEHeader, error) {
	for {
		line, err := readLine(r)
		if err != nil {
			return nil, err
		}
		if len(line) == 0 {
			continue
		}
		if !bytes.HasPrefix(line, []byte("WARC/")) {
			return nil, errors.New("a record does not begin with WARC")
		}
		h, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			return nil, fmt.Errorf("header: %w", err)
		}
		return h, nil
	}
}

// warcArticle reads a record; nil for one that holds no page and no text.
func (d *decoder) warcArticle(h textproto.MIMEHeader, r io.Reader) (*model.Article, error) {
	contentType := h.Get("Content-Type")
	if strings.HasPrefix(contentType, "application/http") {
		resp, err := http.ReadResponse(bufio.NewReader(r), nil)
		if err != nil {
			return nil, fmt.Errorf("answer: %w", err)
		}
		defer resp.Body.Close() //nolint:errcheck // nothing was written.
		if resp.StatusCode != http.StatusOK {
			return nil, nil //nolint:nilnil // nothing to read and nothing wrong.
		}
		contentType, r = resp.Header.Get("Content-Type"), resp.Body
		if resp.Header.Get("Content-Encoding") == "gzip" {
			z, err := gzip.NewReader(r)
			if err != nil {
				return nil, fmt.Errorf("answer: %w", err)
			}
			r = z
		}
	}
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil || kind != "text/html" && kind != "text/plain" && kind != "application/xhtml+xml" {
		return nil, nil //nolint:nilnil // as above.
	}
	b, err := io.ReadAll(io.LimitReader(r, MaxRecord+1))
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	if len(b) > MaxRecord {
		return nil, &LimitError{"a page", MaxRecord}
	}
	a := &model.Article{}
	if kind == "text/plain" {
		a.Text = d.coding.text(b, params["charset"])
	} else {
		declared := params["charset"]
		if declared == "" {
			declared = charsetOf(b)
		}
		a = pageArticle(d.coding.text(b, declared))
	}
	if a.URL == "" {
		a.URL = strings.Trim(h.Get("Warc-Target-Uri"), "<>")
	}
	return a, nil
}
