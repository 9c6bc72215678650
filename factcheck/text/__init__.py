"""Document -> sentences, tokens and clauses. Offsets always count in ``Document.text``."""
