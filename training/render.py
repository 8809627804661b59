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
from training.render_apa import LANGUAGES as APA_LANGUAGES
from training.render_apa import Apa, organisation
from training.render_dated import law, newspaper
from training.render_east_asian import EAST_ASIAN, east_asian
from training.render_footnotes import LANGUAGES as FOOTNOTE_LANGUAGES
from training.render_footnotes import Footnote
from training.render_kinds import Kinds
from training.render_known import known
from training.render_official import Official
from training.render_parts import Part, closed, example_of, fill, noisy
from training.render_right_to_left import CODES as RIGHT_TO_LEFT
from training.render_right_to_left import right_to_left
from training.render_styles import (
    CITIES,
    CONFERENCES,
    DATED_LOCATORS,
    ET_AL,
    FAMILIES,
    IMPRINTS,
    INVENTED,
    KINDS,
    LANGUAGES,
    LOCATORS,
    MEETINGS,
    MORE_LOCATORS,
    NAMES,
    PATHS,
    QUOTES,
    REPORTS,
    SINCE,
    SITES,
    UNDATED,
    UNPUBLISHED,
)
from training.render_words import invented
from training.render_works import Person, Work, articles, book_titles, packs, papers


def render(count: int, seed: int, families: dict[str, int] = FAMILIES) -> Iterator[Example]:
    """``count`` labelled references, drawn from these families of styles; the same seed gives the same ones."""
    dice = random.Random(seed)
    made = 0
    while made < count:
        family = _draw(dice, families)
        code = _draw(dice, FOOTNOTE_LANGUAGES if family == "note" else LANGUAGES)
        parts = _parts(dice, family, code)
        example = example_of(noisy(dice, [part for part in parts if part[0]]), f"rendered_{code}")
        if 12 < len(example.raw) < 900:
            made += 1
            yield example


def _parts(dice: random.Random, family: str, code: str) -> list[Part]:
    """One reference of a family of styles."""
    if family == "right to left":
        return right_to_left(dice, dice.choice(RIGHT_TO_LEFT))
    if family == "apa":
        return Apa(_Renderer(dice, code if code in APA_LANGUAGES else "en")).reference()
    if family == "kind":
        return Kinds(_Renderer(dice, code if code in APA_LANGUAGES and dice.random() < 0.35 else "en")).reference()
    if family == "official":
        return Official(_Renderer(dice, "ru" if dice.random() < 0.22 else "en")).reference()
    if family == "known" and code not in EAST_ASIAN:
        return known(_Renderer(dice, code))
    return east_asian(dice, code) if code in EAST_ASIAN else _Renderer(dice, code).reference(family == "note")


def _draw(dice: random.Random, weights: dict[str, int]) -> str:
    return dice.choices(list(weights), list(weights.values()))[0]


def shortened(title: str, words: int) -> str:
    """The first words of a title, so many that are long and what small ones stand between."""
    long_words = list(re.finditer(r"[^\W\d_]{4,}", title))
    return title[: long_words[words - 1].end()] if len(long_words) > words else title


