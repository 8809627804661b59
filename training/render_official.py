# ruff: noqa: E501 - templates and word lists are one a line
"""What states, courts, offices and broadcasters bring out: treaties, resolutions, orders, numbered papers of agencies,
laws, patents and standards of Russia and Ukraine, films of the net, and organisations as authors in every form.

Such works have no journal though numbers stand behind them, and mostly nobody who wrote them.
"""

from __future__ import annotations

import re

from training.render_apa import organisation
from training.render_parts import Maker, Part, fill
from training.render_styles import CITIES

_TREATIES = (
    "Convention on {N}|Convention on the {N} of {N}|Treaty on {N}|Agreement on {N}|Protocol relating to {N}|Statute of {N}|"
    "International Covenant on {N}|Optional Protocol to the Convention on {N}|Framework Convention on {N}|{N} Convention|"
    "Charter of {N}|Convention concerning {N} and {N}|Convention for the Protection of {N}|Declaration on the Rights of {N}"
)
_SERIES = "UNTS|UNTS|U.N.T.S.|ILM|I.L.M.|ATS|UKTS|ETS|LNTS|Bevans|T.I.A.S."
_BODIES = "UN General Assembly|United Nations Security Council|UN Human Rights Council|United Nations|UN Economic and Social Council|UNGA|UN Human Rights Committee|United Nations General Assembly|UN Committee on the Rights of the Child"
_SYMBOLS = "A/RES/{n}/{m}|S/RES/{n}|A/HRC/{m}/{n}|A/{n}|E/CN.4/{Y}/{m}|CRC/C/GC/{m}|A/CONF.{n}/{m}|E/{Y}/{m}|S/{Y}/{n}|FCCC/CP/{Y}/{m}/Add.1|A/{m}/{n}"
_ORDERS = (
    "{N} Rule|Final Rule: {N}|Order Designating {N}|Proposed Rule on {N}|Notice of {N}|Protecting {N}|Improving {N}"
)
# Who publishes numbered papers, and what these are called.
_AGENCIES = (
    "World Bank|NBER|IMF|ECB|BIS|NASA|U.S. Geological Survey|USGS|Federal Reserve Bank of New York|RAND Corporation|OECD|IZA|CEPR|Bank of England|"
    "Deutsche Bundesbank|NOAA|NIST|EPA|Sandia National Laboratories|Oak Ridge National Laboratory|FAO|WHO|UNESCO|UNICEF|ILO|CESifo|DIW|ZEW|SSRN|"
    "Los Alamos National Laboratory|MIT Lincoln Laboratory|Stanford University|National Bureau of Economic Research|Congressional Research Service|"
    "European Central Bank|Inter-American Development Bank|Asian Development Bank|Urban Institute|Brookings Institution|IFPRI|CSIRO|Geological Survey of Canada"
)
_PAPERS = (
    "Policy Research Working Paper|Working Paper|Working Papers|Discussion Paper|Staff Report|Technical Memorandum|Technical Report|Technical Note|Special Publication|Professional Paper|"
    "Open-File Report|Occasional Paper|Economics Working Paper|Research Memorandum|Circular|Water-Supply Paper|Conference Publication|Contractor Report|Reference Publication|"
    "Memorandum|Staff Working Paper|Policy Brief|Briefing Paper|Technical Paper|Research Report|Special Report|Scientific Investigations Report|Issue Brief|Bulletin"
)
_UNITS = "Division of {N}|{N} Division|Department of {N}|Ministry of {N}|Bureau of {N}|Office of {N}|{N} Branch|Directorate of {N}|Committee on {N}|Task Force on {N}|Working Group on {N}|{N} Commission|Panel on {N}|Advisory Council on {N}|Centre for {N}|Population Division|Statistics Division"
_STATES = "Government of India|Government of Kenya|Government of Canada|Republic of South Africa|Government of Nepal|Government of Pakistan|University of Leeds|United Nations|Government of Norway|World Health Organization|European Commission|U.S. Department of Health and Human Services"
_OFFICIAL = {
    "ru": (
        "Федеральный закон|Закон Российской Федерации|Постановление Правительства РФ|Приказ Минздрава России|Указ Президента РФ|Положение Банка России|Распоряжение Правительства РФ",
        "от", "Собрание законодательства РФ|Российская газета|Вестник Банка России|Бюллетень нормативных актов|Ведомости Верховного Совета", "С.", "Ст.",
        "Рос. Федерация|РФ|Российская Федерация", "заявл.", "опубл.", "ГОСТ|ГОСТ Р|ГОСТ Р ИСО|СП|СанПиН|ГОСТ ISO",
        "Стандартинформ|Изд-во стандартов|ИПК Изд-во стандартов|Росстандарт", "Банк России|Росстат|Министерство финансов РФ|Счетная палата|Высшая школа экономики|Самарский университет|Институт проблем управления РАН",
        "М.|СПб.|Москва|Новосибирск|Казань|Самара", "дата обращения", "введ.",
    ),
    "uk": (
        "Закон України|Постанова Кабінету Міністрів України|Наказ Міністерства освіти і науки України|Указ Президента України|наказ МОЗ України|Рішення Конституційного Суду",
        "від", "Відомості Верховної Ради України|Офіційний вісник України|Урядовий кур'єр|Голос України|Баланс-бюджет", "С.", "Ст.",
        "Україна", "заявл.", "опубл.", "ДСТУ|ДСТУ ISO|ДСТУ EN|ДБН|ДСТУ Б",
        "Мінрегіон України|Держспоживстандарт України|УкрНДНЦ|Держстандарт", "НБУ|Держстат України|Міністерство освіти і науки|Ін-т математики НАН України|Нац. ун-т «Одес. політехніка»",
        "Київ|К.|Львів|Харків|Одеса|Дніпро", "дата звернення", "чинний від",
    ),
}  # fmt: skip


