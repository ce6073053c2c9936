package decode

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"entente/model"
	"entente/text"
)

// startsJSON tells an object or an array of objects: a brace, then a quoted
// name, a closing brace or, in an array, the first object.
func startsJSON(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(head) == 0 {
		return false
	}
	rest := bytes.TrimLeft(head[1:], " \t\r\n")
	switch head[0] {
	case '{':
		return len(rest) > 0 && rest[0] == '"' && bytes.IndexByte(rest, ':') > 0
	case '[':
		return len(rest) > 0 && rest[0] == '{' && startsJSON(rest)
	}
	return false
}

// decodeJSON reads JSON Lines, an array of objects, one object, or an object
// that holds an array of articles. Each object with a title or a text is an article.
func decodeJSON(d *decoder, in input) error {
	in.r = bufio.NewReaderSize(d.coding.reader(in.r), headSize)
	given := d.given
	d.unread = nil
	if err := d.anyJSON(in); err != nil || d.given > given || d.unread == nil {
		return err
	}
	return &SkipError{"has no title and no text by a name that entente knows: its objects name " + namesFew(d.unread) + "; --columns text=NAME says which it is"}
}

// namesFew lists the names of an object, as many as a sentence takes.
func namesFew(object map[string]any) string {
	const few, wide = 5, 20
	names := make([]string, 0, few)
	for _, n := range slices.Sorted(maps.Keys(object)) {
		if len(names) == few {
			return strings.Join(names, ", ") + " …"
		}
		names = append(names, text.Cut(text.Row(n), wide))
	}
	return strings.Join(names, ", ")
}

func (d *decoder) anyJSON(in input) error {
	first, err := firstByte(in.r)
	if err != nil {
		return err
	}
	if first == '[' {
		return d.jsonArray(in, in.r)
	}
	line, err := readLine(in.r)
	if err != nil {
		return err
	}
	if json.Valid(line) && moreLines(in.r) {
		return d.jsonLines(in, line)
	}
	return d.jsonObject(in, io.MultiReader(bytes.NewReader(line), strings.NewReader("\n"), in.r))
}

// firstByte skips spaces and returns what follows, unread.
func firstByte(r *bufio.Reader) (byte, error) {
	for {
		c, err := r.ReadByte()
		if err != nil {
			return 0, fmt.Errorf("read: %w", err)
		}
		if !strings.ContainsRune(" \t\r\n", rune(c)) {
			return c, r.UnreadByte() //nolint:wrapcheck // a byte was just read.
		}
	}
}

// moreLines tells that another object follows.
func moreLines(r *bufio.Reader) bool {
	c, err := firstByte(r)
	return err == nil && c == '{'
}

// readLine reads a line of at most MaxRecord bytes, without its end. At the end of the stream it returns io.EOF.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > MaxRecord {
			return nil, &LimitError{"a record", MaxRecord}
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case err == nil, errors.Is(err, io.EOF) && len(line) > 0:
			return bytes.TrimRight(line, "\r\n"), nil
		default:
			return nil, err //nolint:wrapcheck // io.EOF ends the lines.
		}
	}
}

// jsonLines reads one object a line. A broken line is told of and costs itself only.
func (d *decoder) jsonLines(in input, line []byte) error {
	var broken faults
	for record := 1; ; record++ {
		if len(bytes.TrimSpace(line)) > 0 {
			if err := d.jsonRecord(in, line, record); err != nil {
				if d.stopped(err) {
					return err
				}
				broken.add(fmt.Errorf("record %d: %w", record, err))
			}
		} else {
			record--
		}
		var err error
		if line, err = readLine(in.r); errors.Is(err, io.EOF) {
			return broken.all()
		} else if err != nil {
			return errors.Join(broken.all(), err)
		}
	}
}

func (d *decoder) jsonArray(in input, r io.Reader) error {
	limit := &recordLimit{r: r, what: "a record"}
	dec := json.NewDecoder(limit)
	if _, err := dec.Token(); err != nil {
		return fmt.Errorf("JSON: %w", err)
	}
	var broken faults
	for record := 1; dec.More(); record++ {
		limit.read = 0
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return errors.Join(broken.all(), fmt.Errorf("record %d: %w", record, err))
		}
		if err := d.jsonRecord(in, raw, record); err != nil {
			if d.stopped(err) {
				return err
			}
			broken.add(fmt.Errorf("record %d: %w", record, err))
		}
	}
	if _, err := dec.Token(); err != nil {
		broken.add(fmt.Errorf("JSON: %w", err))
	}
	return broken.all()
}

// jsonObject reads a single object: an article, a feed, or a wrapping of a list of articles.
func (d *decoder) jsonObject(in input, r io.Reader) error {
	b, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return fmt.Errorf("read: %w", err)
	}
	if len(b) > MaxFile {
		return &LimitError{"a JSON object", MaxFile}
	}
	var wrap map[string]json.RawMessage
	if err := json.Unmarshal(b, &wrap); err != nil {
		if a := d.jsonMatter(in.name, b); a != nil {
			return d.give(in, a)
		}
		return fmt.Errorf("JSON: %w", err)
	}
	for _, name := range []string{"items", "articles", "entries", "results", "data", "documents", "response"} {
		if list := wrap[name]; len(list) > 0 && list[0] == '[' && startsJSON(list) {
			return d.jsonArray(in.told(wrap), bytes.NewReader(list))
		}
	}
	return d.jsonRecord(in, b, 0)
}

// jsonMatter reads Markdown whose front matter is an object; nil for anything else.
func (d *decoder) jsonMatter(name string, b []byte) *model.Article {
	if !slices.Contains(markdownNames, strings.ToLower(path.Ext(name))) {
		return nil
	}
	var object map[string]any
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	if err := dec.Decode(&object); err != nil || dec.InputOffset() > maxMatter {
		return nil
	}
	var f fields
	f.collect(d.columns, object)
	a := f.article()
	a.Markdown, a.Text = true, strings.TrimLeft(string(b[dec.InputOffset():]), " \t\r\n")
	return a
}

// told notes the outlet that a feed names for all its items.
func (in input) told(feed map[string]json.RawMessage) input {
	var title string
	if json.Unmarshal(feed["title"], &title) == nil {
		in.outlet = feedName(title)
	}
	return in
}

// jsonRecord gives the article of one object. An object without title and text
// is counted and gives nothing.
func (d *decoder) jsonRecord(in input, raw []byte, record int) error {
	var object map[string]any
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if err := dec.Decode(&object); err != nil {
		return fmt.Errorf("JSON: %w", err)
	}
	var f fields
	f.collect(d.columns, object)
	if !f.any() {
		if d.unread == nil && len(object) > 0 {
			d.unread = object
		}
		return nil
	}
	a := f.article()
	a.Record = record
	a.Source = cmp.Or(a.Source, in.outlet)
	return d.give(in, a)
}

// collect sets every field that an object names. Where two names stand for one
// field the better known name wins, not the order of the object, which has none.
func (f *fields) collect(c Columns, object map[string]any) {
	for _, name := range sortedNames(object) {
		f.put(c.of(name), plainValue(object[name]))
	}
}

// plainValue writes a value of JSON or TOML as a field: an object by its name, a list by its members.
func plainValue(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case fmt.Stringer: // json.Number, and the dates of TOML
		return v.String()
	case int64:
		return strconv.FormatInt(v, 10)
	case []any:
		var parts []string
		for _, x := range v {
			if s := plainValue(x); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		for _, name := range []string{"name", "title", "value", "rendered", "href", "url"} {
			if s, ok := v[name].(string); ok {
				return s
			}
		}
	}
	return ""
}
