# ruff: noqa: E501 - templates and word lists are one a line
"""Works that are neither article nor book: judgments, statutes, patents, standards, RFCs, software, data, broadcasts.

Lawyers print the volume before the reporter ("108 Harv. L. Rev. 1733 (1995)", "[2005] 1 AC 1") and the parties where
others print a title; engineers print numbers that are no volume ("U.S. Patent 3 624 125", "RFC 8446").
"""

from __future__ import annotations

from training.render_apa import organisation
from training.render_parts import Maker, Part, fill

_LAW_REVIEWS = (
    "Harv. L. Rev.|Yale L.J.|Stan. L. Rev.|Colum. L. Rev.|U. Chi. L. Rev.|Mich. L. Rev.|Cal. L. Rev.|J.L. & Econ.|"
    "Va. L. Rev.|N.Y.U. L. Rev.|Duke L.J.|Geo. L.J.|Tex. L. Rev.|Cornell L. Rev.|U. Pa. L. Rev.|Am. J. Int'l L.|"
    "J. Legal Stud.|Law & Soc'y Rev.|UCLA L. Rev.|Fordham L. Rev.|Minn. L. Rev.|B.U. L. Rev.|Nw. U. L. Rev.|"
    "Am. J. Comp. L.|Oxford J. Legal Stud.|J. Crim. L. & Criminology|Hastings L.J.|Wis. L. Rev.|Notre Dame L. Rev."
)
_BRITISH = "LQR|MLR|OJLS|CLJ|ICLQ|PL|EHRLR|JBL|Crim LR|EJIL|CML Rev|ELJ|Leg Stud|Law Quarterly Review|Modern Law Review"
_REPORTERS = "U.S.|F.2d|F.3d|F. Supp.|F. Supp. 2d|S. Ct.|L. Ed. 2d|N.E.2d|P.2d|Cal. Rptr. 3d|A.2d|So. 2d|N.W.2d|U. S."
_COURTS = "2d Cir. |9th Cir. |D.C. Cir. |S.D.N.Y. |Cal. |N.D. Cal. |Del. Ch. |5th Cir. |D. Mass. |Fed. Cir. ||||"
_REPORTS = "AC|QB|WLR|All ER|Ch|KB|EWCA Civ|UKSC|UKHL|EWHC|Fam|ECR|EHRR|Cr App R|HCA|SCR|CLR|NZLR|Lloyd's Rep|CMLR"
_NEUTRAL = "UKSC|UKHL|EWCA Civ|EWCA Crim|EWHC|HCA|SCC|NZSC|IESC|UKPC|CSIH|UKUT|ZASCA|FCA|ONCA"
_CODES = "U.S.C.|C.F.R.|Cal. Penal Code|Fed. Reg.|Stat.|Tex. Fam. Code"
_PARTIES = (
    "State|United States|Board of Education|Attorney-General|Secretary of State for the Home Department|Commission|"
    "City of London|Mass. Bd. of Ret.|Nat'l Ass'n of Mfrs.|Dep't of Homeland Sec.|U.S. Dep't of Educ.|Bd. of Regents|Comm'r|"
    "Crown Prosecution Service|Minister of Health|Inland Revenue Commissioners|Regina|People|Council|Ministry"
)
_FIRMS = "Ltd|plc|Inc.|Corp.|Co.|LLC|GmbH|Railway Co|Bank plc|Shipping Co|SA|NV|BV|AG|SpA"
_STATES = "| (Cth)| (NSW)| (Vic)| (Qld)| (WA)| (NT)| (UK)| (NZ)| (Ont)| (Ireland)|||"
_ACTS = "{n} Regulations|{n} Rules|{n} Order|{n} Bill|{n} Code|{n} Constitution|{n} Ordinance|{n} Act|{n} (Amendment) Act|{n} Protection Act|{n} and {n} Act|Protection of {n} Act|{n} Reform Act|{n} Rights Act"
_STANDARDS = (
    "ISO|ISO/IEC|IEC|EN|DIN|DIN EN|DIN EN ISO|BS|BS EN ISO|NEN|NEN-EN-ISO|ASTM|ANSI|IEEE Std|ISO/TS|ISO/TR|NF EN|UNE-EN|"
    "ABNT NBR|GB/T|JIS|ITU-T|ETSI EN|AS/NZS|SS-EN|PN-EN|ČSN EN|VDI|SAE|API|NIST SP"
)
_BODIES = (
    "International Organization for Standardization|ISO|Beuth Verlag|BSI|British Standards Institution|IEEE|ASTM International|"
    "DIN|Deutsches Institut für Normung|NEN|AFNOR|ANSI|International Electrotechnical Commission|CEN|Standards Australia|Beuth"
)
_HOSTS = "Zenodo|GitHub|Dryad|Figshare|PANGAEA|OSF|Harvard Dataverse|DANS|CRAN|Mendeley Data|GitLab|Software Heritage|DataverseNL"


