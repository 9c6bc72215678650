"""What the user's rules.yaml adds to the language data: words of event types, and places."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.gazetteer.own import OwnPlace


@dataclass(frozen=True, slots=True)
class Extras:
    """Hashable and picklable: it travels to every process that extracts."""

    events: tuple[tuple[str, str, str], ...] = ()
    """(event type, language code, word or phrase); a type that the ontology lacks becomes a new one."""
    places: tuple[OwnPlace, ...] = ()


NOTHING = Extras()
