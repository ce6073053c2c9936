package score

import "testing"

func TestOnePerson_TransliterationsAndNamesakes(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Volodymyr Zelenskyy", "Zelensky", true},
		{"Volodymyr Zelenskyy", "President Volodymyr Zelenskiy", true},
		{"Volodymyr Zelenskyy", "Wolodymyr Selenskyj", true},
		{"Laurynas Kasčiūnas", "Laurynas Kasciunas", true},
		{"Luiz Inácio Lula da Silva", "Lula", true},
		{"Luiz Inácio Lula da Silva", "Lula da Silva", true},
		{"Xi Jinping", "Jinping Xi", true},
		{"Yoon Suk Yeol", "Yoon Suk-yeol", true},
		{"Mohammed bin Salman", "Mohammad bin Salman Al Saud", true},
		{"Ursula von der Leyen", "von der Leyen", true},
		{"Antony Blinken", "Anthony Blinken", true},
		{"Recep Tayyip Erdoğan", "Tayyip Erdogan", true},
		{"King Charles III", "Charles", true},
		{"Subrahmanyam Jaishankar", "S. Jaishankar", true},
		{"Radosław Sikorski", "Radek Sikorski", true},
		{"Volodymyr Zelenskyy", "Olena Zelenska", false},
		{"Kaja Kallas", "Siim Kallas", false},
		{"Li Qiang", "Li Keqiang", false},
		{"Antonio Costa", "Antonio Tajani", false},
		{"Petr Pavel", "Petr Fiala", false},
		{"Joe Biden", "Jill Biden", false},
		{"Khalid bin Salman", "Mohammed bin Salman", false},
		{"Kristen Michal", "Charles Michel", false},
	} {
		if OnePerson(c.a, c.b) != c.want || OnePerson(c.b, c.a) != c.want {
			t.Errorf("%s and %s: one person is %v", c.a, c.b, !c.want)
		}
	}
}
