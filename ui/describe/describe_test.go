package describe

import (
	"testing"

	"entente/model"
)

func TestSurname(t *testing.T) {
	tests := []struct {
		name, party, want string
	}{
		{"Kaja Kallas", "EE", "Kallas"},
		{"Ursula von der Leyen", "EU", "von der Leyen"},
		{"Alexander De Croo", "BE", "De Croo"},
		{"Xi Jinping", "CN", "Xi Jinping"},
		{"Pope Francis", "VA", "Francis"},
		{"Modi", "IN", "Modi"},
		{"Marcos Rubio Jr.", "US", "Rubio"},
		{"Charles III", "GB", "Charles III"},
		{"King Felipe VI", "ES", "Felipe VI"},
		{"Robert Jr.", "US", "Robert Jr."},
		{"", "", ""},
	}
	for _, tt := range tests {
		if got := Surname(model.Participant{Name: tt.name, Party: model.Party(tt.party)}); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1234: "-1,234"} {
		if got := Number(n); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
}

func TestDateLong(t *testing.T) {
	d := model.NewDate
	tests := []struct {
		name      string
		date, end model.Date
		want      string
	}{
		{"a day", d(2023, 4, 24), model.Date{}, "24 April 2023"},
		{"two days of a month", d(2023, 7, 11), d(2023, 7, 12), "11–12 July 2023"},
		{"over a month's end", d(2023, 7, 31), d(2023, 8, 1), "31 July 2023 – 1 August 2023"},
		{"a month", d(2023, 7, 0), model.Date{}, "July 2023"},
		{"nothing", model.Date{}, model.Date{}, "no date"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := DateLong(&model.Meeting{Date: tt.date, End: tt.end}); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
