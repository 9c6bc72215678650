"""The kinds of conflict: one file each, registered here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.rules.attribute import AttributeKind
from factcheck.rules.base import RuleKind
from factcheck.rules.calendar import CalendarKind
from factcheck.rules.clock import ClockKind
from factcheck.rules.count import CountKind
from factcheck.rules.date import DateKind
from factcheck.rules.duration import DurationKind
from factcheck.rules.never import NeverKind
from factcheck.rules.ordinal import OrdinalKind
from factcheck.rules.page import page as page
from factcheck.rules.participant import ParticipantKind
from factcheck.rules.place import PlaceKind
from factcheck.rules.quote import QuoteKind
from factcheck.rules.status import StatusKind

KINDS: Mapping[str, RuleKind] = {
    kind.kind: kind
    for kind in (
        DateKind(),
        ClockKind(),
        PlaceKind(),
        CountKind(),
        OrdinalKind(),
        NeverKind(),
        DurationKind(),
        ParticipantKind(),
        StatusKind(),
        AttributeKind(),
        QuoteKind(),
        CalendarKind(),
    )
}
"""Kind -> its implementation."""
