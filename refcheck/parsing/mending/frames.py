"""Rules of one pattern each: the signs around a number or a name show what it is, whatever the style.

The named groups of a pattern are labels; a frame applies only where the tagger did not read other words of the authors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from refcheck.language.words import alternatives, every
from refcheck.parsing.tagging.tokens import Token

_PAGE = r"[A-Za-z]{0,5}\d[\w.]{0,12}"
_VERSION = alternatives(every("parts", "version"))
_ABOUT = alternatives((*every("titles", "review"), "correction", "published correction", "erratum"))
_ISSUE_BEHIND = alternatives(every("parts", "issue_behind"))
_TRANSLATED = alternatives(every("parts", "translator"))
_HOUSES = (
    "Farrar, Straus (?:and|&) Giroux|Harcourt, Brace (?:and|&) (?:World|Company|Co)|Little, Brown(?: (?:and|&) Co\\w*)?"
    "|Holt, Rinehart (?:and|&) Winston|Houghton, Mifflin(?: (?:and|&) Company)?|Doubleday, Doran(?: & Company)?"
)
_PEOPLE = r"[A-Z][\w.’'-]{0,20}(?:\s(?:(?:and|&|van|von|de|der)\s)?[A-Z][\w.’'-]{0,20}){1,4}"
_INITIALLED = r"(?:[A-Z]\.[ -]?){1,3}[A-Z][\w’'-]{1,20}"
_OFFICES = r"U\.?\s?S\.?|United States|European|German|British|Japanese|Chinese|World|Canadian|French"
_PATTERNS = {
    # "2019;220(4):B2-B10.e3", "64(3):1–9"
    "volume-issue-pages": (
        r"(?<![\w.])(?P<volume>(?!(?:19|20)\d\d\()\d{1,4})\s?"
        r"\((?P<issue>(?![^()]*(?:1[5-9]|20)\d\d)[\w./ –-]{1,12})\)\s?:\s?"
        rf"(?P<pages>{_PAGE}(?:\s?[–-]{{1,2}}\s?{_PAGE})?)(?=[.,;\s]|$)"
    ),
    # "Jun. 2012, Art. no. 6600804"
    "article-number": r"\bArt(?:icle|\.)\s?(?:no|number|ID)\b\.?\s(?P<pages>[A-Za-z]{0,4}\d[\w.-]{2,14})",
    # "U.S. Patent 3 624 125", "Patent DE 102005012345 A1", "United States patent US 5,529,067"
    "patent-number": (
        rf"(?:(?<=[.,;(”]\s)|(?<=\())(?P<genre>(?:(?:{_OFFICES})\s)?[Pp]atent(?: Application)?)\s(?:No\.?\s)?"
        r"(?P<number>(?:[A-Z]{2}\s?)?\d(?:\d|/(?=\d)|[ ,.](?=\d{3}(?:\D|$))){3,16}(?:\s?[A-C]\d)?)(?=[,.;()\s]|$)"
    ),
    # "Version 1.3", RFC 8446, August 2018
    "rfc-number": r"(?<=[,.(]\s)(?P<genre>RFC)\s?(?P<number>\d{2,5})\b",
    "page-behind-counter": r"第(?P<pages>\d{1,4}(?:\s?[-–—~～]\s?\d{1,4})?)\s?[页頁]",
    # "Економіка України. 2019. № 4. С. 45–58"
    "issue-behind-its-sign": r"[.,]\s№\s?(?P<issue>\d{1,4}(?:[/–-]\d{1,3})?)(?=[.,]\s)",
    "preprint-number": r"(?P<container>(?:bio|med)Rxiv)\s(?P<number>\d{4}\.\d\d\.\d\d\.\d{6,8}|\d{6})(?![\d.]*\d)",
    # ACS: "2nd ed.; Longman: New York, 2001"
    "imprint-behind-semicolon": (
        r"(?<=\bed\.);\s(?P<publisher>[A-Z][^;:,.()]{2,50}):\s(?P<place>[A-Z][^;:,()]{2,40}),\s(?P<date>\d{4})(?=[;.]|$)"
    ),
    # "Taking time (NIH Publication No. 18-2059)", "Long-term conditions (HC 401)", "Gene expression (WO 98/12345)"
    "number-in-brackets": (
        r"(?<=[^\W\d_”\"])[?!]?\s\((?P<other>(?:[A-Z][^()]{0,40}?\s)?(?:No|Nr|nr|N\.º|n°)\.?\s)?"
        r"(?P<number>(?(other)|[A-Z]{2,6}\.?\s(?:Paper\s)?)[A-Z]{0,4}-?\d[\w/.,-]{0,20})\)(?P<genre>\s\[[^\[\]]{3,40}\])?(?=\.\s|$)"
    ),
    # "JASP (Version 0.16.3) [Computer software]", "Fjord temperature series (v2.1.0)"
    "version-in-brackets": (
        r"(?<=[^\W_])\s\((?:(?P<number>[A-Z]{2,10}\s?\d{2,9});\s)?"
        rf"(?P<other>(?i:{_VERSION})|[Vv]er)[.\s]{{1,2}}(?P<edition>[Vv]?\d[\w.-]{{0,15}})\)"
        r"(?P<genre>\s\[[^\[\]]{3,40}\])?(?=[.,;\s]|$)"
    ),
    # "“Street tree inventory,” version 3.0, Zenodo"
    "version-behind-title": r"[,”\"]\s(?P<other>[Vv]ersion)\s(?P<edition>\d[\w.]{0,12})(?=,\s)",
    # "Learning by text or context? [Review of the book The social life of information, by J. S. Brown & P. Duguid]."
    "reviewed-in-brackets": (rf"\[(?P<other>(?i:{_ABOUT})\s[^\[\]]{{5,300}})\]"),
    # "Методы анализа временных рядов: дис. ... канд. физ.-мат. наук: 05.13.18. – М., 2010"
    "dissertation-behind-colon": r":\s(?P<genre>(?:автореф\.\s)?дис\.\s[^–—]{5,90}?)(?=\.\s(?:[–—]|[А-ЯІЇЄ]))",
    # "Rahway (NJ): Merck Research Laboratories; 1992"
    "place-with-state": (
        r"(?<=[.\]]\s)(?P<place>(?:St\.\s)?[A-ZÀ-Þ][^\W\d_]{2,20}(?:[ -][A-Z][^\W\d_]{2,20}){0,2}\s\([A-Z]{2}\)):\s"
    ),
    # "83 (1988), 12–29 (p. 14)"
    "pages-cited": r"(?<=,\s)(?P<pages>\d{1,4}[–-]\d{1,4})\s\((?P<other>(?:pp?|S|s)\.\s\d[\d–-]{0,9})\)\.?$",
    # "Chicago Tribune. September 22, 2019:C1."
    "newspaper-day-page": (
        r"(?<=[.?!]\s)(?P<container>[A-Z][^.?!:;]{2,45})\.\s(?P<date>[A-Z][a-z]{2,8}\s\d{1,2},\s\d{4}):(?P<pages>[A-Z]?\d{1,3})\.?$"
    ),
    # "‘Supreme Court Warns on Quality’ Financial Times (London, 1 July 2010) 3"
    "newspaper-in-city": (
        r"\((?P<place>[A-Z][^(),\d]{2,30}),\s(?P<date>\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4})\)\s(?P<pages>[A-Z]?\d{1,3})\.?$"
    ),
    # "(DPhil thesis, University of Oxford 1989)"
    "thesis-in-brackets": (
        r"\((?P<genre>(?:DPhil|PhD|LLM|MPhil|MA|MSc)\s(?:thesis|dissertation)),\s(?P<publisher>[^(),]{5,60}?),?\s(?P<date>\d{4})\)"
    ),
    # "The New York Times, A14", "12 września 2018, s. 4"
    "newspaper-page": r",\s(?P<pages>[A-F]\d{1,2}(?:,\s[A-F]?\d{1,2}){0,3})\.?$",
    # NLM: "Washington Post (Maryland Ed.). 2005 Jul 24;Sect. A:12 (col. 1)."
    "newspaper-section": (
        r"(?<=[.?!]\s)(?P<container>[A-Z][^.?!:;()]{2,60}(?:\s\([^()]{2,30}\))?)\.\s(?P<date>\d{4}\s[A-Z][a-z]{2}\s\d{1,2});"
        r"\s?(?:Sect\.\s?)?[A-Z]{1,2}:\s?(?P<pages>\d{1,3})"
    ),
    # "Educational Technology, Nov/Dec 2014, 54(6), 6-16"
    "issue-of-a-month": (
        r"(?<=[.?!]\s)(?P<container>[A-Z][^.?!()]{2,60}),\s(?P<other>[A-Z][a-z]{2,8}\.?(?:[/–-][A-Z][a-z]{2,8}\.?)?\s(?:19|20)\d\d),"
        r"\s(?P<volume>\d{1,4})\((?P<issue>\d{1,4})\)(?=[,:])"
    ),
    # MHRA: "(Wiesbaden: Harrassowitz, 2010), 1130b–1132a."
    "pages-behind-imprint": r"\d{4}\),\s(?:pp?\.\s)?(?P<pages>\d{1,4}[a-d]?(?:[–-]\d{1,4}[a-d]?)?)\.?$",
    # "by Mary Wollstonecraft Shelley, xi–xxxvii. Chicago: University of Chicago Press"
    "roman-pages": r",\s(?P<pages>[ivxlc]{1,8}[–-][ivxlc]{1,8})(?=[.,]\s)",
    # APA: "[Song]. On Lemonade. Parkwood; Columbia.", "[Painting]. Art Institute of Chicago, Chicago, IL"
    "song-on-album": (
        r"\[(?P<genre>Song[^\[\]]{0,60})\]\.\s(?P<other>On)\s(?P<container>[^.]{2,80})\.\s(?P<publisher>[^.]{2,80})"
    ),
    "shown-at": (
        r"\[(?P<genre>(?:Painting|Sculpture|Photograph|Lithograph|Print|Drawing|Woodcut|Installation)[^\[\]]{0,40})\]\.\s"
        r"(?P<publisher>[^,.]{3,80}),\s(?P<place>[^.]{3,60})(?=\.)"
    ),
    # APA: "The Qur’an (M. A. S. Abdel Haleem, Trans.). (2004). Oxford University Press."
    "classic-in-front": (
        r"^(?P<title>[^().]{3,100})\s\((?P<translator>[^()]{3,80}),\s(?P<other>Trans\.)\)\.\s\((?P<date>\d{4})\)"
    ),
    # Arabic: "(الطبعة الثانية)", "(رسالة ماجستير). جامعة الجزائر"
    "edition-arabic": r"\((?P<edition>الطبعة\s[\u0600-\u06ff\s\d]{2,20})\)",
    "thesis-arabic": (
        r"\((?P<genre>(?:رسالة|أطروحة|پایان‌نامه|رساله)\s[\u0600-\u06ff\s\u200c]{3,30})(?:[،,][^()]{3,40})?\)\.\s"
        r"(?P<publisher>[\u0621-\u06ff\s\u200c]{4,60})(?:[،,]\s(?P<place>[\u0621-\u06ff\s\u200c]{3,30}))?(?=[.،,]|$)"
    ),
    # Hebrew counts in letters: "שיחות, כ"ט(2), 165-151"
    "volume-hebrew": r",\s(?P<volume>[\u05d0-\u05ea]{1,3}[\"״'׳]?[\u05d0-\u05ea]?)\s?\((?P<issue>\d{1,3})\),",
    # MLA: "Speed Racer. Directed by Lana Wachowski, performances by Emile Hirsch, Warner Brothers, 2008."
    "film-mla": (
        r"^(?P<title>[^.“\"]{2,100})\.\s(?P<other>Directed by\s[^“”]{3,300}?),\s(?P<publisher>[^,]{2,60}),\s"
        r"(?P<date>\d{4})\.?$"
    ),
    # GOST: "Приемопередающее устройство : пат. 2187888 Рос. Федерация. № 2000131736/09 ; заявл. 18.12.00"
    "patent-gost": r"\s?:\s(?P<genre>[Пп]ат\.)\s(?P<number>\d{5,9})\b(?P<other>.{0,400})",
    "page-at-end": r",\s(?:s|S|p|pp|str|с|С)\.\s(?P<pages>\d{1,4}(?:[–-]\d{1,4})?)\.?$",
    # "Iskolakultúra, 1994, 11. sz., 8-15"
    "issue-before-its-word": rf",\s(?P<issue>\d{{1,3}}(?:[-–/]\d{{1,3}})?)\.\s(?:{_ISSUE_BEHIND})\b",
    # "Culture Technique, n° 14, 1985, p. 5-29", "Nexos, núm. 187, 1993"
    "issue-behind-n": r",\s(?:n[°º]|núm\.|nº\.)\s?(?P<issue>\d{1,4}(?:[/–-]\d{1,4})?)(?=[,.;]\s)",
    # "Journal of Imaging Science, 7:1–7:28"
    "pages-within-volume": r"[\s,](?P<pages>(?P<part>\d{1,4}):\d{1,4}\s?[–-]{1,2}\s?(?P=part):\d{1,4})(?=[.,;\s]|$)",
    # "Київ : Наукова думка, 1991. Т. 1. 648 с."
    "volume-behind-its-sign": r"[.,–]\s(?:Т|Vol|Bd|T)\.\s(?P<volume>\d{1,3}|[IVX]{1,5})(?=[.,:]\s|\.?$)",
    "translator-in-brackets": rf"\((?P<translator>[A-ZÀ-Þ][^()]{{3,100}}?),\s(?P<other>(?i:{_TRANSLATED})\.)\)",
    # OSCOLA, Bluebook: "An Introduction to Comparative Law (Tony Weir tr, 3rd edn, OUP 1998)"
    "translator-before-role": rf"\((?P<translator>{_PEOPLE})\s(?P<other>trs?|trans)\b\.?(?=,\s)",
    # ACM: "ACM Comput. Surv. 46, 3, Article 38 (January 2014), 29 pages."
    "article-acm": r"(?<=\d),\s(?P<issue>\d{1,3}),\sArticle\s(?P<pages>\d{1,4})(?=,?\s\()",
    # "Gallimard, coll. « Libre examen », 1993"
    "series-behind-coll": r",\s(?P<other>coll)\.\s(?:[«“\"]\s?)?(?P<series>[^,.«»“”\"]{1,60})",
    # IEEE: "in Magnetism, vol. III, G. T. Rado and H. Suhl, Eds. New York: Academic, 1963"
    "editors-ieee": (
        rf"\bin\s[^”\"]{{3,150}}?,\s(?P<editor>{_INITIALLED}(?:(?:, {_INITIALLED}){{0,8}},? and {_INITIALLED})?),\s"
        r"(?P<other>Eds?)\."
    ),
    "corr": r"(?<=[.?!] )(?P<container>CoRR)(?=,)",
    # "Anorexia nervosa. Updated February 22, 2022. Accessed June 11, 2024."
    "updated-on": (
        r"(?<=[.!?] )(?P<other>(?:(?:Last|Page last)\s)?(?:[Uu]pdated|[Pp]ublished|[Rr]eviewed))\s"
        r"(?P<date>[A-Z][a-z]{2,8}\s\d{1,2},\s\d{4})(?=\.)"
    ),
    # APA: "[Paper presentation]. Western Psychological Association Annual Convention, Portland, OR, United States."
    "presented-at": (
        r"\[(?P<genre>[A-Z][a-z]+ (?:presentation|session|paper))\]\.\s(?P<container>[^,.]{5,150}),\s"
        r"(?P<place>[^.]{3,60})(?=\.?$|\.\shttps?:)"
    ),
    # IEEE: "M.S. thesis, Dept. Electron. Eng., Osaka Univ., Osaka, Japan, 1993"
    "thesis-behind-title": (
        r"(?<=[,”\"] )(?P<genre>(?:Ph\.\s?D|M\.\s?Sc?|M\.\s?A|B\.\s?Sc?)\.\s(?:thesis|dissertation)),\s"
        r"(?P<publisher>[^,”]{3,60}(?:,\s[^,]{0,40}Univ[^,]{0,30})?)(?=,\s)"
    ),
    # "RDF 1.1 Concepts. W3C Recommendation, 25 February 2014"
    "w3c-report": (
        r"(?<=[.,] )(?P<publisher>W3C)\s"
        r"(?P<genre>(?:Proposed |Candidate )?(?:Recommendation|Working Draft|(?:Working Group )?Note))"
    ),
    # ACS: "In Supramolecular Chirality; Crego-Calama, M., Reinhoudt, D. N., Eds.; Topics in Current Chemistry 265;"
    "acs-book": (
        r"(?<=[.,”] )In\s(?P<container>[^;.]{4,150});\s(?P<editor>(?:[^;:]{4,60}; ){0,8}[^;:]{4,200}?),\s"
        r"(?P<other>Eds?\.?);(?:\s(?P<series>[^;:]{4,80});)?(?=\s[^;:]{2,80}:\s)"
    ),
    # Nature: "in Plant Ecology (eds Crawley, M. J. & Silva, P.) 239–261 (Blackwell, 1997)"
    "editors-in-brackets": (
        r"(?<=[.,?!:] )[Ii]n\s(?P<container>[^()\[\]]{4,200}?)\s\((?P<other>eds?)\b\.?\s(?P<editor>[^()]{4,400})\)"
    ),
    "house-with-commas": rf"(?P<publisher>{_HOUSES})(?=[.,;]|$)",
}
# Substrings, one of which a text must contain for a frame to be tried.
_NEEDLES: dict[str, str | tuple[str, ...]] = {
    "volume-issue-pages": "):",
    "article-number": "Art",
    "patent-number": "atent",
    "rfc-number": "RFC",
    "page-behind-counter": "第",
    "issue-behind-its-sign": "№",
    "preprint-number": "Rxiv",
    "imprint-behind-semicolon": "ed.;",
    "number-in-brackets": ")",
    "version-in-brackets": ("(V", "(v", "; Version"),
    "version-behind-title": "ersion ",
    "newspaper-page": ", ",
    "newspaper-day-page": ":",
    "dissertation-behind-colon": "дис.",
    "place-with-state": "):",
    "pages-cited": (" (p", " (S. ", " (s. "),
    "newspaper-in-city": ") ",
    "thesis-in-brackets": ("thesis, ", "dissertation, "),
    "reviewed-in-brackets": "[",
    "page-at-end": ". ",
    "issue-of-a-month": ("/Feb", "/Apr", "/Jun", "/Aug", "/Oct", "/Dec"),
    "newspaper-section": (";Sect", "; Sect"),
    "pages-behind-imprint": "), ",
    "roman-pages": ("i–", "v–", "x–", "i-", "v-", "x-"),
    "song-on-album": "[Song",
    "shown-at": "]. ",
    "classic-in-front": ", Trans.). (",
    "edition-arabic": "(الطبعة",
    "thesis-arabic": ("(رسال", "(أطروحة", "(پایان"),
    "volume-hebrew": ('"', "״", "'(", "׳("),
    "film-mla": ". Directed by ",
    "patent-gost": ("пат. ", "Пат. "),
    "issue-before-its-word": ". sz",
    "issue-behind-n": ", n",
    "pages-within-volume": ":",
    "volume-behind-its-sign": (" Т. ", " Vol. ", " Bd. ", " T. "),
    "translator-in-brackets": ".)",
    "translator-before-role": (" tr, ", " trs, ", " trans., "),
    "editors-in-brackets": ("(eds ", "(ed. ", "(eds. "),
    "w3c-report": "W3C ",
    "article-acm": ", Article ",
    "series-behind-coll": ", coll. ",
    "editors-ieee": (", Ed.", ", Eds."),
    "corr": " CoRR,",
    "updated-on": ("pdated ", "ublished ", "eviewed "),
    "presented-at": " [",
    "thesis-behind-title": ("thesis, ", "dissertation, "),
    "acs-book": (", Ed.;", ", Eds.;"),
    "house-with-commas": ", ",
}
# Labels that a frame must not overwrite; a number in brackets follows the title, where the tagger left it.
_KEPT = {
    "number-in-brackets": frozenset({"author", "editor", "date", "container"}),
    "editors-in-brackets": frozenset({"author", "date", "publisher"}),
    "editors-ieee": frozenset({"title"}),
    "newspaper-in-city": frozenset({"author"}),
    "pages-within-volume": frozenset({"author", "title", "date"}),
    "pages-behind-imprint": frozenset({"author", "title", "container", "volume", "issue", "date"}),
    "page-at-end": frozenset({"author", "title", "volume", "issue", "pages", "date", "container", "publisher"}),
    "issue-before-its-word": frozenset({"author", "title", "pages", "date"}),
    "issue-behind-n": frozenset({"author", "title", "issue", "date", "pages"}),
    "volume-behind-its-sign": frozenset({"author", "title", "volume", "issue", "pages", "date", "container", "series"}),
}
_NEVER = frozenset({"author", "title"})
_TRUSTED = """
    translator-in-brackets house-with-commas preprint-number page-behind-counter version-in-brackets
    version-behind-title reviewed-in-brackets patent-number newspaper-page newspaper-day-page thesis-in-brackets
    dissertation-behind-colon place-with-state pages-cited translator-before-role
    roman-pages song-on-album shown-at classic-in-front edition-arabic thesis-arabic volume-hebrew patent-gost
    newspaper-section film-mla issue-of-a-month
    series-behind-coll w3c-report acs-book article-acm corr updated-on presented-at thesis-behind-title
