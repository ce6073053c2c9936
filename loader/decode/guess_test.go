package decode

import (
	"strings"
	"testing"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/ianaindex"
	xunicode "golang.org/x/text/encoding/unicode"
)

// prose is a short report in each language, as a news site would print it.
var prose = []struct{ lang, text, encodings string }{
	{
		"Russian",
		"Президент Украины Владимир Зеленский встретился в Киеве с премьер-министром Эстонии Каей Каллас. Стороны обсудили поставки «тяжёлого» вооружения и восстановление Житомирской области.\nОб этом сообщила пресс-служба главы государства в понедельник, 24 апреля.",
		"windows-1251 koi8-r iso-8859-5 ibm866 x-mac-cyrillic utf-16le utf-16be",
	},
	{
		"Ukrainian",
		"Президент України Володимир Зеленський провів зустріч із прем’єр-міністеркою Естонії Каєю Каллас. Йшлося про відбудову Житомирської області, посилення протиповітряної оборони та членство України в Європейському Союзі.",
		"windows-1251 koi8-u utf-16le",
	},
	{
		"Bulgarian",
		"Президентът на Украйна Володимир Зеленски се срещна в София с министър-председателя Николай Денков. Двамата обсъдиха енергетиката, доставките на оръжие и възстановяването на страната.",
		"windows-1251 iso-8859-5 utf-16be",
	},
	{
		"Serbian",
		"Председник Украјине Володимир Зеленски састао се у Тирани са председником Србије Александром Вучићем. Разговарали су о сарадњи, чланству у Европској унији и поштовању међународног права.",
		"windows-1251 iso-8859-5",
	},
	{
		"French",
		"Le président ukrainien a été reçu à l'Élysée par Emmanuel Macron, qui lui a promis des systèmes de défense aérienne. « La sécurité de l'Europe se joue là-bas », a déclaré le chef de l'État à l'issue de la rencontre.",
		"windows-1252 iso-8859-1 iso-8859-15",
	},
	{
		"German",
		"Bundeskanzler Scholz empfing am Sonntag den ukrainischen Präsidenten im Kanzleramt. Für die Luftverteidigung kündigte er zusätzliche Unterstützung an; die Gespräche über Munition würden fortgeführt, hieß es.",
		"windows-1252 iso-8859-1",
	},
	{
		"Spanish",
		"El presidente de Ucrania se reunió en Madrid con Pedro Sánchez. Ambos firmaron un acuerdo de seguridad que incluye más de mil millones de euros este año; también habló con el rey, según informó la Moncloa. ¿Qué más se sabrá mañana?",
		"windows-1252 iso-8859-1",
	},
	{
		"Portuguese",
		"O presidente da Ucrânia reuniu-se em Lisboa com o primeiro-ministro. Os dois assinaram um acordo de cooperação em segurança e não comentaram as negociações sobre a adesão à União Europeia.",
		"windows-1252",
	},
	{
		"Danish",
		"Statsminister Mette Frederiksen modtog søndag den ukrainske præsident på Skrydstrup. De drøftede kampfly og støtte til landets genopbygning og gik derefter ud til pressen.",
		"windows-1252 iso-8859-1",
	},
	{
		"Finnish",
		"Presidentti Sauli Niinistö tapasi Helsingissä Ukrainan presidentin. Pohjoismaiden johtajat keskustelivat tuesta, ja lehdistötilaisuus järjestettiin keskiviikkona myöhään iltapäivällä.",
		"windows-1252",
	},
	{
		"Polish",
		"Prezydent Andrzej Duda spotkał się w Warszawie z prezydentem Ukrainy. Rozmowy dotyczyły bezpieczeństwa, dostaw broni oraz żywności; podpisano też umowę o współpracy. Ogłosił to rzecznik w środę po południu.",
		"windows-1250 iso-8859-2",
	},
	{
		"Czech",
		"Prezident Petr Pavel se v Kyjevě sešel s ukrajinským prezidentem. Jednali o dodávkách munice, poválečné obnově a příštím summitu, uvedla kancelář. Češi přislíbili další pomoc „ještě letos“.",
		"windows-1250 iso-8859-2",
	},
	{
		"Hungarian",
		"Orbán Viktor miniszterelnök Kijevben tárgyalt az ukrán elnökkel. A felek a tűzszünetről és a kétoldalú kapcsolatokról beszéltek; a következő ülést őszre tervezik, közölte a szóvivő.",
		"windows-1250 iso-8859-2",
	},
	{
		"Turkish",
		"Cumhurbaşkanı Erdoğan, Ukrayna Devlet Başkanı Zelenskiy ile İstanbul'da görüştü. İki lider tahıl koridoru, esir değişimi ve savaşın sona erdirilmesi için atılacak adımları ele aldı.",
		"windows-1254",
	},
	{
		"Lithuanian",
		"Prezidentas Gitanas Nausėda Vilniuje susitiko su Ukrainos prezidentu. Šalių vadovai aptarė karinę paramą, kelią į NATO ir būsimą viršūnių susitikimą, pranešė Prezidentūra.",
		"windows-1257",
	},
	{
		"Greek",
		"Ο πρωθυπουργός Κυριάκος Μητσοτάκης συναντήθηκε στην Αθήνα με τον πρόεδρο της Ουκρανίας. Συζήτησαν για την άμυνα, την ενέργεια και την ανοικοδόμηση της χώρας.",
		"windows-1253 iso-8859-7",
	},
	{
		"Hebrew",
		"נשיא אוקראינה נפגש אתמול עם ראש הממשלה ושוחח עמו על סיוע ביטחוני ועל המצב באזור. בתום הפגישה מסר דוברו כי השניים ימשיכו בשיחות.",
		"windows-1255",
	},
	{
		"Arabic",
		"التقى الرئيس الأوكراني في جدة ولي العهد السعودي وبحث معه جهود السلام وتبادل الأسرى. وأكد الجانبان أهمية استمرار الحوار بين الأطراف.",
		"windows-1256 iso-8859-6",
	},
	{
		"Chinese",
		"中国国家主席习近平26日同乌克兰总统泽连斯基通电话，双方就中乌关系和乌克兰危机交换意见。泽连斯基表示，希望中国发挥更大作用。",
		"gbk gb18030 utf-16le",
	},
	{
		"Chinese, traditional",
		"中國國家主席習近平二十六日同烏克蘭總統澤連斯基通電話，雙方就兩國關係和當前局勢交換意見。外交部表示，對話仍將繼續進行。",
		"big5 utf-16be",
	},
	{
		"Japanese",
		"岸田首相は２１日、キーウを訪問し、ゼレンスキー大統領と会談した。両首脳はウクライナへの支援やロシアに対する制裁について協議し、共同声明を発表した。",
		"shift_jis euc-jp utf-16le",
	},
	{
		"Korean",
		"윤석열 대통령은 15일 우크라이나를 방문해 젤렌스키 대통령과 정상회담을 했다. 두 정상은 재건 사업과 인도적 지원을 확대하기로 했다고 대통령실이 밝혔다.",
		"euc-kr",
	},
}

