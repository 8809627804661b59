# ruff: noqa: E501 - templates and word lists are one a line
"""The well-known styles as their manuals print them, over real and made-up works: the templates are in render_known.toml.

``render.py`` composes styles that nobody prints too; these are what most lists really look like.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

from training.render_apa import PUBLISHERS, group_authors, organisation
from training.render_dated import NEWSPAPERS
from training.render_footnotes import roman
from training.render_parts import Maker, Part, fill, titled_by
from training.render_styles import CITIES
from training.render_works import articles, papers

_STYLES: dict[str, dict[str, list[str]]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_LABELS = {
    "k": "container",
    "q": "container",
    "o": "author",
    "g": "author",
    "b": "editor",
    "e": "editor",
    "w": "translator",
    "z": "publisher",
    "r": "container",
    "f": "pages",
    "j": "number",
    "P": "author",
    "T": "genre",
}
_GROUPS = (
    "CHARM Investigators|ADVANCE Collaborative Group|Cardiac Society of Australia and New Zealand|1000 Genomes Project Consortium|"
    "SPRINT Research Group|American Thyroid Association Guidelines Taskforce|Heart Outcomes Study Investigators and Committees|"
    "International Stroke Trial Collaborators|T1DI Study Group|Emerging Risk Factors Collaboration|GBD 2019 Collaborators|"
    "Climate Change Research Group|Working Group on Infection Control|the PRISMA Group|Canadian Critical Care Trials Group|"
    "Task Force on Practice Guidelines|EuroQol Group|UK Biobank Eye and Vision Consortium|ENCODE Project Consortium|"
    "Royal College of Surgeons of England and Wales|German Society for Trauma Surgery|STROBE Initiative|NCD Risk Factor Collaboration|"
    "European Working Group on Sarcopenia in Older People|the 2015 Revision Committee|ATLAS Collaboration|DIAMOND Trial Study Team"
)
_VENUES = (
    "NeurIPS|ICML|ACL|CVPR|Proceedings of ACL|ICLR|AAAI|EMNLP|Proc. CHI|ECCV|International Conference on Machine Learning|"
    "Advances in Neural Information Processing Systems|10th ZEUS Workshop|USENIX Security Symposium|SIGIR|KDD|Interspeech|"
    "2014 13th International Conference on Control Automation Robotics & Vision (ICARCV)|Proc. IEEE Conf. Comput. Vis. Pattern "
    "Recognit. (CVPR)|The 18th Privacy Enhancing Technologies Symposium (PETS 2018)|IEEE Symposium on Security and Privacy|"
    "MICCAI 2015|NAACL-HLT|Proceedings of the 23rd International Conference on World Wide Web|Workshop on Noisy User-generated Text"
)
_ABBREVIATING = ("vancouver", "acs", "ieee", "physics", "nature", "lncs", "rsc", "ama", "cse")
_IMPRINTED = "IEEE|ACM|Springer|Springer, Cham|AAAI Press|PMLR|Elsevier|USENIX Association|CEUR|OpenReview|Curran Associates|IOS Press"


_SECTIONS = (
    "Angew. Chem., Int. Ed.|Angew. Chem., Int. Ed.|J. Chem. Soc., Chem. Commun.|J. Chem. Soc., Perkin Trans. 1|J. Chem. Soc., Dalton Trans.|"
    "Acta Crystallogr., Sect. C: Cryst. Struct. Commun.|Proc. Natl. Acad. Sci. U. S. A.|Angew. Chem. Int. Ed. Engl.|Chem. - Eur. J.|"
    "J. Polym. Sci., Part A: Polym. Chem.|Z. Anorg. Allg. Chem.|Philos. Trans. R. Soc., A|Phys. Rev. Lett.|Spectrochim. Acta, Part A|"
    "Top. Curr. Chem.|Nucl. Instrum. Methods Phys. Res., Sect. B|J. Phys.: Condens. Matter|Chem. Ber.|Pure Appl. Chem.|Zh. Eksp. Teor. Fiz."
)
_REPORT_NUMBERS = "TR-{}|{}|2001:{}|{}-18|ASTM D{}-14|ACI {}R-95|ASCE Standard {}-02|A/HRC/37/{}|NGL-006-69-{}|Cm {}|TR-0{}|FHWA-RD-{}|API RP {}A|BT-Drs. 19/{}|BR-Drs. {}/18|COM({}) 18 final|SWD({}) 4|Bundestagsdrucksache 18/{}|EUR {} EN"


_MEETINGS = (
    "{International |IEEE International |ACM |European |Annual |IEEE/ACM |Asian |World |Joint |}"
    "{Conference on|Symposium on|Workshop on|Congress on|Meeting on|Conf. on|Symp. on|Conf.|Workshop:|Colloquium on|Congress of}"
)


def _letters(given: str, mark: str = " ") -> str:
    return mark.join(f"{word[0]}." for word in re.findall(r"[^\W\d_]+", given)) or given


# Ways to print a family and a given name, in first place or not, last or not, that the maker does not know.
_WAYS: dict[str, Callable[[str, str, bool, bool], str]] = {
    "iso690": lambda family, given, first, last: f"{family.upper()}, {given}" if first else f"{given} {family.upper()}",
    "iso690_all": lambda family, given, first, last: f"{family.upper()}, {given}",
    "iso690_last": lambda family, given, first, last: (
        f"{given} {family.upper()}" if last and not first else f"{family.upper()}, {given}"
    ),
    "caps_none": lambda family, given, first, last: f"{family} {_letters(given)}",
    "paren": lambda family, given, first, last: f"{family} ({given})",
    "turned": lambda family, given, first, last: f"{family} {given}",
    "caps_vanc": lambda family, given, first, last: f"{family.upper()} {_letters(given, '')}",
    "caps_direct": lambda family, given, first, last: f"{_letters(given)} {family.upper()}",
}


def known(maker: Maker) -> list[Part]:
    """One reference in a well-known style that the maker's language prints."""
    dice = maker.dice
    style = dice.choice([name for name, own in _STYLES.items() if maker.code in own.get("languages", (maker.code,))])
    values = _Values(maker, style)
    template = dice.choice(_STYLES[style]["templates"])
    parts: list[Part] = []
    for i, piece in enumerate(re.split(r"\{([a-zPRST])\}", template)):
        if i % 2 == 0:
            parts.append((piece, ""))
        elif piece in "mnuxRS":
            parts.append(
                (
                    values.of(piece),
                    "date" if piece == "m" else "pages" if piece == "n" and "Art. no." in template else "",
                )
            )
        elif piece in _LABELS:
            label = "publisher" if piece == "o" and any(label == "title" for _, label in parts) else _LABELS[piece]
            parts.append((values.of(piece), label))
        else:
            parts += fill(f"{{{piece}}}", {piece: values.of(piece)})
    return _joined(_tidied(parts))


