"""The markup of MediaWiki (https://www.mediawiki.org/wiki/Help:Formatting) and of DokuWiki
(https://www.dokuwiki.org/wiki:syntax) -> Markdown, line for line."""

from __future__ import annotations

from refcheck import patterns as re
from refcheck.reading.formats.templates import rendered

_NOTE = "\u2060^[ "  # Markdown's mark of a note within the line, which stands behind a letter and before a blank
_REF = re.compile(r"<ref(?:\s[^<>]{0,300})?(?<!/)>(.{1,3000}?)</ref\s?>|<ref\s[^<>]{0,300}/>", re.I | re.S)
_HIDING = re.compile(
    r"<(!--)|<(nowiki|pre|code|file|syntaxhighlight|source|math|gallery)(?:\s[^<>]{0,200})?(?<!/)>|(%%)", re.I
)
_DOKU_HEADING = re.compile(r"^(={2,6})[ \t]*([^=\n][^\n]*?)[ \t]*={2,6}[ \t]*$", re.M)
_HEADING = re.compile(r"^(={1,6})[ \t]*([^=\n][^\n]*?)[ \t]*\1[ \t]*$", re.M)
_DOKU_NOTE = re.compile(r"\(\((?!\()((?:[^()]|\([^()]*\)){1,3000}?)\)\)(?!\))")
_FILES = re.compile(r"\[\[[^\[\]|:]{2,20}:[^\[\]|]{1,200}(?:\|(?:[^\[\]]|\[\[[^\[\]]*\]\]|\[[^\[\]]*\])*)?\]\]")
_LINK = re.compile(r"\[\[(?:([^\[\]|]{1,300})\|)?([^\[\]|]{1,300})\]\]")
_OUTSIDE = re.compile(r"(?<!\[)\[(https?://[^\s\[\]]{1,500})(?:\s+([^\[\]\n]{1,300}))?\]")
_ITEM = re.compile(r"^([*#:;]{1,6})[ \t]*(?=\S)", re.M)
_DOKU_ITEM = re.compile(r"^((?: {2}|\t)+)([*-])[ \t]*(?=\S)", re.M)
_BOLD = re.compile(r"'{3}(?:'{2}(?!'))?")
_SLANTED = re.compile(r"''([^'\n](?:[^\n]{0,300}?[^\n])??)''(?!')")
_DOKU_SLANTED = re.compile(r"(?<![:/])//([^/\n][^\n]{0,300}?)//(?!/)")
_ROW = re.compile(r"^[ \t]*(?:\{\||\|\}|\|-|\|\+)[^\n]*$|^[ \t]*[|!](?:[^|\n\[\]]{1,100}=[^|\n\[\]]{1,100}\|)?", re.M)
_ESCAPED = re.compile(r"[*_`](?![ \t])")


def with_notes(text: str) -> str:
    """The text with MediaWiki's notes, ``<ref>See Smith (2010).</ref>``, as notes within the line."""
    return _REF.sub(lambda match: f"{_NOTE}{_inside(match[1])}]" if match[1] else "", text)


def is_dokuwiki(text: str) -> bool:
    """Whether a text has DokuWiki's headings, whose highest has most signs, and notes."""
    return bool(_DOKU_HEADING.search(text) and _DOKU_NOTE.search(text))


def is_mediawiki(text: str) -> bool:
    """Whether a text has MediaWiki's headings and notes."""
    return bool(_HEADING.search(text) and "</ref" in text)


def to_markdown(text: str) -> str:
    """Wikitext as Markdown with the same lines; templates that print a reference are replaced by what they print."""
    text = _without_hidden(text)
    return _from_dokuwiki(text) if is_dokuwiki(text) and "</ref" not in text else _from_mediawiki(text)


def _without_hidden(text: str) -> str:
    """The text without comments, code and what is shown as it is written, their line breaks kept."""
    kept, at = [], 0
    unclosed: set[str] = set()
    for match in _HIDING.finditer(text):
        closing = "-->" if match[1] else match[3] or f"</{match[2]}>"
        if match.start() < at or closing in unclosed:
            continue
        end = text.find(closing, match.end())
        if end < 0:
            unclosed.add(closing)
            continue
        kept += [text[at : match.start()], "\n" * text.count("\n", match.start(), end)]
        at = end + len(closing)
    return "".join((*kept, text[at:]))


def _from_mediawiki(text: str) -> str:
    text = _FILES.sub(_emptied, rendered(text))
    text = _ESCAPED.sub(lambda match: f"&#{ord(match[0])};", _starred(text))
    text = _HEADING.sub(lambda match: f"{'#' * len(match[1])} {match[2]}", text)
    text = _LINK.sub(r"\2", _ROW.sub("", text))
    text = _SLANTED.sub(r"<i>\1</i>", _BOLD.sub("", text))
    return _OUTSIDE.sub(_linked, with_notes(text))


def _from_dokuwiki(text: str) -> str:
    text = re.sub(r"\{\{[^{}]{0,300}\}\}|~~[A-Z]{1,30}~~|\*\*|__", "", text)
    text = _DOKU_ITEM.sub(lambda match: f"{match[1].expandtabs(2)[2:] * 2}{'-' if match[2] == '*' else '1.'} ", text)
    text = _DOKU_HEADING.sub(lambda match: f"{'#' * (7 - len(match[1]))} {match[2]}", text)
    text = re.sub(r"\\\\(?=\s)", "<br>", _ROW.sub("", text))
    text = _LINK.sub(_doku_linked, _DOKU_SLANTED.sub(r"<i>\1</i>", text))
    return _DOKU_NOTE.sub(lambda match: f"{_NOTE}{_inside(match[1])}]", text)


def _inside(text: str) -> str:
    """What a note says, in one paragraph."""
    text = _OUTSIDE.sub(_linked, _SLANTED.sub(r"<i>\1</i>", text.strip()))
    return re.sub(r"\n(?=[ \t]*\n)", "\n\u2060", text)


def _starred(text: str) -> str:
    """The text with lists as Markdown's: a hyphen or a number, and nothing for what is only set in."""

    def item(match: re.Match[str]) -> str:
        depth, last = len(match[1]) - 1, match[1][-1]
        return f"{'    ' * depth}{'- ' if last == '*' else '1. '}" if last in "*#" else ""

    return _ITEM.sub(item, text)


def _linked(match: re.Match[str]) -> str:
    return f"[{match[2]}]({match[1]})" if match[2] else f"<{match[1]}>"


def _doku_linked(match: re.Match[str]) -> str:
    address, words = match[1] or match[2], match[2]
    if address.startswith(("http://", "https://")):
        return f"[{words}]({address})" if match[1] else f"<{address}>"
    return words if match[1] else words.rsplit(":", 1)[-1]


def _emptied(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
