"""A copy of a register on this machine: a published dump reduced to what the checks read, indexed by identifier and
word. ``resolving.indexing`` makes it; ``resolving.sources.snapshot`` is the register that asks it. Importing this
raises BadFile without the extra ``index`` (tantivy, msgspec).
"""

from refcheck.errors import BadFile

try:
    import msgspec  # noqa: F401
    import tantivy  # noqa: F401
except ImportError as error:
    raise BadFile("a snapshot needs two more packages: pip install 'refcheck-editorial[index]'") from error
