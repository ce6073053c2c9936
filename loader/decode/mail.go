package decode

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"golang.org/x/net/html/charset"

	"entente/model"
)

// startsMail tells a message: nothing but header lines up to the first empty
// one, and at least three of the headers that every message has.
func startsMail(head []byte) bool {
	known := 0
	for line := range bytes.Lines(head) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || len(name) == 0 || bytes.ContainsAny(name, " \t") {
			return known >= 3 && len(head) == headSize && !bytes.Contains(line, []byte(":"))
		}
		switch strings.ToLower(string(name)) {
		case "from", "to", "date", "subject", "message-id", "received", "return-path", "mime-version", "content-type", "delivered-to":
			known++
		}
	}
	return known >= 3
}

// decodeMail reads one message as an article: a newsletter, an alert, an article sent on.
func decodeMail(d *decoder, in input) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	a, err := d.mailArticle(b)
	if err != nil {
		return err
	}
	return d.give(in, a)
}

func startsMbox(head []byte) bool {
	line, rest, ok := bytes.Cut(head, []byte("\n"))
	return ok && bytes.HasPrefix(line, []byte("From ")) && startsMail(rest)
}

// decodeMbox reads a file of messages, each behind a line that begins with From. One
// that cannot be read costs itself only.
func decodeMbox(d *decoder, in input) error {
	var message bytes.Buffer
	var broken faults
	record := 0
	take := func() error {
		if message.Len() == 0 {
			return nil
		}
		a, err := d.mailArticle(message.Bytes())
		message.Reset()
		if err != nil {
			broken.add(fmt.Errorf("message %d: %w", record, err))
			return nil
		}
		a.Record = record
		return d.give(in, a)
	}
	blank, tooLong := true, false
	for {
		line, err := readPart(in.r)
		if errors.Is(err, io.EOF) {
			return errors.Join(take(), broken.all())
		} else if err != nil {
			return errors.Join(broken.all(), err)
		}
		if blank && bytes.HasPrefix(line, []byte("From ")) {
			if err := take(); err != nil {
				return err
			}
			record++
			tooLong = false
			continue
		}
		blank = len(bytes.TrimRight(line, "\r\n")) == 0
		if bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From ")) && line[0] == '>' {
			line = line[1:]
		}
		switch {
		case tooLong:
		case message.Len()+len(line) > MaxRecord:
			tooLong = true
			message.Reset()
			broken.add(fmt.Errorf("message %d: %w", record, &LimitError{"a message", MaxRecord}))
		default:
			message.Write(line)
		}
	}
}

// readPart reads a line with its end, or as much of a long one as the buffer holds.
func readPart(r *bufio.Reader) ([]byte, error) {
	line, err := r.ReadSlice('\n')
	if len(line) > 0 && (err == nil || errors.Is(err, bufio.ErrBufferFull) || errors.Is(err, io.EOF)) {
		return line, nil
	}
	return nil, err //nolint:wrapcheck // io.EOF ends the file.
}

func (d *decoder) mailArticle(b []byte) (*model.Article, error) {
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	parts := &mailParts{coding: d.coding}
	perr := parts.read(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, 0)
	a := &model.Article{
		Title: headerText(m.Header.Get("Subject")), Source: sender(m.Header.Get("From")),
		Published: stamp(headerText(m.Header.Get("Date"))), Text: parts.text(),
	}
	if perr != nil && a.Text == "" {
		return nil, perr
	}
	return a, nil
}

func sender(from string) string {
	if p, err := (&mail.AddressParser{WordDecoder: words}).Parse(from); err == nil {
		if p.Name != "" {
			return p.Name
		}
		return p.Address
	}
	name, _, _ := strings.Cut(headerText(from), "<")
	return strings.Trim(name, ` "`)
}

var words = &mime.WordDecoder{CharsetReader: charset.NewReaderLabel}

func headerText(s string) string {
	if out, err := words.DecodeHeader(s); err == nil {
		return out
	}
	return (*coding)(nil).text([]byte(s), "")
}

// mailParts collects the readable parts of a message.
type mailParts struct {
	coding      *coding
	plain, html []string
}

const maxParts = 8 // how deep the parts of a message may be nested

var errParts = fmt.Errorf("its parts are nested more than %d deep", maxParts)

func (p *mailParts) read(contentType, encoding string, r io.Reader, depth int) error {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind = "text/plain"
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		if depth >= maxParts {
			return errParts
		}
		return p.each(multipart.NewReader(r, params["boundary"]), depth)
	case kind == "message/rfc822":
		m, err := mail.ReadMessage(r)
		if err != nil || depth >= maxParts {
			return nil //nolint:nilerr // a message enclosed that is none is left out
		}
		return p.read(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, depth+1)
	case kind == "text/plain", kind == "text/html":
		b, err := io.ReadAll(transferred(encoding, r))
		if len(b) == 0 && err != nil {
			return fmt.Errorf("mail: %w", err)
		}
		s := p.coding.text(b, params["charset"])
		if kind == "text/html" {
			p.html = append(p.html, s)
		} else {
			p.plain = append(p.plain, s)
		}
	}
	return nil
}

func (p *mailParts) each(r *multipart.Reader, depth int) error {
	for {
		part, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("mail: %w", err)
		}
		if strings.HasPrefix(part.Header.Get("Content-Disposition"), "attachment") {
			continue
		}
		if err := p.read(part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part, depth+1); err != nil {
			return err
		}
	}
}

// transferred undoes the encoding that carried a part.
func transferred(encoding string, r io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	}
	return r
}

// text is the fuller of the two forms in which a message tells the same: the
// plain one is often only a hint that there is another.
func (p *mailParts) text() string {
	plain := strings.Join(p.plain, "\n\n")
	marked := make([]string, 0, len(p.html))
	for _, s := range p.html {
		marked = append(marked, plainHTML(s))
	}
	html := strings.Join(marked, "\n\n")
	if runes(html)*5 > runes(plain)*6 {
		return html
	}
	return plain
}
