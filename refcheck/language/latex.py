"""LaTeX to text, with the macros known to pylatexenc.

A field of BibTeX is decoded completely (``to_text``). In an article's prose, and in remains of LaTeX in registered
titles, only letters are decoded (``without_commands``): the commands are often the author's own macros, or code, so
each becomes a blank. A DOI or an address only loses its escapes (``verbatim``).
"""

from __future__ import annotations

import html
import unicodedata
from functools import cache, lru_cache
from html.entities import html5
from typing import TYPE_CHECKING

from refcheck import patterns as re
from refcheck.language.printable import JOINED_LETTERS
from refcheck.language.units import with_units

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

MAX_TEXT = 20_000  # characters of a field that are decoded; no title or name is longer

# Accents with their letter, and letters and signs without arguments: nearly all the LaTeX in real .bib files.
_SIMPLE = re.compile(
    r"\\(?:[`'^\"~=.]\s*(?:\{\s*(?:[A-Za-z]|\\[ij])\s*\}|\\[ij](?!math)(?:\{\}|\s+)?|[A-Za-z])"  # so "\'\ias" too
    r"|[uvHckrdb](?:\s+|(?=[{\\]))(?:\{\s*(?:[A-Za-z]|\\[ij])\s*\}|\\[ij](?![A-Za-z])(?:\{\}|\s+)?|[A-Za-z])"
    r"|(?:ss|oe|OE|ae|AE|aa|AA|o|O|l|L|i|j|dh|DH|th|TH|dj|DJ|ng|NG|S|P|textendash|textemdash|textquoteright"
    r"|textquoteleft|textless|textgreater|textasciicircum|textquotedblleft|textquotedblright|ldots|dots|copyright|texttrademark|textregistered"
    r"|textbar|textquotedbl|textperiodcentered|textunderscore|textpercent|textminus|pounds|euro|EUR|ne|guillemetleft|guillemetright|degree"
    r"|glqq|grqq|flqq|frqq|glq|grq|flq|frq|quotedblbase|quotesinglbase|ddag|nbsp"
    r"|textdegree|textmu|alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma"
    r"|tau|upsilon|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega|times|pm|cdot|circ|sim"
    r"|approx|leq|geq|infty|ell|to|rightarrow|leftarrow|in|notin|neq|le|ge|ll|gg|leqslant|geqslant|equiv|simeq|cong|propto"
    r"|subset|subseteq|cup|cap|setminus|otimes|oplus|mapsto)(?![A-Za-z])(?:\{\}|\s+)?"
    r"|[&%#_,;: ])"
)
_TABBING = re.compile(r"\\a(?=['`=])")  # an accent as it is written in a tabbing environment, and by Crossref: "\a'c"
_WITHOUT_DECODER = {  # which the decoder drops
    "\\": " ", "\\S": "§", "\\P": "¶", "\\copyright": "©", "\\textless": "<", "\\textgreater": ">",
    "\\textasciicircum": "^", "\\textbar": "|", "\\textquotedbl": '"', "\\textunderscore": "_", "\\textpercent": "%",
    "\\textminus": "−", "\\pounds": "£", "\\euro": "€", "\\EUR": "€", "\\ne": "≠", "\\guillemetleft": "«",
    "\\guillemetright": "»", "\\glqq": "„", "\\grqq": "“", "\\flqq": "«", "\\frqq": "»", "\\glq": "‚", "\\grq": "‘",
    "\\flq": "‹", "\\frq": "›", "\\quotedblbase": "„", "\\quotesinglbase": "‚", "\\ddag": "‡", "\\nbsp": " ",
    "\\degree": "°", "\\textperiodcentered": "·",
}  # fmt: skip
_COMMAND = re.compile(r"\\(?:([A-Za-z]+|\\)\*?(?:\s+|\{\})?|[^\w\s])")
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "~": " ", "{": "", "}": ""}
_LIGATURE = re.compile(r"---?|``?|''|[~{}]")
# What the decoder drops, or stumbles over: the names of the TeX family, links, boxes, fonts, breaks, sort keys, notes.
_TEX_NAME = re.compile(r"\\([A-Za-z]{0,7}TeXt?|METAFONT|METAPOST|CTAN|TikZ)(e?)(?![A-Za-z])")
_LINK = re.compile(
    r"\\(?:(?:href|foreignlanguage|textcolor)\s{0,9}\{[^{}]{0,900}\}(?=\s{0,9}\{)"
    r"|(?:url|mbox|hbox|path|textmd|textup|texttt|textsf|mathit|mathbf|mathsf|mathtt|MakeUppercase|uppercase)(?=\s{0,9}\{)|(?:protect|relax)(?![A-Za-z])\s?|(?:text(?:it|bf|sc)|emph)(?=[A-Z]))|\\[-/]"
)
_SORT_KEY = re.compile(
    r"\\(?:(?:noop(?:sort)?|sort(?:noop|key)|switchargs)\s{0,9}\{[^{}]{0,200}\}"
    r"|(?:footnote|thanks|index|label|[hv]?phantom|[a-z]{0,5}cite[a-z]{0,6}\*?)\s{0,9}(?:\[[^\[\]]{0,99}\]){0,2}\{(?:[^{}]|\{[^{}]{0,200}\}){0,900}\})",
    re.IGNORECASE,
)
_COMMA_BELOW = re.compile(r"\\(?:cb|textcommabelow)\s{0,9}(?:\{([stST])\}|([stST])(?![A-Za-z]))")
# A tilde that is printed, and no tie: "z \~{} 0.8", "z{\~{}} 5", "\textasciitilde{}"
_ABOUT = re.compile(r"(?:(?<=\s)|(?<![\w\W]))\\~\{\}(?=[\s\d])|\{\\~\{\}\}|\\textasciitilde(?:\{\}|(?![A-Za-z])\s?)")
_COLON = re.compile(r"\s{0,9}\\colon(?![A-Za-z])\s{0,9}")  # "f \colon X \to Y"
_SLASH = re.compile(r"\\slash(?![A-Za-z])(?:\{\}|\s+)?")
_SPACE = r"\\[hv]space\*?\s?\{[^{}]{0,20}\}"
_BREAK = re.compile(
    rf"\\(?:newline|linebreak|break)(?![A-Za-z])|\$\s?{_SPACE}\s?\$|{_SPACE}"
    r"|\\hskip\s?-?[\d.]{1,6}\s?(?:em|ex|pt|cm|mm)(?![A-Za-z])"
)
_QUOTED = re.compile(r"\\(?:enquote|mkbibquote)\*?\s{0,9}\{((?:[^{}]|\{[^{}]{0,200}\}){0,900})\}")
_UPRIGHT = re.compile(
    r"\\(?:text|up)(?=(?:alpha|beta|gamma|delta|epsilon|kappa|lambda|mu|nu|pi|sigma|tau|omega)(?![A-Za-z]))"
)
_FUNCTION = re.compile(r"\\(log|ln|exp|sin|cos|tan|min|max|sup|inf|lim|det|dim|ker|gcd|arg)(?![A-Za-z])")
# Text between dollar signs is a formula if it has a command, an index, a power, a relation behind a letter or no blank;
# otherwise these are prices.
_FORMULA = re.compile(
    r"(?<!\\)\$(?=[^$]{0,300}[\\^_]|[A-Za-z][^$]{0,300}[<>=]|[^$\s]{1,300}\$)((?:[^$\\]|\\.){1,300})\$", re.DOTALL
)
_ROUND_FORMULA = re.compile(r"\\\(((?:[^\\]|\\[^()]){0,300})\\\)", re.DOTALL)
_MARKED = re.compile(r"[\\${}~&<`_]|--|''")
# Markup that web pages and Mendeley leave in titles, written out or as characters.
_MARKUP = re.compile(
    r"</?(?:i|b|u|p|em|title|bold|italic|strong|su[bp]|scp|sc|inf|astrobj|small|span|jats:\w{1,20}|mml:\w{1,20})(?:\s[^<>]{0,200})?/?>",
    re.I,
)
_GUILLEMETS = re.compile(r"<<\s?([^<>]{1,300}?)\s?>>")  # as the fonts of TeX print them
_CHEMICAL = re.compile(
    r"\\(?:ce|ch)\s{0,9}\{((?:[^{}]|\{[^{}]{0,50}\}){0,200})\}"
)  # mhchem, chemformula: "\ce{^{13}CO2}"
_ENTITY = re.compile(r"\\?(&(?:\\?#\d{1,7}|\\?#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});)")


