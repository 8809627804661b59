"""References as the humanities print them in footnotes: everything between commas, "in" in lower case, no role words.

"G. Cardo, Il mandamento di Cologna, Venezia 1898", "A. Rossi, Titolo, in «Rivista», XII (1983), 3, pp. 401-422",
"M. Dupont, « Titre », dans Livre, éd. par P. Martin, t. II, Paris, Seuil, 1958, p. 27-55".
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from training.render_humanities import TONGUES, Tongue
from training.render_parts import Part, fill

# How the editor of a book is introduced, behind ("{e}" is the names) and before its title, by language.
_BY = {
    "it": (", a cura di {e}", ", a c. di {e}", " (a cura di {e})", ", ed. {e}"),
    "fr": (", éd. {e}", ", sous la direction de {e}", ", éd. par {e}", ", dir. {e}"),
    "es": (", ed. {e}", ", ed. de {e}", ", dir. {e}", ", coord. {e}"),
    "pt": (", org. {e}", ", coord. {e}", ", dir. {e}"),
    "de": (", hg. v. {e}", ", hrsg. von {e}", ", hg. von {e}", ", ed. {e}"),
    "nl": (", red. {e}", ", onder redactie van {e}", ", ed. {e}"),
    "pl": (", red. {e}", ", pod red. {e}", ", oprac. {e}"),
    "cs": (", ed. {e}", ", red. {e}"),
    "en": (", ed. {e}", ", ed. by {e}", ", edited by {e}", " (ed. {e})", ", eds. {e}"),
}
_BEHIND = {
    "it": "(a cura di)|(a c. di)|(ed.)|(edd.)", "fr": "(éd.)|(dir.)|(éds.)", "es": "(ed.)|(coord.)|(eds.)",
    "pt": "(org.)|(coord.)", "de": "(Hg.)|(Hrsg.)|(Hgg.)", "nl": "(red.)", "pl": "(red.)", "cs": "(ed.)",
    "en": "(ed.)|(eds.)|, ed.|, eds.|(Eds.)",
}  # fmt: skip
_IN = {
    "it": "in |in: ", "fr": "dans |in ", "es": "en |en: ", "pt": "in |em ", "de": "in: |in ", "nl": "in: |in ",
    "pl": "[w:] |w: |[w] ", "cs": "in: ", "en": "in |in |in: |In ",
}  # fmt: skip
_MANY = {"it": "2 voll.|voll. 3|3 v.|2 v.|4 voli.", "fr": "2 vol.|3 t.", "es": "2 vols.|2 t.", "de": "2 Bde.|3 Bde."}
_JOURNAL_QUOTES = {
    "it": ["«»"] * 5 + ["“”", "", '""'], "fr": ["", "«»"], "es": ["", "", "«»"], "pl": ["„”"] * 3 + ["«»"],
}  # fmt: skip
_LOCATORS = [
    ", {v}< ({y})>", ", {v}< ({y})>", ", {v}<, {y}>", ", {v}< {y}>", ", n. {i}<, {y}>", ", {v}< ({y})>, {i}",
    ", {v}, {i}< ({y})>", ", s. II, {v}< ({y})>", ", n.s., {v}< ({y})>", " (n. s.), {v}< ({y})>",
    ", a. {v}< ({y})>, n. {i}",
    ", a. X, t. {v}< ({y})>", ", t. {v}< ({y})>", ", vol. {v}< ({y})>", ", vol. {v}<, {y}>, fasc. {i}", " {v}< ({y})>",
    " {v}< (Roma {y})>", "<, {y}>", ", {v}", "<, {y}>, {i}",
]  # fmt: skip
_IMPRINTS = [
    ", {l}< {y}>", ", {l}< {y}>", ", {l}< {y}>", ", {l}, {h}<, {y}>", ", {l}, {h}<, {y}>", ", {l}, {h}<, {y}>",
    ", {l}, {h}< {y}>", ", {l}: {h}<, {y}>", ". {l}: {h}<, {y}>", ", {h}, {l}< {y}>", ", {h}, {l}<, {y}>",
    " ({l}< {y}>)",
    ". {l}< {y}>", ", {l}", ", {l}", ", {l}, {h}", ", {l}, s.e.<, {y}>", ", {h}<, {y}>", ", {l}<, {y}>",
    ". {l}. {h}<, {y}>", ", {h}<, {y}>, {l}", " {l}< {y}>",
]  # fmt: skip
# What stands before a reference within a note, and behind the title of a work cited again.
_SEE = {
    "it": "Cfr. |cfr. |Cfr. anche |V. |Si veda |Vedi |Su cui ", "fr": "Cf. |Voir |Voir aussi ", "de": "Vgl. |Siehe ",
    "en": "See |See also |Cf. ", "es": "Véase |Cfr. |Vid. ", "pl": "Por. |Zob. ", "nl": "Zie ", "pt": "Cf. |Ver ",
}  # fmt: skip
_SAME = {
    "it": "Id.|ID.|Idem|Ead.|Aa. Vv.|AA.VV.|AA. VV.", "fr": "Id.|Idem|Collectif", "de": "Ders.|Dies.", "en": "Id.|Idem",
    "es": "Id.|VV. AA.|AA. VV.",
}  # fmt: skip
# How often a footnote is written in a language; what it cites may be in another.
LANGUAGES = {"it": 30, "fr": 16, "de": 14, "en": 22, "es": 8, "pl": 5, "pt": 3, "nl": 3, "cs": 2}


_MISREAD = {"1": "i|I|l", "0": "o|O", "9": "g", "5": "s", "6": "G"}  # figures that scanners take for letters


def roman(number: int) -> str:
    """A number in Roman figures.

    >>> roman(1994)
    'MCMXCIV'
    """
    figures = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
    figures += ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    made = ""
    for value, sign in figures:
        while number >= value:
            made, number = made + sign, number - value
    return made


class Footnote:
    """One reference: the drawn style of a language, and a work in it or in another."""

    def __init__(self, dice: random.Random, code: str, pick: Callable[[str], str], title: Callable[[], str]) -> None:
        self.dice, self.code, self.style = dice, code, pick
        tongue = code if code in TONGUES and dice.random() < 0.6 else dice.choices([*TONGUES], [*TONGUES.values()])[0]
        own = code not in TONGUES and dice.random() < 0.7
        self.tongue = None if own else Tongue(dice, tongue)
        self.pick, self.title = (pick, title) if self.tongue is None else (self.tongue.pick, self.tongue.title)
        self.names_as = self.any("initials|initials|initials|given|given|family|family comma|caps|family dotted|alone")
        self.mark = self.any(", |, |, |, |, |, |, |: |: |. |. | - ")
        self.quotes = dice.choice(["", "", "", "", "«»", "“”", '""', "‘’"])
        self.year_first = dice.random() < 0.15
        self.year = str(dice.randint(1560, 1930) if dice.random() < 0.2 else dice.randint(1931, 2023))
        if dice.random() < 0.03:
            self.year = "s.d."
        elif dice.random() < 0.06:
            last = str(int(self.year) + dice.randint(1, 12))
            self.year += "-" + last[dice.choice([0, 2]) :]
        self.roman = dice.random() < 0.6

    def any(self, options: str) -> str:
        return self.dice.choice(options.split("|"))

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def reference(self) -> list[Part]:
        kind = self.dice.choices(["article", "chapter", "book", "again", "listed"], [28, 25, 40, 4, 12])[0]
        see = [(self.any(_SEE.get(self.code, "Cf. ")), "")] if self.chance(0.1) else []
        if kind == "listed":
            return self.scanned(self.listed())
        head = self.head()
        if not self.year_first and self.chance(0.06):
            self.year_first, head = True, [(self.year, "date"), (self.any(" |, |. "), ""), *head]
        if any(label == "date" for _, label in head):
            self.year = ""
        parts = [*see, *head, *getattr(self, kind)()]
        return self.scanned([*parts, (";", "")] if self.chance(0.12) else parts)

    def scanned(self, parts: list[Part]) -> list[Part]:
        """In a third of the cases what scanned books suffer: words broken over lines, capitals and numerals misread."""
        if self.chance(0.67):
            return parts
        broken = self.any(" - | - |- |-")

        def damaged(text: str, label: str) -> str:
            if label in ("title", "container", "publisher", "place"):
                places = [m for m in re.finditer(r"(?<=[^\W\d_]{2})(?=[^\W\d_]{3})", text) if text[m.start()].islower()]
                if places and self.chance(min(0.7, len(text) / 100)):
                    at = self.dice.choice(places).start()
                    text = text[:at] + broken + text[at:]
            if label == "author" and self.chance(0.12):
                text = "".join(c.swapcase() if self.chance(0.4) else c for c in text)
            if label in ("date", "pages") and self.chance(0.1):
                text = "".join(self.any(_MISREAD[c]) if c in _MISREAD and self.chance(0.5) else c for c in text)
            if label == "" and self.chance(0.1):
                text = text.replace("vol.", "voi.").replace("«", '"').replace("“", '"').replace("pp.", "pp")
            return text

        return [(damaged(text, label), label) for text, label in parts]

    def person(self) -> str:
        family, given = self.pick("families"), self.pick("givens")
        letters = " ".join(f"{word[0]}." for word in given.split())
        forms = {
            "initials": f"{letters} {family}", "given": f"{given} {family}", "family": f"{family} {given}",
            "family comma": f"{family}, {given}", "alone": family,
            "caps": self.any(f"{letters} {family.upper()}|{family.upper()} {letters}|{given} {family.upper()}"),
            "family dotted": self.any(f"{family}, {letters}|{family} {letters}"),
        }  # fmt: skip
        return forms[self.names_as]

    def people(self, most: int = 3) -> str:
        commas = self.names_as in ("alone", "family comma")  # the names hold some themselves, or are a single word
        between = self.any(" - | – | e | and | et |; " + "|, |, |, " * (not commas))
        return between.join(self.person() for _ in range(self.dice.choice([1, 1, 1, 1, 2, most])))

    def head(self) -> list[Part]:
        roll = self.dice.random()
        if roll < 0.1:
            return []
        label, names = "author", self.people()
        if roll < 0.18:
            label, names = "editor", f"{names} {self.any(_BEHIND[self.code])}".replace(" ,", ",")
        elif roll < 0.23:
            label, names = "", self.any(_SAME.get(self.code, "Id."))
        year: list[Part] = [(self.any(" (|, ("), ""), (self.year, "date"), (")", "")] if self.year_first else []
        return [(names, label), *year, (", " if year and self.mark == " - " else self.mark, "")]

    def quoted(self) -> list[Part]:
        return [(self.quotes[:1], ""), (self.title(), "title"), (self.quotes[1:], "")]

    def volume(self) -> str:
        number = self.dice.randint(1, 130)
        made = roman(number) if self.roman else str(number)
        return made.lower() if self.roman and self.chance(0.15) else made

    def pages(self) -> str:
        first = self.dice.randint(1, 800)
        first_page = str(first)
        last = str(first + self.dice.randint(1, 60))[-2 if self.chance(0.2) else 0 :]
        return first_page if self.chance(0.2) else f"{first_page}{self.any('-|-|-|–| - ')}{last}"

    def last_pages(self, share: float) -> list[Part]:
        if not self.chance(share):
            return []
        lead = ", pp. |, pp. |, p. |: " if self.code in ("it", "es", "en") else f", {self.style('pp')}|, p. "
        tail = self.any(" e sgg.| ss.| n. 3|, nota 12| sq.|, 120, 145") if self.chance(0.1) else ""
        return [(self.any(lead + "|, " * self.chance(0.3)), ""), (self.pages(), "pages"), (tail, "")]

    def article(self) -> list[Part]:
        marks = self.dice.choice(_JOURNAL_QUOTES.get(self.code, [""]))
        introduced = self.chance(0.55) or not (marks or self.quotes)
        if self.code == "en" and self.chance(0.6):
            introduced = False
        lead = ", " + (self.any(_IN[self.code]) if introduced else "")
        if self.quotes and self.chance(0.2):
            lead = " "
        values = {"v": self.volume(), "i": self.any("1|2|3|4|5|6|3-4"), "y": self.year}
        locator = fill(self.dice.choice(_LOCATORS), values)
        where = [(lead + marks[:1], ""), (self.pick("journals"), "container"), (marks[1:], "")]
        return [*self.quoted(), *where, *locator, *self.last_pages(0.85)]

    def imprint(self) -> list[Part]:
        """Place and year, in half of the cases with the publisher."""
        if self.tongue is None:
            place, mark, publisher = self.pick("publishers").partition(": ")
            place, publisher = (place, publisher) if mark else ("", place)
        else:
            place, publisher = self.pick("cities"), self.pick("publishers")
            if self.chance(0.08):
                place += self.any(" - |-| / | e | and |, ") + self.pick("cities")
        forms = [", {h}, {l}", ", {h}, {l}", ", {l}", ", {l}, {h}"] if self.year_first else _IMPRINTS
        form = self.dice.choice(forms if place else [", {h}<, {y}>"])
        return fill(form, {"l": place, "h": publisher, "y": self.year})

    def editors(self) -> list[Part]:
        style, self.names_as = self.names_as, self.any("initials|given")
        parts = fill(self.dice.choice(_BY[self.code]), {"e": self.people(2)})
        self.names_as = style
        return parts

    def chapter(self) -> list[Part]:
        marks = self.dice.choice(["", "", "", "", "“”", "«»"])
        before: Sequence[Part] = ()
        if self.chance(0.2):
            before = [(f"{self.people(2)} {self.any(_BEHIND[self.code])}".replace(" ,", ","), "editor"), (", ", "")]
        elif self.chance(0.12):
            before = [(self.any(_SAME.get(self.code, "Id.")) + ", ", "")]
        elif self.chance(0.1):
            before = [(self.people(3), "editor"), (", ", "")]
        voice = [(self.any("voce |s.v. |art. "), "")] if self.chance(0.03) else []
        parts = [*voice, *self.quoted(), (", " + self.any(_IN[self.code]), ""), *before]
        parts += [(marks[:1], ""), (self.title(), "container"), (marks[1:], "")]
        if not before and self.chance(0.5):
            parts += self.editors()
        if self.chance(0.2):
            parts += fill(self.any(", {v}|, vol. {v}|, t. {v}|, {v}"), {"v": roman(self.dice.randint(1, 12))})
        return [*parts, *self.imprint(), *self.last_pages(0.75)]

    def book(self) -> list[Part]:
        parts = self.quoted()
        if self.chance(0.03):
            parts += fill(f", {{g}}, {self.style('universities')}", {"g": self.style("thesis").strip("[]")})
        elif self.chance(0.15):
            parts += self.editors()
        if self.chance(0.1):
            parts += fill(self.any(", {v}|, vol. {v}|, t. {v}|, tomo {v}"), {"v": roman(self.dice.randint(1, 9))})
            parts += [(self.any(": |, ") + self.title(), "")] if self.chance(0.3) else []  # the volume's own title
        elif self.code in _MANY and self.chance(0.1):
            parts += [(", " + self.any(_MANY[self.code]), "")]
        parts += self.imprint()
        if self.chance(0.06):
            parts += fill(self.any(" («{s}», 8)| ({s}, 12)| (= {s} 3)"), {"s": self.pick("journals")})
        if self.code in _MANY and self.chance(0.06):
            parts += [(", " + self.any(_MANY[self.code]), "")]
        return [*parts, *self.last_pages(0.15)]

    def again(self) -> list[Part]:
        """A work cited before: its short title, "cit." and a page."""
        return [*self.quoted(), (self.any(", cit.|... cit.| cit.|, op. cit."), ""), *self.last_pages(0.9)]

    def listed(self) -> list[Part]:
        """An entry of a list of works: full stops between the fields, as in the bibliographies of English books."""
        self.names_as, self.year_first = self.any("family comma|family comma|family dotted"), False
        names = self.people(1)
        title, place, publisher = self.title(), self.pick("cities") if self.tongue else "", self.pick("publishers")
        head: list[Part] = [(names, "author"), ("" if names.endswith(".") else ".", ""), (" ", "")]
        if self.chance(0.1):
            head = []
        kind = self.any("article|chapter|book|book")
        values = {
            "t": title, "c": self.pick("journals") if kind == "article" else self.title(), "v": self.volume(),
            "y": self.year, "p": self.pages(), "l": place, "h": publisher,
        }  # fmt: skip
        forms = {
            "article": "“{t}.” {c} {v} ({y}): {p}|“{t}.” {c} {v} ({y})|“{t},” {c}, {v} ({y}), {p}"
            "|“{t}.” {c}, n.s. {v} ({y}): {p}",
            "chapter": "“{t}.” In {c}, pp. {p}. <{l}>< {y}>|“{t}.” In {c}, {p}. <{l}: >{h}, {y}"
            "|“{t}.” In {c}. <{l}: >{h}, {y}",
            "book": "{t}. <{l}: >{h}, {y}|{t}. <{l}: >{h}, {y}|{t}. <{l}, >{y}|{t}. 2 vols. <{l}, >{y}",
        }
        return [*head, *fill(self.any(forms[kind]), values)]
