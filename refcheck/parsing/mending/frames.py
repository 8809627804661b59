"""Frames of numbers, imprints and people in references of any kind."""

from __future__ import annotations

from collections.abc import Iterable

from refcheck.language.dates import MONTHS, SEASONS
from refcheck.language.lexicon import NTH, PARTICLES, PRESENTED
from refcheck.language.words import alternatives, every, signs, subject
from refcheck.parsing.mending.frame import NOTHING, Frame
from refcheck.parsing.tagging.tokens import UPPER

_PAGE = r"[A-Za-z]{0,5}\d[\w.]{0,12}"
_ISSUE_SIGNS = alternatives(every("parts", "issue_signs"))
_ISSUE_BEHIND = alternatives(every("parts", "issue_behind"))
_TRANSLATED = alternatives(every("parts", "translator"))
_SACRED = every("titles", "sacred")
_JOINTS = alternatives(("&", *every("parts", "and"), *PARTICLES))
_PEOPLE = rf"[A-Z][\w.’'-]{{0,20}}(?:\s(?:(?:{_JOINTS})\s)?[A-Z][\w.’'-]{{0,20}}){{1,4}}"
_JOINED = alternatives(every("parts", "and"))
_COUNTS = [word for word in every("parts", "volume") if len(word) > 1 and word.isascii()]
_SERIES = [word for word in every("parts", "series") if word[-1] == "."]  # "coll."
_ARTICLE = [word.rstrip("_") for word in every("roles", "art") if len(word) > 2 and word.rstrip("_").isalpha()]
_ARTICLES = alternatives(dict.fromkeys((*_ARTICLE, "id")))
_DATES = alternatives((*MONTHS, *SEASONS))
# Not "p": "Nature, 2004. 153 p."
_COUNTED = alternatives(word for code in ("any", "cs", "ru") for word in subject("parts")[code]["page_counts"])
_PAGES = alternatives(word.upper() if len(word) == 1 else word for word in every("parts", "page_counts"))


def _capitalized(words: Iterable[str]) -> tuple[str, ...]:
    """The words with and without a capital."""
    return tuple(dict.fromkeys(form for word in words for form in (word, word.capitalize())))


_EDITIONS = alternatives(_capitalized(every("parts", "editions")))