@cache
def _decoder() -> LatexNodes2Text:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(keep_braced_groups=False, math_mode="verbatim")


@cache
def _letter(macro: str) -> str:
    """The character meant by an accent with its letter, or by a macro without arguments."""
    return _WITHOUT_DECODER.get(macro) or str(_decoder().latex_to_text(macro))


def letters(text: str) -> str:
    """``text`` with accents, letters and escaped signs as characters; other LaTeX stays."""
    if "\\" not in text:
        return text
    if "\\a" in text:
        text = _TABBING.sub(r"\\", text)
    return _SIMPLE.sub(_simple, text)


def _simple(match: re.Match[str]) -> str:
    """A blank ends the name of a macro and is not printed, but people set one on both sides of a relation's sign."""
    macro = match[0].rstrip()
    letter = _letter(macro.removesuffix("{}"))
    apart = macro != match[0] and macro in _RELATIONS and match.string[: match.start()][-1:].isspace()
    start = match.start()
    if (
        start and match.string[start - 1].isalpha() and letter[:1].isalpha()
    ):  # "\\le\\omega": no letter of the name before
        named = _NAME_BEFORE.search(match.string, max(0, start - 30), start)
        letter = f" {letter}" if named and not _SIMPLE.fullmatch(named[0]) else letter
    if not apart and macro != match[0] and match[0][-1].isspace():  # the blank before a relation's sign
        follows = _NAME_AT.match(match.string, match.end())
        apart = follows is not None and follows[0] in _RELATIONS
    return f"{letter} " if apart else letter


