"""Formatters: what a run found -> text. They decide nothing: no thresholds, no exit codes, no printing."""
