package decode

import (
	"bytes"
	"cmp"
	"fmt"
	"net/mail"
)

// startsMHTML tells a page that a browser saved with all its parts in one file.
func startsMHTML(head []byte) bool {
	return startsMail(head) && (bytes.Contains(head, []byte("\nSnapshot-Content-Location:")) || bytes.HasPrefix(head, []byte("From: <Saved by")))
}

// decodeMHTML reads the page of such a file; pictures and styles stay out.
func decodeMHTML(d *decoder, in input) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		return fmt.Errorf("header: %w", err)
	}
	parts := &mailParts{coding: d.coding}
	if err := parts.read(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, 0); err != nil && len(parts.html) == 0 {
		return err
	}
	if len(parts.html) == 0 {
		return &SkipError{"is a saved page without a page in it"}
	}
	a := pageArticle(parts.html[0])
	a.URL = cmp.Or(a.URL, m.Header.Get("Snapshot-Content-Location"), m.Header.Get("Content-Location"))
	a.Title = cmp.Or(a.Title, headerText(m.Header.Get("Subject")))
	return d.give(in, a)
}