FRAMES = {
    # "2019;220(4):B2-B10.e3", "64(3):1–9"
    "volume-issue-pages": Frame(
        r"(?<![\w.])(?P<volume>(?!(?:19|20)\d\d\()\d{1,4})\s?"
        rf"\((?P<issue>(?![^()]*(?:1[5-9]|20)\d\d|(?:\d{{1,2}}\s?)?(?i:{_DATES})\b)[\w./ –-]{{1,12}})\)\s?:\s?"
        rf"(?P<pages>{_PAGE}(?:\s?[–-]{{1,2}}\s?{_PAGE})?)(?=[.,;\s]|$)",
        ("):",),
    ),
    # "vol. 2011, Article ID 950725, 6 pages", "Jun. 2012, Art. no. 6600804"
    "article-number": Frame(
        rf"\b(?i:{_ARTICLES})\.?\s?(?i:{_ARTICLES}|{alternatives(every('parts', 'number'))})\b\.?\s"
        r"(?P<pages>[A-Za-z]{0,4}\d[\w.-]{2,14})",
        tuple(word.capitalize() for word in _ARTICLE),
    ),
    # "Економіка України. 2019. № 4. С. 45–58"
    # "Culture Technique, n° 14, 1985, p. 5-29", "Nexos, núm. 187, 1993"
    "issue-behind-its-sign": Frame(
        rf"(?:[.,]\s(?:[-–—]\s)?№\.?|,\s(?:{_ISSUE_SIGNS}|n\.(?=\s\d+, pp?\.)))\s?"
        r"(?P<issue>\d{1,4}(?:[/–-]\d{1,4})?)(?=[.,;]\s|\s\(|\.?$)",
        ("№", ", n. ", *(f", {sign}" for sign in every("parts", "issue_signs"))),
        frozenset({"author", "title", "issue", "date"}),
    ),
    # "Rahway (NJ): Merck Research Laboratories; 1992"
    "place-with-state": Frame(
        r"(?<=[.\]]\s)(?P<place>(?:St\.\s)?[A-ZÀ-Þ][^\W\d_]{2,20}(?:[ -][A-Z][^\W\d_]{2,20}){0,2}\s\([A-Z]{2}\)):\s"
        r"(?:(?P<publisher>[A-Z][^:;.\d]{1,80});\s(?P<date>\d{4}))?",
        ("):",),
        NOTHING,
    ),
    # "by Mary Wollstonecraft Shelley, xi–xxxvii. Chicago: University of Chicago Press"
    "roman-pages": Frame(
        r",\s(?P<pages>[ivxlc]{1,8}[–-][ivxlc]{1,8})(?=[.,]\s|\.?$)", ("i–", "v–", "x–", "i-", "v-", "x-"), NOTHING
    ),
    # Arabic: "(الطبعة الثانية)", "(رسالة ماجستير). جامعة الجزائر"
    "edition-arabic": Frame(
        rf"\((?P<edition>(?:{alternatives(signs('ar', 'editions'))})\s[\u0600-\u06ff\s\d]{{2,20}})\)",
        tuple(f"({word}" for word in signs("ar", "editions")),
        NOTHING,
    ),
    # Hebrew counts in letters: "שיחות, כ"ט(2), 165-151"
    "volume-hebrew": Frame(
        r",\s(?P<volume>[\u05d0-\u05ea]{1,3}[\"״'׳]?[\u05d0-\u05ea]?)\s?\((?P<issue>\d{1,3})\),",
        ('"', "״", "'(", "׳("),
        NOTHING,
    ),
    # "A. Strumia, JHEP 07 (2015) 123": these journals count by the month
    "volume-of-the-month": Frame(
        r"\b(?P<container>JHEP|JCAP|JINST)\s(?P<volume>\d{2})\s\((?P<date>\d{4})\)\s(?P<pages>[A-Z]?\d{3,6})",
        ("JHEP", "JCAP", "JINST"),
        NOTHING,
    ),
    # Chicago: "In Writings on Medicine, by Georges Canguilhem, 1–24."
    "book-by": Frame(
        r",\s(?P<other>by\s(?:[A-Z][\w.’-]{0,20}\s?){2,4}),\s(?=[\divxlc]{1,6}[–-][\divxlc]{1,6}\.)",
        (", by ",),
        NOTHING,
    ),
    # ISO 690: "College and Research Libraries. Nov. 1981, vol. 42, no. 6, pp. 549–560."
    "article-iso-690": Frame(
        r"(?<=[.?!]\s)(?P<container>[A-Z][^.?!:]{2,80})\.\s(?P<date>(?:[A-Z][a-z]{2,8}\.?\s)?\d{4}),\svol\.\s(?P<volume>\d{1,4}),\s"
        r"no\.\s(?P<issue>\d{1,3}),\spp?\.\s(?P<pages>\d{1,5}[–-]\d{1,5})",
        (", vol. ",),
        NOTHING,
    ),
    # ABNT: "Política e Administração, Rio de Janeiro, v. 3, n. 2, p. 15-21, set. 1997."
    "article-abnt": Frame(
        r"(?<=[.?!]\s)(?P<container>[A-ZÀ-Þ][^.?!,:]{2,80}),\s(?P<place>[A-ZÀ-Þ][^.,\d]{2,30}),\s(?:[A-ZÀ-Þ][^.,\d]{2,40},\s)?"
        r"v\.\s(?P<volume>\w{1,6}),\sn\.\s(?P<issue>[\w/-]{1,8})(?:,\s(?:e\w{3,9}|\d{4}))?,\sp\.\s(?P<pages>\d{1,5}[–-]\d{1,5})",
        (", v. ",),
        NOTHING,
    ),
    # AMS: "MR0470211", "Zbl 0368.16003"; RFCs of a kind are counted by themselves: "BCP 14, RFC 8085"
    "number-apart": Frame(
        r"(?<=[.,;]\s)(?P<other>MR\s?\d{5,7}|Zbl\s\d[\d.]{6,12}|(?:BCP|STD|FYI)\s\d{1,3}(?=,\sRFC\s))\b",
        ("MR", "Zbl ", "BCP 0", "STD 0", "FYI 0"),
        NOTHING,
    ),
    # AMS: "Ann. of Math. (2) 141 (1995), no. 3, 443–551."
    "number-behind-year": Frame(
        r"(?:\((?P<container>\d)\)\s)?(?P<volume>\d{1,4})\s\((?P<date>\d{4})\),\sno\.\s(?P<issue>\d{1,3}(?:[–-]\d)?),\s"
        r"(?:pp?\.\s)?(?P<pages>[A-Z]?\d{1,6}(?:[–-]{1,2}\d{1,6})?)",
        ("), no. ",),
        NOTHING,
    ),
    # Chicago: "Vol. 2 of University of Chicago Readings in Western Civilization, edited by"
    "volume-of-series": Frame(
        r"(?<=[.,]\s)(?P<other>Vol\.\s(?P<volume>\d{1,3})\sof)\s(?P<series>[A-Z][^,.]{4,100})(?=[,.])",
        ("Vol. ",),
        NOTHING,
    ),
    # "Iskolakultúra, 1994, 11. sz., 8-15"
    "issue-before-its-word": Frame(
        rf"[,.]\s(?P<issue>\d{{1,3}}(?:[-–/]\d{{1,3}})?)\.\s(?:{_ISSUE_BEHIND})\b",
        tuple(f". {word}" for word in every("parts", "issue_behind")),
        frozenset({"author", "title", "date"}),
    ),
    # "Journal of Imaging Science, 7:1–7:28"
    "pages-within-volume": Frame(
        r"[\s,](?P<pages>(?P<part>\d{1,4}):\d{1,4}\s?[–-]{1,2}\s?(?P=part):\d{1,4})(?=[.,;\s]|$)",
        tuple(f"{dash}{'0' * figures}:" for dash in ("-", "–", "- ", "– ") for figures in (1, 2, 3, 4)),
        frozenset({"author", "title", "date"}),
    ),
    # "(R. W. Rieber & A. S. Carton, Eds.; N. Minick, Trans.)", OSCOLA, Bluebook: "(Tony Weir tr, 3rd edn, OUP 1998)"
    "translator-in-brackets": Frame(
        r"\((?:(?P<editor>[A-ZÀ-Þ][^();]{3,100}?),\s(?P<part>Eds?\.);\s)?"
        rf"(?P<translator>[A-ZÀ-Þ][^();]{{3,100}}?(?=,\s[^,()]{{4,8}}\))|{_PEOPLE}),?\s"
        rf"(?P<other>(?i:{_TRANSLATED})|trs?)\b\.?(?=\)|,\s)",
        (".)", " tr, ", " trs, ", " trans., "),
        NOTHING,
    ),
    # AGLC: "Civilization and its Discontents, tr Joan Riviere (Hogarth Press, 1930)", "Pure Theory (tr Max Knight,"
    "translator-aglc": Frame(
        rf"(?:,\s|\s\()(?P<other>trs?|trans)\s(?P<translator>{_PEOPLE})(?=\s\(|,\s)",
        tuple(f"{before}{word} " for before in (", ", "(") for word in ("tr", "trs", "trans")),
        NOTHING,
    ),
    # ACM: "ACM Comput. Surv. 46, 3, Article 38 (January 2014), 29 pages."
    "article-acm": Frame(
        r"(?<=\d),\s(?P<issue>\d{1,3}|[A-Z]{3,8}\d?),\sArticle\s(?P<pages>\d{1,4})(?=,?\s\()", (", Article ",), NOTHING
    ),
    # "Gallimard, coll. « Libre examen », 1993"
    "series-behind-coll": Frame(
        rf",\s(?P<other>{alternatives(_SERIES)})\s(?:[«“\"]\s?)?(?P<series>(?=\D{{4}})[^,.«»“”\"]{{1,60}})",
        tuple(f", {word} " for word in _SERIES),
        NOTHING,
    ),
    "corr": Frame(r"(?<=[.?!] )(?P<container>CoRR)(?=,)", (" CoRR,",), NOTHING),
    # ACS: "In Supramolecular Chirality; Crego-Calama, M., Reinhoudt, D. N., Eds.; Topics in Current Chemistry 265;"
    "acs-book": Frame(
        r"(?<=[.,”] )In\s(?P<container>[^;.]{4,150});\s(?P<editor>(?:[^;:]{4,60}; ){0,8}[^;:]{4,200}?),\s"
        r"(?P<other>Eds?\.?);(?:\s(?P<series>[^;:]{4,80});)?(?=\s[^;:]{2,80}:\s)",
        (", Ed.;", ", Eds.;"),
        NOTHING,
    ),
    # MLA: "“Mercedes Benz.” Pearl, Columbia Records, 1971."
    "collection-mla": Frame(
        rf"[.?!][”\"]\s(?!(?i:{PRESENTED}))(?P<container>[A-Z][^.,“”\"]{{1,80}}),\s(?P<publisher>[A-Z][^.,“”\"\d]{{1,60}}),\s(?P<date>(?:19|20)\d\d)(?=[.,])",
        (".” ", "?” ", "!” ", '." ', '?" ', '!" '),
        frozenset({"author", "title", "editor", "volume", "issue", "pages"}),
    ),
    # Chicago: "“Charles R. Van Hise.” In Wikipedia. Last modified May 9, 2013."
    "container-behind-quotes": Frame(
        r"[”\"]\s(?P<other>In)\s(?P<container>[A-Z][^.,“”\"]{2,80})\.\s(?=[A-Z])",
        ("” In ", '" In '),
        frozenset({"container", "editor", "publisher", "place"}),
    ),
    # Persian: "روش های تحقیق. ترجمه حسن پاشا شریفی؛ نرگس طالقانی. انتشارات رشد"
    "translator-persian": Frame(
        rf"[.،]\s(?P<other>{alternatives(signs('fa', 'translated_by'))})\s(?P<translator>[^.،\d]{{3,80}})(?=[.،]\s)",
        tuple(f"{stop} {word}" for stop in ".،" for word in signs("fa", "translated_by")),
        frozenset({"author"}),
    ),
    # APA, works without a title: "(2019, November 6). [PowerPoint slides on fieldwork]. Brightspace."
    "title-in-brackets": Frame(
        r"\)\.\s\[(?P<title>[^\[\]]{8,200})\]\.\s(?P<publisher>[A-Z][^.\[\]\d]{2,120})(?=\.)", ("). [",), NOTHING
    ),
    # APA: "The Bible, New International Version. (2011). Zondervan."
    "sacred-text": Frame(
        rf"^(?P<title>(?:{alternatives(_SACRED)})\b[^.()]{{0,80}})\.\s"
        r"\((?P<date>\d{4})\)\.\s(?P<publisher>[^.:()\d]{3,60})(?=\.)",
        tuple(_SACRED),
        NOTHING,
    ),
    # "Das Gilgamesch-Epos. (Reclam-Bibliothek, Bd. 10702) Stuttgart: Reclam 2009.",
    # "(Buchreihe, Bd. 14, 2. Aufl., S. 98–110). Frankfurt: UVW"
    "series-in-brackets": Frame(
        rf"[.?!]?\s\((?P<series>[A-ZÀ-Þ][^(),\d]{{3,70}}?)(?:,?\s(?:{alternatives(_capitalized(_COUNTS))})\.?|,)\s(?P<volume>\d{{1,5}})\.?"
        rf"(?:,\s(?P<edition>\d{{1,2}}(?:\.|{NTH})\s(?:[a-zü]{{2,12}}\.\s)?(?:{_EDITIONS})\.))?"
        rf"(?:,\s(?:{_PAGES})\.\s(?P<pages>\d{{1,5}}(?:[–-]\d{{1,5}})?))?\)[.,]?\s(?=[A-ZÀ-Þ][^:.]{{2,40}}:\s)",
        (*(f" {word}{stop} 0" for word in _capitalized(_COUNTS) for stop in ("", ".")), "0.) "),
        frozenset({"author", "date", "publisher"}),
    ),
    # "Vyd. 2., upr. a rozš.", "Wyd. 3 popr.", "Изд. 2-е, испр. и доп."
    "edition-behind-its-word": Frame(
        rf"(?<=[.,;]\s)(?P<edition>(?:{_EDITIONS})(?:\.\s?\d{{1,2}}|\s(?:a\s)?(?:\d{{1,2}}|[IVX]{{1,4}})-a)(?:-[ея])?\.?(?:,?\s[^\W\d_]{{2,10}}\.)?(?:,?\s(?:(?:{_JOINED})\s)?[^\W\d_]{{2,10}}\.)?)"
        r"(?=\s[A-ZÀ-ÞĀ-ŽА-Я–—-]|,\s|$)",
        tuple(f"{word}.{blank}0" for word in _capitalized(every("parts", "editions")) for blank in (" ", ""))
        + tuple(f"{word} a " for word in every("parts", "editions")),
        frozenset({"author", "volume", "pages"}),
    ),
    # GOST, ISO 690: "Історія України. Львів, 2017. 153 с.", "Dějiny. Brno, 2004. 153 s."
    "city-without-a-house": Frame(
        rf"(?<=[^\W\d_]{{3}}\.\s)(?:[–—-]\s)?(?P<place>[{UPPER}][^\W\d_]{{2,20}}(?:[ -][{UPPER}][^\W\d_]{{2,20}})?),"
        r"\s(?P<date>(?:1[89]|20)\d\d)"
        rf"\.\s(?:[–—-]\s)?(?P<other>\d{{1,4}}\s(?:{_COUNTED}))\.?$",
        (", 0000. 0", ", 0000. – 0", ", 0000. — 0", ", 0000. - 0"),
        frozenset({"author", "series"}),
        tail=70,
    ),
    # GOST, DSTU: "Методи. Чорнобиль : Інститут проблем безпеки, 2006. 7 с."
    "imprint-with-blanks": Frame(
        rf"(?<=[^\W\d_]{{3}}\.\s)(?:[–—-]\s)?(?P<place>[{UPPER}][^\W\d_]{{0,4}}\."
        rf"|[{UPPER}][^\W\d_]{{1,20}}(?:[ -][{UPPER}][^\W\d_]{{2,20}})?)\s:"
        r"\s(?P<publisher>[^:;\[\]]{2,90}?),\s(?P<date>(?:1[89]|20)\d\d)(?=\.\s)",
        (" : ",),
        frozenset({"author", "title", "inst"}),
    ),
    # German: "Buchtitel (= Reihe 5). Stadt: Verlag"
    "series-behind-its-sign": Frame(
        rf"\s\(=\s(?P<series>[^()=;]{{3,90}}?)(?:,?\s(?:{alternatives(_capitalized(_COUNTS))})\.?|,)?\s(?P<volume>\d{{1,4}})\)"
        r"(?:\.\s(?P<place>[A-ZÀ-Þ][^.:\d]{2,40}):\s(?P<publisher>[A-ZÀ-Þ][^.:,;\d]{2,60}))?(?=[\s.,;]|$)",
        (" (= ",),
        NOTHING,
    ),
    # Italian: "Venezia, Istituto Veneto, 1997 («Memorie dell’Istituto», 12)"
    "series-in-guillemets": Frame(
        rf"\((?:(?:{alternatives(_SERIES)})\s)?«\s?(?P<series>[^«»]{{3,70}}?)\s?»(?:,\s(?P<volume>\d{{1,4}}))?\)",
        ("(«", *(f"({word} «" for word in _SERIES)),
        frozenset({"author", "date", "container", "publisher"}),
    ),
    # ACS since 2020, without a city: "Napoleon's Buttons; Jeremy P. Tarcher/Putnam, 2003."
    "house-acs": Frame(
        r";\s(?P<publisher>[A-Z][^;:,]{3,50}),\s(?P<date>\d{4})\.?$",
        ("; ",),
        frozenset({"author", "editor", "title", "container", "pages", "volume"}),
        tail=70,
    ),
}
