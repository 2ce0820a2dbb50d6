"""Latvian given names with their forms, written by hand: nominative, vocative, genitive, dative, accusative.

Sources: the language consultations of the Latvian Language Institute on the vocative of personal names (question 731),
on names in -tis and -dis, and the Cabinet's regulation no. 114 of 2004. A woman's vocative is her nominative.
"""

from __future__ import annotations

MEN = """
Andrejs Andrej Andreja Andrejam Andreju
Aleksejs Aleksej Alekseja Aleksejam Alekseju
Sergejs Sergej Sergeja Sergejam Sergeju
Nikolajs Nikolaj Nikolaja Nikolajam Nikolaju
Anatolijs Anatolij Anatolija Anatolijam Anatoliju
Dmitrijs Dmitrij Dmitrija Dmitrijam Dmitriju
Jurijs Jurij Jurija Jurijam Juriju
Jūlijs Jūlij Jūlija Jūlijam Jūliju
Harijs Harij Harija Harijam Hariju
Rūdolfs Rūdolf Rūdolfa Rūdolfam Rūdolfu
Edgars Edgar Edgara Edgaram Edgaru
Toms Tom Toma Tomam Tomu
Ģirts Ģirt Ģirta Ģirtam Ģirtu
Artūrs Artūr Artūra Artūram Artūru
Aivars Aivar Aivara Aivaram Aivaru
Aigars Aigar Aigara Aigaram Aigaru
Ainārs Ainār Aināra Aināram Aināru
Gints Gint Ginta Gintam Gintu
Ints Int Inta Intam Intu
Vents Vent Venta Ventam Ventu
Guntars Guntar Guntara Guntaram Guntaru
Imants Imant Imanta Imantam Imantu
Ivars Ivar Ivara Ivaram Ivaru
Normunds Normund Normunda Normundam Normundu
Raimonds Raimond Raimonda Raimondam Raimondu
Roberts Robert Roberta Robertam Robertu
Rolands Roland Rolanda Rolandam Rolandu
Rihards Rihard Riharda Rihardam Rihardu
Viesturs Viestur Viestura Viesturam Viesturu
Kaspars Kaspar Kaspara Kasparam Kasparu
Kristaps Kristap Kristapa Kristapam Kristapu
Krists Krist Krista Kristam Kristu
Krišs Kriš Kriša Krišam Krišu
Markuss Markus Markusa Markusam Markusu
Inguss Ingus Ingusa Ingusam Ingusu
Tomass Tomas Tomasa Tomasam Tomasu
Matīss Matīs Matīsa Matīsam Matīsu
Fēlikss Fēliks Fēliksa Fēliksam Fēliksu
Deniss Denis Denisa Denisam Denisu
Boriss Boris Borisa Borisam Borisu
Gustavs Gustav Gustava Gustavam Gustavu
Niklāvs Niklāv Niklāva Niklāvam Niklāvu
Klāvs Klāv Klāva Klāvam Klāvu
Andrievs Andriev Andrieva Andrievam Andrievu
Oskars Oskar Oskara Oskaram Oskaru
Emīls Emīl Emīla Emīlam Emīlu
Dāvids Dāvid Dāvida Dāvidam Dāvidu
Daniels Daniel Daniela Danielam Danielu
Aleksandrs Aleksandr Aleksandra Aleksandram Aleksandru
Vladimirs Vladimir Vladimira Vladimiram Vladimiru
Vladislavs Vladislav Vladislava Vladislavam Vladislavu
Igors Igor Igora Igoram Igoru
Oļegs Oļeg Oļega Oļegam Oļegu
Mihails Mihail Mihaila Mihailam Mihailu
Valentīns Valentīn Valentīna Valentīnam Valentīnu
Viktors Viktor Viktora Viktoram Viktoru
Jēkabs Jēkab Jēkaba Jēkabam Jēkabu
Pauls Paul Paula Paulam Paulu
Miks Mik Mika Mikam Miku
Ernests Ernest Ernesta Ernestam Ernestu
Alberts Albert Alberta Albertam Albertu
Arvīds Arvīd Arvīda Arvīdam Arvīdu
Ojārs Ojār Ojāra Ojāram Ojāru
Gunārs Gunār Gunāra Gunāram Gunāru
Valdemārs Valdemār Valdemāra Valdemāram Valdemāru
Eduards Eduard Eduarda Eduardam Eduardu
Eižens Eižen Eižena Eiženam Eiženu
Maksims Maksim Maksima Maksimam Maksimu
Romāns Romān Romāna Romānam Romānu
Mārtiņš Mārtiņ Mārtiņa Mārtiņam Mārtiņu
Laimiņš Laimiņ Laimiņa Laimiņam Laimiņu
Rūsiņš Rūsiņ Rūsiņa Rūsiņam Rūsiņu
Jānis Jāni Jāņa Jānim Jāni
Krišjānis Krišjāni Krišjāņa Krišjānim Krišjāni
Andris Andri Andra Andrim Andri
Pēteris Pēteri Pētera Pēterim Pēteri
Kārlis Kārli Kārļa Kārlim Kārli
Juris Juri Jura Jurim Juri
Valdis Valdi Valda Valdim Valdi
Uldis Uldi Ulda Uldim Uldi
Aldis Aldi Alda Aldim Aldi
Andis Andi Anda Andim Andi
Sandis Sandi Sanda Sandim Sandi
Gaidis Gaidi Gaida Gaidim Gaidi
Rūdis Rūdi Rūda Rūdim Rūdi
Gatis Gati Gata Gatim Gati
Artis Arti Arta Artim Arti
Raitis Raiti Raita Raitim Raiti
Guntis Gunti Gunta Guntim Gunti
Zintis Zinti Zinta Zintim Zinti
Visvaldis Visvaldi Visvalža Visvaldim Visvaldi
Tālivaldis Tālivaldi Tālivalža Tālivaldim Tālivaldi
Miervaldis Miervaldi Miervalža Miervaldim Miervaldi
Uģis Uģi Uģa Uģim Uģi
Jurģis Jurģi Jurģa Jurģim Jurģi
Indriķis Indriķi Indriķa Indriķim Indriķi
Miķelis Miķeli Miķeļa Miķelim Miķeli
Vilis Vili Viļa Vilim Vili
Tālis Tāli Tāļa Tālim Tāli
Indulis Induli Induļa Indulim Induli
Bērtulis Bērtuli Bērtuļa Bērtulim Bērtuli
Auseklis Ausekli Ausekļa Auseklim Ausekli
Raivis Raivi Raivja Raivim Raivi
Aivis Aivi Aivja Aivim Aivi
Uvis Uvi Uvja Uvim Uvi
Arvis Arvi Arvja Arvim Arvi
Alvis Alvi Alvja Alvim Alvi
Druvis Druvi Druvja Druvim Druvi
Elvis Elvi Elvja Elvim Elvi
Dāvis Dāvi Dāvja Dāvim Dāvi
Modris Modri Modra Modrim Modri
Māris Māri Māra Mārim Māri
Lauris Lauri Laura Laurim Lauri
Nauris Nauri Naura Naurim Nauri
Mairis Mairi Maira Mairim Mairi
Austris Austri Austra Austrim Austri
Dainis Daini Daiņa Dainim Daini
Reinis Reini Reiņa Reinim Reini
Arnis Arni Arņa Arnim Arni
Agnis Agni Agņa Agnim Agni
Alnis Alni Aļņa Alnim Alni
Vilnis Vilni Viļņa Vilnim Vilni
Laimonis Laimoni Laimoņa Laimonim Laimoni
Ziedonis Ziedoni Ziedoņa Ziedonim Ziedoni
Hermanis Hermani Hermaņa Hermanim Hermani
Sīmanis Sīmani Sīmaņa Sīmanim Sīmani
Ansis Ansi Anša Ansim Ansi
Fricis Frici Friča Fricim Frici
Mārcis Mārci Mārča Mārcim Mārci
Didzis Didzi Didža Didzim Didzi
Jānītis Jānīt Jānīša Jānītim Jānīti
Kārlītis Kārlīt Kārlīša Kārlītim Kārlīti
Mikus Miku Mikus Mikum Miku
Ingus Ingu Ingus Ingum Ingu
Edžus Edžu Edžus Edžum Edžu
Zemgus Zemgu Zemgus Zemgum Zemgu
Hugo Hugo Hugo Hugo Hugo
Raivo Raivo Raivo Raivo Raivo
Bruno Bruno Bruno Bruno Bruno
Ivo Ivo Ivo Ivo Ivo
Oto Oto Oto Oto Oto
Gvido Gvido Gvido Gvido Gvido
Jānis-Pauls Jāni-Paul Jāņa-Paula Jānim-Paulam Jāni-Paulu
"""