"""
_ANYWHERE = frozenset(_TRUSTED.split())
_AT_END = {
    "newspaper-page": 16,
    "page-at-end": 20,
    "pages-behind-imprint": 26,
}  # characters from the end in which these frames stand


_compiled = cache(re.compile)  # when a frame's needle is first found: most articles have few of them


def _needles(name: str) -> tuple[str, ...]:
    needles = _NEEDLES[name]
    return (needles,) if isinstance(needles, str) else needles


def _frame(name: str, source: str) -> Callable[[str, Sequence[Token], list[str]], None]:
    tail, needles = _AT_END.get(name, 0), _needles(name)
    kept = frozenset() if name in _ANYWHERE else _KEPT.get(name, _NEVER)

    def rule(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
        for needle in needles:
            if needle in raw:
                break
        else:
            return
        for match in _compiled(source).finditer(raw[:2000], len(raw) - tail if tail and len(raw) > tail else 0):
            spans = {match.span(label): label for label, value in match.groupdict().items() if value}
            found = {
                i: label
                for i, token in enumerate(tokens)
                for (start, end), label in spans.items()
                if start <= token.start < end and not token.kind and label != "part"
            }
            if found and kept.isdisjoint(labels[i] for i in found):
                for i, label in found.items():
                    labels[i] = label
                if name == "number-in-brackets" and "publisher" not in labels:
                    _publish(labels, max(found) + 1)
                return

    rule.__name__ = name
    return rule


def _publish(labels: list[str], start: int) -> None:
    """Label as the publisher any "title" that goes on after the brackets at the title's end."""
    while start < len(labels) and labels[start] == "title":
        labels[start] = "publisher"
        start += 1


FRAMES = {name: _frame(name, source) for name, source in _PATTERNS.items()}
_NEEDLED = tuple((needle, frame) for name, frame in FRAMES.items() for needle in _needles(name))


def all_frames(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """Every frame, in order: only those are called of which a needle stands in the text."""
    for frame in dict.fromkeys([frame for needle, frame in _NEEDLED if needle in raw]):
        frame(raw, tokens, labels)
