package extract

import "testing"

// TestMonthUntold reads texts without a day of publication: the month that they tell is that of the encounter.
func TestMonthUntold(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a month in a form", "Report on a journey. Destination: Kyiv. Month: May 2023. Prime Minister Kaja Kallas met President Volodymyr Zelenskyy on air defence.", "2023-05 Kallas"},
		{"a month that brought guests", "January 2023 brought snow and guests.\n\nIn the hills Prime Minister Kaja Kallas met President Volodymyr Zelenskyy, for the first time.", "2023-01 Kallas"},
		{"a month ahead", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv. The fair will take place in May 2023.", "Kallas"},
		{"nothing told", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv.", "Kallas"},
	}
	for _, tt := range tests {
		if _, a, _ := readDated(t, tt.text+"\n", ""); dated(a) != tt.want {
			t.Errorf("%s: %s\n got %q\nwant %q", tt.name, tt.text, dated(a), tt.want)
		}
	}
}
