"""What is known by its day rather than by volume and page: pieces in newspapers, and laws."""

from __future__ import annotations

import random
from collections.abc import Callable

from training.render_parts import Part, fill

NEWSPAPERS = {
    "en": (
        "The Guardian|The New York Times|Washington Post|The Times|Financial Times|The Economist|"
        "Los Angeles Times|BBC News|Chicago Tribune|Globe and Mail|Minneapolis Star Tribune|The Wall Street Journal|"
        "USA Today|Boston Globe|The Independent|The Sydney Morning Herald|The Atlantic|Wired|Time|Newsweek"
    ),
    "nl": (
        "de Volkskrant|Trouw|NRC Handelsblad|NRC|Het Parool|De Standaard|Het Financieele Dagblad|"
        "De Telegraaf|de Groene Amsterdammer"
    ),
    "de": (
        "Süddeutsche Zeitung|Die Zeit|Frankfurter Allgemeine Zeitung|FAZ|Der Spiegel|taz|Die Welt|"
        "Neue Zürcher Zeitung|Der Standard"
    ),
    "fr": "Le Monde|Libération|Le Figaro|Le Soir|La Croix|L'Humanité|Les Échos|Le Point|L'Express|L'Obs",
    "es": "El País|El Mundo|ABC|La Vanguardia|Clarín|La Nación|El Universal|El Tiempo",
    "pt": "Folha de S. Paulo|O Globo|Público|Diário de Notícias|O Estado de S. Paulo|Expresso",
    "it": "Corriere della Sera|la Repubblica|La Stampa|Il Sole 24 Ore|l'Unità|Il Manifesto",
    "sv": "Dagens Nyheter|Svenska Dagbladet|Göteborgs-Posten|Aftonbladet|Sydsvenskan",
    "da": "Politiken|Berlingske|Jyllands-Posten|Information|Weekendavisen|Kristeligt Dagblad",
    "no": "Aftenposten|Dagbladet|Klassekampen|Morgenbladet|VG|Dagens Næringsliv|Bergens Tidende",
    "fi": "Helsingin Sanomat|Aamulehti|Turun Sanomat",
    "pl": "Gazeta Wyborcza|Rzeczpospolita|Polityka|Tygodnik Powszechny|Dziennik Gazeta Prawna",
    "cs": "Lidové noviny|Mladá fronta DNES|Hospodářské noviny|Právo|Respekt",
    "tr": "Hürriyet|Milliyet|Cumhuriyet|Sabah|Radikal",
    "hu": "Népszabadság|Magyar Nemzet|Magyar Narancs",
    "ru": "Известия|Коммерсантъ|Российская газета|Новая газета",
}
# The whole law is its title; where it was announced stands behind "|" and is no field of the reference.
_LAWS = {
    "en": [
        "{N} Act {y}",
        "{N} Act of {y}|, Pub. L. No. 104-{d}",
        "Directive {y}/{d}/EC on {n}|, OJ L {d}",
        "Regulation (EU) {y}/{d} on {n}",
    ],
    "nl": [
        "Wet {n}| ({y})",
        "Besluit {n} {y}|, Stb. {y}, {d}",
        "Wet op {n}|, Staatsblad {y}, {d}",
    ],
    "de": [
        "Gesetz über {n} vom {d}. {m} {y}| (BGBl. I S. {d})",
        "Verordnung über {n}| ({y})",
        "Bundesgesetz über {n}|, BGBl. Nr. {d}/{y}",
    ],
    "fr": [
        "Loi n° {y}-{d} du {d} {m} {y} relative à {n}|, JORF n° {d}",
        "Décret n° {y}-{d} relatif à {n}",
    ],
    "es": [
        "Ley {d}/{y}, de {d} de {m}, de {n}|. Boletín Oficial del Estado, {d}",
        "Real Decreto {d}/{y}, de {d} de {m}, por el que se regula {n}|. BOE núm. {d}",
        "Ley Orgánica {d}/{y}, de {d} de {m}, sobre {n}",
    ],
    "pt": [
        "Lei nº {d}, de {d} de {m} de {y}. Dispõe sobre {n}|. Diário Oficial da União",
        "Decreto-Lei n.º {d}/{y}, de {d} de {m}",
    ],
    "it": [
        "Legge {d} {m} {y}, n. {d}, {n}|, G.U. n. {d}",
        "Decreto legislativo {d} {m} {y}, n. {d}",
    ],
    "sv": [
        "SFS {y}:{d}. {N}",
        "SOU {y}:{d}. {N}",
        "Prop. {y}:{d}. {N}",
        "{N} (SFS {y}:{d})",
    ],
    "da": [
        "Lov om {n}|, lov nr. {d} af {d}. {m} {y}",
        "Bekendtgørelse om {n}|. BEK nr. {d} af {d}/{d}/{y}",
    ],
    "no": [
        "Lov om {n}| av {d}. {m} {y} nr. {d}",
        "NOU {y}: {d}. {N}",
        "Meld. St. {d} ({y}). {N}",
        "St.meld. nr. {d} ({y}). {N}",
    ],
    "pl": [
        "Ustawa z dnia {d} {m} {y} r. o {n}| (Dz.U. {y} nr {d} poz. {d})",
        "Ustawa z dnia {d} {m} {y} r. {N}|, Dz. U. z {y} r., poz. {d} ze zm.",
        "Rozporządzenie Ministra z dnia {d} {m} {y} r. w sprawie {n}| (Dz. U. Nr {d}, poz. {d})",
    ],
    "cs": [
        "Zákon č. {d}/{y} Sb., o {n}",
        "Vyhláška č. {d}/{y} Sb., {n}|, ve znění pozdějších předpisů",
    ],
    "tr": [
        "{N} Kanunu| ({y}). Resmi Gazete, {d}",
        "{d} sayılı {N} Kanunu|, Resmî Gazete {y}",
    ],
    "ru": [
        "Федеральный закон от {d}.{d}.{y} № {d}-ФЗ «О {n}»",
    ],
}


