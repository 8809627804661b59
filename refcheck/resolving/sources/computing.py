"""Which references are on computing: what DBLP, Semantic Scholar and OpenAlex's search are asked about.

They are asked for what Crossref does not have: papers of conferences and journals that give no DOIs.
"""

from __future__ import annotations

import re

from refcheck.model import WorkType

KINDS = frozenset((WorkType.ARTICLE, WorkType.PAPER, WorkType.MANUSCRIPT, WorkType.PREPRINT, WorkType.OTHER))
ABOUT = re.compile(
    r"comput|algorithm|neural|machine learning|deep learning|reinforcement|transformer|artificial intelligence|"
    r"information (?:retrieval|processing|systems)|software|network|cyber|robot|vision|usenix|neurips|pmlr|openreview|"
    r"aaai|ijcai|emnlp|learning representations|arxiv|lecture notes in|crypto|database|distributed systems|"
    r"operating systems|semantic web|(?:language models?|program(?:s|ming)|informati(?:k|que|ca))\b|"
    r"\b(?:data|acm|ieee|nips|icml|iclr|jmlr|tmlr|acl|ceur)\b"
)
