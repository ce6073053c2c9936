package extract

import "testing"

func TestSound_TransliterationsOfOneNameSoundAlike(t *testing.T) {
	for _, names := range [][]string{
		{"Zelenskyy", "Zelensky", "Zelenskiy", "Zelenskyi", "Zelenskyj", "Selenskyj", "Zelenskij"},
		{"Kasčiūnas", "Kasciunas"},
		{"Lukashenko", "Lukaschenko"},
	} {
		for _, n := range names[1:] {
			if soundOf(n) != soundOf(names[0]) {
				t.Errorf("%s sounds %q, %s %q", n, soundOf(n), names[0], soundOf(names[0]))
			}
		}
	}
	if soundOf("Zelenska") == soundOf("Zelensky") {
		t.Error("Zelenska sounds like Zelensky")
	}
}

// soundOf is how a name sounds: Zelensky and Selenskyj alike.
func soundOf(w string) string { return string(appendSound(nil, w)) }
