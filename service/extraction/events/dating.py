"""On which day: the date of an event and how it is known.

In this order, each rule stated where it stands: the time expression the trigger governs; that of its clause or of the verb it
depends on; the only one of its sentence; the same event told elsewhere (see `merging`); the running date of the paragraph;
the publication date where tense and modality allow it.  A date that tense or modality contradicts is never given.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Token

from service.extraction import syntax
from service.extraction.annotations import Dating, Precision, Time
from service.extraction.article import Article
from service.extraction.events.modality import Reality
from service.extraction.events.reported import Reports
from service.extraction.events.telling import Dated, Telling

SINCE = frozenset({"since"})
FROM = frozenset({"from", "after", "starting", "beginning"})
UNTIL = frozenset({"until", "till", "before", "by"})
CLIMB = 6


class Calendar:
    """The time expressions of one article, by the token that governs each and by sentence."""

    def __init__(self, article: Article, times: tuple[Time, ...]) -> None:
        self.article = article
        self.published = article.published.isoformat() if article.published else None
        self.governed: dict[int, list[tuple[Time, Dating]]] = {}
        self.by_sentence: dict[int, list[tuple[Time, Dating]]] = {}
        self.running: list[tuple[int, Dating]] = []
        for time in times:
            tokens = article.tokens(time.start, time.end)
            if time.type == "SET":
                continue
            dating = self.bounds(time, tokens.root)
            if dating is None:
                continue
            for governor in governors(tokens.root):
                self.governed.setdefault(governor, []).append((time, dating))
            self.by_sentence.setdefault(article.sentence_of[tokens.start], []).append((time, dating))

    def bounds(self, time: Time, head: Token) -> Dating | None:
        """The calendar bounds of the expression, opened by "since", "until", "before"; None where it has none."""
        earliest, latest = day(time.earliest), day(time.latest)
        if earliest is None and latest is None:
            return None
        precision = precision_of(time.value)
        word = head.head.lower_ if head.dep_ in {"pobj", "pcomp"} else ""
        if word in SINCE:
            return Dating(earliest, self.published, "other", "expression")
        if word in UNTIL and word != "by":
            return Dating(None, latest if word in {"until", "till"} else before(earliest), "other", "expression")
        return Dating(earliest, latest, precision, "expression")

    def of(self, trigger: Token, reality: Reality) -> Dated | None:
        """The date from an expression of the trigger's own clause or sentence."""
        for depth, token in enumerate(chain(trigger)):
            for time, dating in sorted(self.governed.get(token.i, ()), key=lambda pair: abs(pair[0].start - trigger.idx)):
                if self.allows(dating, reality):
                    return Dated(dating, time.id, depth == 0)
        return None

    def in_sentence(self, trigger: Token, reality: Reality) -> Dated | None:
        """The one date of the sentence, where it has no other."""
        found = self.by_sentence.get(self.article.sentence_of[trigger.i], ())
        days = {(dating.earliest, dating.latest) for _, dating in found}
        if len(days) == 1 and self.allows(found[0][1], reality):
            return Dated(found[0][1], found[0][0].id, False)
        return None

    def carry_over(self, tellings: Sequence[Telling], tokens: Sequence[Token], reports: Reports) -> None:
        """The one date of the sentence for what has none of its own."""
        for telling, token in zip(tellings, tokens, strict=True):
            if telling.dated is None:
                telling.dated = self.in_sentence(token, telling.reality)

    def infer(self, tellings: Sequence[Telling], tokens: Sequence[Token], reports: Reports) -> None:
        """The publication day where nothing else is known and tense allows it."""
        for telling, token in zip(tellings, tokens, strict=True):
            if telling.dated is None and (dating := self.on_publication(token, telling.reality)):
                telling.dated = Dated(dating, None, False)

    def allows(self, dating: Dating, reality: Reality) -> bool:
        """Whether tense and modality agree with the date: what is planned is not over, what is told is not to come."""
        if self.published is None:
            return True
        if reality.modality in {"planned", "requested"} and reality.tense == "future":
            return dating.latest is None or dating.latest >= self.published
        if reality.tense == "past" and reality.modality == "asserted":
            return dating.earliest is None or dating.earliest <= self.published
        return True

    def on_publication(self, trigger: Token, reality: Reality) -> Dating | None:
        """The publication day: for what is told in the past or present tense as having happened, and for nothing else."""
        if self.published is None or reality.modality != "asserted" or reality.tense not in {"past", "present"}:
            return None
        if is_background(trigger):
            return None
        return Dating(self.published, self.published, "day", "published")


def governors(head: Token) -> list[int]:
    """The tokens a time expression modifies: the noun or verb above it, through prepositions and other expressions."""
    token = head
    for _ in range(CLIMB):
        if token.head.i == token.i:
            break
        token = token.head
        if syntax.is_verb(token) and token.dep_ not in syntax.AUXILIARIES:
            return [token.i]
        if token.tag_ in {"NN", "NNS", "NNP", "NNPS", "JJ"} and token.ent_type_ not in {"DATE", "TIME"}:
            return [token.i]
    return [token.i]


def chain(trigger: Token) -> list[Token]:
    """The trigger and the words whose date is its own: its clause's verb, the verb it completes, its first conjunct."""
    tokens = [trigger]
    token = trigger
    for _ in range(CLIMB):
        link, above = token.dep_, token.head
        if above.i == token.i:
            break
        if link in {"dobj", "pobj", "prep", "nsubj", "nsubjpass", "attr", "compound", "amod", "appos", "xcomp", "pcomp", "conj", "acl", "advcl", "dative", "agent", "poss"}:
            token = above
            tokens.append(token)
            continue
        break
    return tokens


def is_background(trigger: Token) -> bool:
    """A pluperfect or a clause of habit: it lies before the telling, nobody says how far."""
    verb = syntax.clause_verb(trigger)
    if any(helper.lower_ == "had" for helper in syntax.auxiliaries(verb)):
        return True
    return any(child.lower_ in {"always", "usually", "often", "once", "ago", "ever"} for child in verb.children)


def day(value: str | None) -> str | None:
    return value[:10] if value else None


def before(value: str | None) -> str | None:
    """The day before."""
    if value is None:
        return None
    try:
        return (date.fromisoformat(value) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return None


def precision_of(value: str) -> Precision:
    """What the TIMEX3 value pins down."""
    if "/" in value:
        return "other"
    head = value.split("T")[0]
    parts = head.split("-")
    if len(parts) == 3 and len(parts[2]) == 2 and parts[2].isdigit():
        return "day"
    if len(parts) >= 2 and parts[1].startswith("W"):
        return "week" if len(parts) == 2 else "day" if parts[2].isdigit() else "other"
    if len(parts) == 2 and parts[1].startswith("Q"):
        return "quarter"
    if len(parts) == 2 and parts[1].isdigit():
        return "month"
    if len(parts) == 1 and head.isdigit():
        return {4: "year", 3: "decade", 2: "century"}.get(len(head), "other")  # type: ignore[return-value]
    return "other"


def overlap(a: Dating, b: Dating) -> bool:
    """Whether two dates may be of one event: neither ends before the other begins."""
    return not (
        (a.latest and b.earliest and a.latest < b.earliest) or (b.latest and a.earliest and b.latest < a.earliest)
    )


def width(dating: Dating) -> float:
    """Days from the first to the last; an open date is endless."""
    if dating.earliest is None or dating.latest is None:
        return float("inf")
    try:
        return (date.fromisoformat(dating.latest) - date.fromisoformat(dating.earliest)).days
    except ValueError:
        return float("inf")