class Kinds:
    """One such reference, by a maker that draws names, titles and words."""

    def __init__(self, maker: Maker) -> None:
        self.make, self.dice, self.code = maker, maker.dice, maker.code
        self.year = str(self.dice.randint(1900, 2024) if self.dice.random() < 0.3 else self.dice.randint(1970, 2024))

    def any(self, options: str) -> str:
        return self.dice.choice(options.split("|"))

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def number(self, most: int = 999) -> str:
        return str(self.dice.randint(1, most))

    def reference(self) -> list[Part]:
        kinds = {
            "law_review": 20, "judgment": 16, "statute": 10, "european": 5, "strasbourg": 4, "german_court": 5, "dutch_court": 4, "patent": 12,
            "standard": 12, "rfc": 5, "software": 10, "preprint": 8, "legal_book": 5, "film": 6, "r_citation": 3,
        }  # fmt: skip
        kind = self.dice.choices(list(kinds), list(kinds.values()))[0]
        parts: list[Part] = getattr(self, kind)()
        return parts

    def day(self) -> str:
        d, month = self.dice.randint(1, 28), self.make.pick("months").rstrip(".")
        forms = f"{month} {d}, {self.year}|{d} {month} {self.year}|{month[:3]}. {d}, {self.year}|{month} {self.year}|{self.year}"
        return self.any(
            forms + f"|{month[:3]}. {self.year}|{self.year}-0{d % 9 + 1}-1{d % 10}|{d}.{d % 12 + 1}.{self.year}"
        )

    def direct(self, most: int = 2) -> str:
        """Full names in their order, joined as lawyers do."""
        people = self.make.people(most)
        letters = self.chance(0.3)
        words = []
        for family, given in people:
            first = "".join(w[0] for w in given.replace(".", " ").split()) if letters else given
            if not letters and self.chance(0.4):
                first += f" {self.dice.choice('ABCDEHJLMRSTW')}."
            words.append(f"{first} {family}")
        return self.any(" & | & | and | and |, ").join(words)

    def subject(self, words: int = 3) -> str:
        return self.make.pick("nouns").title() if self.chance(0.5) else self.make.title()

    # ---------------------------------------------------------------------------------------------------- law

    def law_review(self) -> list[Part]:
        title = self.make.title() if self.chance(0.7) else f"The {self.make.pick('nouns').title()}"
        values = {
            "t": title, "v": self.number(130), "c": self.any(_LAW_REVIEWS), "p": self.number(2000), "y": self.year,
            "a": self.direct(),
        }  # fmt: skip
        if self.chance(0.35):  # OSCOLA
            values["c"] = self.any(_BRITISH)
            form = "{a}, ‘{t}’ ({y}) {v} {c} {p}|{a}, ‘{t}’ [{y}] {c} {p}|{a}, '{t}' ({y}) {v}({i}) {c} {p}"
            return fill(self.any(form), values | {"i": self.number(4)})
        if self.chance(0.15):
            values["c"] = self.make.pick("journals")
        form = "{a}, {t}, {v} {c} {p} ({y}).|{a}, {t}, {v} {c} {p} ({y})|{a}, {t}, {v} {c} {p}, {q} ({y}).|{a}, Note, {t}, {v} {c} {p} ({y})."
        form += "|See {a}, {t}, {v} {c} {p}, {q} ({y}).|{a}, {t}, {v} {c}. {p}, {p} ({y})"
        first, _, last = self.any(form).partition("{q}")
        if not last:
            return fill(first, values)
        return [*fill(first, values), (self.number(2000), ""), *fill(last, values)]

    def party(self) -> str:
        family = self.make.pick("families")
        forms = f"{family}|{family}|{family} {self.any(_FIRMS)}|{self.any(_PARTIES)}|{family} & {self.make.pick('families')}"
        return self.any(f"{forms}|R ({family})|{family} {self.any(_FIRMS)}|{family[:1]}")

    def judgment(self) -> list[Part]:
        case = f"{self.party()} {self.any('v|v.|v.|v|vs.')} {self.party()}"
        case = self.any(
            f"{case}|{case}|{case}|{case}|{case}|In re {self.party()}|Re {self.party()}|R v {self.make.pick('families')}"
        )
        if self.chance(0.06):
            return [(self.any("See |See, e.g., |Cf. |But see "), ""), *fill("{t}, {v} {c} {p} ({y})", {"t": case, "v": self.number(900), "p": self.number(2900), "y": self.year, "c": self.any(_REPORTERS)}), (self.any("| (per curiam)|."), "")]  # fmt: skip
        values = {"t": case, "v": self.number(900), "p": self.number(2900), "y": self.year, "c": self.any(_REPORTERS)}
        if self.chance(0.06):  # AGLC
            where = self.any(
                f"Supreme Court of {self.any('Victoria|New South Wales|the Northern Territory')}|Federal Court of Australia|High Court|County Court|VCAT"
            )
            return [(case, "title"), (f" (Unreported, {where}, {self.make.pick('families')} {self.any('J|CJ|JA|P')}, ", ""), (f"{self.number(28)} {self.make.pick('months')} {self.year}", "date"), (")", "")]  # fmt: skip
        if self.chance(0.5):
            court = self.any(_COURTS)
            parts = fill("{t}, {v} {c} {p}", values)
            if self.chance(0.25):
                parts.append((f", {self.number()} {self.any(_REPORTERS)} {self.number()}", ""))
            elif self.chance(0.2):
                parts.append((f", {self.number(2900)}", ""))
            return [*parts, (f" ({court}", ""), (self.year, "date"), (self.any(").|)|)."), "")]
        if self.chance(0.4):
            neutral = fill(
                ["{t} [{y}] {c} {n}", "{t}, [{y}] {c} {n}"][self.dice.randint(0, 1)],
                values | {"c": self.any(_NEUTRAL), "n": values["v"]},
            )
            report = (
                f", [{self.year}] {self.number(4)} {self.any(_REPORTS)} {self.number(900)}" if self.chance(0.4) else ""
            )
            return [*neutral, (report + self.any("|.|."), "")]
        form = self.any(
            "{t} [{y}] {v} {c} {p}|{t} [{y}] {c} {p}|{t} ({y}) {v} {c} {p}|{t} [{y}] {v} {c} {p}, [24] (Lord A)|{t} ({y}) {v} {c} {p} (HL)"
        )
        return [*fill(form, values | {"c": self.any(_REPORTS), "v": self.number(4)}), (self.any("|.|."), "")]

    def statute(self) -> list[Part]:
        act = self.any(_ACTS)
        while "{n}" in act:
            act = act.replace("{n}", self.make.pick("nouns").title(), 1)
        roll = self.dice.random()
        if roll < 0.45:
            section = self.any(
                f", s {self.number(90)}|, s {self.number(9)}({self.number(4)})|, ss 1-{self.number(9)}|, pt 2|||, c. {self.number(60)}"
            )
            return [(f"{act} {self.year}", "title"), (self.any(_STATES) + section + self.any("|.|."), "")]
        title = f"{act} of {self.year}" if self.chance(0.7) else act
        if roll < 0.8:
            values = {"v": self.number(49), "c": self.any(_CODES), "p": f"{self.number(1900)}{self.any('|a|g|(a)|-1')}"}
            tail: list[Part] = (
                [(" (", ""), (str(min(int(self.year) + 3, 2024)), "date"), (").", "")]
                if self.chance(0.7)
                else [(".", "")]
            )
            return [(title, "title"), *fill(", {v} {c} " + self.any("§ {p}|§§ {p}|{p}|§ {p}"), values), *tail]
        public = f", Pub. L. No. {self.number(117)}-{self.number(400)}, § {self.number(9)}"
        values = {"v": self.number(130), "c": "Stat.", "p": self.number(2900), "y": self.year}
        return [(title, "title"), (public, ""), *fill(", {v} {c} {p} ({y}).", values)]

    def european(self) -> list[Part]:
        n = self.number()
        if self.chance(0.4):
            case = f"{self.party()} v {self.party()}"
            number = self.any(f"C-{n}/12|C-{n}/{self.year[2:]}|{n}/78|T-{n}/03|C‑{n}/95")
            parts: list[Part] = [
                (self.any("Case |Case |Joined Cases |Rechtssache |Zaak |Affaire |"), ""),
                (number, "number"),
                (self.any(" |, | "), ""),
                (case, "title"),
            ]
            return [
                *parts,
                (self.any(" [| ["), ""),
                (self.year, "date"),
                (f"] {self.any(f'ECLI:EU:C:{self.year}:{n}|ECR I-{n}|ECR {n}')}" + self.any("|."), ""),
            ]
        kind = self.any(
            "Regulation (EU)|Directive|Council Directive|Directive (EU)|Commission Regulation (EC)|Decision|Commission Implementing Decision (EU)"
        )
        of = self.any(" of the European Parliament and of the Council| of the European Parliament| of the Council|")
        noun = self.make.pick("nouns")
        about = self.any(
            f" on the protection of {noun}| concerning {noun}| on {noun} and {self.make.pick('nouns')} (recast)| on {noun}| laying down rules on {noun}"
        )
        number = self.any(
            f"{self.year}/{n}|{n}/{self.year}|No {n}/{self.year}|{self.year}/{n}/EC|{self.year[2:]}/{n}/EEC"
        )
        dated = f" of {self.dice.randint(1, 28)} {self.make.pick('months')} {self.year}|"
        title = f"{kind} {number}{of}{self.any(dated)}{about}"
        values = {
            "t": title,
            "y": self.year,
            "c": self.any("OJ|OJ|Official Journal"),
            "v": self.any(f"L{n}|L {n}|C{n}"),
            "p": self.number(200),
        }
        return fill(
            self.any(
                "{t} [{y}] {c} {v}/{p}|{t} [{y}] {c} {v}/{p}.|{t}, {c} {v}, {p}.|{t}, [{y}] {c} {v}/{p}|{t} ({c} {v}, {p})"
            ),
            values,
        )

    def strasbourg(self) -> list[Part]:
        """The European Court of Human Rights: its own series, EHRR, or the number of the application."""
        n, state = (
            self.number(),
            self.any(
                "UK|United Kingdom|the United Kingdom|Hungary|France|Netherlands|Turkey|Italy|Germany|Russia|Poland"
            ),
        )
        values = {
            "t": f"{self.make.pick('families')} {self.any('v|v|v.|and Others v')} {state}", "y": self.year, "v": self.number(60), "p": n,
            "c": self.any("EHRR|DR|CD|EHRLR|BHRC"), "n": f"{n}{self.dice.randint(10, 99)}/{self.dice.randint(10, 99)}",
        }  # fmt: skip
        forms = "{t} ({y}) {v} {c} {p}|{t} ({y}) {v} {c} {p}|{t} App no {n} (ECHR, 20 July {y})|{t} (App no {n}) ECHR 20 July {y}|{t}, no. {n}, ECHR {y}|{t}, App. No. {n}, ECHR, {y}"
        if self.chance(0.3):
            tail = self.any(f"–{self.any('I|II|V|VIII|X')} {n}|–III, para 12|-IV")
            return [*fill(self.any("{t} ECHR {y}|{t}, ECHR {y}"), values), (tail, "")]
        if self.chance(0.15):
            return [*fill("{t} ({y}) Series A no {p}", values)]
        return fill(self.any(forms), values)

    def german_court(self) -> list[Part]:
        court = self.any(
            "BVerfG|BGH|BVerwG|BAG|BFH|BSG|OLG München|LG Berlin|VG Köln|EuGH|OVG Münster|BGer|OGH|VfGH|KG"
        )
        n, d = self.number(), self.dice.randint(1, 28)
        date = self.any(
            f"{d}. {self.make.pick('months')} {self.year}|{d}.{d % 12 + 1}.{self.year}|{d:02}.0{d % 9 + 1}.{self.year}"
        )
        file = self.any(
            f"1 BvR {n}/{self.year[2:]}|VI ZR {n}/{self.year[2:]}|2 StR {n}/{self.year[2:]}|C-{n}/{self.year[2:]}|I ZR {n}/09|3 AZR {n}/12"
        )
        parts: list[Part] = [
            (court, "inst"),
            (self.any(", Urteil vom |, Urt. v. |, Beschluss vom |, Beschl. v. |, "), ""),
            (date, "date"),
        ]
        parts += [(self.any(f", {file}| - {file}|, Az. {file}| – {file}"), "")]
        if self.chance(0.6):
            values = {
                "c": self.any("BVerfGE|BGHZ|NJW|BVerwGE|JZ|NZA|BAGE|NVwZ|GRUR"),
                "v": self.any(f"{n}|{self.year}"),
                "p": self.number(900),
            }
            parts += fill(self.any(", {c} {v}, {p}|; {c} {v}, {p}|, {c} {v}, {p} ff.|, {c} {v} {p}"), values)
        if self.chance(0.35):
            parts += [(self.any(" – | - |, „"), ""), (self.make.pick("nouns").title(), "title")]
        return [*parts, (self.any("|.|.|“"), "")]

    def dutch_court(self) -> list[Part]:
        court = self.any(
            "HR|Hof Amsterdam|Rb. Den Haag|ABRvS|Rechtbank Rotterdam|CRvB|EHRM|HvJ EU|Hof 's-Hertogenbosch|Cass.|Hoge Raad"
        )
        n = self.number(9999)
        date = f"{self.dice.randint(1, 28)} {self.make.pick('months')} {self.year}"
        report = self.any(
            f", NJ {self.year}, {n}|, NJ {self.year}/{n}|, AB {self.year}, {n}||, m.nt. {self.make.pick('families')}|, JAR {self.year}/{n}"
        )
        name = f" ({self.make.pick('families')}/{self.make.pick('families')})" if self.chance(0.35) else ""
        return [
            (court, "inst"),
            (" ", ""),
            (date, "date"),
            (self.any(f", ECLI:NL:HR:{self.year}:ZC{n}|, ECLI:NL:RBROT:{self.year}:{n}|") + report, ""),
            (name, ""),
            (self.any("|.|."), ""),
        ]

    def legal_book(self) -> list[Part]:
        """OSCOLA: "HLA Hart, The Concept of Law (2nd edn, Clarendon Press 1994) 97"."""
        publisher = self.any(
            "OUP|Oxford University Press|CUP|Clarendon Press|Hart Publishing|Sweet & Maxwell|Stevens & Sons|Butterworths|Routledge|Penguin"
        )
        edition = self.any("2nd edn|3rd edn|10th edn|rev edn|7th edn")
        form = self.any(
            "{a}, {t} ({d}, {h} {y})|{a}, {t} ({h} {y})|{a}, {t} ({d}, {h} {y}) {p}|{a}, {t} ({h} {y}) {p}.|{a}, {t} {p} ({d} {y})|{a}, {t} ({d} {y})"
        )
        values = {
            "a": self.direct(),
            "t": self.make.title(),
            "d": edition,
            "h": publisher,
            "y": self.year,
            "p": self.number(500),
        }
        return fill(form.replace("{d} {y}", "{d} {y}"), values)

    # ------------------------------------------------------------------------------------------- numbered works

    def patent(self) -> list[Part]:
        n = self.dice.randint(100, 999)
        office = self.any(
            "U.S. Patent|US Patent|U.S. Patent No.|European Patent|European Patent Application|German Patent|Patent|British Patent|Japanese Patent|Chinese Patent|World Patent|U. S. Patent|United States Patent|Brevet|Patentschrift|Octrooi|Canadian Patent"
        )
        us = self.any(
            f"{n % 10} {n} {n % 900 + 99}|{n % 10},{n},{n % 900 + 99}|{n % 12}{n}{n % 900 + 99}|{n % 12},{n},{n}|{n % 10}{n}{n}B2"
        )
        code = self.any(
            f"DE {n}200{n}{n % 90} A1|EP {n}{n % 900 + 99} B1|WO {self.year}/{n}{n}|WO 98/{n}{n % 90}|US {us} B2|GB {n}{n}|JP {self.year}{n}A|FR {n}{n}|CN{n}{n}A|EP{n}{n}|US{self.year}0{n}{n} A1|NL {n}{n}"
        )
        title, names = self.make.title(), self.make.names(self.make.people(4))
        number = us if "U" in office and office.endswith(("Patent", "No.")) else code
        values = {"a": names, "t": title, "g": office, "n": number, "y": self.any(f"{self.day()}|{self.year}")}
        forms = "{a}, “{t},” {g} {n}, {y}.|{a}, “{t},” {g} {n}, {y}|{a}. {t}. {g} {n}, {y}.|{a}: {t}. {g} {n}, {y}.|{a}; {t}. {g} {n} ({y}).|{a}. {g} {n} ({y})."
        forms += "|{a} ({y}). {t} ({g} {n}).|{a} ({y}). {t}. {g} {n}.|{a}. {t}, {g} {n}, {y}.|{a}, inventors; {o}, assignee. {t}. {g} {n}. {y}.|{a}. {t}. {g} {n}; {y}."
        form = self.any(forms).replace("{o}", organisation(self.dice, self.code))
        if self.chance(0.1):
            form = "{a}. {t}: {n}[P]. {y}."
        return fill(form, values)

    def standard(self) -> list[Part]:
        """Its number begins the title, as the number is what such a work is known by; in brackets it is a number."""
        sort, n = self.any(_STANDARDS), self.dice.randint(10, 29999)
        number = f"{sort} {n}{self.any('||-1|-2|-11|.1')}{self.any(f':{self.year}|:{self.year}|-{self.year}|:{self.year}-11||:{self.year[2:]}')}"
        title = self.make.title() + (
            f" {self.any('—|–|-')} {self.any('Part|Teil|Deel')} {n % 12}: {self.make.pick('nouns').title()}"
            if self.chance(0.35)
            else ""
        )
        body, place = (
            self.any(_BODIES),
            self.any(
                "Geneva|Berlin|London|Delft|New York|Geneva, Switzerland|West Conshohocken, PA|Paris|Piscataway, NJ"
            ),
        )
        values = {"t": number + self.any(", | | - |: |. | — ") + title, "h": body, "l": place, "y": self.year}
        if self.chance(0.25):  # IEEE: the number behind the title
            forms = "{t}, {n}, {y}.|{t}, {n}, {h}, {y}.|{t}, {n}, {h}, {l}, {y}.|“{t},” {n}, pp. {p}, {m}|“{t},” {n}, {y}.|{t}, {n}, {m}|{t}, {n}. [Online]. Available: https://www.x.org/{v}|{t}, {h} Standard {v}, {y}."
            form = self.any(forms).replace("{m}", self.any("Dec. {y}.|Mar. 31, {y}.")).replace("{v}", self.number())
            number = self.any("Rec. ||||") + number
            return fill(form, values | {"t": title, "n": number, "p": f"1–{self.number(3000)}"})
        if self.chance(0.15):
            return fill("{h}. ({y}). {t} ({n}).", values | {"t": title, "n": number}) if self.chance(0.5) else [
                (body, "author"), (" (", ""), (self.year, "date"), ("). ", ""), (title, "title"), (" (", ""), (number, "number"), (").", "")
            ]  # fmt: skip
        forms = "{t}. {h}, {l}, {y}.|{t}. {h}, {l}.|{t}. {h}; {y}.|{t}. {l}: {h}, {y}.|{t}, {y}.|{t}. {l}: {h}; {y}.|{t}. {h}.|{t}|{t} ({h}, {y}).|{t}. {y}.|{t}. {h}: {l}, {y}."
        forms += "|{t}. – {l}: {h}, {y}. – 23 с."
        lead: list[Part] = [(body, "author"), (self.any(". |: |, "), "")] if self.chance(0.3) else []
        return [*lead, *fill(self.any(forms), values)]

    def rfc(self) -> list[Part]:
        n, y = self.number(9500), self.any(f"{self.make.pick('months')} {self.year}|{self.year}")
        title = (
            self.make.title()
            if self.chance(0.5)
            else f"The {self.subject()} Protocol{self.any('| Version 1.3| (HTTP/1.1)| Architecture')}"
        )
        values = {
            "a": self.make.names(self.make.people(4)),
            "t": title,
            "n": n,
            "y": y,
            "h": self.any("IETF|RFC Editor|Internet Engineering Task Force"),
        }
        url = self.any(
            f", <https://www.rfc-editor.org/info/rfc{n}>|. https://www.rfc-editor.org/rfc/rfc{n}|, DOI 10.17487/RFC{n}||.|. Available: https://tools.ietf.org/html/rfc{n}"
        )
        if self.chance(0.25):
            return [*fill("{t}. {a}. {h}, {y}", values | {"t": f"RFC {n}: {title}"}), (url, "")]
        forms = '{a}, "{t}", RFC {n}, {y}|{a}, "{t}", BCP 14, RFC {n}, {y}|{a}. {t}. RFC {n}, {h}, {y}|{a}, “{t},” {h}, RFC {n}, {y}|{a}. ({y}). {t}. RFC {n}|{a}: {t}, RFC {n} ({y})|{a}. {y}. {t}. RFC {n}. {h}'
        forms += '|{a}, "{t}", Work in Progress, Internet-Draft, draft-ietf-abc-{n}, {y}'
        return [*fill(self.any(forms), values), (url, "")]

    def software(self) -> list[Part]:
        version = self.any("2.1|v4.30.0|1.0.3|3|0.9.1-beta|2021.04|v1")
        n = self.number(99999)
        name = self.any(
            f"{self.subject()}|{self.subject()} data|{self.make.pick('families').lower()}/{self.make.pick('families').lower()}|py{self.make.pick('families')}: {self.subject()}|Replication data for: {self.subject()}|Data from: {self.subject()}|{self.make.pick('nouns')} measurements"
        )
        values = {
            "a": self.make.names(self.make.people(5)),
            "t": name,
            "d": version,
            "h": self.any(_HOSTS),
            "y": self.any(f"{self.year}|{self.day()}"),
            "g": self.any("Data set|Computer software|Dataset|Software|Internet"),
        }
        forms = "{a}, “{t},” version {d}, {h}, {y}|{a}, “{t},” {h}, {y}|{a}. {t} (Version {d}) [{g}]. {h}; {y}|{a} ({y}): {t}. {h}|{a} ({y}) {t}. {h}, V{d}|{a}. {t} [{g}]. {h}; {y}|{a}. {t}: {d} [{g}]. {h}; {y}|{a}. {y}. {t}. Version {d}. {h}"
        forms += "|{a} ({y}). {t}, version {d}. {h} [{g}]|{a} ({y}): {t}. [{g}]. {h}|{a}, {t}, v. {d}, {h} ({y})|{a}, {t} (version {d}), {y}|{a} ({y}). {t} ({d}). {h}"
        return [
            *fill(self.any(forms), values),
            (
                self.any(
                    f", doi: 10.5281/zenodo.{n}|. https://doi.org/10.5061/dryad.{n}|. https://github.com/abc/{n}|.|. Available from: https://github.com/abc/x{n}"
                ),
                "",
            ),
        ]

    def r_citation(self) -> list[Part]:
        """What R's citation() prints."""
        name = f"{self.make.pick('families').lower()}: {self.make.title()}"
        values = {
            "a": self.make.names(self.make.people(4)),
            "y": self.year,
            "t": name,
            "d": self.any("1.2.3|0.4-2|3.1-160|7.0.0"),
            "h": "R Foundation for Statistical Computing",
            "l": "Vienna, Austria",
        }
        if self.chance(0.4):
            values |= {"a": "R Core Team", "t": "R: A language and environment for statistical computing"}
            return [
                *fill("{a} ({y}). {t}. {h}, {l}", values),
                (self.any(". URL https://www.R-project.org/.|. https://www.R-project.org/.|."), ""),
            ]
        return [
            *fill("{a} ({y}). {t}. R package version {d}", values),
            (self.any(", https://CRAN.R-project.org/package=abc.|, <https://CRAN.R-project.org/package=abc>.|."), ""),
        ]

    def preprint(self) -> list[Part]:
        n, day = self.dice.randint(100000, 999999), self.day()
        number = f"{self.year}.0{n % 9 + 1}.{n % 18 + 10}.{n}{n % 90 + 10}" if self.chance(0.6) else f"{n}"
        values = {
            "a": self.make.names(self.make.people()),
            "t": self.make.title(),
            "c": self.any(
                "bioRxiv|medRxiv|arXiv|PsyArXiv|SSRN|SocArXiv|Research Square|ChemRxiv|Preprints|OSF Preprints|EarthArXiv|SSRN Electronic Journal"
            ),
            "n": number,
            "y": self.any(f"{self.year}|{day}"),
        }
        forms = "{a}. {t}. {c} {n} [Preprint]. {y}|{a}. {t}. {c} [Preprint]. {y}|{a}. {t}. {c} {n}; {y}|{a}. {t}. {c}. {y}|{a} ({y}). {t}. {c}|{a} ({y}). {t}. {c} {n}|{a}. {t} [Preprint]. {c}. {y}|{a}. ({y}). {t}. {c}, {n}|{a}, “{t},” {c}, {y}|{a}. {t}. {c} preprint, {y}|{a}. {y}. {t}. {c}"
        tail = self.any(
            f" [cited {self.year} May 1]. Available from: https://doi.org/10.1101/{n}|. https://doi.org/10.1101/{n}|. doi: 10.1101/{n}|.|. Available at: https://ssrn.com/abstract={n}"
        )
        return [*fill(self.any(forms), values), (tail, "")]

    def film(self) -> list[Part]:
        title, studio = (
            self.subject(),
            self.any(
                "Warner Bros. Pictures|BBC|Netflix|Paramount|Universal Pictures|HBO|Pathé|VPRO|Arte|ZDF|Focus Features"
            ),
        )
        director = self.direct(1)
        values = {
            "t": title,
            "h": studio,
            "y": self.year,
            "a": director,
            "l": self.any("USA|Los Angeles|France|London|UK|Nederland|Germany"),
            "g": self.any("Film|DVD|Motion picture|Documentary"),
        }
        forms = "{t}. Directed by {a}, {h}, {y}.|{t} [{g}]. Directed by {a}. {l}: {h}; {y}.|{t}. Dir. {a}. {h}, {y}. {g}.|{t} ({y}) Directed by {a} [{g}]. {l}: {h}.|{a}, dir. {t}. {y}; {l}: {h}. {g}.|{t} ({l} {y}, R: {a}).|{a} (dir.), {t} ({y})|{t} (Regie: {a}, {l} {y}).|{t} ({y}) [{g}] {a} dir. {l}: {h}."
        return fill(self.any(forms), values)