def newspaper(dice: random.Random, code: str, month: str, names: str, title: list[Part]) -> list[Part]:
    """A piece in a newspaper: ``names`` may be empty, ``title`` is quoted as the style wants it and ends in a blank."""
    y, m, d = dice.randint(1975, 2024), dice.randint(1, 12), dice.randint(1, 28)
    days = [f"{d} {month} {y}", f"{d}. {month} {y}", f"{month} {d}, {y}", f"{d}.{m}.{y}", f"{d:02}.{m:02}.{y}"]
    days += [f"{y}-{m:02}-{d:02}", f"{d}/{m}/{y}", f"{d} {month} {y}", f"{d}-{m}-{y}", f"{d} de {month} de {y}"]
    newspapers = NEWSPAPERS.get(code, NEWSPAPERS["en"]).split("|")
    page = dice.choice(["", str(dice.randint(1, 60)), f"{dice.choice('ABC')}{dice.randint(1, 20)}"])
    values = {"c": dice.choice(newspapers), "p": page, "y": dice.choice(days)}
    head: list[Part] = [(names, "author")] if names else []
    roll = dice.random()
    if roll < 0.55 or not names:
        form = dice.choice(
            ["{c}, {y}<, P{p}>", "{c}, {y}<, P{p}>", "{c}. {y}<. P{p}>", "{c} {y}<, P{p}>", "{c} ({y})<, P{p}>"]
        )
        head += [(dice.choice([". ", ", ", ": "]), "")] if names else []
    else:
        form = dice.choice(
            ["{c}<, P{p}>", "{c}", "{c}", f"{{c}}, {d} {month}<, P{{p}}>", f"{{c}}, {d}. {month}<, P{{p}}>"]
        )
        dated = [str(y), f"{y}, {d} {month}", f"{y}, {month} {d}", f"{d} {month} {y}", f"{d}.{m}.{y}"]
        head += [(dice.choice([" (", ", ", " ("]), ""), (dice.choice(dated), "date")]
        head += [(dice.choice(["): ", "). ", ") "]) if head[-2][0] == " (" else ", ", "")]
    lead = dice.choice(["in: ", "In: ", "in ", "", ""]) if code in ("de", "it", "nl") else ""
    page_word = dice.choice(
        {"de": ["S. "], "it": ["p. "], "es": ["p. "]}.get(code, ["p. ", "s. " if code in "svdanoplcstr" else "p. "])
    )
    return [*head, *title, (lead, ""), *fill(form.replace("P", page_word), values)]


def law(dice: random.Random, code: str, month: str, noun: Callable[[], str]) -> list[Part]:
    """A law as its country cites it; the year in its own title is no date of publication, but a lone one is."""
    template = dice.choice(_LAWS.get(code, _LAWS["en"]))
    year = str(dice.randint(1948, 2023))
    while "{d}" in template:
        template = template.replace("{d}", str(dice.randint(1, 250)), 1)
    subject = noun()
    template = template.replace("{n}", subject).replace("{N}", subject[0].upper() + subject[1:]).replace("{m}", month)
    title, _, announced = template.partition("|")
    parts: list[Part] = [(title.replace("{y}", year), "title")]
    before, dated, after = announced.partition("{y}")
    return [*parts, (before, ""), (year if dated else "", "date"), (after.replace("{y}", year), "")]
