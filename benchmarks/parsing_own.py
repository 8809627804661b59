"""References of our own making in Dutch, Nordic, Polish, Czech, Turkish and Spanish lists, with the fields they hold.

    python -m benchmarks.parsing_own        writes benchmarks/parsing_own.jsonl

The works are real and well known; each is printed in two of the styles used where its language is spoken. The styles are
written out here by hand and share nothing with those the tagger is trained on (training/render.py).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

OUTPUT = Path(__file__).parent / "parsing_own.jsonl"


class Work(NamedTuple):
    """names: "Family, Given; ..." ("*" before the first: editors; no comma: an organisation)."""

    names: str
    year: str
    title: str
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    place: str = ""
    publisher: str = ""
    edition: str = ""
    editors: str = ""


# names | year | title | container | volume | issue | pages | place | publisher | edition | editors
WORKS = {
    "nl": """
Kolk, Bessel van der|2016|Traumasporen: Het herstel van lichaam, brein en geest na overweldigende ervaringen|||||Eeserveen|Uitgeverij Mens!
Huizinga, Johan|1919|Herfsttij der middeleeuwen|||||Haarlem|Tjeenk Willink
Huizinga, Johan|1938|Homo ludens: Proeve eener bepaling van het spel-element der cultuur|||||Haarlem|Tjeenk Willink
Mulisch, Harry|1992|De ontdekking van de hemel|||||Amsterdam|De Bezige Bij
Mulisch, Harry|1982|De aanslag|||||Amsterdam|De Bezige Bij
Hermans, Willem Frederik|1966|Nooit meer slapen|||||Amsterdam|De Bezige Bij
Reve, Gerard|1947|De avonden|||||Amsterdam|De Bezige Bij
Swaab, Dick|2010|Wij zijn ons brein|||||Amsterdam|Contact
Dehue, Trudy|2008|De depressie-epidemie|||||Amsterdam|Augustus
Verhaeghe, Paul|2012|Identiteit|||||Amsterdam|De Bezige Bij
Bregman, Rutger|2019|De meeste mensen deugen|||||Amsterdam|De Correspondent
Verhoeven, Nel|2011|Wat is onderzoek? Praktijkboek voor methoden en technieken|||||Den Haag|Boom Lemma|4e druk
Baarda, Ben; Goede, Martijn de; Teunissen, Joop|2005|Basisboek kwalitatief onderzoek|||||Groningen|Wolters-Noordhoff|2e druk
Baarda, Ben; Goede, Martijn de|2006|Basisboek methoden en technieken|||||Groningen|Wolters-Noordhoff|4e druk
Boeije, Hennie|2005|Analyseren in kwalitatief onderzoek|||||Amsterdam|Boom
Rigter, Jakop|2002|Ontwikkelingspsychopathologie bij kinderen en jeugdigen|||||Bussum|Coutinho
Delfos, Martine|2000|Luister je wel naar míj? Gespreksvoering met kinderen tussen vier en twaalf jaar|||||Amsterdam|SWP
Goossens, Frits; IJzendoorn, Marinus van|1986|Gehechtheid in de eerste levensjaren|||||Deventer|Van Loghum Slaterus
IJzendoorn, Marinus van|2008|Opvoeding over de grens: Gehechtheid, trauma en veerkracht|||||Amsterdam|Boom Academic
Israel, Jonathan|1996|De Republiek, 1477-1806|||||Franeker|Van Wijnen
Hofland, Henk|1972|Tegels lichten|||||Amsterdam|Contact
Swaan, Abram de|1989|Zorg en de staat|||||Amsterdam|Bert Bakker
Elsschot, Willem|1933|Kaas|||||Amsterdam|Van Kampen
Wetenschappelijke Raad voor het Regeringsbeleid|2013|Naar een lerende economie: Investeren in het verdienvermogen van Nederland|||||Amsterdam|Amsterdam University Press
Jong, Loe de|1969|Het Koninkrijk der Nederlanden in de Tweede Wereldoorlog. Deel 1: Voorspel|||||'s-Gravenhage|Martinus Nijhoff
""",
    "nordic": """