def _joined(parts: Sequence[Part]) -> list[Part]:
    """The pieces with a month beside its year, and the day between them, as one date: "2002 Jul 25", "March 27, 2010"."""
    out: list[Part] = []
    for text, label in parts:
        if (
            label == "date"
            and out
            and not out[-1][1]
            and (day := re.search(r"(?<![\d/])\d{1,2} (?:de )?$", out[-1][0]))
        ):
            out[-1], text = (out[-1][0][: day.start()], ""), day[0] + text
        if label == "date" and out and not out[-1][1] and re.fullmatch(r"[\s,\d]*", out[-1][0]):
            between = out.pop()[0] if len(out) > 1 and out[-2][1] == "date" else ""
            if between:
                out[-1] = (out[-1][0] + between + text, "date")
                continue
        out.append((text, label))
    return out


def _tidied(parts: Sequence[Part]) -> list[Part]:
    """Without a stop behind what ends with one already: "Title?." -> "Title?"; "Rev.." -> "Rev."."""
    out: list[Part] = []
    for text, label in parts:
        before = out[-1][0][-1:] if out else ""
        if not label and text[:1] == "." and before in (".", "?", "!"):
            text = text[1:]
        if not label and text[:1] == "," and before in ("?", "!"):
            text = text[1:]
        out.append((text, label))
    return [part for part in out if part[0]]


