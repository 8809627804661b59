"""Claim detection on sentences in many languages: claims found, near misses left alone, languages told.

Beside it, what a search for the words of the commonest sentence (source, review, quality, reliab) in each article's
language would need a translation for: the English word list alone. Run: ``python benchmarks/claim.py``.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from refcheck.reading.claim import find_claim

SENTENCES = Path(__file__).parent.parent / "tests/reading/claim_sentences.toml"
BASELINE = re.compile(
    r"(?=.*sourc|.*referenc|.*bibliogr)(?=.*review|.*check|.*verif|.*revi)(?=.*qualit|.*reliab|.*accura)", re.I
)


def main() -> None:
    right = wrong_language = baseline = total = 0
    misses = []
    for language, cases in tomllib.loads(SENTENCES.read_text(encoding="utf-8")).items():
        for wanted, texts in ((True, cases.get("yes", [])), (False, cases.get("no", []))):
            for text in texts:
                found = find_claim([(1, "Text."), (3, text)])
                total += 1
                baseline += bool(BASELINE.search(text)) is wanted
                if (found is not None) is wanted:
                    right += 1
                    if found and found.language != language:
                        wrong_language += 1
                        misses.append(f"language {found.language} for {language}: {text[:90]}")
                else:
                    misses.append(f"{'missed' if wanted else 'false'} {language}: {text[:90]}")
    print(f"{right}/{total} right ({100 * right / total:.1f} %), {wrong_language} in the wrong language")
    print(f"a search for English words: {baseline}/{total} ({100 * baseline / total:.1f} %)")
    print("\n".join(misses))


if __name__ == "__main__":
    main()
