"""Frames of works that are neither articles nor books: newspapers, theses, films, patents, software, meetings."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_uppercase

from refcheck.language.words import alternatives, every, signs
from refcheck.parsing.mending.frame import NOTHING, Frame

_IN = f"(?:{alternatives(word.capitalize() for word in every('parts', 'in') if word.isalpha())})"
_VERSION = alternatives(every("parts", "version"))
_ABOUT = rf"(?:\w+\s)?(?:{alternatives((*every('titles', 'review'), *every('titles', 'corrections')))})"
_NUMBER = alternatives(every("parts", "number"))
_RETRACTED = alternatives(every("titles", "openly"))
_PATENTS = [word.rstrip("*") for word in every("kinds", "patents")]
_PUBLISHED = alternatives(every("kinds", "patents_published"))
_OFFICES = alternatives(every("kinds", "patent_offices"))
_NATIONS = alternatives(every("kinds", "patent_nations"))
_DIRECTED = every("kinds", "directed")
_PROCEEDINGS = every("kinds", "proceedings")
_STATED = every("dates", "stated")
_EPISODES = every("parts", "episodes")
_PAPERS_OF_PARLIAMENT = every("laws", "papers")
_REPOSITORIES = (*every("kinds", "repositories"), *every("kinds", "data_hosts"))

# When and where it was held: "; 2001 Sep 13-15; Leeds, UK"
_MEETING = (
    r";\s(?P<other>(?:19|20)\d\d\s[A-Z][a-z]{2,8}(?:\s\d{1,2})?(?:\s?[-–]\s?(?:[A-Z][a-z]{2,8}\s)?\d{1,2})?"
    r";\s[^;:]{3,60}?)"
)


def _either_case(words: Iterable[str], before: str = "", behind: str = "") -> tuple[str, ...]:
    """Needles for words with and without a capital: without the first letter, where nothing is asked before it."""
    if not before:
        return tuple(f"{word[1:]}{behind}" for word in words)
    return tuple(f"{before}{form}{behind}" for word in words for form in (word, word[0].upper() + word[1:]))


FRAMES_OF_WORKS = {
    # "U.S. Patent 3 624 125", "Patent DE 102005012345 A1", "United States patent US 5,529,067"
    "patent-number": Frame(
        rf"(?:(?<=[.,;:(”]\s)|(?<=\())(?P<genre>(?:(?:{_NATIONS})\s)?(?i:{alternatives(every('kinds', 'patents'))}))"
        r",?\s(?:No\.?\s)?(?P<number>(?:[A-Z]{2}\s?)?\d(?:\d|/(?=\d)|[ ,.](?=\d{3,4}(?:\D|$))){3,16}(?:\s?[A-C]\d)?)"
        rf"(?=[,.;()\s]|$)(?P<other>.{{0,150}}?;\s(?:{_PUBLISHED})\s(?=\d)(?P<date>\d\d\.\d\d\.\d{{2,4}}).{{0,60}})?",
        _either_case(_PATENTS),
        NOTHING,
    ),
    # "Kühlvorrichtung für Batterien. WO 2015/098765 A1, 2. Juli 2015"
    "patent-of-an-office": Frame(
        rf"(?<=[.,;”]\s)(?P<number>(?:{_OFFICES})\s?\d(?:\d|[ ,/.](?=\d)){{5,16}}\s?[A-C]\d?)"
        r"(?:,\s(?P<date>[^,.;]{0,4}\.?[^,.;]{0,12}\d{4}))?(?=[,.;(\s]|$)",
        tuple(f"{office}{blank}0" for office in every("kinds", "patent_offices") for blank in (" ", "")),
        NOTHING,
    ),
    # NLM: "Pagedas AC, inventor; Ancel Surgical R&D Inc., assignee. Flexible endoscopic grasping"
    "patent-people": Frame(
        r",\s(?P<other>inventors?(?:;\s[^;]{3,100}?,\sassignees?)?)\.\s(?=[A-Z])", (", inventor",), NOTHING
    ),
    # "bioRxiv, 2020.03.05.979260", "medRxiv. 2020:2020.03.05.20031773"
    "number-posted": Frame(
        r"Rxiv(?:\s\([^()]{3,20}\))?[.,:;]?\s(?:(?P<date>20\d\d)[:;,]\s?)?(?P<number>20\d\d\.[01]\d\.[0-3]\d\.\d{6,8})\b",
        ("Rxiv",),
        NOTHING,
    ),
    # NLM: "Proceedings of the 5th Germ Cell Tumour Conference; 2001 Sep 13-15; Leeds, UK. New York: Springer; 2002."
    "meeting-nlm": Frame(
        rf"{_MEETING}\.\s"
        r"(?P<place>[^.:;]{2,40}):\s(?P<publisher>[^:;]{2,80});\s(?P<date>\d{4})",
        ("; 19", "; 20"),
        NOTHING,
    ),
    # CSE, without a city: "Proceedings of the Conference; 2020 May 21; Wolfville, NS. Parks Association. p 503-510."
    "meeting-cse": Frame(
        rf"{_MEETING}\.\s(?P<publisher>[A-Z][^.:;\d]{{4,80}})(?=\.\spp?\.?\s\d)", ("; 19", "; 20"), NOTHING
    ),
    # "Taking time (NIH Publication No. 18-2059)", "Long-term conditions (HC 401)", "Gene expression (WO 98/12345)"
    "number-in-brackets": Frame(
        rf"(?<=[^\W_”\"])[?!]?\s\((?P<other>(?:[A-Z][^()]{{0,40}}?\s)?(?:(?i:{_NUMBER})|N\.º|n°)\.?\s)?"
        r"(?P<number>(?:(?(other)(?:[A-Z]{2,4}\s)?|[A-Z]{2,6}\.?\s(?:[A-Z][a-z]{4}\s)?)[A-Z]{0,4}-?\d[\w/.,-]{0,20})"
        r"|w\d{4,6}|E[DJ]\d{6,7}|[A-Z]{1,2}/[A-Z]{2,4}[./][\w/.]{2,12})\)(?P<genre>\s\[[^\[\]]{3,40}\])?(?=\.\s(?![^“]{1,100}[”\"])|$)",
        (" (n", " (w", *(f" ({capital}" for capital in ascii_uppercase)),
        frozenset({"author", "editor", "date", "container"}),
        behind="publisher",
    ),
    # "JASP (Version 0.16.3) [Computer software]", "Fjord temperature series (v2.1.0)"
    "version-in-brackets": Frame(
        r"(?<=[^\W_])\s\((?:(?P<number>[A-Z]{2,10}\s?\d{2,9});\s)?"
        rf"(?P<other>(?i:{_VERSION}))[.\s]{{1,2}}(?P<edition>[Vv]?\d[\w.-]{{0,15}})\)"
        r"(?P<genre>\s\[[^\[\]]{3,40}\])?(?=[.,;\s]|$)",
        ("(V", "(v", *(f"; {word.capitalize()}" for word in every("parts", "version"))),
        NOTHING,
    ),
    # "Learning by text or context? [Review of the book The social life of information, by J. S. Brown & P. Duguid]."
    "reviewed-in-brackets": (Frame(rf"\[(?P<other>(?i:{_ABOUT}|{_RETRACTED})\s[^\[\]]{{5,300}})\]", ("[",), NOTHING)),
    # NLM: "Washington Post (Maryland Ed.). 2005 Jul 24;Sect. A:12 (col. 1)."
    "newspaper-section": Frame(
        r"(?<=[.?!]\s)(?P<container>[A-Z][^.?!:;()]{2,60}(?:\s\([^()]{2,30}\))?)\.\s(?P<date>\d{4}\s[A-Z][a-z]{2}\s\d{1,2});"
        r"\s?(?:Sect\.\s?)?[A-Z]{1,2}:\s?(?P<pages>\d{1,3})",
        (";Sect", "; Sect"),
        NOTHING,
    ),
    # MLA: "Speed Racer. Directed by Lana Wachowski, performances by Emile Hirsch, Warner Brothers, 2008."
    "film-mla": Frame(
        rf"^(?P<title>[^.“\"]{{2,100}})\.\s(?P<other>(?i:{alternatives(_DIRECTED)})\s[^“”]{{3,300}}?),\s(?P<publisher>[^,]{{2,60}}),\s"
        r"(?P<date>\d{4})\.?$",
        _either_case(_DIRECTED, ". ", " "),
        NOTHING,
    ),
    # ABNT: "In: SEMINÁRIO DE BIBLIOTECAS, 10., 1998, Fortaleza. Anais... Fortaleza: Tec Treina, 1998."
    "event-abnt": Frame(
        r"\bIn:\s(?P<container>[A-ZÀ-Þ]{3}[A-ZÀ-Þ\s,-]{8,150}),\s(?P<other>\d{1,3}\.?,\s\d{4},\s[^.:]{3,60}\.\s"
        rf"(?i:{alternatives(_PROCEEDINGS)})[^:]{{0,30}}?\.)\s(?P<place>[A-ZÀ-Þ][^.:]{{2,30}}):"
        r"(?:\s(?P<publisher>[^:,.]{2,60}),\s(?P<date>\d{4}))?",
        tuple(f". {word.capitalize()}" for word in _PROCEEDINGS),
        NOTHING,
    ),
    # APA: "The business of roses. (1974). Los Angeles: Little and Long."
    "title-in-front": Frame(
        r"^(?P<title>[^,،&();]{8,120})\.\s\((?P<date>\d{4})\)\.\s(?P<place>[^.:()\d]{3,40}):\s(?P<publisher>[^.:()\d]{3,60})\.?$",
        ("). ",),
        NOTHING,
    ),
    # IEEE: ",” USAF Cambridge Res. Labs., Cambridge, MA, USA, Rep. ARCRL-66-234 (II), 1994"
    "report-ieee": Frame(
        r"[,?!]”\s(?P<publisher>[^,”]{3,80}),\s(?P<place>[^”]{3,50}?),\s(?P<genre>(?:Tech\.\s)?(?:Rep|Memo)\.)\s"
        r"(?P<number>[A-Z\d][\w./-]{1,25}(?:\s\([IVX]{1,4}\))?),\s(?P<date>(?:[A-Z][a-z]{2,4}\.?\s)?\d{4})",
        (" Rep. ", " Memo. "),
        NOTHING,
    ),
    # Bluebook: "Newsweek, Feb. 12, 1990, at 55."
    "day-and-page": Frame(
        r",\s(?P<date>[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}),\sat\s(?P<pages>[A-Z]?\d{1,4})\b", (", at ",), NOTHING
    ),
    # LNCS: "(eds.) MICCAI 2015. LNCS, vol. 9351"
    "series-behind-editors": Frame(
        r"\((?:[Ee]ds?|[Hh]rsg)\.\)[:,]?\s[^.()]{3,200}\.\s(?P<series>[A-Z]{4,6}),\svol\.\s(?P<volume>\d{1,5})(?=[,.])",
        (", vol. ",),
        NOTHING,
    ),
    # "Mendeley Data, v1.", "Harvard Dataverse, V1"
    "version-of-data": Frame(
        rf"(?:{alternatives(_REPOSITORIES)}),\s(?P<edition>[vV]\d{{1,2}})(?=[.,]|$)", (", v0", ", V0"), NOTHING
    ),
    # Cite Them Right: "Pulp Fiction (1994) Directed by Q. Tarantino [Film]. Los Angeles: Miramax."
    "film-harvard": Frame(
        rf"^(?P<title>[^().]{{2,100}})\s\((?P<date>\d{{4}})\)[.,]?\s(?P<other>(?i:{alternatives(_DIRECTED)})\s[^\[\]]{{3,80}}?)\.?"
        r"\s\[(?P<genre>[^\[\]]{3,30})\](?:\.\s(?P<place>[^:.]{2,40}):\s(?P<publisher>[^:.]{2,60}))?",
        tuple(f") {word.capitalize()} " for word in _DIRECTED),
        NOTHING,
    ),
    # "Anorexia nervosa. Updated February 22, 2022. Accessed June 11, 2024."
    "updated-on": Frame(
        rf"(?<=[.!?] )(?P<other>(?i:{alternatives(_STATED)}))\s"
        r"(?P<date>[A-Z][a-z]{2,8}\s\d{1,2},\s\d{4})(?=\.)",
        _either_case(_STATED, ". ", " "),
        NOTHING,
    ),
    # "RDF 1.1 Concepts. W3C Recommendation, 25 February 2014"
    "w3c-report": Frame(
        r"(?<=[.,] )(?P<publisher>W3C)\s"
        r"(?P<genre>(?:Proposed |Candidate )?(?:Recommendation|Working Draft|(?:Working Group )?Note))",
        ("W3C ",),
        NOTHING,
    ),
    # APA: "[TV series episode]. In V. Gilligan (Executive Producer), Breaking bad. High Bridge Entertainment.",
    # "[Song]. On Lemonade. Parkwood; Columbia."
    "part-of-a-show": Frame(
        rf"\[[^\[\]]{{0,30}}(?i:{alternatives((*_EPISODES, 'song'))})[^\[\]]{{0,60}}\]\.\s(?P<other>In|On)\s"
        r"(?:[^()]{3,120}\s\([^()]{3,40}\),\s)?(?P<container>\.?[^.()]{2,80})"
        r"(?:(?:\.|(?<=[?!])\.?)\s(?P<publisher>[^.()]{2,80}))?(?=\.?$|\.\shttps?:)",
        ("]. In ", "]. On "),
        NOTHING,
    ),
    # AMA: "The Immortal Life of Henrietta Lacks. Audiobook. Random House Audio; 2010."
    "medium-ama": Frame(
        r"\.\s(?P<genre>Audiobook|Podcast|Video)\.\s(?P<publisher>[A-Z][^.;:]{2,60});\s(?P<date>\d{4})",
        (". Audiobook. ", ". Podcast. ", ". Video. "),
        NOTHING,
    ),
    # AGLC: "‘Extra-Territoriality’ (Conference Paper, International Trade Law Conference, 29 May 1997)"
    "paper-aglc": Frame(
        r"[’'”\"]\s\((?P<genre>(?:[A-Z][a-z]{3,12}\s)?(?:Paper|Thesis|Lecture|Speech))(?:\sNo\s(?P<number>[\w/-]{1,12}))?,\s"
        r"(?P<publisher>[^()]{3,120}?),\s(?P<date>(?:(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\s)?\d{4})\)",
        ("Paper", "Thesis, ", "Lecture, ", "Speech, "),
        NOTHING,
    ),
    # AGLC: "Laying Down the Law (LexisNexis, 11th ed, 2021)"
    "book-aglc": Frame(
        r"\s\((?P<publisher>[A-Z][^(),:\d]{1,60}),\s(?P<edition>\d{1,2}(?:st|nd|rd|th)\sed),\s(?P<date>\d{4})\)",
        ("st ed, ", "nd ed, ", "rd ed, ", "th ed, "),
        NOTHING,
    ),
    # Chicago: "“Deconstructing Dinner.” Review of The Omnivore’s Dilemma, by Michael Pollan. New York Times, April 23"
    "reviewed-behind-title": Frame(
        rf"[”\"]\s(?P<other>(?:(?i:{_ABOUT})\sof\s[^“”]{{3,200}}?,\sby|Interview\s(?:by|with))\s"
        r"(?:[A-Z][\w.’'-]{0,20}\s){1,3}[A-Z][\w’'-]{1,20})[.,]\s(?P<container>[A-Z][^,.]{2,60})(?=[,.])",
        tuple(f"{quote} {word}" for quote in '”"' for word in ("Review of", "Interview ")),
        NOTHING,
    ),
    # Libraries: "La citazione bibliografica / Carlo Pastena. – Palermo : CRICD, 2013."
    "catalogued-book": Frame(
        r"^(?P<title>[^/.]{4,200}?)\s/\s(?P<author>[^/:;]{4,120}?)\.\s[–—-]\s(?P<place>[^:.]{2,40}?)\s:\s"
        r"(?P<publisher>[^,]{2,80}?),\s(?P<date>\d{4})",
        (" / ",),
        NOTHING,
    ),
    # "Self-report. (2018). In APA dictionary of psychology (2nd ed., p. 956)."
    "entry-in-front": Frame(
        r"^[“\"]?(?P<title>[^.,&();“”\"]{3,80})\.[”\"]?\s\((?P<date>\d{4}|n\.d\.)\)\.\s(?P<other>"
        + _IN
        + r")\s(?P<container>[A-Z][^().]{3,100})"
        r"(?=\s\(|\.\s)",
        tuple(f"). {word.capitalize()} " for word in every("parts", "in") if word.isalpha()),
        NOTHING,
    ),
    # ACS: "Batteries. Ullmann's Encyclopedia of Industrial Chemistry, 7th ed.; Wiley-VCH: Weinheim, 2011; Vol. 4"
    "encyclopaedia-acs": Frame(
        r"^(?P<title>[A-Z][^.,;:()]{2,60})\.\s(?P<container>[A-Z][^.,;:()]{8,80}),\s(?P<edition>\d{1,2}(?:st|nd|rd|th)\sed)\.;\s",
        (" ed.; ",),
        NOTHING,
    ),
    # "(Meld. St. 8 (2018–2019))"
    "paper-of-parliament": Frame(
        rf"\(?(?P<number>(?:{alternatives(_PAPERS_OF_PARLIAMENT)})\s?\d{{1,3}}(?:\s?[A-Z]{{1,2}})?(?:\s\(\d{{4}}[–-]\d{{2,4}}\)|/\d{{2,4}}))\)?",
        _PAPERS_OF_PARLIAMENT,
        NOTHING,
    ),
    # Korean: "정명진 역, 서울: 세종서적", "2판; 민음사, 2016"
    "translator-korean": Frame(
        r"[』」》],?\s(?P<translator>[\uac00-\ud7a3]{2,4}(?:\s?[·∙,]\s?[\uac00-\ud7a3]{2,4}){0,3})\s"
        rf"(?P<other>{alternatives(signs('ko', 'translators'))})(?=[,.;]\s)",
        tuple(f" {word}" for word in signs("ko", "translators")),
        NOTHING,
    ),
    # Arabic: "مجلة القراءة والمعرفة، العدد183، ص109-143"
    "issue-arabic": Frame(
        rf"(?P<issue>(?:{alternatives(every('signs', 'issue'))})\s?\(?\d{{1,4}})", every("signs", "issue"), NOTHING
    ),
}
