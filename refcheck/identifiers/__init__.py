"""Identifiers: found in text, checked and repaired."""

DOI_PREFIX = r"10\.\d{4,9}/"
"""The beginning of a DOI up to its suffix, as a pattern: the number of a registrant has four to nine digits
(Crossref, "DOIs and matching regular expressions")."""
