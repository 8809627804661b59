"""Languages: the words of bibliographies, folding, scripts, dates, and the detection of a text's language."""