Ekström, Mats; Larsson, Larsåke|2010|Metoder i kommunikationsvetenskap|||||Lund|Studentlitteratur|2. uppl.
Trost, Jan|2010|Kvalitativa intervjuer|||||Lund|Studentlitteratur|4. uppl.
Bryman, Alan|2011|Samhällsvetenskapliga metoder|||||Malmö|Liber|2. uppl.
Patel, Runa; Davidson, Bo|2011|Forskningsmetodikens grunder: Att planera, genomföra och rapportera en undersökning|||||Lund|Studentlitteratur|4. uppl.
Säljö, Roger|2000|Lärande i praktiken: Ett sociokulturellt perspektiv|||||Stockholm|Prisma
Ahrne, Göran; Svensson, Peter|2011|Handbok i kvalitativa metoder|||||Malmö|Liber
Hirdman, Yvonne|1988|Genussystemet: Reflexioner kring kvinnors sociala underordning|Kvinnovetenskaplig tidskrift|9|3|49-63
Lagerlöf, Selma|1891|Gösta Berlings saga|||||Stockholm|Hellberg
Broberg, Anders; Granqvist, Pehr; Ivarsson, Tord; Risholm Mothander, Pia|2006|Anknytningsteori: Betydelsen av nära känslomässiga relationer|||||Stockholm|Natur & Kultur
Kvale, Steinar; Brinkmann, Svend|2009|Det kvalitative forskningsinterview|||||Oslo|Gyldendal Akademisk|2. utg.
Thagaard, Tove|2013|Systematikk og innlevelse: En innføring i kvalitativ metode|||||Bergen|Fagbokforlaget|4. utg.
Imsen, Gunn|2014|Elevens verden: Innføring i pedagogisk psykologi|||||Oslo|Universitetsforlaget|5. utg.
Jacobsen, Dag Ingvar|2005|Hvordan gjennomføre undersøkelser? Innføring i samfunnsvitenskapelig metode|||||Kristiansand|Høyskoleforlaget
Nordahl, Thomas|2010|Eleven som aktør|||||Oslo|Universitetsforlaget
Killén, Kari|2009|Sveket: Barn i risiko- og omsorgssviktsituasjoner|||||Oslo|Kommuneforlaget
Dalen, Monica|2004|Intervju som forskningsmetode|||||Oslo|Universitetsforlaget
Gaarder, Jostein|1991|Sofies verden|||||Oslo|Aschehoug
Brinkmann, Svend|2014|Stå fast: Et opgør med tidens udviklingstvang|||||København|Gyldendal Business
Brinkmann, Svend; Tanggaard, Lene|2010|Kvalitative metoder: En grundbog|||||København|Hans Reitzels Forlag
Andersen, Ib|2008|Den skinbarlige virkelighed: Vidensproduktion inden for samfundsvidenskaberne|||||Frederiksberg|Samfundslitteratur|4. udg.
Illeris, Knud|2006|Læring|||||Frederiksberg|Roskilde Universitetsforlag|2. udg.
Høeg, Peter|1992|Frøken Smillas fornemmelse for sne|||||København|Rosinante
Juul, Jesper|1995|Dit kompetente barn|||||København|Schønberg
Kierkegaard, Søren|1843|Enten – Eller|||||Kjøbenhavn|Reitzel
Hirsjärvi, Sirkka; Remes, Pirkko; Sajavaara, Paula|2009|Tutki ja kirjoita|||||Helsinki|Tammi|15. painos
Tuomi, Jouni; Sarajärvi, Anneli|2009|Laadullinen tutkimus ja sisällönanalyysi|||||Helsinki|Tammi|5. painos
Eskola, Jari; Suoranta, Juha|1998|Johdatus laadulliseen tutkimukseen|||||Tampere|Vastapaino
Linna, Väinö|1954|Tuntematon sotilas|||||Helsinki|WSOY
""",
    "pl": """
