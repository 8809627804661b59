"""The nouns of refcheck: frozen dataclasses that pass from stage to stage.

article file -read-> Article + Entry* -parse-> Reference* -resolve-> Resolution* -check-> Finding* -report-> text, ...

Every noun is plain data. ``to_dict`` leaves absent fields out (never empty strings), so that its output is the JSON,
version 1, that ``refcheck check --format json`` prints; the schema is ``refcheck/data/report.schema.json``.
"""

from __future__ import annotations

from refcheck.nouns.article import CRITERIA as CRITERIA
from refcheck.nouns.article import Article as Article
from refcheck.nouns.article import ClaimSentence as ClaimSentence
from refcheck.nouns.article import Entry as Entry
from refcheck.nouns.article import Ignore as Ignore
from refcheck.nouns.article import Markup as Markup
from refcheck.nouns.article import Mention as Mention
from refcheck.nouns.article import MentionKind as MentionKind
from refcheck.nouns.article import Unread as Unread
from refcheck.nouns.article import UnreadReason as UnreadReason
from refcheck.nouns.reference import Name as Name
from refcheck.nouns.reference import Problem as Problem
from refcheck.nouns.reference import ProblemKind as ProblemKind
from refcheck.nouns.reference import Reference as Reference
from refcheck.nouns.report import ClaimVerdict as ClaimVerdict
from refcheck.nouns.report import Confidence as Confidence
from refcheck.nouns.report import Criterion as Criterion
from refcheck.nouns.report import CriterionVerdict as CriterionVerdict
from refcheck.nouns.report import Finding as Finding
from refcheck.nouns.report import Report as Report
from refcheck.nouns.report import Severity as Severity
from refcheck.nouns.work import Answer as Answer
from refcheck.nouns.work import Evidence as Evidence
from refcheck.nouns.work import Identity as Identity
from refcheck.nouns.work import Kinship as Kinship
from refcheck.nouns.work import Outcome as Outcome
from refcheck.nouns.work import Relation as Relation
from refcheck.nouns.work import Resolution as Resolution
from refcheck.nouns.work import Update as Update
from refcheck.nouns.work import Work as Work
from refcheck.worktype import WorkType as WorkType
