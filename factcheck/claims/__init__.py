"""Readings of sentences -> claims, each bound to one predicate in its clause."""

from factcheck.claims.build import claims_of

__all__ = ["claims_of"]
