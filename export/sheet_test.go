package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"testing"
)

func TestSheet(t *testing.T) {
	s := Sheet{Columns: []string{"name", "n", "odd", "all"}, Rows: [][]any{
		{evil, -3, true, []string{"a", evil}},
		{"plain <b> & c", 12, false, []string(nil)},
	}}
	var b bytes.Buffer
	if err := s.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 3 || rows[1][0][0] != '\'' || rows[1][1] != "-3" || rows[2][0] != "plain <b> & c" || rows[2][2] != "" {
		t.Errorf("%v, %v", rows, err)
	}
	b.Reset()
	if err := s.WriteJSONL(&b); err != nil {
		t.Fatal(err)
	}
	if bytes.ContainsAny(b.Bytes(), "\x1b\x07\u202e") || !bytes.Contains(b.Bytes(), []byte(`{"name":"plain <b> & c","n":12,"odd":false,"all":[]}`+"\n")) {
		t.Errorf("%s", b.Bytes())
	}
	var first struct {
		Name string   `json:"name"`
		N    int      `json:"n"`
		Odd  bool     `json:"odd"`
		All  []string `json:"all"`
	}
	if err := json.NewDecoder(&b).Decode(&first); err != nil || first.Name != evil || first.N != -3 || !first.Odd || first.All[1] != evil {
		t.Errorf("%+v, %v", first, err)
	}
}