Sztompka, Piotr|2002|Socjologia. Analiza społeczeństwa|||||Kraków|Znak
Bauman, Zygmunt|2006|Płynna nowoczesność|||||Kraków|Wydawnictwo Literackie
Strelau, Jan; Doliński, Dariusz|2008|Psychologia. Podręcznik akademicki|||||Gdańsk|GWP
Łobocki, Mieczysław|2009|Wprowadzenie do metodologii badań pedagogicznych|||||Kraków|Impuls
Pilch, Tadeusz; Bauman, Teresa|2001|Zasady badań pedagogicznych. Strategie ilościowe i jakościowe|||||Warszawa|Żak
Babbie, Earl|2003|Badania społeczne w praktyce|||||Warszawa|Wydawnictwo Naukowe PWN
Brzeziński, Jerzy|1996|Metodologia badań psychologicznych|||||Warszawa|Wydawnictwo Naukowe PWN
Szacki, Jerzy|2002|Historia myśli socjologicznej|||||Warszawa|Wydawnictwo Naukowe PWN
Davies, Norman|1989|Boże igrzysko. Historia Polski|||||Kraków|Znak
Kapuściński, Ryszard|1998|Heban|||||Warszawa|Czytelnik
Lem, Stanisław|1961|Solaris|||||Warszawa|Wydawnictwo MON
Tokarczuk, Olga|2007|Bieguni|||||Kraków|Wydawnictwo Literackie
Obuchowska, Irena|1996|Drogi dorastania|||||Warszawa|WSiP
Kępiński, Antoni|1972|Rytm życia|||||Kraków|Wydawnictwo Literackie
Kołakowski, Leszek|1976|Główne nurty marksizmu|||||Paryż|Instytut Literacki
Miłosz, Czesław|1953|Zniewolony umysł|||||Paryż|Instytut Literacki
Śliwerski, Bogusław|1998|Współczesne teorie i nurty wychowania|||||Kraków|Impuls
Domański, Henryk|2007|Struktura społeczna|||||Warszawa|Scholar
Konecki, Krzysztof|2000|Studia z metodologii badań jakościowych. Teoria ugruntowana|||||Warszawa|Wydawnictwo Naukowe PWN
Dąbrowski, Kazimierz|1979|Dezintegracja pozytywna|||||Warszawa|PIW
Gombrowicz, Witold|1937|Ferdydurke|||||Warszawa|Rój
Kotarbiński, Tadeusz|1955|Traktat o dobrej robocie|||||Łódź|Ossolineum
Czapiński, Janusz|1992|Psychologia szczęścia|||||Warszawa|Akademos
Radwański, Zbigniew|2004|Prawo cywilne – część ogólna|||||Warszawa|C.H. Beck|wyd. 7
Nowak, Stefan|1979|System wartości społeczeństwa polskiego|Studia Socjologiczne||4|155-173
Zimbardo, Philip|1999|Psychologia i życie|||||Warszawa|Wydawnictwo Naukowe PWN
""",
    "cs": """