WOMEN = """
Anna Annas Annai Annu
Marija Marijas Marijai Mariju
Līga Līgas Līgai Līgu
Kristīne Kristīnes Kristīnei Kristīni
Inese Ineses Inesei Inesi
Ilze Ilzes Ilzei Ilzi
Inga Ingas Ingai Ingu
Sandra Sandras Sandrai Sandru
Dace Daces Dacei Daci
Baiba Baibas Baibai Baibu
Agnese Agneses Agnesei Agnesi
Santa Santas Santai Santu
Laura Lauras Laurai Lauru
Elīna Elīnas Elīnai Elīnu
Evija Evijas Evijai Eviju
Ieva Ievas Ievai Ievu
Zane Zanes Zanei Zani
Anita Anitas Anitai Anitu
Daiga Daigas Daigai Daigu
Gunta Guntas Guntai Guntu
Aija Aijas Aijai Aiju
Vita Vitas Vitai Vitu
Jana Janas Janai Janu
Linda Lindas Lindai Lindu
Liene Lienes Lienei Lieni
Signe Signes Signei Signi
Sigita Sigitas Sigitai Sigitu
Solvita Solvitas Solvitai Solvitu
Skaidrīte Skaidrītes Skaidrītei Skaidrīti
Rudīte Rudītes Rudītei Rudīti
Mārīte Mārītes Mārītei Mārīti
Sarmīte Sarmītes Sarmītei Sarmīti
Vija Vijas Vijai Viju
Velta Veltas Veltai Veltu
Dzintra Dzintras Dzintrai Dzintru
Ausma Ausmas Ausmai Ausmu
Biruta Birutas Birutai Birutu
Austra Austras Austrai Austru
Ināra Ināras Inārai Ināru
Irēna Irēnas Irēnai Irēnu
Valentīna Valentīnas Valentīnai Valentīnu
Tatjana Tatjanas Tatjanai Tatjanu
Jeļena Jeļenas Jeļenai Jeļenu
Olga Olgas Olgai Olgu
Svetlana Svetlanas Svetlanai Svetlanu
Ludmila Ludmilas Ludmilai Ludmilu
Natālija Natālijas Natālijai Natāliju
Nataļja Nataļjas Nataļjai Nataļju
Jūlija Jūlijas Jūlijai Jūliju
Viktorija Viktorijas Viktorijai Viktoriju
Aleksandra Aleksandras Aleksandrai Aleksandru
Katrīna Katrīnas Katrīnai Katrīnu
Elizabete Elizabetes Elizabetei Elizabeti
Šarlote Šarlotes Šarlotei Šarloti
Emīlija Emīlijas Emīlijai Emīliju
Sofija Sofijas Sofijai Sofiju
Paula Paulas Paulai Paulu
Estere Esteres Esterei Esteri
Beāte Beātes Beātei Beāti
Renāte Renātes Renātei Renāti
Ginta Gintas Gintai Gintu
Māra Māras Mārai Māru
Ērika Ērikas Ērikai Ēriku
Ņina Ņinas Ņinai Ņinu
Ģertrūde Ģertrūdes Ģertrūdei Ģertrūdi
Žanna Žannas Žannai Žannu
Anna-Marija Annas-Marijas Annai-Marijai Annu-Mariju
Marta Martas Martai Martu
Alise Alises Alisei Alisi
Gundega Gundegas Gundegai Gundegu
"""

# Borne in other lands or by both: nothing is made of them, neither a vocative nor a case, nor a gender.
REFUSED = """
Thomas James Lucas Agnes Chris Denis Markus Lukas Max Alex John Mary Robin Andrea Saša Žeņa Ilja Ņikita Carlos
Matthijs Francis Dmitry Sam Kim Jesse Luca Renē 李小龍 Ann&Co J. A1
""".split()


def rows(text: str) -> list[tuple[str, ...]]:
    """Each line's words."""
    return [tuple(line.split()) for line in text.splitlines() if line.strip()]


def men() -> list[tuple[str, ...]]:
    """Nominative, vocative, genitive, dative, accusative."""
    return rows(MEN)


def women() -> list[tuple[str, ...]]:
    """The same, the vocative being the nominative."""
    return [(row[0], row[0], *row[1:]) for row in rows(WOMEN)]
