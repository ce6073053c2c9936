package decode

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// letters are those that a language writes beyond ASCII, the most frequent
// first: how often each occurs falls with its place.
const (
	russian     = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
	ukrainian   = "оанитвіерслкдмупязьбгчхйшжцюєїщфґ"
	belarusian  = "анісрпетлдвокзяумыьцгчбхўйэшжюёф"
	bulgarian   = "аеоинтсрвлкдпмзгбуъячхйжцшщюфь"
	serbian     = "аоиенрстјувкдмлпгзбчшњљжћцђфхџ"
	greek       = "αοιετνσρκυπλμςίόέάήγδώωχηθύφβξζψϊϋΐ"
	hebrew      = "יוהלאתרבמשנםעדחקפצטגזכסןךףץ"
	arabic      = "اليمنوترهبدعسةفكقأحجشصىطخضذثءظزغؤئإآ"
	french      = "éèàêçôîùûâëïœ"
	german      = "üäöß"
	spanish     = "óáíéñúü"
	portuguese  = "ãçáéíóêõâúàô"
	italian     = "àèùòìé"
	swedish     = "äåöé"
	danish      = "øåæé"
	icelandic   = "íáðóþéöúæý"
	dutch       = "ëéïèöü"
	catalan     = "àéèíóçúòïü"
	estonian    = "äõüöšž"
	polish      = "łężąóśćńź"
	czech       = "íáěéřšžčýůúťňďó"
	slovak      = "áíéčšýžúťľôňďäóŕĺ"
	hungarian   = "áéöőóíüúű"
	romanian    = "ăîâşţ"
	croatian    = "čšžćđ"
	turkish     = "ıüşğçöâîû"
	latvian     = "āīēšūņžļķčģ"
	lithuanian  = "ėųšįūžčąę"
	chinese     = "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后会晤总统外交部长访问表示两双方合作关系政府战争美俄乌克兰主席新"
	traditional = "的一是不了人我在有他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生會晤總統外交部長訪問表示兩雙方合作關係政府戰爭美俄烏克蘭主席新"
	kanji       = "日一国人年大十二本中長出三時行見月後前生五間上東四今会社者自分政府首相統領談経済戦争支援軍攻撃問題市民外交大統訪問首脳" // beside kana
	hangul      = "이다는의에을가고한를로은지사기도정서부시하그리인해대어나자보수원일전국있제스아공주비것들통령회담장관"
)

// guesses are the encodings that the press has used without saying so, with
// the languages that it wrote in them. Of two that fit equally well the first counts.
var guesses = []struct {
	name      string
	enc       encoding.Encoding
	languages []string
	script    script
	rare      float64 // taken from its likelihood, for it is met less often
}{
	{"windows-1252", charmap.Windows1252, []string{
		french, german, spanish, portuguese, italian, swedish, danish, icelandic, dutch, catalan, estonian,
	}, alphabet, 0},
	{"windows-1251", charmap.Windows1251, []string{russian, ukrainian, belarusian, bulgarian, serbian}, alphabet, 0},
	{"koi8-u", charmap.KOI8U, []string{russian, ukrainian, belarusian}, alphabet, 0},
	{"iso-8859-5", charmap.ISO8859_5, []string{russian, ukrainian, belarusian, bulgarian, serbian}, alphabet, 0.2},
	{"ibm866", charmap.CodePage866, []string{russian, ukrainian, belarusian}, alphabet, 0.3},
	{"x-mac-cyrillic", charmap.MacintoshCyrillic, []string{russian, ukrainian}, alphabet, 0.2},
	{"windows-1250", charmap.Windows1250, []string{polish, czech, slovak, hungarian, romanian, croatian, german}, alphabet, 0},
	{"iso-8859-2", charmap.ISO8859_2, []string{polish, czech, slovak, hungarian, romanian, croatian, german}, alphabet, 0.1},
	{"windows-1254", charmap.Windows1254, []string{turkish}, alphabet, 0.2},
	{"windows-1257", charmap.Windows1257, []string{latvian, lithuanian, estonian}, alphabet, 0.3},
	{"windows-1253", charmap.Windows1253, []string{greek}, alphabet, 0},
	{"iso-8859-7", charmap.ISO8859_7, []string{greek}, alphabet, 0.1},
	{"windows-1255", charmap.Windows1255, []string{hebrew}, alphabet, 0},
	{"windows-1256", charmap.Windows1256, []string{arabic}, alphabet, 0},
	{"iso-8859-6", charmap.ISO8859_6, []string{arabic}, alphabet, 0.1},
	{"gb18030", simplifiedchinese.GB18030, []string{chinese}, ideographs, 0},
	{"big5", traditionalchinese.Big5, []string{traditional}, ideographs, 0.1},
	{"shift_jis", japanese.ShiftJIS, []string{kanji}, kana, 0},
	{"euc-jp", japanese.EUCJP, []string{kanji}, kana, 0.1},
	{"utf-16le", utf16("utf-16le"), []string{chinese, traditional}, ideographs, 0.3}, // of texts without a single zero
	{"utf-16be", utf16("utf-16be"), []string{chinese, traditional}, ideographs, 0.3},
	{"utf-16le", utf16("utf-16le"), []string{kanji}, kana, 0.3},
	{"utf-16be", utf16("utf-16be"), []string{kanji}, kana, 0.3},
	{"euc-kr", korean.EUCKR, []string{hangul}, syllables, 0},
}
