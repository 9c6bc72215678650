"""Clause to expressions: times, numbers, places, names. No file access, no clock, no other article."""
