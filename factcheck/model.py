"""The domain types that every room speaks.

Frozen and slotted; sequences are tuples. No type here reads a file, a clock or another article: each
carries what one step found and where it found it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` in code points of ``Document.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


# --- articles -----------------------------------------------------------------------------------------


class BlockKind(StrEnum):
    """What a stretch of an article is; only FURNITURE yields no sentence."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CORRECTION = "correction"
    """A note of the outlet that withdraws or changes an earlier statement."""
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A title, heading, paragraph or caption: sentences never cross its border."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Segment:
    """``length`` code points of ``Document.text`` from ``text_start`` on stand at ``raw_start`` of the file."""

    text_start: int
    raw_start: int
    raw_end: int
    length: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article."""

    id: str
    """The path as the report shows it: relative to the starting directory where below it, else as given."""
    text: str
    """The decoded text that all spans count in. For ``.txt`` and ``.md`` this is the whole decoded file
    (front matter included, outside every block), so that spans are file offsets; for HTML the extracted
    text."""
    raw: str
    """The decoded file. Equal to ``text`` unless the file is HTML."""
    blocks: tuple[Block, ...]
    """The article's parts in reading order, without gaps that hold prose."""
    language: str
    """ISO 639-1 code."""
    language_from: str
    """Where the language was found: ``flag``, ``front matter``, ``meta tag``, ``json-ld``, ``sidecar``, ``rules`` or
    ``detected``."""
    source: str | None = None
    """The outlet, or None."""
    source_from: str | None = None
    published: datetime | date | None = None
    """Publication time or day as the article itself or its metadata tell; never the file's mtime or today."""
    published_from: str | None = None
    title: str | None = None
    url: str | None = None
    segments: tuple[Segment, ...] | None = None
    """HTML only: where stretches of ``text`` stand in ``raw``; None where ``text`` is ``raw``."""
    derived_from: str | None = None
    """What the article says that it copies: an agency byline or ``isBasedOn``, or None."""
    warnings: tuple[str, ...] = ()

    @property
    def published_day(self) -> date | None:
        """The publication day, or None."""
        return self.published.date() if isinstance(self.published, datetime) else self.published


@dataclass(frozen=True, slots=True)
class Skipped:
    """An article that could not be used."""

    file: str
    reason: str
    """A stable word: ``unreadable``, ``empty``, ``binary``, ``no-text``, ``bad-metadata``, ``language``."""
    message: str


# --- text ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or punctuation mark."""

    span: Span
    text: str
    lower: str
    lemma: str
    """Dictionary form; nouns of German keep their capital. The surface if unknown."""
    pos: str
    """Universal POS tag as far as the lexicon and the context tell: NOUN, PROPN, VERB, AUX, ADJ, ADV, ADP,
    DET, PRON, CCONJ, SCONJ, PART, NUM, PUNCT, X."""
    zipf: float
    """Word frequency on the Zipf scale, 0.0 (unknown, rare) to about 7.5 ("der")."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens; ``index`` counts within the document."""

    document: str
    index: int
    block: int
    """Index into ``Document.blocks``."""
    kind: BlockKind
    span: Span
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence around one predicate. ``tokens`` are indices into ``Sentence.tokens``."""

    sentence: int
    index: int
    tokens: tuple[int, ...]
    verb: int | None
    """Index of the main verb's token, or None in a verbless clause (a headline, a caption)."""
    kind: str
    """``main``, ``sub`` (a subordinate clause), ``relative``, ``infinitive``, ``quote``,
    ``parenthesis`` or ``dateline``."""
    introducer: str | None
    """The word that opens a subordinate clause, lower case, or None."""
    governor: int | None
    """Index of the clause that this one depends on, or None."""
    quoted: bool = False
    """True inside quotation marks."""


# --- extract ------------------------------------------------------------------------------------------