_NAME_AT = re.compile(r"\\[a-z]{2,12}(?![A-Za-z])")
_NAME_BEFORE = re.compile(r"\\[A-Za-z]{1,29}$")


_RELATIONS = frozenset(
    rf"\{name}"
    for name in """
    times pm sim approx ne leq geq to rightarrow leftarrow in notin neq le ge ll gg leqslant geqslant equiv simeq cong
    propto subset subseteq cup cap setminus otimes oplus mapsto
    """.split()  # noqa: SIM905
)


def without_commands(text: str) -> str:
    r"""``text`` with letters as characters, other commands and line breaks as blanks, and other signs ("\-") removed;
    arguments and braces stay."""
    return _COMMAND.sub(lambda match: " " if match[1] else "", letters(text)) if "\\" in text else text


def ligatures(text: str) -> str:
    """``text`` with TeX's dashes, quotes and ties as characters, and without its braces."""
    return _LIGATURE.sub(lambda match: _LIGATURES[match[0]], text)


def without_entities(value: str) -> str:
    """``value`` with HTML entities, left from a web page it was copied from, as characters."""
    return _ENTITY.sub(lambda match: _character(match[1]) or match[0], value)


def _character(entity: str) -> str:
    """The character of an HTML entity; "" for an unknown name."""
    entity = entity.replace("\\", "")
    if entity == "&sun;":  # of NASA ADS
        return "⊙"
    known = entity.startswith("&#") or entity[1:] in html5
    return html.unescape(entity) if known else ""


