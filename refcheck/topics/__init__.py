"""The fields of study of a list, and how strange each reference is in it."""