Hendl, Jan|2005|Kvalitativní výzkum: základní metody a aplikace|||||Praha|Portál
Průcha, Jan; Walterová, Eliška; Mareš, Jiří|2003|Pedagogický slovník|||||Praha|Portál|4. vyd.
Švaříček, Roman; Šeďová, Klára|2007|Kvalitativní výzkum v pedagogických vědách|||||Praha|Portál
Disman, Miroslav|2002|Jak se vyrábí sociologická znalost|||||Praha|Karolinum|3. vyd.
Kundera, Milan|1967|Žert|||||Praha|Československý spisovatel
Hašek, Jaroslav|1921|Osudy dobrého vojáka Švejka za světové války|||||Praha|A. Sauer
Čapek, Karel|1936|Válka s mloky|||||Praha|Fr. Borový
Vágnerová, Marie|2004|Psychopatologie pro pomáhající profese|||||Praha|Portál|3. vyd.
Vágnerová, Marie|2005|Vývojová psychologie I.: Dětství a dospívání|||||Praha|Karolinum
Langmeier, Josef; Matějček, Zdeněk|1963|Psychická deprivace v dětství|||||Praha|SZdN
Langmeier, Josef; Krejčířová, Dana|1998|Vývojová psychologie|||||Praha|Grada
Gavora, Peter|2000|Úvod do pedagogického výzkumu|||||Brno|Paido
Chráska, Miroslav|2007|Metody pedagogického výzkumu: základy kvantitativního výzkumu|||||Praha|Grada
Matoušek, Oldřich|2003|Metody a řízení sociální práce|||||Praha|Portál
Skalková, Jarmila|1999|Obecná didaktika|||||Praha|ISV
Nakonečný, Milan|1998|Základy psychologie|||||Praha|Academia
Patočka, Jan|1990|Kacířské eseje o filosofii dějin|||||Praha|Academia
Havel, Václav|1990|Moc bezmocných|||||Praha|Lidové noviny
Miovský, Michal|2006|Kvalitativní přístup a metody v psychologickém výzkumu|||||Praha|Grada
Eco, Umberto|1997|Jak napsat diplomovou práci|||||Olomouc|Votobia
Říčan, Pavel|2004|Cesta životem|||||Praha|Portál|2. vyd.
Hrabal, Bohumil|1965|Ostře sledované vlaky|||||Praha|Československý spisovatel
Křivohlavý, Jaro|2001|Psychologie zdraví|||||Praha|Portál
Ferjenčík, Ján|2000|Úvod do metodologie psychologického výzkumu|||||Praha|Portál
Keller, Jan|2004|Dějiny klasické sociologie|||||Praha|SLON
Reichel, Jiří|2009|Kapitoly metodologie sociálních výzkumů|||||Praha|Grada
""",
    "tr": """
Karasar, Niyazi|2005|Bilimsel araştırma yöntemi|||||Ankara|Nobel Yayın Dağıtım|15. baskı
Büyüköztürk, Şener|2007|Sosyal bilimler için veri analizi el kitabı|||||Ankara|Pegem A Yayıncılık|8. baskı
Yıldırım, Ali; Şimşek, Hasan|2006|Sosyal bilimlerde nitel araştırma yöntemleri|||||Ankara|Seçkin Yayıncılık|6. baskı
Pamuk, Orhan|1998|Benim adım kırmızı|||||İstanbul|İletişim Yayınları
Pamuk, Orhan|2002|Kar|||||İstanbul|İletişim Yayınları
Tanpınar, Ahmet Hamdi|1949|Huzur|||||İstanbul|Remzi Kitabevi
Mardin, Şerif|1969|Din ve ideoloji|||||Ankara|Sevinç Matbaası
Berkes, Niyazi|1973|Türkiye'de çağdaşlaşma|||||Ankara|Bilgi Yayınevi
İnalcık, Halil|2003|Osmanlı İmparatorluğu: Klasik çağ (1300-1600)|||||İstanbul|Yapı Kredi Yayınları
Ortaylı, İlber|1983|İmparatorluğun en uzun yüzyılı|||||İstanbul|Hil Yayın
Kâğıtçıbaşı, Çiğdem|1998|Kültürel psikoloji: Kültür bağlamında insan ve aile|||||İstanbul|Yapı Kredi Yayınları
Kağıtçıbaşı, Çiğdem|1999|Yeni insan ve insanlar|||||İstanbul|Evrim Yayınevi|10. baskı
Cüceloğlu, Doğan|1991|İnsan ve davranışı|||||İstanbul|Remzi Kitabevi
Ergin, Muharrem|1962|Türk dil bilgisi|||||İstanbul|Edebiyat Fakültesi Basımevi
Senemoğlu, Nuray|2005|Gelişim öğrenme ve öğretim: Kuramdan uygulamaya|||||Ankara|Gazi Kitabevi|12. baskı
Tezcan, Mahmut|1985|Eğitim sosyolojisi|||||Ankara|Ankara Üniversitesi Eğitim Bilimleri Fakültesi|4. baskı
Atay, Oğuz|1972|Tutunamayanlar|||||İstanbul|Sinan Yayınları
Sönmez, Veysel; Alacapınar, Füsun|2011|Örneklendirilmiş bilimsel araştırma yöntemleri|||||Ankara|Anı Yayıncılık
Tezbaşaran, Ata|1997|Likert tipi ölçek geliştirme kılavuzu|||||Ankara|Türk Psikologlar Derneği Yayınları
Kongar, Emre|1998|21. yüzyılda Türkiye|||||İstanbul|Remzi Kitabevi
Balcı, Ali|2001|Sosyal bilimlerde araştırma: Yöntem, teknik ve ilkeler|||||Ankara|Pegem A Yayıncılık|3. baskı
Başaran, İbrahim Ethem|1982|Örgütsel davranışın yönetimi|||||Ankara|Ankara Üniversitesi Eğitim Fakültesi
Boratav, Korkut|2003|Türkiye iktisat tarihi 1908-2002|||||Ankara|İmge Kitabevi|7. baskı
Büyüköztürk, Şener|2002|Faktör analizi: Temel kavramlar ve ölçek geliştirmede kullanımı|Kuram ve Uygulamada Eğitim Yönetimi|32||470-483
Hisli, Nesrin|1989|Beck Depresyon Envanteri'nin üniversite öğrencileri için geçerliği, güvenirliği|Psikoloji Dergisi|7|23|3-13
Sümer, Nebi|2000|Yapısal eşitlik modelleri: Temel kavramlar ve örnek uygulamalar|Türk Psikoloji Yazıları|3|6|49-74
Sümer, Nebi; Güngör, Derya|1999|Yetişkin bağlanma stilleri ölçeklerinin Türk örneklemi üzerinde psikometrik değerlendirmesi ve kültürlerarası bir karşılaştırma|Türk Psikoloji Dergisi|14|43|71-106
""",
    "es": """