@lru_cache(maxsize=8192)
def to_text(value: str) -> str:
    """LaTeX -> Unicode text. A bare "%" or "&" is text, not a comment or column; HTML entities, with "&" escaped or
    not, become characters; "$H_2$" becomes "H2", as registers print it; what cannot be decoded is left unchanged."""
    if "[su" in value:
        value = _INDEX_OF_AIP.sub(r"\1", value)
    if not _MARKED.search(value):
        return _composed(" ".join(value.split()))
    if "&" in value:
        value = without_entities(_ENTITY_APART.sub("&", value) if "&}" in value else value)
    if "{" in value and _BARE_ACCENT.search(value):
        value = _BARE_ACCENT.sub(r"{\\\1{\2\3}}", value)
    if "\\" in value or "$" in value:
        value = _decoded(value[:MAX_TEXT])
    if "_" in value:
        value = _BARE_INDEX.sub(r"\1\2\3", value)
    if '"`' in value:
        value = _SHORTHAND.sub(r"„\1“", value)
    if "<" in value:  # before two hyphens meet
        value = _MARKUP.sub("", value.replace("{<}", "<").replace("{>}", ">"))
        value = _GUILLEMETS.sub(r"«\1»", value) if "<<" in value else value
    value = ligatures(value)
    if "\ue010" in value or "\ue012" in value:
        value = value.translate(_PRINTED)
    return _composed(" ".join(value.split()))


# An accent that lost its backslash: "Fern{'{a}}ndez del R{'{\i}}o", "Andr{'e}"; but "rock {'n} roll".
_BARE_ACCENT = re.compile(r"\{\s?(['`^\"~=.])(?:\{(\\[ij]|[A-Za-z])\}|(\\[ij]|[aeiouAEIOU]))\}")
_INDEX_OF_AIP = re.compile(r"\[su[bp] ([^\[\]]{1,40})\]")  # "Al[sub x]Ga[sub 1-x]As"
_SHORTHAND = re.compile(r"\"`([^\"`]{1,900})\"'")  # of babel, for German
_PRINTED = {0xE010: "{", 0xE011: "}", 0xE012: "~"}  # "$\{0,1\}$", kept apart from those that only group