class Grain(StrEnum):
    """Granularity of a time, from fine to coarse."""

    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "daypart"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: a temporal expression with its normalised value."""

    span: Span
    """Without a leading preposition: "Dienstag", not "am Dienstag"."""
    text: str
    type: str
    """TIMEX3 type: DATE, TIME, DURATION or SET."""
    value: str
    """TIMEX3 value, e.g. ``2023-09-12``, ``2023-W37``, ``XXXX-WXX-2``, ``P10Y``, ``PAST_REF``."""
    mod: str | None = None
    """TIMEX3 mod: APPROX, START, MID, END, BEFORE, AFTER, EQUAL_OR_MORE ..., or None."""
    grain: Grain | None = None
    """Finest unit that the expression itself fixes; None for references like "damals"."""
    earliest: date | None = None
    """First day that the expression may denote, or None where it can't be resolved."""
    latest: date | None = None
    """Last day that it may denote (inclusive), or None."""
    weekday: int | None = None
    """0 (Monday) to 6 if the words name a weekday, resolved or not."""
    month: int | None = None
    """1 to 12 if the words name a month, resolved or not."""
    day: int | None = None
    """1 to 31 if the words name a day of the month, resolved or not."""
    year: int | None = None
    """The year if the words themselves give it."""
    clock: tuple[int, int] | None = None
    """Minutes since midnight, first and last that the words may denote ("gegen 17 Uhr" is 16:45 to 17:15;
    "3.20 Uhr" is (200, 200); "Montagabend" has the evening's), or None."""
    utc_offset: int | None = None
    """Minutes east of UTC if the words name a zone ("0212 GMT", "MESZ"), else None."""
    seconds: tuple[float, float] | None = None
    """Durations only: shortest and longest length in seconds that the words may denote."""
    resolved_by: str | None = None
    """What it was resolved against: ``self`` (explicit), ``published``, ``previous`` (an earlier expression),
    ``range``, or None where it stays partial."""
    signal: str | None = None
    """The class of the word that introduces it: ``since``, ``until``, ``before``, ``after``, ``from``, ``in``
    (at a time), ``for`` (a length), ``night_to`` or None."""
    range_end: bool = False
    """True for the second member of a range ("vom 12. bis 14. Mai"): it bounds the one before it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A named place, or a facility that the text itself locates."""

    span: Span
    surface: str
    key: str
    """Gazetteer id (``geonames:2013348``) or a folded name (``name:kosmodrom wostotschny``) learned from the text."""
    name: str
    """Display name."""
    kind: str
    """``continent``, ``country``, ``region``, ``settlement``, ``district``, ``facility``, ``water`` or ``unknown``."""
    country: str | None = None
    """ISO 3166 alpha-2 code, or None."""
    parents: tuple[str, ...] = ()
    """Keys of what contains it, from the nearest to the continent."""
    signal: str | None = None
    """The class of the preposition before it: ``at`` (in, auf), ``to``, ``from``, ``near``, ``through`` or None."""
    role: str = "place"
    """``place``, or ``demonym`` where an adjective or inhabitant's name points at it ("russisch", "Berliner")."""


class Hedge(StrEnum):
    """How a number is qualified."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and what it counts."""

    span: Span
    """The number and its unit or noun: "rund 40.000 Euro" without the hedge is "40.000 Euro"."""
    low: float
    high: float
    """The closed interval that the words allow; infinite at an open end."""
    nominal: float
    """The number as written."""
    unit: str
    """Normalised unit: ``""`` for a plain count, ``%``, ``EUR``, ``USD``, ``m``, ``kg``, ``s`` (seconds), ``pp``
    (percentage points), ``year`` (an age) ... Lengths, masses and times are converted to the base unit."""
    noun: str
    """Lemma of the counted noun ("Beschäftigter"), or ``""``."""
    hedge: Hedge
    surface_unit: str = ""
    """The unit as written ("Meilen")."""
    digits: int = 0
    """Significant digits of the number as written, to tell a rounded figure from an exact one."""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """ "zweite Reise seit 2011": the k-th of a series."""

    span: Span
    k: int
    """1 for the first; -1 for the last; 0 for the only one."""
    noun: str
    """Lemma of what is counted."""
    since: TimeExpression | None = None
    scope: str | None = None
    """The words that bound the series otherwise ("this season"), folded, or None for "ever"."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation or titled work named in the text."""

    span: Span
    surface: str
    tokens: tuple[str, ...]
    """The name's words without titles."""
    key: str
    """Folded: transliterations, diacritics and inflection removed, so that Lawrow and Lavrov share a key."""
    kind: str
    """``person``, ``organisation`` or ``unknown``."""
    titles: tuple[str, ...] = ()
    """Titles, offices and appositions before or after it, lemmas ("Außenminister")."""


