package extract

import (
	"slices"
	"testing"

	"entente/model"
)

// Who says ‘I’ in quotation marks is a side of what is told there.
func TestSayer(t *testing.T) {
	for _, tt := range []struct {
		text string
		kind model.Kind
	}{
		{`"I had a productive meeting with Estonian Prime Minister Kaja Kallas in Kyiv today," Ukrainian President Volodymyr Zelensky said.`, model.KindMeeting},
		{`Ukrainian President Volodymyr Zelensky and Estonian Prime Minister Kaja Kallas talked on the phone on Monday.`, model.KindCall},
	} {
		_, a, _ := readDated(t, "KYIV, April 25, 2023 - "+tt.text+"\n\n"+plainTail, "")
		i := slices.IndexFunc(a.Reports, func(r *model.Report) bool { return r.Primary })
		if i < 0 || a.Reports[i].Kind != tt.kind || len(a.Reports[i].People) != 2 {
			t.Errorf("%s: read as %d reports", tt.text, len(a.Reports))
		}
	}
}

const plainTail = "Estonia has been one of the strongest supporters of Ukraine since the full-scale invasion.\n"
