"""BibTeX as it is written: fields, macros, values, blocks, entries; what a field means is read in ``exchange``."""
