"""Names in Chinese, Japanese and Korean signs."""

from __future__ import annotations

from functools import cache

from refcheck import patterns as re
from refcheck.language.words import alternatives, every, signs
from refcheck.model import Name
from refcheck.parsing.people.person import single

EAST_ASIAN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")
"""A sign that Chinese, Japanese or Korean names are written in."""
_KATAKANA = re.compile(r"[\u30a0-\u30ff]{2,20}")


def east_asian_names(text: str, family_signs: int) -> tuple[Name, ...]:
    """East Asian names, divided at commas, middle dots and full stops; a blank separates family and given names. A
    name of four signs has a family of two everywhere, one of two has one of one."""
    names = []
    for piece in _divider().split(text):
        words = piece.strip(" ()（）[]:").split()
        if not words:
            continue
        if len(words) == 2 and EAST_ASIAN.search(piece):
            names.append(Name(words[0], words[1]))
        elif EAST_ASIAN.search(piece) and len(words) > 2 and all(len(w) <= 4 for w in words):
            names.extend(Name(w[0], w[1:]) for w in words)
        elif len(words) == 1 and _KATAKANA.fullmatch(words[0]):
            names.append(single(piece))  # "ボウルビィ": the family of a foreigner alone
        elif EAST_ASIAN.search(piece) and 2 <= len(words[0]) <= (5 if family_signs == 2 else 4) and len(words) == 1:
            whole = words[0]
            signs = family_signs and max(1, min(len(whole) // 2, 2) if len(whole) != 3 else family_signs)
            names.append(Name(whole[:signs], whole[signs:]) if signs else Name(literal=whole))
        else:
            names.append(single(piece))
    return tuple(names)


@cache
def _divider() -> re.Pattern[str]:
    spaced = "|".join(("&", alternatives(every("parts", "and")), alternatives(signs("ko", "and"))))
    return re.compile(
        rf"[,，、;；·・∙.．/]\s*|\s+(?:{spaced})\s+|\s{{2,}}"
        rf"|(?<![\u4e00-\u9fff]{{5}})(?<=[\u4e00-\u9fff]{{2}})(?:{alternatives(signs('zh', 'and'))})"
        r"(?=[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff]))"
    )


_KANA = re.compile(r"[\u3041-\u30fa]")
_TRANSLATED = re.compile(rf"(?<=[\u4e00-\u9fff,，、 ])(?:{alternatives(signs('zh', 'translators'))})(?=[.．,，。])")


def family_signs_of(raw: str, label: str) -> int:
    """How many signs of an East Asian name are the family's: two in Japanese, none where a book was translated, whose
    foreign author has only a family, else one."""
    if label == "author" and _TRANSLATED.search(raw):
        return 0
    return 2 if _KANA.search(raw) else 1