class Polarity(StrEnum):
    """Whether the clause affirms."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    NEVER = "never"
    """Denied for a whole stretch of time: "noch nie", "never before", "seit 2002 nicht mehr"."""


class Modality(StrEnum):
    """How sure the clause is of what it tells."""

    HAPPENED = "happened"
    PLANNED = "planned"
    EXPECTED = "expected"
    ALLEGED = "alleged"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose claim it is."""

    speakers: tuple[str, ...]
    """From the outermost reporter inwards, as written."""
    kind: str
    """``authority`` (police, ministry of the place, agency, operator: counts like the outlet), ``party`` (someone
    with an interest, a witness) or ``media``."""
    verb: str | None = None
    """Lemma of the reporting verb."""
    time: TimeExpression | None = None
    """When it was said: the report time, never the event time."""
    span: Span | None = None


# --- claims -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A filler of a role: a name, a place or a noun phrase."""

    text: str
    key: str
    """Folded head lemma or entity key, comparable within a language; entity linking adds the rest."""
    kind: str
    """``person``, ``organisation``, ``place``, ``noun`` or ``pronoun``."""
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What one clause says of one event, state or quantity."""

    id: str
    """``c1``, ``c2`` ... in the order of files and text."""
    document: str
    sentence: int
    """Index of the sentence in its document."""
    span: Span
    """The clause."""
    predicate: str
    """Event type from the language data (``meeting``) or the lemma of verb or noun (``lemma:vergolden``)."""
    predicate_span: Span
    roles: tuple[tuple[str, Mention], ...] = ()
    """(role, filler) in text order: ``agent``, ``patient``, ``with``, ``topic``."""
    times: tuple[TimeExpression, ...] = ()
    """Event times of this clause."""
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    ordinal: Ordinal | None = None
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.HAPPENED
    attribution: Attribution | None = None
    content: tuple[tuple[str, float], ...] = ()
    """(concept or lemma, weight): what the clause is about, weighted by rarity, for linking."""
    quote: str | None = None
    """The words inside quotation marks that this clause holds, or None."""
    withdrawn: bool = False
    """True where the same article corrects this statement."""

    @property
    def sentence_key(self) -> tuple[str, int]:
        """The sentence that the claim stands in: document id and index."""
        return self.document, self.sentence


# --- linking and findings -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a link."""

    name: str
    weight: float
    detail: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Names that denote one person, organisation or place."""

    id: str
    name: str
    """The fullest form."""
    kind: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Claims of one happening."""

    id: str
    predicate: str
    claims: tuple[str, ...]
    participants: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Verdict(StrEnum):
    """How sure a finding is."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"
    CONSISTENT = "consistent"


class Severity(StrEnum):
    """How loudly a finding is reported; rules.yaml maps verdicts to severities."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Value:
    """A statement's typed, normalised value."""

    type: str
    """A shape of the JSON report: ``date``, ``clock``, ``place``, ``count``, ``attribute``, ``ordinal``, ``never``,
    ``duration``, ``participant``, ``status``, ``quote`` or ``text``."""
    text: str
    """For people: "Wladiwostok (Primorje, RU)"."""
    data: tuple[tuple[str, str | float | int | None], ...] = ()
    """The fields of this type, in a fixed order."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One side of a finding."""

    role: str
    """``primary``, ``conflicting`` or ``supporting``."""
    document: str
    span: Span
    """The clashing words in ``Document.text``."""
    sentence_span: Span
    claim: str
    value: Value


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a derivation and the statements (by index) that it rests on."""

    text: str
    statements: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Statements that cannot all be true, or that look so."""

    rule: str
    kind: str
    verdict: Verdict
    severity: Severity
    confidence: float
    message: str
    reason: str
    statements: tuple[Statement, ...]
    predicate: str
    participants: tuple[str, ...]
    fingerprint: str
    """``sha256:`` and 64 hex digits over rule, predicate, participants and values; see the contract."""
    event: str | None = None
    derivation: tuple[Step, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    suppressed: str | None = None
    baselined: bool = False

    @property
    def id(self) -> str:
        """The fingerprint's first eight hex digits."""
        return self.fingerprint.removeprefix("sha256:")[:8]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one run found."""

    documents: tuple[Document, ...]
    sentences: dict[str, tuple[Sentence, ...]]
    """By document id; for showing a statement in its sentence."""
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...] = field(default=())
