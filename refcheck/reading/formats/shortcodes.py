"""Tags of site generators that hold nothing but an address -> links of Markdown, line for line: GitBook's and DEV's
``{% embed url="..." %}``, Hugo's ``{{< card href="..." >}}``, Zenn's ``@[card](...)``, Hatena's ``[...:embed:cite]``, a
component ``<LinkCard href="..." />`` of MDX."""

from __future__ import annotations

from refcheck import patterns as re

_ADDRESS = r"https?://[^\s\"'<>{}\[\]]{3,2000}"
_OPENS = re.compile(r"\{[%{]|@\[|<[A-Z]|:(?:embed|title|bookmark)")
_TAG = re.compile(
    r"^([ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?)(?:"
    rf"\{{(?:%|\{{[<%])[ \t]*[\w-]{{0,20}}(?:embed|link|card|bookmark|url|href)[\w-]{{0,20}}[ \t]+"
    rf"[^\n{{}}<>]{{0,300}}?({_ADDRESS})[^\n{{}}<>]{{0,300}}(?:%|[>%]\}})\}}"
    rf"|@\[\w{{2,12}}\]\(({_ADDRESS})\)"
    rf"|\[({_ADDRESS}?)(?::(?:embed|title|bookmark|cite)){{1,3}}\]"
    rf"|<[A-Z][\w.]{{0,40}}\s[^\n<>]{{0,300}}?(?:url|href)=[\"']({_ADDRESS})[\"'][^\n<>]{{0,300}}/>"
    r")[ \t]*$",
    re.M,
)
_TITLE = re.compile(r"""\s(?:title|caption|label)\s?=\s?(?:"([^"\n\[\]]{3,200})"|'([^'\n\[\]]{3,200})')""")


def linked(text: str) -> str:
    """The text, with each line that is such a tag as a link, by its title if it has one."""
    return _TAG.sub(_link, text) if _OPENS.search(text) else text


def _link(match: re.Match[str]) -> str:
    address = next(filter(None, match.groups()[1:])).rstrip(")")
    title = _TITLE.search(match[0])
    return f"{match[1]}[{title[1] or title[2]}]({address})" if title else f"{match[1]}<{address}>"