def _composed(text: str) -> str:
    """An accent behind its letter becomes one character with it, a sign for several letters those letters."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text if _JOINED.isdisjoint(text) else text.translate(JOINED_LETTERS))


_JOINED = frozenset(map(chr, JOINED_LETTERS))


def _level(formula: str) -> str:
    """A formula without the signs of its indices and powers, its printed braces kept apart; a blank keeps a
    macro from the letter behind it."""
    if "\\prime" in formula:
        formula = _PRIME.sub("'", formula)
    formula = re.sub("[_^]", "", _INDEX_OF_MACRO.sub(r"\1 ", formula))
    both = r"\{" in formula and r"\}" in formula  # one alone only groups: "$\{$TensorFlow$\}$"
    return formula.replace(r"\{", "\ue010").replace(r"\}", "\ue011") if both else formula


_PRIME = re.compile(r"\\prime(?![A-Za-z])")  # the blank behind it may part it from a relation's sign
_INDEX_OF_MACRO = re.compile(r"(\\[A-Za-z]+)[_^](?=[A-Za-z])")
# An index outside a formula, in what can only be one of chemistry: "CO_2", "H_2O", "PM_{10}".
_BARE_INDEX = re.compile(
    r"(?<![^\W\d])(?<![\\./–—-])((?:(?:PM|A[glsu]|B[ari]?|C[aeloru]?|Fe?|G[ae]|H[eg]?|In?|K|L[ai]|M[gno]|N[ai]?|O|P[bdt]?|S[einr]?|Ti|U|V|W"
    r"|Z[nr])\d?){1,5})_(?:\{([\dx.]{1,3})\}|(\d{1,2}|x))(?![^\WA-Z]|/)"
)
# A letter for formulas and for text: "{\ifmmode\acute{o}\else\'{o}\fi}".
_OUTSIDE_MATH = re.compile(r"\\ifmmode(?:(?!\\else).){0,60}\\else\s?((?:(?!\\fi).){0,60})\\fi(?![A-Za-z])\s?")
_CHAR = re.compile(r"\\char(?:(\d{2,3})|\"([\dA-F]{2}))(?:\{\}|\s)?")  # "\char39{}"
# LaTeX that a manager took for text and escaped once more: "\$\textbackslash alpha\$", "H$\backslash$'el\`ene". One
# letter alone is a program's "\n", not a macro, and "\textbackslash{}" is how a backslash of the text is written.
_BACKSLASH = re.compile(r"\{\\textbackslash\}|\$\\backslash\$|\\backslash\{\}")
_ESCAPED_MACRO = re.compile(r"\\textbackslash(?!\{\})\s*(?:\{\{?([A-Za-z]+)\}?\}|(?=[A-Za-z]{2}|['\"`^~=.]))")
_ESCAPED_INDEX = re.compile(r"\{\\\$\}[^$]{1,100}\{\\[_^]\}[^$]{1,100}\{\\\$\}")
_ESCAPED_SIGN = re.compile(r"\\([${}_^])|\\\^\{\}|\\textasciicircum(?:\{\}|\s)?")


# doi.org's BibTeX has a macro for every sign of its own, in formulas: "{\&}amp$\mathsemicolon$", "$\less$i$\greater$".
_SIGN_OF_FORMULA = re.compile(r"\$\s?\\(less|greater|mathplus|mathsemicolon|mathcolon|mathdollar)\s?\$")
_SIGNS_OF_FORMULA = {
    "less": "<", "greater": ">", "mathplus": "+", "mathsemicolon": ";", "mathcolon": ":", "mathdollar": r"\$",
}  # fmt: skip
_ENTITY_APART = re.compile(r"\{\\&\}(?=(?:amp|lt|gt|quot|apos|nbsp|#x?[\da-fA-F]{1,6});)")
# Zotero takes the first letter of a macro in a formula for one of text: "\$łeq ınfty\$".
_LETTERED = re.compile(r"([łøıȷ])(?=(?:eq|eft|og|n|im|ambda|mega|plus|dot|nfty|nt|n|ota|mplies|math)(?![a-z]))")
_LETTERED_FORMULA = re.compile(rf"\$[^$]{{0,300}}{_LETTERED.pattern}[^$]{{0,300}}\$")
_MACRO_OF = {"ł": r"\l", "ø": r"\o", "ı": r"\i", "ȷ": r"\j"}


def _written_out(value: str) -> str:
    """``value`` with the signs of doi.org's formulas as characters, and the markup and the entities they make."""
    value = _SIGN_OF_FORMULA.sub(lambda match: _SIGNS_OF_FORMULA[match[1]], value)
    return without_entities(_ENTITY_APART.sub("&", value))


def _named(match: re.Match[str]) -> str:
    """A function by its name, apart from a letter before it: "n\\log n"."""
    return f" {match[1]}" if match.string[: match.start()][-1:].isalnum() else match[1]


def _charred(match: re.Match[str]) -> str:
    code = int(match[1]) if match[1] else int(match[2], 16)
    return chr(code) if 32 < code < 127 and chr(code) not in "\\{}" else ""


def _unescaped(value: str) -> str:
    """``value`` with its macros, and the LaTeX of its formulas, as they were before they were escaped."""
    value = _BACKSLASH.sub(r"\\textbackslash ", value)
    if value.count("\\$") > 1:
        value = _ESCAPED_SIGN.sub(lambda match: match[1] or "^", re.sub(r"\{(\\[$_^])\}", r"\1", value))
    return _ESCAPED_MACRO.sub(lambda match: f"\\{match[1]} " if match[1] else "\\", value)


# A backslash that a program has escaped: "Nystr{\\"o}m"
_TWICE = re.compile(r"(?<!\\)\\\\(?=[\"'`^~]\{?\\?[A-Za-z])")