class Official:
    """One such reference, by a maker that draws names, titles and words."""

    def __init__(self, maker: Maker) -> None:
        self.make, self.dice, self.code = maker, maker.dice, maker.code
        self.year = str(self.dice.randint(1945, 2024))

    def any(self, options: str) -> str:
        drawn = self.dice.choice(options.split("|"))
        while "{N}" in drawn:
            drawn = drawn.replace("{N}", self.noun(), 1)
        return drawn

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def number(self, most: int = 999) -> str:
        return str(self.dice.randint(1, most))

    def noun(self) -> str:
        return re.sub(r"\b[a-z](?=[a-z]{3})", lambda match: match[0].upper(), self.make.pick("nouns"))

    def day(self) -> str:
        d, month = self.dice.randint(1, 28), self.make.pick("months").rstrip(".")
        return self.any(
            f"{d} {month} {self.year}|{month} {d}, {self.year}|{month[:3]}. {d}, {self.year}|{d} {month[:3]}. {self.year}"
        )

    def reference(self) -> list[Part]:
        if self.code == "ru":
            return self.slavic()
        kinds = {
            "treaty": 10,
            "resolution": 9,
            "order": 6,
            "court": 5,
            "paper": 22,
            "signed": 30,
            "broadcast": 10,
            "online": 8,
        }
        kind = self.dice.choices(list(kinds), list(kinds.values()))[0]
        parts: list[Part] = getattr(self, kind)()
        return parts

    def treaty(self) -> list[Part]:
        values = {
            "t": self.any(_TREATIES),
            "y": self.day(),
            "v": self.number(2900),
            "c": self.any(_SERIES),
            "p": self.number(),
        }
        later, short = (
            f"{self.dice.randint(1, 28)} {self.make.pick('months')} {int(self.year) + self.dice.randint(1, 9)}",
            self.any("| (CRC)| (ICCPR)||"),
        )
        forms = f"{{t}}, opened for signature {{y}}, {{v}} {{c}} {{p}} (entered into force {later})|{{t}} (adopted {{y}}, entered into force {later}) {{v}} {{c}} {{p}}{short}|"
        forms += "{t}, {y}, {v} {c} {p}|{t}, signed {y}, {v} {c} {p}|{t} ({y}) {v} {c} {p}|{t}, opened for signature {y} ({c} {p})|{t}, adopted {y}, {v} {c} {p}, art. 4"
        tail = self.any(
            f"|.|.|, ratified by Australia {later}.|, acceded to by Australia {later}.| (ratified {later})."
        )
        return [*fill(self.any(forms), values), (tail, "")]

    def resolution(self) -> list[Part]:
        n, m = self.number(299), self.number(80)
        symbol = self.any(_SYMBOLS).format(n=n, m=m, Y=self.year)
        marked = self.any(f"UN Doc {symbol}|U.N. Doc. {symbol}|{symbol}")
        number = self.any(f"{n}|{n}/{m}|{n} ({self.year})|{n}A (III)")
        of = self.any(
            "GA Res|G.A. Res.|UNGA Res|SC Res|UNSC Res|S.C. Res.|General Assembly resolution|Human Rights Council Res"
        )
        values = {
            "t": self.any(
                _TREATIES
                + "|Situation of human rights in {N}|Report of the Special Rapporteur on {N}|General Comment No. 7: {N}"
            ),
            "a": self.any(_BODIES),
            "n": number,
            "y": self.day(),
            "h": self.any(_BODIES),
        }
        session = self.any(f", UN GAOR, {m}th sess, {n}th plen mtg|, UN SCOR, {m}th sess, {n}th mtg|, {m}th Sess.|||")
        forms = f"{{t}}, {of} {{n}}{session}, {marked} ({{y}})|{of} {{n}}, {{t}} ({{y}}), {marked}|{of} {{n}} ({{y}}) {marked}|{of} {{n}}{session}, {marked} ({{y}})|{{a}}, {{t}}, {{y}}, {marked}, available at: https://www.refworld.org/docid/{n}.html|"
        forms += f"{{a}}, {{t}}, {of} {{n}}{session}, {marked} ({{y}})|{{a}}. ({self.year}). {{t}}. {marked}|{{a}}, ‘{{t}}’ ({{y}}) {marked}"
        return [*fill(self.any(forms), values), (self.any(".||."), "")]

    def order(self) -> list[Part]:
        page = self.dice.randint(100, 90000)
        n = self.dice.randint(100, 14500)
        number = self.any(f"{n}|{n:,}")
        title = self.any(f"{_ORDERS}|Exec. Order No. {number}|Executive Order {number}")
        values = {
            "t": title,
            "v": self.number(90),
            "c": self.any("Fed. Reg.|Fed. Reg.|Federal Register|C.F.R.|F.R."),
            "p": self.any(f"{page}|{page:,}"),
            "y": self.any(f"{self.day()}|{self.year}"),
        }
        forms = "{t}, {v} {c} {p} ({y})|{t}, {v} {c} {p}, {v} ({y})|{t}. {v} {c} {p} ({y})|{t}, {v} {c} §{p} ({y})"
        return [*fill(self.any(forms).replace(", {v} (", f", {page + 3} ("), values), (self.any(".||."), "")]

    def court(self) -> list[Part]:
        """The Court of Justice, the International Court of Justice, as they cite themselves."""
        one, other, n = self.make.pick("families"), self.make.pick("families"), self.number()
        parties = self.any(
            f"{one}|{one} and Others|{one} v {other}|Commission v {other}|{one} v Council and Commission|{one} SA and {other} GmbH v Commission"
        )
        if self.chance(0.4):
            stage = self.any(" (Judgment)| (Merits)| (Preliminary Objections)| (Advisory Opinion)||")
            values = {
                "t": self.any(
                    f"{self.noun()} ({self.any('Portugal v Australia|Argentina v Uruguay|Nicaragua v United States of America|Gabon v Guinea')}){stage}|Case Concerning {self.noun()} ({self.any('Bosnia v Serbia|Mexico v United States')}){stage}"
                ),
                "y": self.year,
                "c": self.any("ICJ Rep|I.C.J. Reports|ICJ Reports|PCIJ Series A"),
                "p": self.number(),
            }
            return [
                *fill(self.any("{t} [{y}] {c} {p}|{t}, {c} {y}, p. {p}|{t}, {y} {c} {p}"), values),
                (self.any("|."), ""),
            ]
        case = self.any(f"C-{n}/{self.year[2:]}|T-{n}/{self.year[2:]}|{n}/{self.year[2:]}|C‑{n}/{self.year[2:]} P")
        values = {"t": parties, "n": case, "y": self.day()}
        tail = self.any(
            f", EU:C:{self.year}:{n}|, ECLI:EU:C:{self.year}:{n}|, EU:T:{self.year}:{n}, paragraph {n}|, ECLI:EU:C:{self.year}:{n}, paras 80–82|"
        )
        return [
            *fill(
                self.any(
                    "Judgment of {y}, {t}, {n}|Judgment of {y}, {t}, Case {n}|Case {n} {t}, judgment of {y}|Judgment of {y}, {t} ({n})"
                ),
                values,
            ),
            (tail, ""),
            (self.any(".||)."), ""),
        ]

    def paper(self) -> list[Part]:
        """A numbered paper whose series is named after who publishes it."""
        n = self.number(15000)
        number = self.any(
            f"{n}|{n}|{n}|{self.year}-{n}|{self.any('TM|WPS|TP|SP|RR|DP')}-{n}|{self.any('WPS|WP|R')}{n}|{self.year[2:]}-{n}|w{n}"
        )
        who, sort = self.any(_AGENCIES), self.any(_PAPERS)
        values = {
            "a": self.make.names(self.make.people(5)) if self.chance(0.8) else organisation(self.dice, self.code),
            "t": self.make.title(),
            "h": who,
            "g": sort,
            "n": number,
            "y": self.any(f"{self.year}|{self.year}|{self.day()}"),
            "l": self.dice.choice(CITIES.split("|")) if isinstance(CITIES, str) else "Washington, DC",
        }
        no = self.any(" | |, | No. | no. |, No. | Nr. |, no. ")
        series = f"{{h}} {{g}}{no}{{n}}"
        if self.chance(0.25):  # who publishes stands behind the series again
            series = f"{{s}}{no}{{n}}, {{h}}, {{l}}"
            values |= {"s": f"{who} {sort}"}
        if self.chance(0.08):
            series, values["n"] = "{n}", f"{self.any('NASA/SP|NASA/TM|NASA/CR|NISTIR|USGS/OFR|FHWA')}-{self.year}-{n}"
        if self.chance(0.08):
            series = "{h} {g}"
        forms = f"{{a}} ({{y}}). {{t}}. {series}|{{a}} ({{y}}) {{t}}. {series}|{{a}}, “{{t}},” {series}, {{y}}|{{a}}. “{{t}}.” {series}, {{y}}|{{a}}. {{t}}. {series}; {{y}}|{{a}}. {{t}}. {series}, {{y}}|{{a}} ({{y}}): {{t}}. {series}|{{a}}, {{y}}. {{t}}. {series}|{{a}}. {{y}}. “{{t}}.” {series}|{{a}} ({{y}}). “{{t}},” {series}"
        return [
            *fill(self.any(forms), values),
            (self.any(f".|.|. https://ssrn.com/abstract={n}|. https://doi.org/10.3386/w{n}|, 45 p.|"), ""),
        ]

    def body(self) -> str:
        """An organisation, or some parts of one between commas, or two."""
        roll = self.dice.random()
        if roll < 0.35:
            return organisation(self.dice, self.code)
        if roll < 0.6:
            units = [self.any(_UNITS), self.any(_UNITS), self.any(_STATES)]
            return ", ".join(units[self.dice.choice([0, 1, 1]) :])
        if roll < 0.75:
            return f"{self.any(_UNITS)} {self.any('and|&')} {self.any(_UNITS)}"
        if roll < 0.85:
            letters = [
                "".join(self.dice.choices("ABCDEFGHIJLMNOPRSTUW", k=self.dice.randint(3, 5)))
                for _ in range(self.dice.randint(1, 4))
            ]
            return (
                letters[0]
                if len(letters) == 1
                else f"{', '.join(letters[:-1])}{self.any(', and | and |, | & ')}{letters[-1]}"
            )
        return f"{self.any('National |Royal |Research |Presidential |Joint |Scottish |')}{self.any(_UNITS)}"

    def signed(self) -> list[Part]:
        """An organisation in front, as Vancouver, notes, Harvard and APA print it."""
        who = self.body()
        title = self.make.title()
        if self.chance(0.15):
            title = self.any(
                f"Report of the {who}|Annual Report {self.year}|{who} report: {title}|{title}, {self.year}|World {self.noun()} {self.year}"
            )
        values = {
            "a": who,
            "t": title,
            "h": who
            if self.chance(0.3)
            else self.any(
                "U.S. Government Printing Office|The Stationery Office|HMSO|National Academies Press|World Health Organization|Author|OECD Publishing|Artcraft Printers|CDC"
            ),
            "l": self.any(
                "Washington, DC|Geneva|London|New Delhi|Paris|Ottawa|Nairobi|Rockville (MD)|Butte, Mont.|Canberra"
            ),
            "y": self.year,
            "p": self.number(300),
        }
        forms = "{a}. {t}. {l}: {h}; {y}.|{a}. {t}. {l}: {h}, {y}.|{a}, {t} ({l}: {h}, {y}), {p}.|{a} ({y}). {t}. {l}: {h}.|{a}. ({y}). {t}. {h}.|{a}. ({y}). {t}. {h}. https://www.example.org/{p}.pdf|{a} ({y}) {t}. {l}: {h}.|{a}, {t}. {l}: {h}, {y}.|{a}. {y}. {t}. {l}: {h}.|{a}, “{t},” {y}. [Online]. Available: https://www.example.org/{p}|{a}. {t}. Accessed May 9, 2024. https://www.example.org/{p}|{a}, {t} (Report No {p}, {y})|{a}. {t}. {y}. Available from: https://www.example.org/{p}"
        return fill(self.any(forms), values)

    def broadcast(self) -> list[Part]:
        """Films of the net, records and shows as IEEE, APA's sixth edition, Harvard and MLA print them."""
        values = {
            "a": self.make.names(self.make.people(2)),
            "t": self.make.title(),
            "y": self.day(),
            "c": self.any(
                "Security Now|Planet Money|The West Wing|Horizon|.NET Rocks!|Frontline|Thriller|Shore Songs|Desert Island Discs|Buffy the Vampire Slayer|Lemonade"
            ),
            "h": self.any("vNext|Sony Music|Warner Home Video|BBC Radio 4|NPR|HBO|Columbia|Netflix|WBEZ Chicago"),
            "l": self.any("New York, NY|London|Burbank|Boulder, CO|United States"),
            "g": self.any("CD|DVD|LP|Motion picture|Television broadcast|Cassette recording|MP3|Film|Vinyl"),
        }
        url = f"https://www.youtube.com/watch?v={self.number(99999)}"
        forms = f"{{a}}, {{t}}, ({{y}}). Accessed: Feb. 14, 2024. [Online Video]. Available: {url}|{{t}}, ({{y}}). Accessed: Jan. 08, 2024. [Online Video]. Available: {url}|{{a}} ({self.year}). {{t}}. On {{c}} [{{g}}]. {{l}}: {{h}}.|{{a}} (Producer). ({{y}}). {{t}} [{{g}}]. {{l}}: {{h}}.|{{a}} (Host). ({{y}}). {{t}} (No. 12) [Audio podcast episode]. In {{c}}. {{h}}. {url}|{{a}} (Host). ({{y}}). {{t}} (No. 12) [Audio podcast episode]. In {{c}}. {url}|‘{{t}}’ ({self.year}) {{c}}, series 1, episode 5. {{h}}, {{y}}.|“{{t}}.” {{c}}, season 2, episode 3, {{h}}, {self.year}.|{{a}} ({self.year}) {{t}} [{{g}}]. {{h}}. Available at: {url} (Accessed: 4 May 2022).|{{a}}. “{{t}}.” {{c}}, {{h}}, {self.year}."
        return fill(self.any(forms), values)

    def online(self) -> list[Part]:
        """Pages of the net as IEEE and AGLC print them, and what people post."""
        site = self.any(
            "shakeout.org|The Verge|Qual Viagem|UK Constitutional Law Blog|Australian Government|Medium|cointelegraph.com|heise online|Wikipedia|TechCrunch|MDN Web Docs"
        )
        values = {
            "a": self.make.names(self.make.people(2)) if self.chance(0.6) else self.body(),
            "t": self.make.title(),
            "c": site,
            "y": self.day(),
        }
        url = f"https://www.example.org/{self.number(99999)}"
        forms = f"“{{t}},” {{c}}. Accessed: Sep. 17, 2024. [Online]. Available: {url}|{{a}}, “{{t}},” {{c}}. Accessed: Apr. 27, 2025. [Online]. Available: {url}|{{a}}, ‘{{t}}’, {{c}} (Web Page, {{y}}) <{url}>|{{a}}, ‘{{t}}’ ({{c}}, {{y}}) <{url}> accessed 1 October 2019|{{a}}, ‘{{t}}’, {{c}} (online, {{y}}) <{url}>|{{a}}, {{t}}, {{c}}, {{y}}, {url} (13.05.2005)|{{a}}. “{{t}}.” {{c}}, {{y}}, {url}.|{{a}} [@name]. ({{y}}). {{t}} [Tweet]. Twitter. {url}|{{a}} ({{y}}). {{t}} [Image attached] [Status update]. {{c}}. {url}"
        return fill(self.any(forms), values)

    def slavic(self) -> list[Part]:
        """Laws, patents, standards and reports as GOST and DSTU print them."""
        (
            acts,
            of,
            gazettes,
            pages,
            article,
            country,
            filed,
            published,
            standards,
            presses,
            bodies,
            cities,
            accessed,
            since,
        ) = _OFFICIAL[self.dice.choice(["ru", "uk"])]
        dash, n, d, m = self.any(" – | — | | – "), self.number(), self.dice.randint(10, 28), self.dice.randint(10, 12)
        stop = f".{dash}" if dash.strip() else ". "
        noun = self.noun()
        title = self.any(
            f"О {noun}|Про {noun}|{noun[:1].upper() + noun[1:]}|Об утверждении: {noun}|{noun[:1].upper() + noun[1:]}. {self.noun()}"
        )
        on = self.any(f"{d}.{m}.{self.year}|{d}.{m}.{self.year}")
        colon = self.any(" : |: ")
        roll = self.dice.random()
        values = {
            "t": title,
            "y": self.year,
            "i": n,
            "p": self.number(7000),
            "n": self.number(2600000),
            "c": self.any(gazettes),
            "l": self.any(cities),
            "h": self.any(presses),
            "a": self.any(bodies),
            "g": "пат.",
        }
        if roll < 0.35:
            values["t"] += f"{colon}{self.any(acts)} {of} {on} № {n}{self.any('-ФЗ||-VI|-п|')}"
            lead = self.any(" // |. | // ")
            forms = f"{{t}}{lead}{{c}}{stop}{{y}}{stop}№ {{i}}{stop}{article} {{p}}|{{t}}{lead}{{c}}{stop}{{y}}{stop}№ {{i}}{stop}{pages} {{p}}|{{t}} / {{a}}{lead}{{c}}{stop}{{y}}{stop}№ {{i}}|{{t}}{stop}URL: https://example.org/{n} ({accessed}: 12.12.2024)"
            return [*fill(self.any(forms), values), (".", "")]
        if roll < 0.6:
            who = self.make.names(self.make.people(3))
            values["y"] = self.any(f"{d}.{m}.{self.year}|{d}.{m}.{self.year[2:]}")
            mid = f" {self.any(country)}{self.any(f'{colon}МПК G01T 1/28|, МПК6 C09K 11/00||')}{self.any(f' / {who}||; {who}')}{stop}№ {self.year}1{n}{self.any(' ; |; ')}{filed} {d}.{m}.{self.year[2:]}{self.any(' ; |; ')}{published} "
            return fill(f"{{t}}{colon}{{g}} {{n}}{mid}{{y}}, Бюл. № {n}{stop}{d} с.", values)
        if roll < 0.8:
            values["t"] = (
                f"{self.any(standards)} {n}{self.any('.1||-1|')}{self.any(':|–|-')}{self.year}. {title}{self.any('. Частина 1|. Часть 2. Термины||. Общие требования')}"
            )
            note = self.any(f" [{since} {self.year}-02-18]. Вид. офіц.| Введ. {self.year}-07-01.||")
            return fill(f"{{t}}.{note}{dash or ' '}{{l}}{self.any(' : |: ')}{{h}}, {{y}}{stop}{d} с.", values)
        forms = f"{{t}} / {{a}}{stop}{{y}}{stop}URL: https://example.org/{n} ({accessed}: 12.12.2024).|{{a}}. {{t}}{stop}{{l}} : {{h}}, {{y}}{stop}{n} с.|{{t}} / {{a}}{stop}{{l}} : {{h}}, {{y}}{stop}{n} с."
        return fill(self.any(forms), values)