Hernández Sampieri, Roberto; Fernández Collado, Carlos; Baptista Lucio, Pilar|2010|Metodología de la investigación|||||México|McGraw-Hill|5.ª ed.
García Márquez, Gabriel|1967|Cien años de soledad|||||Buenos Aires|Sudamericana
Vargas Llosa, Mario|1963|La ciudad y los perros|||||Barcelona|Seix Barral
Cortázar, Julio|1963|Rayuela|||||Buenos Aires|Sudamericana
Ortega y Gasset, José|1930|La rebelión de las masas|||||Madrid|Revista de Occidente
Paz, Octavio|1950|El laberinto de la soledad|||||México|Cuadernos Americanos
Freire, Paulo|1970|Pedagogía del oprimido|||||Montevideo|Tierra Nueva
Taylor, Steven J.; Bogdan, Robert|1987|Introducción a los métodos cualitativos de investigación|||||Barcelona|Paidós
Bisquerra, Rafael|2004|Metodología de la investigación educativa|||||Madrid|La Muralla
Foucault, Michel|1976|Vigilar y castigar: nacimiento de la prisión|||||México|Siglo XXI
García Canclini, Néstor|1990|Culturas híbridas: estrategias para entrar y salir de la modernidad|||||México|Grijalbo
Martín-Barbero, Jesús|1987|De los medios a las mediaciones|||||Barcelona|Gustavo Gili
Bowlby, John|1993|El vínculo afectivo|||||Barcelona|Paidós
Bauman, Zygmunt|2003|Modernidad líquida|||||Buenos Aires|Fondo de Cultura Económica
Díaz-Barriga, Frida; Hernández, Gerardo|2002|Estrategias docentes para un aprendizaje significativo|||||México|McGraw-Hill|2.ª ed.
Borges, Jorge Luis|1944|Ficciones|||||Buenos Aires|Sur
Marina, José Antonio|1993|Teoría de la inteligencia creadora|||||Barcelona|Anagrama
Savater, Fernando|1991|Ética para Amador|||||Barcelona|Ariel
Sautu, Ruth|2003|Todo es teoría: objetivos y métodos de investigación|||||Buenos Aires|Lumiere
Castells, Manuel|1997|La era de la información: economía, sociedad y cultura|||||Madrid|Alianza
Vallés, Miguel S.|1997|Técnicas cualitativas de investigación social|||||Madrid|Síntesis
Ato, Manuel; López, Juan J.; Benavente, Ana|2013|Un sistema de clasificación de los diseños de investigación en psicología|Anales de Psicología|29|3|1038-1059
Montero, Ignacio; León, Orfelio G.|2002|Clasificación y descripción de las metodologías de investigación en Psicología|International Journal of Clinical and Health Psychology|2|3|503-508
Carretero-Dios, Hugo; Pérez, Cristino|2005|Normas para el desarrollo y revisión de estudios instrumentales|International Journal of Clinical and Health Psychology|5|3|521-551
Real Academia Española|2014|Diccionario de la lengua española|||||Madrid|Espasa|23.ª ed.
Quijano, Aníbal|2000|Colonialidad del poder, eurocentrismo y América Latina|La colonialidad del saber: eurocentrismo y ciencias sociales|||201-246|Buenos Aires|CLACSO||Lander, Edgardo
Barudy, Jorge; Dantagnan, Maryorie|2005|Los buenos tratos a la infancia: parentalidad, apego y resiliencia|||||Barcelona|Gedisa
""",
}

# Styles, two and more a language. a: names "Family, I." b: "Family, Given" c: "I. Family" d: "Family I" e: "FAMILY, Given"
# f: "Given Family". Missing pieces drop their brackets and signs with them.
BOOKS = {
    "nl": ("{a} ({y}). {t}{ (ed)}. {l}: {p}.", "{b}, {t}. {l}: {p}{, ed}, {y}.", "{a} ({y}). {t}{ (ed)}. {p}."),
    "nordic": ("{a} ({y}). {t}.{ ed} {l}: {p}.", "{b} ({y}), {t},{ ed,} {l}: {p}", "{b}. {y}. {t}.{ ed} {l}: {p}."),
    "pl": ("{a} ({y}). {t}{, ed}. {l}: {p}.", "{d}, {t},{ ed,} {p}, {l} {y}.", "{a}, {t}, {p}, {l} {y}."),
    "cs": ("{e}. {t}.{ ed} {l}: {p}, {y}.", "{a} ({y}). {t}.{ ed} {l}: {p}.", "{e}, {y}. {t}.{ ed} {l}: {p}."),
    "tr": ("{a} ({y}). {t}{ (ed)}. {l}: {p}.", "{b}, {t},{ ed,} {l}: {p}, {y}.", "{a} ({y}). {t}{ (ed)}. {p}, {l}."),
    "es": (
        "{a} ({y}). {t}{ (ed)}. {l}: {p}.",
        "{b}: {t},{ ed,} {l}, {p}, {y}.",
        "{e}, {t}.{ ed} {l}: {p}, {y}.",
        "{a} ({y}). {t}{ (ed)}. {p}.",
    ),
}
ARTICLES = {
    "nl": ("{a} ({y}). {t}. {c}, {v}({i}), {g}.", "{d}. {t}. {c} {y};{v}({i}):{g}."),
    "nordic": ("{b} ({y}). {t}. {c} {v}({i}), s. {g}.", '{a} ({y}): "{t}", {c}, vol. {v}, nr. {i}, s. {g}.'),
    "pl": ("{a} ({y}). {t}. {c}, {i}, {g}.", "{d} ({y}), {t}, „{c}”, nr {i}, s. {g}."),
    "cs": ("{e}. {t}. {c}, {y}, roč. {v}, č. {i}, s. {g}.", "{a} ({y}). {t}. {c}, {v}({i}), {g}."),
    "tr": ("{a} ({y}). {t}. {c}, {v}{(i)}, {g}.", "{b}, “{t}”, {c}, Cilt {v},{ Sayı i,} {y}, s. {g}."),
    "es": (
        "{a} ({y}). {t}. {c}, {v}({i}), {g}.",
        "{d}. {t}. {c}. {y};{v}({i}):{g}.",
        "{b}: «{t}», {c}, vol. {v}, núm. {i}, {y}, pp. {g}.",
    ),
}
CHAPTERS = {
    "es": (
        "{a} ({y}). {t}. En {q} (Ed.), {c} (pp. {g}). {l}: {p}.",
        "{b}: «{t}», en {r} (comp.), {c}, {l}, {p}, {y}, pp. {g}.",
    )
}
AND = {
    "nl": (" & ", " en "),
    "nordic": (" & ", " & "),
    "pl": (", ", ", "),
    "cs": (" a ", " & "),
    "tr": (" ve ", " ve "),
    "es": (" y ", ", & "),
}


def works() -> list[tuple[str, Work]]:
    return [
        (language, Work(*line.split("|"))) for language, text in WORKS.items() for line in text.strip().splitlines()
    ]


def _people(names: str) -> list[tuple[str, str]]:
    return [(family, given) for family, _, given in (name.partition(", ") for name in names.split("; "))]


def _initials(given: str, dot: str) -> str:
    words = given.split()
    particles = [w for w in words if w.islower()]
    return " ".join([(" " if dot else "").join(w[0] + dot for w in words if w not in particles), *particles])


def _names(names: str, form: str, joint: str) -> str:
    people = _people(names)
    texts = []
    for family, given in people:
        if not given:
            texts.append(family)
        elif form == "a":
            texts.append(f"{family}, {_initials(given, '.')}")
        elif form == "b":
            texts.append(f"{family}, {given}")
        elif form == "c":
            texts.append(f"{_initials(given, '.')} {family}")
        elif form == "d":
            texts.append(f"{family} {_initials(given, '')}")
        elif form == "e":
            texts.append(f"{family.upper()}, {given}")
        else:
            texts.append(f"{given} {family}")
    separator = "; " if form in "e" else ", "
    if len(texts) > 1:
        return separator.join(texts[:-1]) + (separator if form in "de" else joint) + texts[-1]
    return texts[0]


def _print(style: str, work: Work, joint: str) -> str:
    out = style
    for form in "abdef":
        out = out.replace(f"{{{form}}}", _names(work.names, form, joint))
    for name in ("{ (ed)}", "{, ed}", "{ ed,}", "{ ed}", "{, ed}"):
        printed = name[1:-1].replace("ed", work.edition, 1) + (
            "." if name == "{ ed}" and not work.edition.endswith(".") else ""
        )
        out = out.replace(name, printed if work.edition else "")
    out = out.replace("{(i)}", f"({work.issue})" if work.issue else "").replace(
        "{ Sayı i,}", f" Sayı {work.issue}," if work.issue else ""
    )
    if work.editors:
        out = out.replace("{q}", _names(work.editors, "c", joint)).replace("{r}", _names(work.editors, "f", joint))
    values = {
        "y": work.year,
        "t": work.title,
        "c": work.container,
        "v": work.volume,
        "i": work.issue,
        "g": work.pages,
        "l": work.place,
        "p": work.publisher,
    }
    for sign, value in values.items():
        out = out.replace(f"{{{sign}}}", value)
    return out.replace("..", ".").replace("?.", "?").replace("!.", "!")


def main() -> None:
    count = 0
    with OUTPUT.open("w", encoding="utf-8") as lines:
        for number, (language, work) in enumerate(works()):
            styles = (CHAPTERS if work.editors else ARTICLES if work.container else BOOKS)[language]
            for turn in range(2):
                style = styles[(number + turn) % len(styles)]
                raw = _print(style, work, AND[language][(number + turn) % 2])
                gold = {
                    "authors": [family for family, given in _people(work.names) if given],
                    "title": work.title,
                    "container": work.container or None,
                    "year": work.year,
                    "volume": work.volume if "{v}" in style else None,
                    "issue": work.issue or None,
                    "pages": work.pages.split("-") if work.pages else None,
                    "publisher": work.publisher or None,
                    "doi": None,
                }
                row = {
                    "id": f"own-{language}-{number}-{turn}",
                    "raw": raw,
                    "source": f"own-{language}",
                    "gold": gold,
                    "skip": [],
                }
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
    print(count, "references")


if __name__ == "__main__":
    main()