def capitalised(title: str) -> str:
    """With a capital on each long word."""
    return re.sub(r"\b[a-z](?=[a-z]{3})", lambda match: match[0].upper(), title)


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
        drawn = self.dice.choice(self.pack.get(name) or [""])
        return invented(self.dice, self.code, drawn) if name in INVENTED and self.chance(INVENTED[name]) else drawn

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
        if self.chance(0.08):
            first = self.dice.randint(1789, 2015)
            title += (" " + self.any(SINCE[self.code]).format(first, first + self.dice.randint(2, 40))).replace(
                " ,", ","
            )
        if self.chance(0.05):
            title = shortened(title, self.dice.randint(1, 3))
        if self.code == "en" and self.chance(0.4):
            title = capitalised(title)
        return title[0].upper() + title[1:]

    def pages(self, registered: str = "") -> str:
        start = self.dice.randint(1, 900)
        first, dash, last = (registered or f"{start}-{start + self.dice.randint(1, 40)}").partition("-")
        short = last.isdigit() and first.isdigit() and len(first) == len(last) and self.chance(0.25)
        if short:
            last = last[next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0) :]
        dashes = ["?", "Ð", "--", "~", " to ", "--"] if self.chance(0.03) else ["-", "–", "–", "-", " - ", "—", "‐"]
        return first + self.dice.choice(dashes) + last if dash else first

    def date(self) -> str:
        if self.chance(0.025):
            return self.any(UNDATED.get(self.code, "n.d.|s.d."))
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
        return self.head(organisation(self.dice, self.code) if self.chance(0.06) else self.names(self.people()))

    def late_year(self) -> str:
        return "" if self.year_first else self.year

    def day(self) -> str:
        """A month with the year, and in part of the cases with a day or the days of a meeting."""
        first, month = self.dice.randint(1, 26), self.pick("months").rstrip(".")
        if self.chance(0.5):
            month = month[:3] + self.any("|.")
        days = self.any(f"{first}|{first}-{first + self.dice.randint(1, 4)}|{first}–{first + 3}")
        forms = f"{self.year} {month} {first}|{self.year} {month}|{month} {self.year}|{days} {month} {self.year}"
        return self.any(f"{forms}|{month} {days}, {self.year}")

    def locator(self, volume: str, issue: str, pages: str) -> list[Part]:
        if self.chance(0.08):
            return fill(
                self.dice.choice(DATED_LOCATORS[self.year_first]),
                {"v": volume, "i": issue, "p": pages, "y": self.day()},
            )
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
        if place and self.chance(0.12):
            place = self.any(CITIES)
        template = self.dice.choice(IMPRINTS if place else ["{h}<, {y}>", "{h}<. {y}>"])
        values = {"l": place, "h": publisher, "y": self.late_year()}
        return fill(template, values) or fill("{l}: {h}", values)

    def number_pages(self) -> str:
        return self.pick("pp") or "pp. "

    # ------------------------------------------------------------------------------------------------------- references

    def reference(self, note: bool) -> list[Part]:
        if note:
            return closed(Footnote(self.dice, self.code, self.pick, self.title).reference(), self.dice)
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
        title = work.title
        if self.chance(0.09):
            title = shortened(title, self.dice.randint(1, 4))
        if self.code == "en" and self.chance(0.25):
            title = capitalised(title)
        if self.chance(0.012):
            title = f"{self.dice.randint(1990, 2024)} {title}"
        if self.code != "en" or self.chance(0.95):
            parts += self.quoted(title)
        lead = ""
        if self.code in ("de", "nl", "sv", "da", "fr", "hu", "ru") and self.chance(0.4):
            lead = "// " if self.code == "ru" else self.any("In: |in: |In ")
        volume = work.volume or str(self.dice.randint(1, 150))
        marks = self.any("„”|„”|«»|„“") if self.code == "pl" and self.chance(0.4) else ""
        where = [(lead + marks[:1], ""), (container, "container"), (marks[1:], "")]
        if self.chance(0.03):
            where.append((self.any(" [Internet]| [Online]| (Online)"), ""))
        if self.chance(0.03):
            return [*parts, *where, (self.any(", forthcoming|, in press| (in press)|, to appear|. Forthcoming"), "")]
        if not self.year_first and self.chance(0.06):  # "the lower thermosphere, 2002, Journal of Geophysical Research"
            self.year_first = True
            where = [(self.year, "date"), (self.any(", |, |. "), ""), *where]
        if self.chance(0.03):
            where += fill(self.any(", {h}| ({h})|. {h}"), {"h": re.split(" ?[:,] ", self.pick("publishers"))[-1]})
        return [*parts, *where, *self.locator(volume, work.issue, pages)]

    def book(self) -> list[Part]:
        parts = self.head(self.names(self.people(3)), "editor") if self.chance(0.2) else self.author()
        title = self.title()
        parts += self.quoted(title)[:-1] if self.chance(0.1) else [(title, "title")]
        if self.chance(0.18):
            parts += fill(self.any(" ({d}).|, {d},|. {d}."), {"d": self.pick("edition").strip("()")})
        if self.chance(0.06):
            parts += fill(self.any(", vol. {v}|, Vol. {v}| (Vol. {v})|. Bd. {v}"), {"v": str(self.dice.randint(1, 9))})
        elif self.chance(0.03):
            number = {"v": str(self.dice.randint(1, 300)), "s": self.series()}
            parts += fill(self.any(", Volume {v} of {s}|, volume {v} of {s}|, vol. {v} of {s}|. Vol. {v}, {s}"), number)
        if self.chance(0.08):
            parts += fill(
                self.any(f" ({{s}})|. {{s}} {self.dice.randint(1, 400)}|, {{s}}|, coll. « {{s}} »"),
                {"s": self.series()},
            )
        parts.append((" " if parts[-1][0][-1:] in "?!" else self.any(". |. |, |. |; "), ""))
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
        if self.chance(0.15):
            place = re.split(" ?[:,] ", self.pick("publishers"))[0]
            return [*parts, *fill(self.dice.choice(MEETINGS), {"l": place, "y": self.day(), "p": self.pages()})]
        if self.chance(0.3):
            values = {"s": "Lecture Notes in Computer Science", "v": str(self.dice.randint(1000, 9999))}
            parts += fill(self.any(", {s}, vol. {v}| ({s}, vol. {v})"), values)
        if self.chance(0.8):
            parts += fill(self.any(", pp. {p}.| (pp. {p}).|, pages {p},|, {p}.|, p. {p},"), {"p": self.pages()})
        if self.chance(0.55):
            return [*parts, (self.any(" |. |, "), ""), *self.imprint()]
        return [*parts, *fill("<, {y}>", {"y": self.late_year()})]

    def thesis(self) -> list[Part]:
        place = self.pick("publishers").partition(":")
        values = {"g": self.pick("thesis").strip("[]"), "h": self.pick("universities"), "y": self.late_year()}
        values["l"] = place[0].strip() if place[1] and self.chance(0.5) else ""
        unpublished = self.any(UNPUBLISHED.get(self.code, "|||unpublished ")) if self.chance(0.5) else ""
        forms = ". {g}, {h}<, {l}><, {y}>| ({g}). {h}<, {l}><, {y}>| [{g}, {h}]<, {y}>|. {h}<. {y}>. {g}"
        forms += "|, {g}, {h}<, {l}><, {y}>"
        forms += "|. <{l}, ><{y}. >{g}. {h}|<. {l}: {h}, {y}>. {g}|. ({g}, {h})<, {y}>"
        form = self.any(forms).replace("{g}", unpublished + "{g}")
        return [*self.head(self.names(self.people(1))), (self.title(), "title"), *fill(form, values)]

    def report(self) -> list[Part]:
        english = ["Technical Report", "Working Paper", "Tech. Rep.", "Research Report", "Discussion Paper"]
        n = self.dice.randint(1, 999)
        values = {
            "g": self.dice.choice(REPORTS.get(self.code, english)),
            "n": self.any(f"{n}|{self.year}-{n}|CS-TR-{n}"),
        }
        form = self.any(". {g} {n}. |, {g} No. {n}, | ({g} {n}). |. {g} Nr. {n}. ")
        people = self.head(self.names(self.people(3)) if self.chance(0.6) else organisation(self.dice, self.code))
        return [*people, (self.title(), "title"), *fill(form, values), *self.imprint()]

    def access(self) -> str:
        path = "/".join(self.dice.choice(PATHS.split()) for _ in range(self.dice.randint(1, 4)))
        address = self.any("https://|http://|") + self.dice.choice(SITES.split()) + "/" + path
        d, m, y = self.dice.randint(1, 28), self.dice.randint(1, 12), self.dice.randint(2003, 2024)
        month = self.pick("months")
        dates = f"{d} {month} {y}|{month} {d}, {y}|{d:02}.{m:02}.{y}|{d}. {month} {y}|{y}-{m:02}-{d:02}|{d}-{m}-{y}"
        return self.pick("access").format(u=address, d=self.any(dates))

    def web(self) -> list[Part]:
        parts = self.head(organisation(self.dice, self.code) if self.chance(0.5) else self.names(self.people(2)))
        values = {"c": self.pick("sites") if self.chance(0.45) else "", "y": self.late_year()}
        return [*parts, *self.quoted(self.title()), *fill("<{c}. ><{y}. >", values), (self.access(), "")]

    def newspaper(self) -> list[Part]:
        names = self.names(self.people(2)) if self.chance(0.85) else ""
        return newspaper(self.dice, self.code, self.pick("months"), names, self.quoted(self.title()))

    def law(self) -> list[Part]:
        return law(self.dice, self.code, self.pick("months"), lambda: self.pick("nouns"))

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
        if kind != "web" and self.chance(0.35 if kind in ("newspaper", "law") else 0.05):
            out += f". {self.access()}"
        if self.chance(0.02):
            out += self.any(" [PubMed]| [Google Scholar]| PMID: 12345678| (in Dutch)| [CrossRef]")
        return [(out, "")]