func encodingNamed(tb testing.TB, name string) encoding.Encoding {
	tb.Helper()
	switch name {
	case "utf-16le":
		return xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM)
	case "utf-16be":
		return xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM)
	case "iso-8859-1":
		return charmap.ISO8859_1
	}
	if e, _ := charset.Lookup(name); e != nil {
		return e
	}
	e, err := ianaindex.IANA.Encoding(name)
	if err != nil {
		tb.Fatal(err)
	}
	return e
}

func inEncoding(tb testing.TB, name, s string) []byte {
	tb.Helper()
	b, err := encoding.ReplaceUnsupported(encodingNamed(tb, name).NewEncoder()).Bytes([]byte(s))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// TestGuess: whole reports are read right in every encoding, and so is nearly
// every single sentence, which has little to go by.
func TestGuess(t *testing.T) {
	sentences, right := 0, 0
	for _, p := range prose {
		for enc := range strings.FieldsSeq(p.encodings) {
			want := decodeTo(inEncoding(t, enc, p.text), encodingNamed(t, enc))
			if got := (*coding)(nil).text(inEncoding(t, enc, p.text), ""); got != want {
				t.Errorf("%s in %s is read as %.80q", p.lang, enc, got)
			}
			for s := range strings.SplitSeq(p.text, ". ") {
				sentences++
				want := decodeTo(inEncoding(t, enc, s), encodingNamed(t, enc))
				if got := (*coding)(nil).text(inEncoding(t, enc, s), ""); got == want {
					right++
				} else {
					t.Logf("%s in %s: %.60q", p.lang, enc, got)
				}
			}
		}
	}
	t.Logf("%d of %d sentences", right, sentences)
	if right*100 < sentences*94 {
		t.Errorf("%d of %d sentences are read right", right, sentences)
	}
}
