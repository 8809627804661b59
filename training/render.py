"""Renders references with known parts: random works in random styles of many languages, with the noise of the web.

A style is not chosen from a list but composed: how names look, where the year stands, what quotes the title, how
volume, issue and pages are written are drawn independently within what a language does, so that the tagger learns
parts, not styles. Names and words are in render_packs.json, real works come from public records (render_works.py).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from training.parsing_corpora import Example
from training.render_east_asian import EAST_ASIAN, east_asian
from training.render_parts import Part, closed, example_of, fill, noisy
from training.render_works import Person, Work, articles, book_titles, packs, papers

# How often each language is rendered.
LANGUAGES = {
    "en": 30,
    "de": 16,
    "nl": 10,
    "fr": 5,
    "es": 7,
    "pt": 5,
    "it": 3,
    "sv": 5,
    "da": 5,
    "no": 5,
    "fi": 3,
    "pl": 6,
    "cs": 6,
    "tr": 6,
    "hu": 2,
    "ru": 4,
    "zh": 5,
    "ja": 4,
    "ko": 8,
}
KINDS = {"article": 46, "book": 18, "chapter": 17, "paper": 8, "thesis": 3, "report": 3, "web": 5, "newspaper": 1}
NAMES = {
    "inverted": 9,
    "vancouver": 6,
    "full": 5,
    "direct": 4,
    "direct_full": 3,
    "caps": 3,
    "first_inverted": 2,
    "first_inverted_full": 2,
    "caps_after": 1,
}
ET_AL = {"de": " u.a.", "nl": " e.a.", "cs": " a kol.", "da": " m.fl.", "pl": " i in.", "tr": " vd.", "ru": " и др."}
CONFERENCES = {
    "de": ["Tagungsband der {x}", "Proceedings der Tagung {x}"],
    "nl": ["Proceedings van het congres {x}", "Handelingen van het symposium {x}"],
    "es": ["Actas del Congreso Internacional de {x}", "Memorias del simposio {x}"],
    "pt": ["Anais do Congresso Brasileiro de {x}", "Anais [...] {x}"],
    "fr": ["Actes du colloque {x}"],
    "it": ["Atti del convegno {x}"],
    "pl": ["Materiały konferencji {x}"],
    "cs": ["Sborník konference {x}", "Sborník příspěvků z konference {x}"],
    "tr": ["Ulusal {x} Kongresi Bildirileri", "{x} Sempozyumu Bildiri Kitabı"],
    "ru": ["Материалы конференции {x}", "Сборник материалов конференции {x}"],
}
REPORTS = {
    "de": ["Arbeitspapier", "Forschungsbericht"],
    "nl": ["Rapport", "Rapportnr."],
    "sv": ["Rapport", "SOU"],
    "es": ["Informe técnico"],
}
SITES = "www.who.int www.example.org ec.europa.eu www.cbs.nl www.destatis.de www.ssb.no nos.nl www.ine.es gus.gov.pl"
PATHS = "nl publications 2019 doc artikel news a-1234 index.html report.pdf themen"
QUOTES = {"": 10, '""': 2, "“”": 3, "„“": 2, "«»": 1, "‘’": 1, "''": 1}
# Volume, issue, pages and year as journals' styles write them. V, N and P stand for the language's words for volume,
# issue and pages; "{y}" is empty where the year stands elsewhere.
LOCATORS = [
    ", {v}<({i})>, {p}< ({y})>",
    ", {v} <({i})>, P{p}< ({y})>",
    " {v}<({i})>< ({y})>: {p}",
    " {v} <({i})>< ({y})>:{p}",
    ", V{v}<, N{i}>, P{p}<, {y}>",
    ", V{v}<, N{i}>< ({y})>, P{p}",
    ", V{v}<, N{i}>< ({y})>: P{p}",
    ". <{y};>{v}<({i})>:{p}",
    " {y};{v}<({i})>: {p}",
    ", {v}</{i}>< ({y})>, P{p}",
    " {v}<.{i}>< ({y})>: {p}",
    " {v}<, N{i}>< ({y})>: {p}",
    " {v}<, N{i}>< ({y})>, {p}",
    ", {v}, {p}< ({y})>",
    " {v}, {p}< ({y})>",
    ". {v}<.{i}>. {p}",
]
_SLASHED = [
    "< {y}/{i}>: {p}",
    "< {y}/{i}>, P{p}",
    ", V{v}< ({y})><, N{i}>, P{p}",
    "<, N{i}><, {y}>, P{p}",
    " {v}</{i}>: {p}",
]
MORE_LOCATORS = {
    **dict.fromkeys(("de", "en", "pl", "cs", "tr", "hu", "fi"), _SLASHED),
    "pt": [", v. {v}<, n. {i}>, p. {p}<, {y}>"] * 4,
    "ru": ["<. {y}>. V{v}<, N{i}>. P{p}"] * 5,
}
IMPRINTS = [
    "{l}: {h}<, {y}>",
    "{l}: {h}<, {y}>",
    "{l} : {h}<, {y}>",
    "{l}:{h}< {y}>",
    "{h}, {l}<, {y}>",
    "{h}, {l}< {y}>",
    "{l}, {h}<, {y}>",
    "{h}<. {y}>",
    "{h}<, {y}>",
    "{l}< {y}>",
    "{l}<, {y}>",
    "<({l}: {h}, {y})>",
]


def render(count: int, seed: int) -> Iterator[Example]:
    """``count`` labelled references; the same seed gives the same ones."""
    dice = random.Random(seed)
    made = 0
    while made < count:
        code = _draw(dice, LANGUAGES)
        parts = east_asian(dice, code) if code in EAST_ASIAN else _Renderer(dice, code).reference()
        example = example_of(noisy(dice, [part for part in parts if part[0]]), f"rendered_{code}")
        if 12 < len(example.raw) < 900:
            made += 1
            yield example


def _draw(dice: random.Random, weights: dict[str, int]) -> str:
    return dice.choices(list(weights), list(weights.values()))[0]


class _Renderer:
    """One reference: the language's pack and the drawn style."""

    def __init__(self, dice: random.Random, code: str) -> None:
        self.dice, self.code, self.pack = dice, code, packs()[code]
        self.year = str(dice.randint(1900, 1985) if dice.random() < 0.16 else dice.randint(1986, 2024))
        self.stop = dice.choice([". "] * 5 + [", "] * 3 + [": ", ". ", ", ", " "])
        self.year_first = dice.random() < 0.6
        self.names_as = _draw(dice, NAMES)
        self.dot = "" if self.names_as == "vancouver" else dice.choice([". ", ".", ""])
        between = [", "] * 4 + ["; ", "; ", " & ", " and ", " / ", "/", " – "]
        self.between = ", " if self.names_as == "vancouver" else dice.choice(between)
        self.last = dice.choice([*self.pack["and"], self.between])
        self.doi = ""

    def pick(self, name: str) -> str:
        return self.dice.choice(self.pack.get(name) or [""])

    def any(self, options: str) -> str:
        """One of the pieces between bars."""
        return self.dice.choice(options.split("|"))

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    # ----------------------------------------------------------------------------------------------------------- pieces

    def people(self, most: int = 6) -> list[Person]:
        count = self.dice.choices([1, 2, 3, 4, 5, 6, 9, 14], [30, 25, 15, 8, 5, 4, 3, 2])[0]
        return [(self.pick("families"), self.given()) for _ in range(min(most, count))]

    def given(self) -> str:
        first = self.pick("givens")
        return f"{first} {self.pick('givens')[0]}." if self.chance(0.3) and "." not in first else first

    def initials(self, given: str) -> str:
        letters = [w[0].upper() for w in re.findall(r"[^\W\d_]+", given)][:3]
        return self.dot.join(letters) + self.dot.strip() if letters else ""

    def name(self, person: Person, index: int) -> str:
        family, given = person
        initials = self.initials(given)
        words = family.split()
        if not given:
            return family
        if self.names_as == "inverted" and len(words) > 1 and words[0].islower() and self.chance(0.4):
            cut = next((i for i, w in enumerate(words) if w[0].isupper()), 0)
            return f"{' '.join(words[cut:])}, {initials} {' '.join(words[:cut])}"  # Kolk, B. A. van der
        style = self.names_as
        if style.startswith("first_inverted"):
            shown = given if style.endswith("full") else initials
            return f"{family}, {shown}" if index == 0 else f"{shown} {family}"
        forms = {
            "inverted": f"{family}, {initials}", "vancouver": f"{family} {initials}", "full": f"{family}, {given}",
            "direct": f"{initials} {family}", "direct_full": f"{given} {family}",
            "caps": f"{family.upper()}, {initials}", "caps_after": f"{family.upper()} {given}",
        }  # fmt: skip
        return forms[style]

    def names(self, people: Sequence[Person]) -> str:
        cut = self.dice.choice([1, 3, 6]) if len(people) > 3 and self.chance(0.35) else len(people)
        texts = [self.name(p, i) for i, p in enumerate(people[:cut])]
        if cut < len(people):
            own = ET_AL.get(self.code, " et al.") if self.chance(0.4) else self.any(" et al.|, et al.| et al|, et al")
            return self.between.join(texts) + own
        return self.between.join(texts[:-1]) + self.last + texts[-1] if len(texts) > 1 else texts[0]

    def title(self) -> str:
        title = self.pick("titles")
        while "{n}" in title:
            title = title.replace("{n}", self.pick("nouns"), 1)
        if self.code == "en" and self.chance(0.5):
            title = self.dice.choice(book_titles())
        if self.chance(0.12):
            title += self.any(": |. | – ") + self.pick("nouns")
        if self.code == "en" and self.chance(0.4):
            title = re.sub(r"\b[a-z](?=[a-z]{3})", lambda m: m[0].upper(), title)
        return title[0].upper() + title[1:]

    def pages(self, registered: str = "") -> str:
        start = self.dice.randint(1, 900)
        first, dash, last = (registered or f"{start}-{start + self.dice.randint(1, 40)}").partition("-")
        short = last.isdigit() and first.isdigit() and len(first) == len(last) and self.chance(0.25)
        if short:
            last = last[next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0) :]
        return first + self.dice.choice(["-", "–", "–", "-", " - ", "—", "‐"]) + last if dash else first

    def date(self) -> str:
        year = self.year + (self.dice.choice("abc") if self.chance(0.06) else "")
        if self.chance(0.07):
            month, day = self.pick("months"), self.dice.randint(1, 28)
            return self.dice.choice([f"{year}, {month}", f"{day} {month} {year}", f"{month} {year}", f"{year} {month}"])
        return year

    def quoted(self, title: str) -> list[Part]:
        marks = _draw(self.dice, QUOTES)
        if not marks:
            return [(title, "title"), (("" if title[-1] in "?!" else self.stop.rstrip()) + " ", "")]
        opening, closing = ("« ", " »") if marks == "«»" and self.code == "fr" else (marks[0], marks[1])
        stop = "" if title[-1] in "?!" else self.dice.choice(",.")
        return [(opening, ""), (title, "title"), ((stop + closing if self.chance(0.4) else closing + stop) + " ", "")]

    def head(self, names: str, label: str = "author") -> list[Part]:
        """The people and, where the style has it so, the year behind them."""
        if label == "editor":
            names += f" {self.pick('eds')}"
        if not self.year_first:
            return [(names, label), (self.any(". |, |: |, "), "")]
        opening, closing = self.dice.choice([(" (", ")")] * 3 + [(", ", ""), (" ", ""), (". ", ""), (" [", "]")])
        return [(names, label), (opening, ""), (self.date(), "date"), (closing + self.any(". |: | |, |. "), "")]

    def author(self) -> list[Part]:
        return self.head(self.pick("organisations") if self.chance(0.06) else self.names(self.people()))

    def late_year(self) -> str:
        return "" if self.year_first else self.year

    def locator(self, volume: str, issue: str, pages: str) -> list[Part]:
        template = self.dice.choice([*LOCATORS, *MORE_LOCATORS.get(self.code, [])])
        if self.chance(0.04):
            template, volume = ", {v}", volume or "1"
        template = re.sub("[VNP]", lambda m: self.pick({"V": "vol", "N": "no", "P": "pp"}[m[0]]), template)
        return fill(template, {"v": volume, "i": issue, "p": pages, "y": self.late_year()})

    def imprint(self) -> list[Part]:
        """Place and publisher in the orders they stand in, with the year where the style wants it there."""
        printed = self.pick("publishers")
        place, publisher = "", printed
        mark = next((m for m in (" : ", ": ", ", ") if m in printed), "")
        if printed == "Springer, Berlin, Heidelberg":
            place, publisher = "Berlin, Heidelberg", "Springer"
        elif mark:
            place, publisher = printed.split(mark, 1)
            if mark == ", " and self.code not in ("fr", "it"):
                place, publisher = publisher, place
        template = self.dice.choice(IMPRINTS if place else ["{h}<, {y}>", "{h}<. {y}>"])
        values = {"l": place, "h": publisher, "y": self.late_year()}
        return fill(template, values) or fill("{l}: {h}", values)

    def number_pages(self) -> str:
        return self.pick("pp") or "pp. "

    # ------------------------------------------------------------------------------------------------------- references

    def reference(self) -> list[Part]:
        kind = _draw(self.dice, KINDS)
        parts: list[Part] = []
        if self.chance(0.15):
            n = self.dice.randint(1, 120)
            parts.append((self.dice.choice([f"[{n}] ", f"{n}. ", f"{n}) ", f"({n}) ", "• ", "- ", f"{n} "]), ""))
        return closed([*parts, *getattr(self, kind)(), *self.tail(kind)], self.dice)

    def article(self) -> list[Part]:
        issue = self.dice.choice([str(self.dice.randint(1, 12)), str(self.dice.randint(1, 4)), "", "1-2", "Suppl 1"])
        work = Work(self.title(), (), self.pick("journals"), "", str(self.dice.randint(1, 150)), issue)
        if self.code == "en" and self.chance(0.75):
            work = self.dice.choice(articles())
            self.doi = work.doi
        container = work.short if work.short and self.chance(0.45) else work.container
        if work.people and self.chance(0.2):
            container = container.replace(".", "")
        pages = self.pages(work.pages)
        if self.chance(0.06):
            pages = self.dice.choice(["e", "", "", "L", "S"]) + str(self.dice.randint(10, 99999))
        parts = self.head(self.names(work.people)) if work.people else self.author()
        if self.code != "en" or self.chance(0.95):
            parts += self.quoted(work.title)
        lead = ""
        if self.code in ("de", "nl", "sv", "da", "fr", "hu", "ru") and self.chance(0.4):
            lead = "// " if self.code == "ru" else self.any("In: |in: |In ")
        volume = work.volume or str(self.dice.randint(1, 150))
        return [*parts, (lead, ""), (container, "container"), *self.locator(volume, work.issue, pages)]

    def book(self) -> list[Part]:
        parts = self.head(self.names(self.people(3)), "editor") if self.chance(0.2) else self.author()
        title = self.title()
        parts += self.quoted(title)[:-1] if self.chance(0.1) else [(title, "title")]
        if self.chance(0.18):
            parts += fill(self.any(" ({d}).|, {d},|. {d}."), {"d": self.pick("edition").strip("()")})
        if self.chance(0.06):
            parts += fill(self.any(", vol. {v}| (Vol. {v})|. Bd. {v}"), {"v": str(self.dice.randint(1, 9))})
        if self.chance(0.08):
            parts += fill(self.any(f" ({{s}})|. {{s}} {self.dice.randint(1, 400)}|, {{s}}"), {"s": self.series()})
        parts.append((" " if parts[-1][0][-1:] in "?!" else self.any(". |. |, |. "), ""))
        parts += self.imprint()
        return [*parts, (self.any(". 256 s.|. 312 p.|, 198 S.|. - 240 с."), "")] if self.chance(0.08) else parts

    def series(self) -> str:
        noun = self.pick("nouns")
        fixed = "Lecture Notes in Computer Science|Suhrkamp Taschenbuch Wissenschaft|Sage University Papers"
        return self.any(
            f"{fixed}|Studies in {noun}|Schriften zur {noun}|Beiträge zur {noun}|{noun.capitalize()} series"
        )

    def chapter(self) -> list[Part]:
        parts = [*self.author(), *self.quoted(self.title()), (self.pick("in"), "")]
        style = self.names_as
        if self.chance(0.5):
            self.names_as = self.any("direct|direct_full|inverted")
        names, role = self.names(self.people(3)), self.pick("eds")
        self.names_as = style
        book, pages, pp = self.title(), self.pages(), self.number_pages()
        order = self.dice.choices(["editors first", "book first", "no editors"], [76, 12, 12])[0]
        if order == "editors first":
            close = " " if role.endswith(":") else self.any(", |: | |. ")
            parts += [(f"{names} {role.lstrip(',')}", "editor"), (close, "")]
        parts.append((book, "container"))
        if order == "book first":
            by = (
                self.any(" ({e})|, ed. by {e}|, edited by {e}|, hrsg. v. {e}") if self.code in ("en", "de") else ", {e}"
            )
            parts += fill(by, {"e": names + (f" {role}" if by in (", {e}", " ({e})") else "")})
        if self.chance(0.06):
            parts += fill(self.any(", {d}| ({d})"), {"d": self.pick("edition").strip("()")})
        where = self.dice.choices([f" ({pp}{{p}}). ", f", {pp}{{p}}. ", f", {pp}{{p}}, ", ""], [4, 1, 1, 6])[0]
        parts += fill(where, {"p": pages}) if where else [(self.any(". |. |, | ("), "")]
        parts += self.imprint()
        if not where and self.chance(0.85):
            parts += fill(self.any(", |. |: |, ") + self.any(f"{pp}|{pp}|") + "{p}", {"p": pages})
        return parts

    def paper(self) -> list[Part]:
        if self.code == "en":
            work = self.dice.choice(papers())
            parts, title, container = self.head(self.names(work.people[:20])), work.title, work.container
            if self.chance(0.4):
                container = container.partition(",")[0]
            if self.chance(0.35):
                container = self.any("Proc. |Proceedings of the ") + re.sub(r"^Proceedings of (?:the )?", "", container)
        else:
            parts, title = self.author(), self.title()
            pattern = self.dice.choice(CONFERENCES.get(self.code, ["Proceedings of the conference {x}"]))
            container = pattern.format(x=self.pick("nouns"))
        parts += [*self.quoted(title), (self.any("In |In: |in ||In "), ""), (container, "container")]
        if self.chance(0.3):
            values = {"s": "Lecture Notes in Computer Science", "v": str(self.dice.randint(1000, 9999))}
            parts += fill(self.any(", {s}, vol. {v}| ({s}, vol. {v})"), values)
        if self.chance(0.8):
            parts += fill(self.any(", pp. {p}.| (pp. {p}).|, pages {p},|, {p}.|, p. {p},"), {"p": self.pages()})
        if self.chance(0.55):
            return [*parts, (self.any(" |. |, "), ""), *self.imprint()]
        return [*parts, *fill("<, {y}>", {"y": self.late_year()})]

    def thesis(self) -> list[Part]:
        values = {"g": self.pick("thesis"), "h": self.pick("universities"), "y": self.late_year()}
        forms = ". {g}, {h}<, {y}>| ({g}). {h}<, {y}>| [{g}, {h}]<, {y}>|. {h}. {g}<, {y}>"
        if values["g"].startswith("["):
            values["g"] = values["g"].strip("[]")
        return [*self.head(self.names(self.people(1))), (self.title(), "title"), *fill(self.any(forms), values)]

    def report(self) -> list[Part]:
        english = ["Technical Report", "Working Paper", "Tech. Rep.", "Research Report", "Discussion Paper"]
        n = self.dice.randint(1, 999)
        values = {
            "g": self.dice.choice(REPORTS.get(self.code, english)),
            "n": self.any(f"{n}|{self.year}-{n}|CS-TR-{n}"),
        }
        form = self.any(". {g} {n}. |, {g} No. {n}, | ({g} {n}). |. {g} Nr. {n}. ")
        people = self.head(self.names(self.people(3)) if self.chance(0.6) else self.pick("organisations"))
        return [*people, (self.title(), "title"), *fill(form, values), *self.imprint()]

    def access(self) -> str:
        path = "/".join(self.dice.choice(PATHS.split()) for _ in range(self.dice.randint(1, 4)))
        address = self.any("https://|http://|") + self.dice.choice(SITES.split()) + "/" + path
        d, m, y = self.dice.randint(1, 28), self.dice.randint(1, 12), self.dice.randint(2003, 2024)
        month = self.pick("months")
        dates = f"{d} {month} {y}|{month} {d}, {y}|{d:02}.{m:02}.{y}|{d}. {month} {y}|{y}-{m:02}-{d:02}|{d}-{m}-{y}"
        return self.pick("access").format(u=address, d=self.any(dates))

    def web(self) -> list[Part]:
        parts = self.head(self.pick("organisations") if self.chance(0.5) else self.names(self.people(2)))
        values = {"c": self.pick("sites") if self.chance(0.45) else "", "y": self.late_year()}
        return [*parts, *self.quoted(self.title()), *fill("<{c}. ><{y}. >", values), (self.access(), "")]

    def newspaper(self) -> list[Part]:
        day = f"{self.dice.randint(1, 28)} {self.pick('months')}"
        values = {"c": self.pick("journals"), "y": "" if self.year_first else f"{day} {self.year}", "p": ""}
        if self.chance(0.5):
            values["p"] = str(self.dice.randint(1, 40))
        form = f"{{c}}, {day}<, p. {{p}}>" if self.year_first else "{c}, {y}<, p. {p}>"
        return [*self.head(self.names(self.people(1))), *self.quoted(self.title()), *fill(form, values)]

    def tail(self, kind: str) -> list[Part]:
        """Identifiers, addresses and what databases leave behind a reference."""
        out = ""
        n = self.dice.randint(1000, 9999)
        doi = self.doi or f"10.{n}/{self.any('j.|s|')}{self.dice.randint(1000, 99999999)}"
        if kind in ("article", "chapter", "paper") and self.chance(0.25):
            forms = f". https://doi.org/{doi}|. doi:{doi}|. doi: {doi}.|. DOI {doi}|. {doi}.|, doi:{doi}|"
            out += self.any(f"{forms} http://dx.doi.org/{doi}")
        if kind in ("book", "chapter") and self.chance(0.1):
            out += f". ISBN {self.any('978-|')}{n % 90}-{n}-{self.dice.randint(1000, 9999)}-{n % 10}"
        if kind != "web" and self.chance(0.05):
            out += f". {self.access()}"
        if self.chance(0.02):
            out += self.any(" [PubMed]| [Google Scholar]| PMID: 12345678| (in Dutch)| [CrossRef]")
        return [(out, "")]
