# ruff: noqa: E501 - templates and word lists are one a line
"""References of the APA family: what may stand in the date's slot, the brackets behind a title, what has no numbers.

"Family, I., & Family, I. (in press). Title (No. 12) [Data set]. Journal." Works of every kind have one frame there, so
the tagger can learn it from all of them: people, date, title, brackets, and then the container or who published it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from training.render_parts import Maker, Part, fill, titled_by
from training.render_styles import CITIES
from training.render_words import invented
from training.render_works import articles, packs

LANGUAGES = ("en", "nl", "de", "fr", "es", "pt", "it", "sv", "da", "no", "fi", "pl", "cs", "tr", "hu")
# What stands for a year that is not known yet, in the languages that print their own.
_STATUS = {
    "en": "in press|in press-a|forthcoming|submitted|accepted|under review|in preparation|to appear|in revision|n.d.",
    "nl": "in druk|ter perse|te verschijnen|ingediend|geaccepteerd|in voorbereiding|z.d.|z.j.",
    "de": "im Druck|in Druck|im Erscheinen|eingereicht|angenommen|in Vorbereitung|in Vorb.|o. J.",
    "fr": "sous presse|à paraître|soumis|accepté|en préparation|en cours|s.d.",
    "es": "en prensa|en preparación|enviado|aceptado|próxima publicación|por aparecer|s.f.",
    "pt": "no prelo|em preparação|submetido|aceite|aceito|em publicação|s.d.",
    "it": "in corso di stampa|in stampa|in preparazione|accettato|s.d.",
    "sv": "under tryckning|kommande|insänd|i tryck|u.å.",
    "da": "under udgivelse|i trykken|indsendt|u.å.",
    "no": "under trykking|i trykk|innsendt|u.å.",
    "fi": "painossa|tulossa|lähetetty|s.a.",
    "pl": "w druku|złożony|w przygotowaniu|b.d.",
    "cs": "v tisku|přijato|zasláno|b.r.",
    "tr": "baskıda|basımda|yayımlanacak|gönderildi|t.y.",
    "hu": "megjelenés alatt|nyomdában|elfogadva|é. n.",
}
_ADVANCE = {
    "en": "Advance online publication|Online first|Published online|Early view|Epub ahead of print|Manuscript in press",
    "nl": "Vooraf online gepubliceerd|Online publicatie",
    "de": "Vorab-Onlinepublikation|Online-Vorveröffentlichung",
    "fr": "Prépublication en ligne|Publication anticipée en ligne",
    "es": "Publicación anticipada en línea",
    "pt": "Publicação antecipada online",
}
# Works that are known by the bracket behind their title: what it says, where they stand, how the people are called.
_MEDIA = {
    "Data set|Dataset|Data file|Data file and code book": "publisher:Zenodo|Dryad|Figshare|Harvard Dataverse|OSF|ICPSR"
    "|PANGAEA|UK Data Archive|DANS|Mendeley Data|GESIS Datenarchiv|Pew Research Center|Eurostat",
    "Computer software|Source code|Software|Mobile app|R package|Computer program": "publisher:GitHub|App Store|Zenodo"
    "|Google Play Store|Apache Software Foundation|RStudio|CRAN|IBM Corp.|StataCorp|Python Package Index|Bitbucket",
    "Film|Motion picture|Documentary|TV series|TV mini-series|Video game|Short film": "publisher:Warner Bros. Pictures"
    "|Paramount Pictures|Universal Studios|Columbia Pictures|Studio Ghibli|Miramax Films; Working Title|HBO|BBC; Netflix"
    "|20th Century Fox|Zentropa Entertainments|Nintendo|Pathé; Canal+|A24|Focus Features",
    "Album|Song|Recorded by|Audiobook|CD|Audio recording": "publisher:Sire Records|Columbia|Motown|Deutsche Grammophon"
    "|EMI Records|Decca|Parlophone Records|Random House Audio|Def Jam Recordings|XL; Columbia",
    "Video|Webinar|TED Talk|Online video|Lecture recording|Film; online video": "container:YouTube|Vimeo|TED Conferences"
    "|Khan Academy|Coursera|Kanopy|TEDxAmsterdam",
    "Tweet|Post|Status update|Photograph|Infographic|Online forum post|Thumbnail with link attached|Image|Blog post": ""
    "container:Twitter|X|Facebook|Instagram|Reddit|LinkedIn|TikTok|Mastodon|Medium|Tumblr",
    "Review of the book {t}, by {n}|Review of the film {t}|Letter to the editor|Editorial|Special issue|Peer commentary"
    "|Abstract|Comment|Erratum|Interview": "journal:",
    "Unpublished manuscript|Manuscript submitted for publication|Manuscript in preparation|Working paper|White paper"
    "|Preprint|Technical report|Policy brief|Fact sheet|Brochure|Press release|Issue brief|Conference paper"
    "|Unpublished raw data|Report|Discussion paper": "publisher:",
    "Paper presentation|Conference session|Poster presentation|Keynote address|Symposium|Conference presentation"
    "|Paper presented|Poster": "meeting:",
    "Audio podcast episode|TV series episode|Video podcast episode|Radio broadcast|Radio program episode"
    "|Television series episode|Webisode": "series:",
    "Audio podcast|Video podcast|Podcast": "publisher:NPR|WBEZ|Gimlet Media|Spotify|The New York Times|BBC Sounds|Slate"
    "|Radiotopia|NPO Radio 1|This American Life Productions; WBEZ Chicago",
    "Painting|Sculpture|Map|Lithograph|Woodblock print|Musical score": "museum:Museum of Modern Art|Rijksmuseum|Louvre"
    "|Art Institute of Chicago|Tate|Museo del Prado|Library of Congress",
    "Kindle edition|Kindle version|E-book|Ebook|PDF|Print|Paperback|Adobe Digital Editions version": "publisher:",
    "Doctoral dissertation, {u}|Master's thesis, {u}|Unpublished doctoral dissertation, {u}|Proefschrift, {u}"
    "|Masterscriptie, {u}|Tesis doctoral, {u}|Thèse de doctorat, {u}|Dissertation, {u}|Bachelor's thesis, {u}": "thesis:",
}
# Own words for the brackets, elsewhere.
_OWN_MEDIA = {
    "nl": "Dataset|Video|Film|Podcast|Foto|Blogpost|Scriptie|Persbericht|Factsheet|Software|Ongepubliceerd manuscript",
    "de": "Datensatz|Video|Film|Podcast-Episode|Fernsehserie|Computersoftware|Pressemitteilung|Manuskript in Druck",
    "fr": "Vidéo|Jeu de données|Film|Balado audio|Logiciel|Communiqué de presse|Épisode de balado",
    "es": "Conjunto de datos|Vídeo|Película|Pódcast|Programa de ordenador|Comunicado de prensa|Episodio de pódcast",
    "pt": "Vídeo|Conjunto de dados|Filme|Podcast|Software|Comunicado de imprensa",
    "it": "Video|Set di dati|Film|Comunicato stampa",
    "sv": "Video|Film|Datauppsättning|Podd|Pressmeddelande",
}
_ROLES = (
    "(Host)|(Director)|(Executive Producer)|(Producer)|(Writer & Director)|(Hosts)|(Directors)|(Writer)|(Composer)|"
    "(Narrator)|(Photographer)|(Artist)|(Regie)|(Regisseur)|(Presentator)|(Réalisateur)|(Moderator)|(Executive Producers)"
)
_SHOWS = (
    "This American Life|Radiolab|Serial|The Daily|Planet Money|Black-ish|The Wire|Horizon|Zembla|Tegenlicht|The Simpsons|"
    "Freakonomics Radio|Panorama|De Correspondent|Frontline|Hidden Brain|Ted Radio Hour|Nieuwsuur|Philosophize This!|"
    "Das Coronavirus-Update|Buitenhof|The West Wing|Friends|Invisibilia|Onbehaarde Apen|Les Pieds sur terre"
)
_STATIONS = (
    "WBEZ|NPR|BBC|ABC|HBO|VPRO|NPO 1|Gimlet|PBS|NDR|Radio France|The New York Times|WBEZ Chicago|KRO-NCRV|Warner Bros. "
    "Television|Wilmore Films; ABC Studios|Stitcher; WNYC Studios|CBC Radio One|ITV|SVT"
)
PUBLISHERS = (
    "Farrar, Straus and Giroux|Farrar, Straus & Giroux|Charles Scribner's Sons|Houghton, Mifflin and Company|Knopf|Viking|"
    "Taylor & Francis|Faber & Faber|Faber and Faber|John Wiley & Sons|Wiley-Blackwell|Little, Brown and Company|Verso|"
    "Harcourt, Brace & World|Simon & Schuster|Holt, Rinehart and Winston|Rand McNally|Jossey-Bass|Allen Lane|Zed Books|"
    "W. W. Norton & Company|W.W. Norton|Basic Books|Hodder & Stoughton|Sage Publications|Duke University Press|MIT Press|"
    "Doubleday, Doran|Lippincott Williams & Wilkins|Weidenfeld & Nicolson|Chatto & Windus|Edward Elgar|Addison-Wesley|"
    "Thames & Hudson|Rowman & Littlefield|Routledge & Kegan Paul|Lawrence Erlbaum Associates|Pergamon|Picador|Penguin|"
    "Dover|Prometheus|Athenaeum|De Bezige Bij|Querido|Atlas Contact|Meulenhoff|Bohn Stafleu van Loghum|Boom|Balans|"
    "Suhrkamp|Hanser|C.H. Beck|Kiepenheuer & Witsch|Vandenhoeck & Ruprecht|Mohr Siebeck|transcript|Budrich|De Gruyter|"
    "Éditions du Seuil|Presses universitaires de France|La Découverte|Gallimard|Siglo XXI|Fondo de Cultura Económica|"
    "Paidós|Taurus|Tecnos|Morata|Cátedra|Companhia das Letras|Vozes|Autêntica|Il Mulino|Einaudi|Feltrinelli|Laterza|"
    "Natur & Kultur|Studentlitteratur|Bonniers|Gyldendal|Hans Reitzels Forlag|Universitetsforlaget|WSOY|Gaudeamus|"
    "Wydawnictwo Naukowe PWN|Portál|Grada|Heretik Yayıncılık|İletişim Yayınları|Metis|Gondolat|The Stationery Office|"
    "National Academies Press|American Psychological Association|OECD Publishing|World Bank|Government Printing Office|"
    "Bloomsbury|Vintage|Harmony Books|Profile|Harper|Anchor|Scribner|Ecco|Crown|Granta|Polity|Continuum|Norton|Putnam|Dutton|"
    "Doubleday|Ballantine|Bantam|Jonathan Cape|Canongate|LexisNexis|LexisNexis Butterworths|Federation Press|Lawbook Co|Palgrave|"
    "Macmillan|Brill|Peter Lang|Mouton|John Benjamins|Lincom Europa|Erlbaum|Heinemann|Longman|Cengage|Pearson|Eisenbrauns|"
    "McGraw-Hill Book Company|Thomas Y. Crowell|Hachette|Mondadori|Adelphi|Giuffrè|Cedam|Dalloz|L'Harmattan|Aufbau|Reclam|Piper"
)
_NEWSPAPERS = {
    "en": "The New York Times|The Guardian|The Washington Post|Los Angeles Times|The Times|Time|The Atlantic|The New Yorker"
    "|Newsweek|Scientific American|Financial Times|The Wall Street Journal|Wired|The Conversation|HuffPost|Vox",
    "nl": "de Volkskrant|NRC|NRC Handelsblad|Trouw|Het Parool|De Standaard|De Morgen|De Groene Amsterdammer|Elsevier Weekblad",
    "de": "Die Zeit|Der Spiegel|Süddeutsche Zeitung|Frankfurter Allgemeine Zeitung|taz|Die Welt|Der Standard|Zeit Online",
    "fr": "Le Monde|Libération|Le Figaro|La Croix|Le Devoir|La Presse|L'Express|Le Nouvel Observateur",
    "es": "El País|El Mundo|La Vanguardia|Clarín|El Tiempo|El Mercurio|La Nación|elDiario.es",
    "pt": "Folha de S.Paulo|Público|O Globo|Expresso|Veja|Diário de Notícias",
    "it": "la Repubblica|Corriere della Sera|La Stampa|Il Sole 24 Ore|Il Post",
}
_TRANSLATED = {
    "en": "Trans.|Transl.|Trans. and Ed.", "nl": "Vert.|vert.", "de": "Übers.|Übersetz.", "fr": "trad.|Trad.",
    "es": "Trad.|trad.|Trads.", "pt": "Trad.|Trads.", "it": "Trad.", "sv": "Övers.", "da": "Overs.", "no": "Overs.",
    "fi": "Suom.", "pl": "tłum.|przeł.|Tłum.", "cs": "přel.|Přel.", "tr": "Çev.|çev.", "hu": "Ford.|ford.",
}  # fmt: skip
_ORIGINAL = {
    "en": " (Original work published {})| (Original published {})| (Original work published {})",
    "nl": " (Oorspronkelijk werk gepubliceerd in {})| (Origineel gepubliceerd {})", "de": " (Original erschienen {})",
    "fr": " (Œuvre originale publiée en {})", "es": " (Obra original publicada en {})| (Trabajo original publicado en {})",
    "pt": " (Trabalho original publicado em {})| (Obra original publicada em {})",
}  # fmt: skip
# Editions that say no number.
_UNCOUNTED = {
    "en": "Rev. ed.|rev. ed.|Revised ed.|New ed.|Updated ed.|Expanded ed.|Reprint ed.|Anniversary ed.|International ed.|Student ed.",
    "nl": "herz. druk|herziene druk|herziene editie|nieuwe druk", "de": "Neuaufl.|überarb. Aufl.|erw. Aufl.|Neuausg.|Sonderausg.|Studienausg.",
    "fr": "Nouv. éd.|éd. rev.|éd. rev. et augm.|Éd. augmentée", "es": "Ed. rev.|ed. corregida|Ed. aumentada|Nueva ed.", "pt": "Ed. rev.|ed. rev. e ampl.|Ed. especial",
    "it": "Nuova ed.|ed. riveduta|Ed. ampliata", "sv": "Ny uppl.|Rev. uppl.|[Ny uppl.]", "da": "Ny udg.|Rev. udg.", "no": "Ny utg.|Rev. utg.",
}  # fmt: skip
_TITLES = (
    "Can we get better at {}?|Why {}?|Stop {}!|What is {}?|{}: Who cares?|Is {} a myth?|{} matters!|Learning by {} or {}?|"
    "1984 and {}|{} 2.0|{} and “{}”|“{}”: {} and {}|{} — {}|{}: A review of {}|World report 2021|{} 2022|{}, {} and {}|"
    "Does {} work? Evidence from {}|{} is dead. Long live {}!|The “{}” effect|How to {}|In search of {}|On {}|The {} report"
)


@cache
def organisations() -> dict[str, list[str]]:
    """Real organisations by language (parsing_organisations.txt)."""
    text = (Path(__file__).parent / "parsing_organisations.txt").read_text("utf-8")
    found: dict[str, list[str]] = {}
    for paragraph in text.split("\n\n"):
        code, *lines = [line for line in paragraph.splitlines() if line[:1] != "#"]
        found[code] = [name for line in lines for name in line.split("|")]
    return found


_BODIES = {
    "en": (
        "{Centre|Center|Centers|Institute|Office|Department|Ministry|Agency|Society|Association|Council|Foundation|Committee|Bureau|"
        "Commission|Academy|Federation|Observatory|Network|Alliance} {for|of|on}",
        "{National |European |American |International |Royal |Australian |Canadian |World |British |Federal |State |||||}",
        "and",
    ),
    "nl": ("{Ministerie|Instituut|Inspectie|Stichting|Vereniging|Raad|Centrum|Kenniscentrum|Bureau|Dienst} {voor|van}", "{Nederlandse |Landelijke |Vlaamse ||||}", "en"),
    "de": ("{Institut|Zentrum|Amt|Gesellschaft|Verband|Ministerium|Bundesamt|Bundesministerium|Stiftung|Agentur|Arbeitskreis} für", "{Deutsches |Österreichisches |||||}", "und"),
    "fr": ("{Institut|Ministère|Centre|Agence|Société|Conseil|Office|Comité|Observatoire|Fédération} {de|pour|des}", "{|||}", "et"),
    "es": ("{Instituto|Ministerio|Centro|Agencia|Sociedad|Consejo|Secretaría|Comisión|Fundación|Asociación} {de|para|Nacional de}", "{|||}", "y"),
    "pt": ("{Instituto|Ministério|Centro|Agência|Sociedade|Conselho|Secretaria|Comissão|Fundação|Associação} {de|para|Nacional de}", "{|||}", "e"),
    "it": ("{Istituto|Ministero|Centro|Agenzia|Società|Consiglio|Comitato|Fondazione|Associazione} {di|per|nazionale di}", "{|||}", "e"),
}  # fmt: skip


def _made_up(dice: random.Random, code: str) -> str:
    """An organisation that does not exist: "National Centre for Alpine Pastures and Screen Use"."""
    code = code if code in _BODIES else "en"
    body, front, joins = (
        re.sub(r"\{([^{}]*)\}", lambda match: dice.choice(match[1].split("|")), text) for text in _BODIES[code]
    )
    nouns = [
        invented(dice, code, dice.choice(packs()[code]["nouns"]), 0.3) for _ in range(dice.choice([1, 1, 2, 2, 3]))
    ]
    if code in ("en", "de"):
        nouns = [re.sub(r"\b[a-z](?=[a-z]{3})", lambda match: match[0].upper(), noun) for noun in nouns]
    about = f"{', '.join(nouns[:-1])} {joins} {nouns[-1]}" if len(nouns) > 1 else nouns[0]
    return f"{front}{body} {about}"


def _in_short(dice: random.Random) -> str:
    """What signs by letters, by a name of its own or as a committee: "RfII", "CBS, PBL & RIVM", "ISO/TC 46/SC 9"."""

    def letters() -> str:
        name = "".join(dice.choices("ABCDEFGHIJKLMNOPRSTUVWZ", k=dice.randint(3, 5)))
        return name if dice.random() < 0.8 else name[0] + name[1:2].lower() + name[2:]

    roll = dice.random()
    if roll < 0.4:
        return letters()
    if roll < 0.6:
        return ", ".join(letters() for _ in range(dice.randint(1, 3))) + dice.choice([" & ", " and ", ", "]) + letters()
    if roll < 0.75:
        body = dice.choice(
            [
                "ISO/TC",
                "ISO/IEC JTC",
                "IEC TC",
                "CEN/TC",
                "ITU-T SG",
                "IEEE 802",
                "W3C",
                "ISO",
                "DIN NA",
                "ASTM Committee E",
            ]
        )
        return f"{body} {dice.randint(1, 300)}" + dice.choice(
            ["", f"/SC {dice.randint(1, 40)}", f"/WG {dice.randint(1, 9)}"]
        )
    return dice.choice(_CALLED) + dice.choice(_TOGETHER.split("|"))


_CALLED = [
    "Military",
    "Open",
    "Deep",
    "Path",
    "Bio",
    "Health",
    "Data",
    "Net",
    "Green",
    "Edu",
    "Micro",
    "Med",
    "Cyber",
    "Geo",
    "Eco",
    "Fin",
    "Agri",
    "Smart",
    "Blue",
]
_TOGETHER = (
    "Source|Mind|AI|Check|Works|Lab|Lab Team|Watch|Base|Forge| OneSource|Link|Hub|Tech GmbH|Soft Inc.|Wise|Data B.V."
)


def organisation(dice: random.Random, code: str) -> str:
    """The name of a real organisation, mostly of the language; now and then two, or with its acronym behind it."""
    known = organisations()
    name = dice.choice(known[code if code in known and dice.random() < 0.85 else "en"])
    roll = dice.random()
    if roll < 0.3:
        name = _made_up(dice, code)
    elif roll < 0.36:
        return _in_short(dice)
    if " " in name and dice.random() < 0.08:
        name += f" ({''.join(word[0] for word in name.split() if word[0].isupper())})"
    if " " in name and dice.random() < 0.06:
        name += f" & {dice.choice(known['en'])}"
    return name


_STATES = "Government of {}|State of {}|City of {}|Parliament of {}|Ville de {}|Gemeente {}|Provincie {}|Stadt {}|Kanton {}|Gobierno de {}|Governo de {}|U.S. Department of Defense|U.S. Department of Health and Human Services|Council of {}|University of {}"


class Apa:
    """One reference in a language, by a maker that draws names, titles and words."""

    def __init__(self, maker: Maker) -> None:
        self.make, self.dice, self.code = maker, maker.dice, maker.code
        maker.names_as, maker.dot, maker.between = "inverted", self.any(". |. |. |."), ", "
        maker.last = self.any(", & |, & |, & | & |, and | und | en | y | et | e |, ")
        if self.chance(0.12):
            maker.names_as = "full"
        self.year = str(self.dice.randint(1960, 2024))

    def any(self, options: str) -> str:
        return self.dice.choice(options.split("|"))

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def own(self, table: dict[str, str]) -> str:
        return self.any(table.get(self.code, table["en"]))

    def reference(self) -> list[Part]:
        kinds = {"article": 24, "bare": 14, "press": 12, "book": 16, "report": 12, "medium": 22, "chapter": 8, "web": 8}
        kind = self.dice.choices(list(kinds), list(kinds.values()))[0]
        parts: list[Part] = getattr(self, kind)()
        return [*parts, *self.tail(kind)]

    # ------------------------------------------------------------------------------------------------- the head

    def head(self, corporate: float = 0.12, role: str = "", label: str = "author") -> list[Part]:
        """Who, and the date's slot."""
        if self.chance(corporate):
            who = organisation(self.dice, self.code)
            who += self.any("| [@" + who.split()[0].lower() + "]") if self.chance(0.05) else ""
        elif self.chance(0.03):
            who = self.make.pick("givens") + self.any("| [@name]")
        else:
            who = self.people()
        if role:
            who += f" {role}"
        elif label == "editor":
            who += self.any(" (Eds.)| (Ed.)| (eds.)| (Red.)| (Hrsg.)| (Dirs.)| (Coords.)| (a cura di)")
        stop = "" if who.endswith(".") else self.any(".|.|.|") if not who[-2:-1].isupper() else self.any("|.")
        opening, closing = self.any("(/)|(/)|(/)|(/)|[/]").split("/")
        return [(who, label), (f"{stop} {opening}", ""), *self.slot(), (closing + self.any(". |. |. |: |, | "), "")]

    def people(self) -> str:
        people = self.make.people(14)
        if len(people) > 6 and self.chance(0.6):
            texts = [self.make.name(person, 1) for person in people]
            dots = self.any(", … |, . . . |, ... |, …, |, . . ., & |, ... & |, …& ")
            return ", ".join(texts[:-1]) + dots + texts[-1]
        text = self.make.names(people)
        if self.chance(0.04):
            marks = iter(self.dice.sample("*†‡§¶#", 6))
            text = "".join(
                char + next(marks, "") if text[i : i + 2] in (".,", ". ") else char for i, char in enumerate(text)
            )
        return text

    def slot(self) -> list[Part]:
        """What stands in the brackets of the date; only a year makes a date of it."""
        year, month = self.year, self.make.pick("months").rstrip(".")
        day = self.dice.randint(1, 27)
        roll = self.dice.random()
        if roll < 0.5:
            return [(year + (self.dice.choice("abc") if self.chance(0.08) else ""), "date")]
        if roll < 0.66:
            forms = f"{year}, {month} {day}|{year}, {day} {month}|{year}, {month}|{year}, {day}. {month}|{day} {month} {year}"
            return [(self.any(f"{forms}|{year}, {day} de {month}"), "date")]
        if roll < 0.71:
            other = self.make.pick("months").rstrip(".")
            days = f"{month} {day}–{day + 3}|{month} {day}-{day + 2}|{month} {day}–{other} 2|{day}–{day + 3} {month}"
            return [
                (
                    f"{year}, {self.any(f'{days}|{day} {month} - 3 {other}|Spring/Summer|Fall|Winter|lente|Herbst')}",
                    "date",
                )
            ]
        if roll < 0.79:
            first = self.dice.randint(1700, 1950)
            forms = (
                f"{first}/{year}|{int(year) - 1}–{year}|{int(year) - 3}-{year}|{year}/{int(year) + 1}|c. {first}/{year}"
            )
            forms += f"|{year}–present|{year}-heden|ca. {year}|c. {year}|[{year}]|{first} [{year}]|{year}, eerste druk {first}"
            forms += f"|{year}–|c. {first % 900} B.C.E./{year}|ca. {first % 900} v. Chr./{year}|{first}/2003a|ca. {year}–{year}"
            return [(self.any(forms), "date")]
        if roll < 0.82:
            return [(year, "date"), (f", {self.own(_STATUS)}", "")]
        return [(self.own(_STATUS) + self.any("||||-a|-b"), "")]

    def title(self) -> str:
        if self.chance(0.05):
            return titled_by(self.dice, self.make, self.make.title())
        if not self.chance(0.25):
            return self.make.title()
        title = self.any(_TITLES)
        while "{}" in title:
            title = title.replace("{}", self.make.pick("nouns"), 1)
        return title[0].upper() + title[1:]

    def titled(self, title: str, brackets: Sequence[Part] = ()) -> list[Part]:
        """The title, its brackets, and the stop behind them."""
        end = "" if title[-1] in "?!" and not brackets else self.any(".|.|.|.|,")
        if self.chance(0.07):
            marks = self.any('“”|‘’|""|„“')
            return [(marks[0], ""), (title, "title"), (marks[1], ""), *brackets, (f"{end} ", "")]
        return [(title, "title"), *brackets, (f"{end} ", "")]

    def bracket(self, options: str, **values: str) -> list[Part]:
        """ " (Report No. {n})" and the like, drawn from options."""
        return fill(self.any(options), values)

    # ------------------------------------------------------------------------------------------------- the kinds

    def article(self) -> list[Part]:
        work = self.dice.choice(articles())
        english = self.code == "en" and self.chance(0.7)
        container = work.container if english else self.make.pick("journals")
        title = work.title if english and self.chance(0.6) else self.title()
        values = {
            "c": container, "v": str(self.dice.randint(1, 120)), "i": self.any("1|2|3|4|6|12||1-2|Suppl. 1|S1"),
            "p": self.pages(),
        }  # fmt: skip
        forms = "{c}, {v}<({i})>, {p}|{c}, {v}<({i})>, {p}|{c}, {v}, {p}|{c}, {v}<({i})>|{c} {v}<({i})>: {p}"
        forms += "|{c}, {v}<({i})>, Article {p}|{c}, {v}, pp. {p}|{c}, {v}, Art. no. {p}"
        return [*self.head(0.08), *self.titled(title), *fill(self.any(forms), values)]

    def pages(self) -> str:
        first = self.dice.randint(1, 999)
        last = first + self.dice.randint(1, 30)
        forms = (
            f"{first}–{last}|{first}–{last}|{first}-{last}|{first}-{last}|e{first * 101}|{first}|{first}.e1–{first}.e7"
        )
        forms += (
            f"|{first}-{last}.e{last % 20}|{first}e{last % 90}|B{first}–B{last}|S{first}–S{last}|{first}:1–{first}:25"
        )
        forms += f"|0{first * 11}|{first * 1009}|{first}a|{first}–{last}.e3|1{first * 7}T|eabc{first * 4}|{first:06}"
        return self.any(forms)

    def bare(self) -> list[Part]:
        """A journal, a newspaper or a magazine without any numbers, or with the page alone."""
        work = self.dice.choice(articles())
        paper = self.chance(0.4)
        container = self.own(_NEWSPAPERS) if paper else self.make.pick("journals")
        if self.code == "en" and not paper and self.chance(0.6):
            container = work.container
        values = {"c": container, "p": self.any(f"{self.dice.randint(1, 40)}|A{self.dice.randint(1, 30)}|14-15|B1, B7")}
        forms = "{c}|{c}|{c}|{c}|{c}, p. {p}|{c}, {p}|{c}, pp. {p}" if paper else "{c}"
        advance = f". {self.own(_ADVANCE)}" if not paper and self.chance(0.35) else ""
        return [*self.head(0.05), *self.titled(self.title()), *fill(self.any(forms), values), (advance, "")]

    def press(self) -> list[Part]:
        """The date's slot before anything with a container: that is where the slot is misread."""
        parts = self.article()
        return parts if self.chance(0.7) else self.bare()

    def book(self) -> list[Part]:
        editors = self.chance(0.18)
        parts = self.head(0.06, label="editor" if editors else "author")
        brackets: list[Part] = []
        roll = self.dice.random()
        if roll < 0.2:
            brackets = self.bracket(
                " ({d})| ({d}, Vol. {v})| (Vol. {v})| ({d}, Vols. {v})", d=self.edition(), v=self.any("1|2|3|4|1–2")
            )
        elif roll < 0.45:
            brackets = [(" (", ""), (self.direct(), "translator"), (f", {self.own(_TRANSLATED)})", "")]
        elif roll < 0.52:
            brackets = [
                (" [", ""),
                (self.any("Kindle edition|E-book|Kindle version|Ebook|PDF|Audiobook"), "genre"),
                ("]", ""),
            ]
        elif roll < 0.56:
            brackets = [(f" [{self.make.title()}]", "")]
        original = (
            self.own(_ORIGINAL).format(self.dice.randint(1850, 1990)) if roll < 0.56 and self.chance(0.25) else ""
        )
        return [
            *parts,
            *self.titled(self.title(), brackets),
            *self.publishers(),
            (f".{original}" if original else "", ""),
        ]

    def edition(self) -> str:
        if self.chance(0.12):
            return self.own(_UNCOUNTED)
        return self.make.pick("edition").strip("(),. ") + self.any(".|.|") or "2nd ed."

    def direct(self) -> str:
        """People with their initials first."""
        people = self.make.people(2)
        words = [
            f"{self.initials(given)} {family}" if self.chance(0.8) else f"{given} {family}" for family, given in people
        ]
        return self.any(" & | and | y | en | & ").join(words)

    def initials(self, given: str) -> str:
        return " ".join(f"{word[0]}." for word in given.replace(".", " ").split()[:2] if word) or "A."

    def publishers(self) -> list[Part]:
        place, _, printed = self.make.pick("publishers").rpartition(": ")
        name = self.any(PUBLISHERS) if self.chance(0.6) else printed
        if self.chance(0.1):
            name += f"{self.any('; | / ')}{self.any(PUBLISHERS)}"
        if place and self.chance(0.3):
            return [(place, "place"), (": ", ""), (name, "publisher")]
        return [(name, "publisher")]

    def report(self) -> list[Part]:
        n, year = self.dice.randint(1, 999), self.year
        sorts = (
            "Report No.|NIH Publication No.|Publication No.|Working Paper No.|Discussion Paper No.|Technical Report|HC|Cm|"
            "Cmnd.|NCES|NBER Working Paper No.|Policy Research Working Paper No.|Rapport nr.|ISO Standard No.|Document No.|"
            "U.S. Patent No.|WO|EP|Special Report|Research Report No.|Occasional Paper No.|DHHS Publication No.|Rapportnr.|"
            "Bericht Nr.|Informe N.º|IZA Discussion Paper No.|CPB Discussion Paper|Publicatienr.|European Patent No.|"
            "Statistical Bulletin|Research Brief No.|ERIC Document No.|Issue|No."
        )
        sort = self.any(sorts)
        number = self.any(f"{n}|{year}-{n}|{n % 90}-{n * 13}|{n}|CMU-CS-{n}|{year}/{n % 40}|{n % 99}/{n * 31}|RR-{n}")
        if "Patent" in sort or sort in ("WO", "EP"):
            number = self.any(
                f"{n % 12},{n:03},{n % 997:03}|{n % 99:02}/{n * 97}|{year}{n * 7} A1|{n * 7919}|{n % 12}{n:03}{n:03} B2"
            )
        if sort == "ISO Standard No.":
            number = f"{n * 13}:{year}"
        if self.chance(0.15):  # the number alone
            sort, number = (
                "",
                self.any(
                    f"w{n * 17}|A/HRC/{n % 60}/{n % 90}|E/CN.{n % 9}/{n}|JRC{n * 113}|CES-WP-{n}|RR-{n}-A|EUR {n * 29} EN|ADM 90-{n}|S/{year}/{n}|KI-{n % 90}-{year}|SWD({year}) {n}|COM({year}) {n} final|BT-Drs. {n % 20 + 1}/{n * 7}|TR-{n}"
                ),
            )
        whole = sort in ("", "HC", "WO", "EP", "Cm", "NCES") and (not sort or self.chance(0.8))
        inside: list[Part] = (
            [(f"{sort} {number}".strip(), "number")] if whole else [(f"{sort} ", ""), (number, "number")]
        )
        brackets: list[Part] = [(" (", ""), *inside, (")", "")]
        who: list[Part] = [(organisation(self.dice, self.code), "publisher")]
        if self.chance(0.12):
            who = [(self.any(_STATES).format(self.any(CITIES)), "publisher")]
        if self.chance(0.25):
            who = [(f"{organisation(self.dice, self.code)}, {organisation(self.dice, self.code)}", "publisher")]
        if self.chance(0.2):
            who = self.publishers()
        return [*self.head(0.6), *self.titled(self.title(), brackets), *(who if self.chance(0.85) else [])]

    def medium(self) -> list[Part]:
        """A work known by the bracket behind its title: "[Data set]. Zenodo."."""
        said, where = self.dice.choice(list(_MEDIA.items()))
        said, (kind, _, places) = self.any(said), where.partition(":")
        if self.code in _OWN_MEDIA and self.chance(0.5) and kind in ("publisher", "container") and places:
            said = self.any(_OWN_MEDIA[self.code])
        said = said.replace("{t}", self.title()).replace("{n}", self.direct())
        school = self.make.pick("universities")
        genre, comma, rest = said.partition(", {u}")
        inside: list[Part] = [(genre, "genre"), *([(", ", ""), (school, "publisher"), (rest, "")] if comma else [])]
        before: list[Part] = []
        if kind in ("publisher", "series") and self.chance(0.3):
            number = f"{self.dice.randint(1, 900)}"
            before = self.bracket(
                " (No. {n})| (Version {n})| (Version {n}.0)| (Version 1.{n})| (Season {n}, Episode 4)| (Release {n})",
                n=number,
            )
        brackets: list[Part] = [*before, (" [", ""), *inside, ("]", "")]
        role = (
            self.any(_ROLES)
            if kind in ("series", "publisher") and ("odcast" in said or "ilm" in said or kind == "series")
            else ""
        )
        head = self.head(0.3, role=role)
        title = self.titled(self.title(), brackets)
        if self.chance(0.12):  # "[Data set]. (2020)." or without a title: the bracket as one
            head = self.head(0.5, role=role)
        if kind == "series":
            by = self.direct() if self.chance(0.5) else ""
            with_people: list[Part] = [
                (by, "editor"),
                (
                    f" {self.any('(Executive Producer), |(Host), |(Executive Producers), |(Producer), |(Producers), ')}",
                    "",
                ),
            ]
            return [
                *head,
                *title,
                ("In ", ""),
                *(with_people if by else []),
                (self.any(_SHOWS), "container"),
                (". ", ""),
                (self.any(_STATIONS), "publisher"),
            ]
        if kind == "journal":
            values = {
                "c": self.make.pick("journals"),
                "v": str(self.dice.randint(1, 99)),
                "i": self.any("1|4|"),
                "p": self.pages(),
            }
            return [*head, *title, *fill("{c}, {v}<({i})>, {p}", values)]
        if kind == "meeting":
            return [*head, *title, *self.meeting()]
        if kind == "thesis":
            archive = self.any(
                "ProQuest Dissertations and Theses Global|Scholarly Commons|UvA-DARE|Repositório Institucional||||"
            )
            return [*head, *title, (archive, "")]
        if kind == "museum":
            return [
                *head,
                *title,
                (f"{self.any(places)}, ", ""),
                (self.make.pick("publishers").partition(":")[0], "place"),
            ]
        if not places:
            return [*head, *title, *(self.publishers() if self.chance(0.6) else [])]
        return [*head, *title, (self.any(places), "container" if kind == "container" else "publisher")]

    def meeting(self) -> list[Part]:
        name = self.any(
            "{o} {n}th Annual Meeting|Annual Meeting of the {o}|{n}th International Conference on {s}|Congress of the {o}|"
            "{n}. Kongress der {o}|European Conference on {s}|Conferentie {s}|annual meeting of the {o}"
        ).format(o=organisation(self.dice, self.code), n=self.dice.randint(4, 90), s=self.make.pick("nouns").title())
        place = self.any(
            "New Orleans, LA, United States|Amsterdam, The Netherlands|Berlin, Germany|San Francisco, CA|Toronto, Canada|Ghent, "
            "Belgium|Online|Barcelona, Spain|Chicago, IL|Istanbul, Turkey|Helsinki, Finland|Prague, Czech Republic|Utrecht"
        )
        return [(name, "container"), (", ", ""), (place, "place")]

    def chapter(self) -> list[Part]:
        names, first = self.direct(), self.dice.randint(1, 500)
        pages = f"{first}{self.any('–|-')}{first + self.dice.randint(3, 40)}"
        eds = {
            "en": "(Eds.)|(Ed.)|(Eds.)|(Ed.)|(Ed. & Trans.)",
            "nl": "(Red.)|(Reds.)",
            "de": "(Hrsg.)",
            "fr": "(dir.)|(Éds.)",
            "es": "(Eds.)|(Coords.)",
        }
        parts: list[Part] = [
            *self.head(0.05),
            *self.titled(self.title()),
            (self.make.pick("in").strip(" ,.") + " ", ""),
        ]
        if not parts[-1][0].strip():
            parts[-1] = ("In ", "")
        brackets = self.bracket(
            " (pp. {p})| (pp. {p})| ({d}, pp. {p})| (Vol. {v}, pp. {p})| ({d}, Vol. {v}, pp. {p})|", d=self.edition(), p=pages,
            v=str(self.dice.randint(1, 9)),
        )  # fmt: skip
        who: list[Part] = [(names, "editor"), (f" {self.own(eds)}, ", "")]
        again = f". (Reprinted from {self.title()}, pp. 1–10, by {self.direct()}, Ed., 1975, {self.any(PUBLISHERS)})"
        tail: list[Part] = [(again, "")] if self.chance(0.05) else []
        return [*parts, *who, (self.title(), "container"), *brackets, (". ", ""), *self.publishers(), *tail]

    def web(self) -> list[Part]:
        site = self.make.pick("sites") if self.chance(0.4) else organisation(self.dice, self.code)
        return [*self.head(0.6), *self.titled(self.title()), (site if self.chance(0.4) else "", "container")]

    def tail(self, kind: str) -> list[Part]:
        n = self.dice.randint(1000, 99999)
        doi = f"https://doi.org/10.{n % 9000 + 1000}/{self.any('s|j.|abc.|zenodo.')}{n * 37}"
        url = f"https://{self.any('www.example.org|www.nytimes.com|github.com|www.rivm.nl|osf.io|youtu.be|www.gov.uk')}/{n}/{self.year}"
        both = f". {doi}|. {url}|. {doi}|. {url}|. Retrieved from {url}|. doi:{doi[16:]}"
        share = 0.8 if kind in ("web", "medium", "report", "bare") else 0.35
        return [(self.any(both) if self.chance(share) else self.any(".|.|.|"), "")]


def group_authors(dice: random.Random, people: str, groups: Sequence[str]) -> str:
    """A list of persons of medicine with the group that they wrote for."""
    form = dice.choice(
        ["{p}; {g}", "{p}; {g}", "{p}, et al; {g}", "{p}; for the {g}", "{p}, et al; on behalf of the {g}", "{g}",
         "{g}, {p}", "{g}; {p}, et al", "{p}; on behalf of {g}", "{p} ({g})", "{p}, {g}", "{p}; {g}; {h}"]
    )  # fmt: skip
    return form.format(p=people, g=dice.choice(groups), h=dice.choice(groups))
