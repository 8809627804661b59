"""Languages as the fields langid and language name them."""

from __future__ import annotations

from refcheck import patterns as re

# babel's names of languages (its manual), as used in the fields langid and language.
_BABEL = """
    en english de ngerman nl dutch fr french es spanish pt portuguese it italian da danish sv swedish no norwegian
    pl polish cs czech tr turkish fi finnish hu hungarian ro romanian ca catalan ru russian uk ukrainian bg bulgarian
    el greek ja japanese ar arabic he hebrew
"""
BABEL = dict(zip(_BABEL.split()[::2], _BABEL.split()[1::2], strict=True))
# The codes of ISO 639-2, which MEDLINE has.
_BIBLIOGRAPHIC = """
    eng en fre fr ger de dut nl spa es por pt ita it dan da nor no swe sv fin fi hun hu pol pl cze cs tur tr gre
    el rum ro bul bg rus ru ukr uk cat ca ara ar heb he jpn ja chi zh kor ko
"""
# Other names that babel has, languages it calls otherwise, and what a language calls itself.
_OTHERS = {
    "en": "american british usenglish ukenglish canadian australian newzealand",
    "de": "german germanb ngermanb austrian naustrian swissgerman nswissgerman deutsch",
    "fr": "francais français frenchb canadien acadian",
    "pt": "portuges brazil brazilian português portugues",
    "es": "mexican spanishmx español espanol castellano",
    "it": "italiano", "nl": "nederlands", "no": "norsk nynorsk bokmål", "da": "dansk", "sv": "svenska", "pl": "polski",
    "cs": "čeština česky", "hu": "magyar", "ru": "русский", "uk": "українська ukraineb", "el": "polutonikogreek",
    "zh": "chinese 中文", "ko": "korean 한국어", "ja": "日本語", "la": "latin", "sk": "slovak",
    "sl": "slovene slovenian", "hr": "croatian", "sr": "serbian serbianc", "et": "estonian", "lv": "latvian",
    "lt": "lithuanian", "is": "icelandic", "eu": "basque", "gl": "galician", "fa": "persian farsi", "id": "indonesian",
    "af": "afrikaans", "vi": "vietnamese", "ro": "română",
}  # fmt: skip
CODES = {name: code for code, name in BABEL.items()}
CODES |= {name: code for code, names in _OTHERS.items() for name in names.split()}
CODES |= dict(zip(_BIBLIOGRAPHIC.split()[::2], _BIBLIOGRAPHIC.split()[1::2], strict=True))


def language_of(named: str) -> str:
    """The code (ISO 639-1) of a language given by its code ("en-GB", "eng"), or by a name; "" if unknown."""
    named = named.partition("(")[0].strip().lower()  # "Portuguese (Brazil)"
    code = _LANGUAGE.match(named)
    return code[0] if code else CODES.get(named, "")


_LANGUAGE = re.compile(r"[a-z]{2}(?![a-z])")  # of "en-US" too
