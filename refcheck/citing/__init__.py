"""In-text citations: found in the text and matched to the references."""
