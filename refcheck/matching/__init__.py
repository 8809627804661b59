"""Which work is meant: the search question, the scoring of candidates, and the choice among them."""
