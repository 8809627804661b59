"""Functions that several checks share."""