class _Values:
    """The pieces of one work in a style, each drawn when it is asked for and kept."""

    def __init__(self, maker: Maker, style: str) -> None:
        self.make, self.dice, self.style = maker, maker.dice, style
        self.found: dict[str, str] = {}
        self.signed: list[tuple[str, str]] = []
        self.work = self.dice.choice(articles())
        self.english = maker.code == "en" and self.dice.random() < 0.8

    def of(self, letter: str) -> str:
        if letter not in self.found:
            self.found[letter] = getattr(self, f"_{letter}")()
        return self.found[letter]

    def any(self, options: str) -> str:
        return self.dice.choice(options.split("|"))

    def names(self, people: Sequence[tuple[str, str]], form: str = "") -> str:
        """Names as the style prints them; the ways of ``_WAYS`` are none of the maker's."""
        way, between, last, dot = _STYLES[form or self.style]["names"]
        make, dice = self.make, self.dice
        make.between, make.last, make.dot = between, last, dot
        if way in _WAYS:
            texts = [
                _WAYS[way](family, given, place == 0, place == len(people[:4]) - 1)
                for place, (family, given) in enumerate(people[:4])
            ]
            if way == "iso690":
                last = self.any(" a | a |, | and | et ")
            return f"{between.join(texts[:-1])}{last}{texts[-1]}" if len(texts) > 1 else texts[0]
        make.names_as = way
        if len(people) > 3 and dice.random() < 0.3:
            return between.join(
                make.name(person, i) for i, person in enumerate(people[: dice.choice([1, 3])])
            ) + self.any(", et al| et al|, et al.")
        text = make.names(people)
        return (
            text[:-1]
            if text.endswith(".") and self.style in ("plain", "biblatex", "vancouver", "chicago", "mla")
            else text
        )

    def people(self) -> list[tuple[str, str]]:
        real = [person for person in self.work.people if all(person)]
        people = real[:12] if self.english and real else self.make.people(8)
        suffixed = self.style in ("acs", "ieee", "harvard", "nature", "abnt", "abnt_more", "asce", "elsevier", "lncs")
        if self.dice.random() < 0.04 and suffixed:
            at = self.dice.randrange(len(people))
            suffix = self.any(" Jr| III| 2nd| Jr.| Sr| 3rd| IV")
            family, given = people[at]
            behind = self.dice.random() < 0.5  # "COUTO JR., A. F." or "Couto, A. F., Jr."
            people[at] = (family + suffix, given) if behind else (family, given + suffix)
        return people

    def _a(self) -> str:
        self.signed = self.people()
        return self.names(self.signed)

    def _S(self) -> str:  # "Методика / А. С. Петрова": the authors once more, as the title page names them
        full = "full" in self.style
        people = self.signed[:4] or self.make.people(3)
        return ", ".join(f"{given if full else _letters(given)} {family}" for family, given in people)

    def _b(self) -> str:
        return self.names(self.make.people(3))

    def _e(self) -> str:
        own = {
            "biblatex": "plain",
            "mla": "plain",
            "mla_more": "plain",
            "chicago": "plain",
            "acs": "lncs",
            "acs_more": "lncs",
        }
        return self.names(self.make.people(3), own.get(self.style, ""))

    def _w(self) -> str:
        letters = self.style.startswith("gost") or _STYLES[self.style]["names"][0] in ("direct", "caps_direct")
        return self.names(self.make.people(1), "ieee" if letters else "plain")

    def _g(self) -> str:
        self.work = self.dice.choice(articles())
        return group_authors(self.dice, self.names(self.people()[:6], "vancouver"), _GROUPS.split("|"))

    def _o(self) -> str:
        return organisation(self.dice, self.make.code)

    def _T(self) -> str:
        return self.make.pick("thesis").strip("[]")

    def _P(self) -> str:
        return f"{organisation(self.dice, self.make.code).upper()}. {organisation(self.dice, self.make.code)}"

    def _R(self) -> str:
        given, family = self.make.pick("givens"), self.make.pick("families")
        return f"Review of {self.make.title()}, {self.any('by|by|edited by|directed by')} {given} {family}"

    def _t(self) -> str:
        title = self.work.title if self.english else self.make.title()
        roll = self.dice.random()
        if self.dice.random() < 0.06:
            return titled_by(self.dice, self.make, title)
        if roll > 0.93:
            words = re.findall(r"\S+", title)
            title = " ".join(words[: self.dice.randint(1, 3)]).strip(",;:")
        elif roll < 0.06 and title[-1] not in "?!":
            title += self.any("?|?|!")
        elif roll < 0.1 and " " in title:
            first, _, rest = title.partition(" ")
            title = self.any(
                f"“{first}” {rest}|Is it “{rest}”? {first} revisited|{title}? A large-scale study|{title}! Or not?"
            )
        return title.strip(" .")

    def _k(self) -> str:
        return self.make.title()

    def _meeting(self) -> str:
        """A meeting with what stands before and behind its name: "2019 41st Annual Conference on Screens (ACS)"."""
        front, sort = (self.any(text) for text in re.findall(r"\{([^{}]*)\}", _MEETINGS))
        nouns = " and ".join(self.make.pick("nouns").title() for _ in range(self.dice.choice([1, 1, 2])))
        number = self.dice.randint(1, 49)
        count = self.any(f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10 * (number // 10 != 1), 'th') } |||")
        year = self.any(f"{self.of('y')} |{self.of('y')} ||")
        name = f"{self.any('Proc. |Proceedings of the |||||')}{year}{count}{front}{sort} {nouns}"
        letters = "".join(word[0] for word in name.split() if word[0].isupper())
        return name + self.any(f" ({letters})| ({letters} {self.of('y')})|, {letters}'{self.of('y')[2:]}|||")

    def _q(self) -> str:
        if self.make.code == "en" and self.dice.random() < 0.35:
            return self._meeting()
        return (
            self.any(_VENUES)
            if self.dice.random() < 0.4 or self.make.code != "en"
            else self.dice.choice(papers()).container
        )

    def _r(self) -> str:
        return self.any(NEWSPAPERS.get(self.make.code, NEWSPAPERS["en"]))

    def _f(self) -> str:
        page = self.dice.randint(1, 60)
        return self.any(f"{page}|{page}|{self.dice.choice('ABC')}{page}|{self.dice.choice('ABC')}{page}|{page}A")

    def _j(self) -> str:
        return self.any(_REPORT_NUMBERS).format(self.dice.randint(2, 999))

    def _c(self) -> str:
        if self.style in ("rsc", "acs", "acs_more") and self.dice.random() < 0.25:
            return self.any(_SECTIONS)
        if not self.english:
            return self.make.pick("journals")
        short = self.style.partition("_")[0] in _ABBREVIATING and self.work.short
        container = self.work.short if short else self.work.container
        return container.replace(".", "") if self.style in ("vancouver", "ama") else container

    def _y(self) -> str:
        return str(self.dice.randint(1950, 2024))

    def _m(self) -> str:
        month = self.make.pick("months").rstrip(".")
        return (
            month[:3] + ("." if self.style.startswith("ieee") else "")
            if self.style.partition("_")[0] in ("ieee", "vancouver", "plain")
            else month
        )

    def _v(self) -> str:
        number = self.dice.randint(1, 400)
        return roman(number) if self.dice.random() < 0.04 else str(number)

    def _i(self) -> str:
        return self.any("1|2|3|4|6|10|12|Suppl 1|1-2|2|5")

    def _p(self) -> str:
        first = self.dice.randint(1, 1900)
        last = first + self.dice.randint(2, 30)
        dash = self.any("-|–")
        ranges = f"{first}{dash}{last}|{first}{dash}{last}|{first}{dash}{last}|{first}{dash}{last}|{first}{dash}{str(last)[-2:]}"
        odd = f"e{first * 37}|{first}|S{first}{dash}S{last}|{first}{dash}{last}.e14|B{first}{dash}B{last}.e3|{first}c|{first}.e1{dash}{first}.e7|R{first}{dash}{str(last)[-2:]}"
        odd += f"|0{first * 31}|{first * 1003}|A{first}{dash}A{last}|L{first}|{first}T|12:1{dash}12:25"
        return self.any(ranges) if self.dice.random() < 0.78 else self.any(odd)

    def _imprint(self) -> tuple[str, str]:
        printed = self.make.pick("publishers")
        mark = next((mark for mark in (" : ", ": ", ", ") if mark in printed), ": ")
        place, _, publisher = printed.partition(mark)
        if self.dice.random() < 0.1 and publisher:
            return self.any(CITIES), publisher if mark != ", " or self.make.code in ("fr", "it") else place
        if mark == ", " and self.make.code not in ("fr", "it"):
            place, publisher = publisher, place
        if self.dice.random() < (0.5 if self.style.startswith(("mla", "aglc", "oscola")) else 0.2):
            publisher = self.any(PUBLISHERS)
        return (place, publisher) if publisher else (self.any("London|New York|Cham|Amsterdam"), place)

    def _l(self) -> str:
        place, self.found["h"] = self._imprint()
        return place

    def _h(self) -> str:
        if self.style in ("lncs", "biblatex", "plain") and "q" in self.found:
            return self.any(_IMPRINTED)
        self.found["l"], publisher = self._imprint()
        return publisher

    def _d(self) -> str:
        return self.make.pick("edition").strip("(),. ") + (
            "." if self.style.partition("_")[0] in ("ieee", "acs") else ""
        )

    def _s(self) -> str:
        if self.style == "lncs":
            return self.any(
                "LNCS|LNAI|Lecture Notes in Computer Science|CCIS|LNBIP|IFIP AICT|Lecture Notes in Artificial Intelligence"
            )
        return self.any("Libre examen|Points|Que sais-je ?|Folio|Bibliothèque des histoires|Champs|Quadrige")

    def _z(self) -> str:
        return self.make.pick("universities")

    def _x(self) -> str:
        return self.make.pick("nouns").title()

    def _n(self) -> str:
        return str(self.dice.randint(1000, 9999))

    def _u(self) -> str:
        return f"https://{self.any('www.example.org|www.who.int|www.ibge.gov.br|arxiv.org|www.bbc.com')}/{self.any('news|a/b|report.pdf|docs/2')}/{self.dice.randint(10, 9999)}"