def _decoded(value: str) -> str:
    if "\\\\" in value:
        value = _TWICE.sub(r"\\", value)
    if "\\ifmmode" in value:
        value = _OUTSIDE_MATH.sub(r"\1", value)
    if lettered := "$" in value and not value.isascii() and _LETTERED_FORMULA.search(value) is not None:
        value = _LETTERED.sub(lambda match: _MACRO_OF[match[1]], value)
    if lettered or "backslash" in value or _ESCAPED_INDEX.search(value):
        value = _unescaped(value)
    if "\\char" in value:
        value = _CHAR.sub(_charred, value)
    if "$\\" in value and _SIGN_OF_FORMULA.search(value):
        value = _written_out(value)
    if "\\" in value and "\\" in _SIMPLE.sub("", value):
        value = _LINK.sub(
            "", _SORT_KEY.sub("", _TEX_NAME.sub(lambda name: f"{{{name[1]}{'2e' * bool(name[2])}}}", value))
        )
        value = _COMMA_BELOW.sub(lambda match: f"{match[1] or match[2]}\u0326", value)
        value = _UPRIGHT.sub(r"\\", _QUOTED.sub(r"``\1''", _BREAK.sub(" ", value)))
        value = with_units(_SLASH.sub("/", _COLON.sub(": ", value.replace(r"\overline{", r"\bar{"))))
        value = _ROUND_FORMULA.sub(r"$\1$", value)
        value = _CHEMICAL.sub(lambda match: re.sub("[_^]", "", match[1]), value)
    if "$" in value:
        value = value.replace(r"^\circ", "°").replace(r"^{\circ}", "°")
        value = _FORMULA.sub(lambda match: f"{{{_level(match[1])}}}", value)
        value = _FUNCTION.sub(_named, value) if "\\" in value else value
    if "\\~{}" in value or "\\textasciitilde" in value:
        value = _ABOUT.sub("\ue012", value)
    if "\\^{}" in value:
        value = value.replace("\\^{}", "^")
    value = letters(value)
    if "\\" not in value:
        return value
    try:  # macros with arguments, and rarer ones
        return str(_decoder().latex_to_text(re.sub(r"(?<!\\)([%&])", r"\\\1", value)))
    except Exception:  # a bug in the decoder on odd input: fall back on the text without its braces
        return value


_BRACED = re.compile(r"[\\${}&]")
_HREF = re.compile(r"\\href\s*\{([^{}]{1,900})\}\s*\{[^{}]{0,900}\}")
_LITERAL = re.compile(r"\\(?:string(?![A-Za-z])\s*|char\s*`\s*\\?)(?=[~_&%#])")  # "\string~", "\char`\~"
_TILDE = re.compile(r"\$\s*\\sim\s*\$|\\textasciitilde(?![A-Za-z])(?:\{\})?|\\~(?:\{\s*\})?|\\sim(?![A-Za-z])")
# No tilde and no stop, which addresses print: "\~a", "\.html".
_ACCENT = re.compile(r"\\(?:['`^\"]|c(?=\s?\{))\s?(?:\{\s?(?:\\[ij]|[A-Za-z])\s?\}|[A-Za-z])|\\~\{[ANOano]\}")
_ANGLE = re.compile(r"\$?\\(?:text)?(less|greater|lt|gt)(?![A-Za-z])\$?(?:\{\})?")
_SIGN_NAME = re.compile(r"\\(textunderscore|slash|textbackslash)(?![A-Za-z])(?:\{\}|\s{1,9})?")
_SIGNS = {"textunderscore": "_", "slash": "/", "textbackslash": ""}


def verbatim(value: str) -> str:
    """A DOI or an address without LaTeX's escapes: "\\_", "{\\_}", "$\\sim$", "{\\textless}", "$<$", "\\url{...}"."""
    if not _BRACED.search(value):
        return value.strip()
    if "&" in value:
        value = without_entities(value)
    if "\\" in value or "$" in value:
        value = _CHAR.sub(_charred, _LITERAL.sub("", value)) if "\\char" in value or "\\string" in value else value
        value = _ACCENT.sub(_simple, _HREF.sub(r"\1", value))
        value = _TILDE.sub("~", value)
        value = _ANGLE.sub(lambda match: "<" if match[1] in ("less", "lt") else ">", value)
        value = _SIGN_NAME.sub(lambda match: _SIGNS[match[1]], value)
        value = re.sub(r"\\(?:url|path|nolinkurl|href|texttt)(?=\s*\{)|\$(?=[<>]\$)|(?<=[<>])\$|\\", "", value)
    return re.sub(r"[{}]", "", value).strip()
