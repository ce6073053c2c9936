package extract

import (
	"slices"
	"strings"
	"testing"

	"entente/model"
)

// TestEncounters reads short articles of many wordings: the day, kind and status of the
// first encounter, and everybody of each that took or is to take place.
func TestEncounters(t *testing.T) {
	tests := []struct{ title, day, text, want string }{
		{
			"Kallas, Nausėda hear Zelensky out",
			"12 March 2024",
			"KYIV — The Estonian and Lithuanian leaders, Kaja Kallas and Gitanas Nausėda, sat across from Volodymyr Zelensky on Tuesday for close to three hours. Air defence was the subject. Both go home by train tonight.",
			"2024-03-12 meeting held: Gitanas Nausėda+Kaja Kallas+Volodymyr Zelenskyy",
		},
		{
			"Frederiksen makes a stop in Lviv",
			"4 October 2024",
			"Danish Prime Minister Mette Frederiksen used a stop in Lviv on Friday to see President Volodymyr Zelenskyy. The two walked through the Lychakiv cemetery. She then left for Warsaw, where Donald Tusk awaits her tomorrow.",
			"2024-10-04 meeting held: Mette Frederiksen+Volodymyr Zelenskyy",
		},
		{
			"A call before the vote",
			"8 May 2023",
			"President Zelensky had Ursula von der Leyen on the line on Monday. They went through the list of what is still missing. 'We know each other's numbers by heart,' she said afterwards.",
			"2023-05-08 call held: Ursula von der Leyen+Volodymyr Zelenskyy",
		},
		{
			"Stubb to Kyiv next week",
			"28 March 2024",
			"Finland's president, Alexander Stubb, travels to Kyiv next Wednesday, 3 April, his office said. He will sign a security agreement with Volodymyr Zelensky. It is his first trip there in office.",
			"2024-04-03 meeting planned: Alexander Stubb+Volodymyr Zelenskyy",
		},
		{
			"No handshake in Buenos Aires",
			"11 December 2023",
			"Viktor Orbán and Volodymyr Zelensky exchanged words for a minute on the edge of Javier Milei's inauguration on Sunday. Cameras caught them standing close. Orbán's spokesman said the prime minister had nothing to add.",
			"2023-12-10 meeting held: Viktor Orbán+Volodymyr Zelenskyy",
		},
		{
			"Pavel in Dnipro",
			"29 April 2023",
			"The Czech head of state, Petr Pavel, and his Slovak counterpart, Zuzana Čaputová, were shown round a hospital in Dnipro on Saturday. Their guide was Volodymyr Zelensky himself. They had come from Kyiv by car.",
			"2023-04-29 meeting held: Petr Pavel+Volodymyr Zelenskyy+Zuzana Čaputová",
		},
		{
			"Meeting in Manila called off",
			"2 June 2024",
			"A meeting between President Ferdinand Marcos Jr. and Volodymyr Zelensky, which had been planned for Monday, will not take place. The palace gave no reason.",
			"",
		},
		{
			"Zelensky in Riyadh",
			"27 February 2024",
			"Crown Prince Mohammed bin Salman received the president of Ukraine at Al Yamamah Palace in Riyadh on Tuesday. Volodymyr Zelensky thanked him for the release of prisoners. Lunch was served.",
			"2024-02-27 meeting held: Mohammed bin Salman+Volodymyr Zelenskyy",
		},
		{
			"Three at one table in Warsaw",
			"26 February 2024",
			"Donald Tusk had invited, and they came: Emmanuel Macron and Olaf Scholz sat down with him on Monday evening in Warsaw. Ukraine was the only thing on the menu besides the duck.",
			"2024-02-26 meeting held: Donald Tusk+Emmanuel Macron+Olaf Scholz",
		},
		{
			"Lammy and Blinken get off the train",
			"11 September 2024",
			"Antony Blinken and David Lammy arrived in Kyiv together on Wednesday morning. They were taken straight to Volodymyr Zelensky. Permission to strike deep into Russia was what he asked for.",
			"2024-09-11 meeting held: Antony Blinken+David Lammy+Volodymyr Zelenskyy",
		},
		{
			"Sunak turns up in Kyiv",
			"12 January 2024",
			"Rishi Sunak turned up in Kyiv on Friday with a cheque for 2.5 billion pounds. Volodymyr Zelensky was waiting for him at the palace. By evening an agreement on security bore both signatures.",
			"2024-01-12 meeting held: Rishi Sunak+Volodymyr Zelenskyy",
		},
		{
			"Zelensky, Guterres and a bulldozer",
			"8 March 2023",
			"UN Secretary-General António Guterres was the guest of Volodymyr Zelensky on Wednesday. They came before the press side by side. The grain deal runs out on 18 March.",
			"2023-03-08 meeting held: António Guterres+Volodymyr Zelenskyy",
		},
		{
			"Kishida calls on the Pope",
			"4 May 2024",
			"Pope Francis gave Japan's prime minister half an hour on Saturday. Fumio Kishida told him of Hiroshima; the pontiff spoke of Ukraine.",
			"2024-05-04 meeting held: Fumio Kishida+Pope Francis",
		},
		{
			"Umerov sees Austin at the Pentagon",
			"30 August 2024",
			"WASHINGTON — Ukraine's defence minister, Rustem Umerov, and the head of the president's office, Andriy Yermak, were at the Pentagon on Friday for talks with Lloyd Austin. A list of targets was handed over.",
			"2024-08-30 meeting held: Andriy Yermak+Lloyd Austin+Rustem Umerov",
		},
		{
			"Duda: we are neighbours",
			"22 February 2023",
			"It lasted longer than planned. In Warsaw on Wednesday Joe Biden met the leaders of the Bucharest Nine, Andrzej Duda, Klaus Iohannis and Zuzana Čaputová among them. Jens Stoltenberg took part too.",
			"2023-02-22 meeting held: Andrzej Duda+Jens Stoltenberg+Joe Biden+Klaus Iohannis+Zuzana Čaputová",
		},
		{
			"Orbán in Kyiv",
			"2 July 2024",
			"For the first time in twelve years Viktor Orbán set foot in Ukraine. The Hungarian proposed a ceasefire on Tuesday; his host, Volodymyr Zelensky, listened and did not nod.",
			"2024-07-02 meeting held: Viktor Orbán+Volodymyr Zelenskyy",
		},
		{
			"Video link to Rome",
			"10 March 2023",
			"Giorgia Meloni and Volodymyr Zelensky talked by video link on Friday. He invited her back. A conference on rebuilding is to be held in Rome in April.",
			"2023-03-10 call held: Giorgia Meloni+Volodymyr Zelenskyy",
		},
		{
			"Fico and Shmyhal",
			"24 January 2024",
			"Slovakia's Robert Fico crossed the border on Wednesday to see Denys Shmyhal in Uzhhorod. They agreed to disagree about weapons and to build a railway. Fico had called Ukraine a puppet on Saturday.",
			"2024-01-24 meeting held: Denys Shmyhal+Robert Fico",
		},
		{
			"Costa's first day",
			"1 December 2024",
			"The new heads of the EU institutions spent their first day in office in Kyiv. António Costa and Kaja Kallas met President Zelensky on Sunday; Marta Kos joined them.",
			"2024-12-01 meeting held: António Costa+Kaja Kallas+Marta Kos+Volodymyr Zelenskyy",
		},
		{
			"Lula speaks with Zelensky at last",
			"2 March 2023",
			"Brazil's president and his Ukrainian counterpart spoke for the first time on Thursday. Luiz Inácio Lula da Silva told Volodymyr Zelensky in the video call that Brazil wants peace.",
			"2023-03-02 call held: Luiz Inácio Lula da Silva+Volodymyr Zelenskyy",
		},
		{
			"Steinmeier back in Kyiv",
			"24 October 2023",
			"The German president has never been so close to the front. Frank-Walter Steinmeier spent Tuesday in Koriukivka and Kyiv; in the evening Volodymyr Zelensky thanked him in person.",
			"2023-10-24 meeting held: Frank-Walter Steinmeier+Volodymyr Zelenskyy",
		},
		{
			"Trump and Zelensky talk",
			"27 September 2024",
			"They shook hands at Trump Tower on Friday morning. Donald Trump said that he had a very good relationship with Volodymyr Zelensky, and also with President Putin. The Ukrainian said he hoped theirs was better.",
			"2024-09-27 meeting held: Donald Trump+Volodymyr Zelenskyy",
		},
		{
			"Oslo drops in",
			"23 September 2024",
			"On the edge of the General Assembly in New York, Volodymyr Zelensky saw Jonas Gahr Støre on Monday. Olaf Scholz had been with him before. On Tuesday he speaks to the Security Council.",
			"2024-09-23 meeting held: Jonas Gahr Støre+Volodymyr Zelenskyy; Olaf Scholz+Volodymyr Zelenskyy",
		},
		{
			"Tbilisi's president thanks Kyiv",
			"16 March 2024",
			"President Salome Zourabichvili of Georgia had tea with Volodymyr Zelensky in Kyiv on Friday. The two presidents talked about Abkhazia, about Crimea and about grandchildren. Her own government had not wanted her to travel.",
			"2024-03-15 meeting held: Salome Zourabichvili+Volodymyr Zelenskyy",
		},
		{
			"Costa Rica, Panama and Ukraine",
			"19 September 2023",
			"NEW YORK (Wire) - In a marathon of meetings on the sidelines of the UN General Assembly, Volodymyr Zelensky on Tuesday met Cyril Ramaphosa. Later in the day he sat down with Olaf Scholz. A session with Joe Biden follows on Thursday in Washington.",
			"2023-09-19 meeting held: Cyril Ramaphosa+Volodymyr Zelenskyy; Joe Biden+Volodymyr Zelenskyy; Olaf Scholz+Volodymyr Zelenskyy",
		},
		{
			"Berlin: Scholz, Biden, Macron, Starmer",
			"19 October 2024",
			"The four met at the Chancellery in Berlin on Friday: Olaf Scholz, Joe Biden, Emmanuel Macron and Keir Starmer. They spoke of Ukraine for ninety minutes. Volodymyr Zelensky was not invited.",
			"2024-10-18 meeting held: Emmanuel Macron+Joe Biden+Keir Starmer+Olaf Scholz",
		},
		{
			"Zelensky phones around",
			"24 November 2023",
			"In the course of Friday Volodymyr Zelensky spoke by phone with Mark Rutte and, an hour later, with Justin Trudeau. Grain ships were the subject of the first call, drones of the second.",
			"2023-11-24 call held: Justin Trudeau+Volodymyr Zelenskyy; Mark Rutte+Volodymyr Zelenskyy",
		},
		{
			"Fumio Kishida in Bucha",
			"21 March 2023",
			"Japan's prime minister knelt in Bucha on Tuesday. Afterwards Fumio Kishida was driven to the Mariinsky Palace, where Volodymyr Zelensky received him. It was the first visit of a Japanese leader to a war since 1945.",
			"2023-03-21 meeting held: Fumio Kishida+Volodymyr Zelenskyy",
		},
		{
			"Stoltenberg says goodbye",
			"30 September 2024",
			"Jens Stoltenberg made his last call as secretary general to Volodymyr Zelensky on Monday. They thanked each other. On Tuesday Mark Rutte takes over.",
			"2024-09-30 call held: Jens Stoltenberg+Volodymyr Zelenskyy",
		},
		{
			"Metsola signs the wall",
			"4 March 2023",
			"LVIV — Roberta Metsola wrote her name on a wall in Lviv on Saturday, next to that of Volodymyr Zelenskyy, who had come from Kyiv to meet the President of the European Parliament. She promised fighter jets if it were for her alone to give them.",
			"2023-03-04 meeting held: Roberta Metsola+Volodymyr Zelenskyy",
		},
		{
			"Sunak's farewell guests",
			"19 July 2024",
			"LONDON - Keir Starmer gave Volodymyr Zelensky a place at the cabinet table on Friday, the first foreign leader since 1997 to address ministers there. Before that the two leaders signed a treaty on export credit.",
			"2024-07-19 meeting held: Keir Starmer+Volodymyr Zelenskyy",
		},
		{
			"Meeting with Lula fell through",
			"22 May 2023",
			"HIROSHIMA — Lula da Silva waited, Volodymyr Zelensky did not come. The meeting of the two that had been set for Sunday afternoon fell through. The Ukrainian president spoke of a full diary.",
			"",
		},
		{
			"Netherlands: 18 jets",
			"22 December 2023",
			"Mark Rutte told Volodymyr Zelensky over the telephone on Friday that eighteen F-16s were being readied. 'Good news before Christmas', wrote the Ukrainian president on X.",
			"2023-12-22 call held: Mark Rutte+Volodymyr Zelenskyy",
		},
		{
			"Delegations meet in Istanbul",
			"3 June 2025",
			"Rustem Umerov and Vladimir Medinsky faced each other again on Monday in Istanbul. Hakan Fidan sat between them. After an hour they had agreed on an exchange of prisoners, and on nothing else.",
			"2025-06-02 meeting held: Hakan Fidan+Rustem Umerov+Vladimir Medinsky",
		},
		{
			"Pope and Orthodox",
			"6 May 2024",
			"ROME, May 6 - On the way home from Athens, Serbia's president Aleksandar Vučić saw the Pope. Francis had received Rama the week before. Kosovo came up, Vučić said, and so did football.",
			"2024-05-06 meeting held: Aleksandar Vučić+Pope Francis",
		},
		{
			"Yermak in Washington",
			"9 June 2025",
			"Andriy Yermak briefed Marco Rubio in Washington on Wednesday on what had been said in Istanbul. The secretary of state listened for an hour. Keith Kellogg was present.",
			"2025-06-04 meeting held: Andriy Yermak+Keith Kellogg+Marco Rubio",
		},
		{
			"Two prime ministers on a bridge",
			"14 March 2025",
			"Poland's and Ukraine's prime ministers opened a bridge on Friday. Donald Tusk cut the ribbon, Denys Shmyhal held it. Afterwards they had lunch in Lviv.",
			"2025-03-14 meeting held: Denys Shmyhal+Donald Tusk",
		},
		{
			"Baltic trio in Kyiv",
			"28 April 2023",
			"KYIV, April 28. Prime ministers Ingrida Šimonytė of Lithuania, Krišjānis Kariņš of Latvia and Kaja Kallas of Estonia came to Kyiv on Friday, where they were received by President Volodymyr Zelenskiy and Prime Minister Denys Shmyhal.",
			"2023-04-28 meeting held: Denys Shmyhal+Ingrida Šimonytė+Kaja Kallas+Krišjānis Kariņš+Volodymyr Zelenskyy",
		},
		{
			"Nothing but handshake",
			"5 October 2023",
			"Granada: Ilham Aliyev stayed in Baku, and so Nikol Pashinyan had Charles Michel, Emmanuel Macron and Olaf Scholz to himself on Thursday. A statement in four points came out of it.",
			"2023-10-05 meeting held: Charles Michel+Emmanuel Macron+Nikol Pashinyan+Olaf Scholz",
		},
		{
			"Kharkiv: Rutte in the metro",
			"1 March 2024",
			"It was cold in the underground school to which Volodymyr Zelensky took Mark Rutte in Kharkiv on Friday. The children sang. In the evening Rutte put his name to a ten-year agreement.",
			"2024-03-01 meeting held: Mark Rutte+Volodymyr Zelenskyy",
		},
	}
	for _, tt := range tests {
		a := &model.Article{ID: tt.title, Text: tt.title + "\n\n" + tt.day + "\n\n" + tt.text + "\n"}
		sharedReader().Read(a)
		if got := told(a.Reports); got != tt.want {
			t.Errorf("%s: %s\n\t got %q\n\twant %q", tt.title, tt.text, got, tt.want)
		}
	}
}

// told puts reports into one line.
func told(reports []*model.Report) string {
	head, all := "", []string{}
	for _, r := range reports {
		if r.Status == model.StatusOff {
			continue
		}
		if head == "" {
			head = r.Date.String() + " " + r.Kind.String() + " " + r.Status.String() + ": "
		}
		names := make([]string, 0, len(r.People))
		for _, p := range r.People {
			names = append(names, p.Name)
		}
		slices.Sort(names)
		all = append(all, strings.Join(names, "+"))
	}
	slices.Sort(all)
	return head + strings.Join(all, "; ")
}
