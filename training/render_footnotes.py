"""References as the humanities print them in footnotes: everything between commas, "in" in lower case, no role words.

"G. Cardo, Il mandamento di Cologna, Venezia 1898", "A. Rossi, Titolo, in «Rivista», XII (1983), 3, pp. 401-422",
"M. Dupont, « Titre », dans Livre, éd. par P. Martin, t. II, Paris, Seuil, 1958, p. 27-55".
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

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
}
_BEHIND = {
    "it": "(a cura di)|(a c. di)|(ed.)|(edd.)", "fr": "(éd.)|(dir.)|(éds.)", "es": "(ed.)|(coord.)|(eds.)",
    "pt": "(org.)|(coord.)", "de": "(Hg.)|(Hrsg.)|(Hgg.)", "nl": "(red.)", "pl": "(red.)", "cs": "(ed.)",
}  # fmt: skip
_IN = {
    "it": "in |in: ", "fr": "dans |in ", "es": "en |en: ", "pt": "in |em ", "de": "in: |in ", "nl": "in: |in ",
    "pl": "[w:] |w: |[w] ", "cs": "in: ",
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
    ". {l}< {y}>", ", {l}", ", {l}, {h}", ", {l}, s.e.<, {y}>", ", {h}<, {y}>", ", {l}<, {y}>",
]  # fmt: skip
_TITLE_TAILS = {
    "it": (
        " (sec. XVI-XVIII)|. Saggi e documenti|. Atti del convegno| nel secolo XV|. Catalogo della mostra|"
        ". Studi e ricerche|: 1514-1538"
    ),
    "fr": " au XVIIIe siècle|. Essai|, XVIe-XVIIIe siècles| (1848-1918)",
    "es": " en el siglo XIX| (1808-1833)|: siglos XVI y XVII",
    "de": " im Mittelalter| (1848-1918)|. Studien zur Verfassungsgeschichte",
}
LANGUAGES = tuple(_BY)


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
    """One reference: the drawn style, with ``pick`` and ``title`` to draw words of the language by."""

    def __init__(self, dice: random.Random, code: str, pick: Callable[[str], str], title: Callable[[], str]) -> None:
        self.dice, self.code, self.pick, self.title = dice, code, pick, title
        self.names_as = self.any("initials|initials|initials|given|family|family comma|caps|family dotted")
        self.mark = self.any(", |, |, |, |: |. ")
        self.quotes = dice.choice(["", "", "", "", "«»", "“”", '""', "‘’"])
        self.year_first = dice.random() < 0.08
        self.year = str(dice.randint(1780, 1930) if dice.random() < 0.2 else dice.randint(1931, 2023))
        self.roman = dice.random() < 0.7

    def any(self, options: str) -> str:
        return self.dice.choice(options.split("|"))

    def reference(self) -> list[Part]:
        kind = self.dice.choices(["article", "chapter", "book"], [35, 30, 35])[0]
        head = self.head()
        if any(label == "date" for _, label in head):
            self.year = ""
        return [*head, *getattr(self, kind)()]

    def person(self) -> str:
        family, given = self.pick("families"), self.pick("givens")
        letter = given[0]
        forms = {
            "initials": f"{letter}. {family}", "given": f"{given} {family}", "family": f"{family} {given}",
            "family comma": f"{family}, {given}",
            "caps": self.any(f"{letter}. {family.upper()}|{family.upper()} {letter}."),
            "family dotted": f"{family}, {letter}.",
        }  # fmt: skip
        return forms[self.names_as]

    def people(self, most: int = 3) -> str:
        return self.any(", | - | – ").join(self.person() for _ in range(self.dice.choice([1, 1, 1, 2, most])))

    def head(self) -> list[Part]:
        roll = self.dice.random()
        if roll < 0.1:
            return []
        label, names = "author", self.people()
        if roll < 0.18:
            label, names = "editor", f"{names} {self.any(_BEHIND[self.code])}"
        elif roll < 0.22:
            label, names = "", self.any("Aa. Vv.|AA.VV.|AA. VV.") if self.code == "it" else ""
        year: list[Part] = [(self.any(" (|, ("), ""), (self.year, "date"), (")", "")] if self.year_first else []
        return [(names, label), *year, (self.mark, "")] if names else []

    def quoted(self) -> list[Part]:
        title = self.title() + (
            self.any(_TITLE_TAILS.get(self.code, " (1500-1797)")) if self.dice.random() < 0.25 else ""
        )
        return [(self.quotes[:1], ""), (title, "title"), (self.quotes[1:], "")]

    def volume(self) -> str:
        number = self.dice.randint(1, 130)
        return roman(number) if self.roman else str(number)

    def last_pages(self, share: float) -> list[Part]:
        if self.dice.random() > share:
            return []
        first = self.dice.randint(1, 800)
        pages = f"{first}-{first + self.dice.randint(1, 60)}" if self.dice.random() < 0.85 else str(first)
        return [
            (self.any(", pp. |, pp. |, p. |: ") if self.code in ("it", "es") else f", {self.pick('pp')}", ""),
            (pages, "pages"),
        ]

    def article(self) -> list[Part]:
        marks = self.dice.choice(_JOURNAL_QUOTES.get(self.code, [""]))
        lead = ", " + (self.any(_IN[self.code]) if self.dice.random() < 0.55 or not (marks or self.quotes) else "")
        if self.quotes and self.dice.random() < 0.2:
            lead = " "
        values = {"v": self.volume(), "i": str(self.dice.randint(1, 6)), "y": self.year}
        locator = fill(self.dice.choice(_LOCATORS), values)
        where = [(lead + marks[:1], ""), (self.pick("journals"), "container"), (marks[1:], "")]
        return [*self.quoted(), *where, *locator, *self.last_pages(0.85)]

    def imprint(self) -> list[Part]:
        printed = self.pick("publishers")
        place, publisher = "", printed
        for mark in (" : ", ": ", ", "):
            if mark in printed:
                place, publisher = printed.split(mark, 1)
                break
        template = self.dice.choice(_IMPRINTS if place else [", {h}<, {y}>"])
        return fill(template, {"l": place, "h": publisher, "y": self.year})

    def editors(self) -> list[Part]:
        style, self.names_as = self.names_as, self.any("initials|given")
        parts = fill(self.dice.choice(_BY[self.code]), {"e": self.people(2)})
        self.names_as = style
        return parts

    def chapter(self) -> list[Part]:
        marks = self.dice.choice(["", "", "", "“”", "«»"])
        before: Sequence[Part] = ()
        if self.dice.random() < 0.3:
            before = [(f"{self.people(2)} {self.any(_BEHIND[self.code])}", "editor"), (", ", "")]
        parts = [*self.quoted(), (", " + self.any(_IN[self.code]), ""), *before]
        parts += [(marks[:1], ""), (self.title(), "container"), (marks[1:], "")]
        if not before and self.dice.random() < 0.6:
            parts += self.editors()
        if self.dice.random() < 0.2:
            parts += fill(self.any(", {v}|, vol. {v}|, t. {v}|, {v}"), {"v": roman(self.dice.randint(1, 12))})
        return [*parts, *self.imprint(), *self.last_pages(0.75)]

    def book(self) -> list[Part]:
        parts = self.quoted()
        if self.dice.random() < 0.15:
            parts += self.editors()
        if self.dice.random() < 0.1:
            parts += fill(self.any(", {v}|, vol. {v}|, t. {v}|, tomo {v}"), {"v": roman(self.dice.randint(1, 9))})
        elif self.code in _MANY and self.dice.random() < 0.1:
            parts += [(", " + self.any(_MANY[self.code]), "")]
        parts += self.imprint()
        if self.dice.random() < 0.06:
            parts += fill(self.any(" («{s}», 8)| ({s}, 12)| (= {s} 3)"), {"s": self.pick("journals")})
        return [*parts, *self.last_pages(0.15)]
