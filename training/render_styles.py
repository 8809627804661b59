"""What styles are composed of: how often each language, kind and form is drawn, and the forms themselves."""

from __future__ import annotations

# How often each language is rendered.
LANGUAGES = {
    "en": 30,
    "de": 16,
    "nl": 10,
    "fr": 6,
    "es": 7,
    "pt": 5,
    "it": 6,
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
KINDS = {
    "article": 44,
    "book": 18,
    "chapter": 17,
    "paper": 7,
    "thesis": 4,
    "report": 3,
    "web": 5,
    "newspaper": 4,
    "law": 1.5,
}
# How often each family of styles is rendered: composed freely, as manuals print them, notes of the humanities, APA and
# its like, works that are neither article nor book, scripts that run from right to left.
FAMILIES = {"composed": 42, "known": 30, "note": 12, "apa": 17, "kind": 10, "right to left": 3}
# The same for a model of what manuals print.
MANUALS = {"composed": 8, "known": 56, "note": 2, "apa": 20, "kind": 12, "official": 12, "right to left": 2}
UNPUBLISHED = {
    "pl": "niepublikowana ||",
    "de": "Unveröffentlichte ||",
    "nl": "ongepubliceerde ||",
    "es": "|||inédita ",
    "fr": "||non publiée ",
    "sv": "opublicerad ||",
    "da": "upubliceret ||",
    "no": "upublisert ||",
    "tr": "Yayımlanmamış ||",
    "cs": "||",
    "it": "||",
}
# "No date" in the languages that have their own word for it.
UNDATED = {
    "en": "n.d.|n.d",
    "nl": "z.d.|z.j.|n.d.",
    "de": "o. J.|o.J.|n.d.",
    "sv": "u.å.|n.d.",
    "da": "u.å.|n.d.",
    "no": "u.å.|n.d.",
    "es": "s.f.|s. f.|s/f",
    "pl": "b.d.|b.r.",
    "cs": "b.r.|n.d.",
    "tr": "t.y.|n.d.",
    "fr": "s.d.|s. d.",
}
# What a title says of its time: a year that is no date of publication.
SINCE = {
    "en": "since {}|after {}|before {}|, {}-{}",
    "nl": "sinds {}|na {}|in {}|, {}-{}|tot {}",
    "de": "seit {}|nach {}|bis {}|, {}-{}|im Jahr {}",
    "fr": "depuis {}|après {}|avant {}|, {}-{}|en {}",
    "es": "desde {}|después de {}|en {}|, {}-{}|hasta {}",
    "pt": "desde {}|após {}|em {}|, {}-{}",
    "it": "dopo il {}|dal {} al {}|nel {}|({}-{})",
    "sv": "sedan {}|efter {}|, {}–{}|under {}-talet",
    "da": "siden {}|efter {}|, {}-{}|i {}'erne",
    "no": "siden {}|etter {}|, {}–{}|på {}-tallet",
    "fi": "vuodesta {}|, {}–{}",
    "pl": "po {} roku|w latach {}–{}|od {} r.|przed {} rokiem|, {}-{}",
    "cs": "po roce {}|v letech {}–{}|od roku {}|, {}-{}",
    "tr": "{} sonrası|, {}-{}|{}'den bugüne",
    "hu": "{} után|, {}–{}",
    "ru": "после {} года|в {}-{} гг.|с {} г.",
}
NAMES = {
    "inverted": 9,
    "vancouver": 6,
    "full": 5,
    "direct": 4,
    "direct_full": 3,
    "caps": 3,
    "first_inverted": 2,
    "first_inverted_full": 2,
    "caps_after": 1,
}
ET_AL = {"de": " u.a.", "nl": " e.a.", "cs": " a kol.", "da": " m.fl.", "pl": " i in.", "tr": " vd.", "ru": " и др."}
CONFERENCES = {
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
}
REPORTS = {
    "de": ["Arbeitspapier", "Forschungsbericht"],
    "nl": ["Rapport", "Rapportnr."],
    "sv": ["Rapport", "SOU"],
    "es": ["Informe técnico"],
}
SITES = "www.who.int www.example.org ec.europa.eu www.cbs.nl www.destatis.de www.ssb.no nos.nl www.ine.es gus.gov.pl"
PATHS = "nl publications 2019 doc artikel news a-1234 index.html report.pdf themen"
# How often words of our packs give way to made-up ones.
INVENTED = {"families": 0.25, "nouns": 0.35, "titles": 0.15, "journals": 0.3, "publishers": 0.25}
QUOTES = {"": 10, '""': 2, "“”": 3, "„“": 2, "«»": 1, "‘’": 1, "''": 1}
# Volume, issue, pages and year as journals' styles write them. V, N and P stand for the language's words for volume,
# issue and pages; "{y}" is empty where the year stands elsewhere.
LOCATORS = [
    ", {v}<({i})>, {p}< ({y})>",
    ", {v} <({i})>, P{p}< ({y})>",
    " {v}<({i})>< ({y})>: {p}",
    " {v} <({i})>< ({y})>:{p}",
    ", V{v}<, N{i}>, P{p}<, {y}>",
    ", V{v}<, N{i}>< ({y})>, P{p}",
    ", V{v}<, N{i}>< ({y})>: P{p}",
    ". <{y};>{v}<({i})>:{p}",
    " {y};{v}<({i})>: {p}",
    ", {v}</{i}>< ({y})>, P{p}",
    " {v}<.{i}>< ({y})>: {p}",
    " {v}<, N{i}>< ({y})>: {p}",
    " {v}<, N{i}>< ({y})>, {p}",
    ", {v}, {p}< ({y})>",
    " {v}, {p}< ({y})>",
    ". {v}<.{i}>. {p}",
    " <{y}, >{v}<, {i}>, {p}",
    " <{y}, >{v}<({i})>, {p}",
    " <{y}>, {v}<({i})>, {p}",
    ", <{y}, >{v}<({i})>, {p}",
    ", {v}<, {i}>, {p}<, {y}>",
    ", {v}<, {i}>, {p}<, ({y})>",
    ", {v}<:{i}>, {p}<, {y}>",
    " {v}<:{i}>, {p}< ({y})>",
    ", Volume {v}<, Issue {i}><, {y}>, Pages {p}",
    "<, {y}>, Volume {v}<, Issue {i}>, pp. {p}",
    ", V{v}< Iss: {i}>, pp.{p}<, {y}>",
    ", V{v}<, issue {i}>, P{p}< ({y})>",
]
# The same where the date has a month, and maybe a day, beside the volume (PubMed, IEEE), or behind the year (ACM).
DATED_LOCATORS = {
    False: [
        ". {y};{v}<({i})>:{p}",
        ". {y};{v}<({i})>:{p}",
        " {y};{v}<({i})>:{p}",
        ", vol. {v}<, no. {i}>, pp. {p}, {y}",
        " {v}<, no. {i}> ({y}): {p}",
        ", {v}<({i})> ({y}), pp. {p}",
        ", V{v}<, N{i}>, {y}, P{p}",
        ", V{v}<, N{i}>, P{p}, {y}",
    ],
    True: [" {v}, {i} ({y}), {p}", " {v}<, {i}> ({y}), {p}"],
}
MEETINGS = [
    ", {l}, {y}; pp. {p}",
    ", {l}, {y}, pp. {p}",
    " ({l}, {y}), pp. {p}",
    ", {l}, {y}, {p}",
    "; {y}; {l}. p. {p}",
    ", {y}, {l}, pp. {p}",
]
SLASHED_LOCATORS = [
    "< {y}/{i}>: {p}",
    "< {y}/{i}>, P{p}",
    ", V{v}< ({y})><, N{i}>, P{p}",
    "<, N{i}><, {y}>, P{p}",
    " {v}</{i}>: {p}",
]
MORE_LOCATORS = {
    **dict.fromkeys(("de", "en", "tr", "hu", "fi"), SLASHED_LOCATORS),
    "pl": [
        *SLASHED_LOCATORS,
        " N{i}({v})<, {y}>, P{p}",
        "<, {y}>, N{i}, P{p}",
        "<, {y},> N{i}, P{p}",
        " <{y},> N{i}, P{p}",
        " N{i}< ({y})>, P{p}",
        ", {i}, {p}",
        "<, {y}>, z. {i}, s. {p}",
    ],
    "cs": [
        *SLASHED_LOCATORS,
        "<. {y}>, roč. {v}, č. {i}, s. {p}",
        "<, {y}>, {v}({i}), s. {p}",
        " {v}, č. {i}< ({y})>, s. {p}",
    ],
    "pt": [", v. {v}<, n. {i}>, p. {p}<, {y}>"] * 4,
    "es": [
        ", <({i})>, {p}< ({y})>",
        ". <{y}>; {v}<({i})>: {p}",
        ", núm. {v}<, {y}>, pp. {p}",
        ", <({y}),> V{v}<, N{i}>, P{p}",
    ],
    "nl": ["<, {y}, N{i}>, P{p}", " {v}<, N{i}><, {y}>: {p}", " <{y};>{v}<({i})>:{p}"],
    "sv": ["<, N{i}><, {y}>, s. {p}", " {v}:{i}<, {y}>, s. {p}"],
    "da": ["<, N{i}><, {y}>, s. {p}", ", {v}. årg.<, N{i}><, {y}>, s. {p}", ", {v}({i})<, {y}>, s. {p}"],
    "no": ["<, N{i}><, {y}>, s. {p}", ", {v}. årg.<, N{i}><, {y}>, s. {p}", "< {y}>; {v}: {p}"],
    "ru": [*["<. {y}>. V{v}<, N{i}>. P{p}"] * 4, "<. {y}><. N{i}>. P{p}", "<. {y}><. N{i}>. P{p}"],
}
# Cities of two words, and the state that is printed behind some: a publisher does not begin in the middle of one.
CITIES = (
    "Tel Aviv|Ramat Gan|Ann Arbor, MI|Baton Rouge, LA|Boca Raton, FL|Thousand Oaks, CA|Upper Saddle River, NJ|"
    "Grand Rapids, MI|Santa Monica, CA|El Paso, TX|College Station, TX|Chapel Hill, NC|Notre Dame, IN|"
    "New Haven, CT|New Brunswick, NJ|New Delhi|New York, NY|New York|San Francisco, CA|San Diego|Los Angeles|"
    "Santa Fe, NM|Cape Town|Kuala Lumpur|Hong Kong|Den Haag|Buenos Aires|Rio de Janeiro|São Paulo|"
    "Belo Horizonte|Porto Alegre|Frankfurt am Main|Bad Homburg|St. Gallen|St. Louis, MO|Saint-Denis|"
    "Aix-en-Provence|La Haye|Newbury Park, CA|Englewood Cliffs, NJ|Mahwah, NJ|Cambridge, MA|Cambridge, UK|"
    "Oxford, England|Reading, MA|Washington, DC|Princeton, N.J.|Boston, Mass.|Berkeley, Calif.|Novi Sad|"
    "Cluj-Napoca|Addis Ababa|Newcastle upon Tyne|Stoke-on-Trent|Clermont-Ferrand|Juiz de Fora, MG|Alphen aan den Rijn|"
    "Brandenburg an der Havel|Ústí nad Labem|Chalon-sur-Saône|Port Moresby|Boulder, CO|Herne/Köln|Amsterdam - Atlanta|"
    "Oxford and New York|Burton upon Trent"
)
IMPRINTS = [
    "{l}: {h}<, {y}>",
    "{l}: {h}<, {y}>",
    "{l} : {h}<, {y}>",
    "{l}:{h}< {y}>",
    "{h}, {l}<, {y}>",
    "{h}: {l}<, {y}>",
    "{h}, {l}< {y}>",
    "{l}, {h}<, {y}>",
    "{h}<. {y}>",
    "{h}<, {y}>",
    "{l}< {y}>",
    "{l}<, {y}>",
    "<({l}: {h}, {y})>",
]
