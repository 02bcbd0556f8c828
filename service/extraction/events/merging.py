"""One event told several times is one event: by trigger, arguments and dates that agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from service import lexicons
from service.extraction.annotations import Argument, Dating
from service.extraction.events.bounds import overlap, width
from service.extraction.events.modality import Reality
from service.extraction.events.telling import Dated, Telling
from service.extraction.events.tree import Tree

EVENT_NOUNS = lexicons.load("event_nouns")
OTHERS, LIGHT_VERBS = frozenset(EVENT_NOUNS["others"]), frozenset(EVENT_NOUNS["light_verbs"])
LAST = 12  # tellings of the same word that are compared with: further back it is another story, and time stays linear
FEW = 6  # tellings at either end of an event that a new one must fit: time stays linear
# Words whose second mention with the same people is hardly ever the same event.
PLAIN = frozenset({
    "be", "have", "do", "say", "tell", "go", "come", "get", "make", "take", "see", "know", "want", "use", "call", "ask",
    "give", "put", "keep", "become", "begin", "start", "continue", "add", "describe", "try", "able", "ready", "willing",
})  # fmt: skip


@lru_cache(maxsize=20_000)
def stem(lemma: str) -> str:
    """What a verb and its noun share: "invade" and "invasion", "negotiate" and "negotiation"."""
    word = lemma.lower()
    for ending, other in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + other
    return word


ENDINGS = (
    ("ization", "iz"), ("isation", "is"), ("ation", ""), ("asion", "ad"), ("ision", "id"), ("osion", "od"),
    ("ansion", "and"), ("ension", "end"), ("ution", "ut"), ("ction", "ct"), ("ption", "pt"), ("ssion", "ss"),
    ("ition", "it"), ("ement", ""), ("ment", ""), ("very", "ver"), ("ance", ""), ("ence", ""), ("ings", ""),
    ("ing", ""), ("ure", ""), ("al", ""), ("ade", "ad"), ("ide", "id"), ("ode", "od"), ("ate", ""), ("ize", "iz"),
    ("ise", "is"), ("e", ""),
)  # fmt: skip


def merge(tellings: Sequence[Telling], tree: Tree) -> list[list[int]]:
    """Groups of tellings (indices, in order), each one event."""
    groups: list[list[int]] = []
    recent: dict[str, list[int]] = {}
    for n, telling in enumerate(tellings):
        candidates = recent.setdefault(telling.key, [])
        chosen = None
        if candidates and telling.lemma not in PLAIN and not is_another(tree, telling.token):
            chosen = next((g for g in reversed(candidates[-LAST:]) if same(tellings, groups[g], telling)), None)
        if chosen is None:
            groups.append([n])
            candidates.append(len(groups) - 1)
        else:
            groups[chosen].append(n)
    return groups


def is_another(tree: Tree, noun: int) -> bool:
    """Whether the noun says that it is one not told before: "another strike", "nine rises", "the next meeting", and
    what somebody does with a verb that only carries it, "made landfall"."""
    if not tree.is_noun(noun):
        return False
    if tree.deps[noun] == "dobj" and tree.lemmas[tree.heads[noun]] in LIGHT_VERBS and not tree.kids[noun]:
        return True
    return any(
        tree.lowers[kid] in OTHERS or (tree.deps[kid] == "nummod" and tree.types[kid] == "CARDINAL")
        for kid in tree.kids[noun]
    )


def same(tellings: Sequence[Telling], group: list[int], new: Telling) -> bool:
    """Whether the telling fits the first and last tellings of the group, and shares someone with one of them."""
    ends = group if len(group) <= 2 * FEW else [*group[:FEW], *group[-FEW:]]
    olds = [tellings[n] for n in ends]
    if not all(agree(old, new) for old in olds):
        return False
    return all(compatible(old, new) for old in olds) and (
        (new.is_noun and not new.arguments) or any(shared(old, new) for old in olds)
    )


def agree(old: Telling, new: Telling) -> bool:
    """Whether both may be one event by polarity, tense and date; verbs of different types are not."""
    if old.reality.polarity != new.reality.polarity or {is_over(old), is_over(new)} == {True, False}:
        return False
    if old.dated and new.dated and not overlap(old.dated.date, new.dated.date):
        return False
    return old.is_noun or new.is_noun or old.type == new.type  # "called it a lie … called for talks"


def is_over(telling: Telling) -> bool | None:
    """True of what a verb tells as past, False of what lies ahead: not one event.  None of what may be either."""
    if telling.reality.modality == "asserted":
        return True if telling.reality.tense == "past" and not telling.is_noun else None
    return False if telling.reality.tense == "future" else None


def fillers(telling: Telling) -> dict[str, set[str]]:
    """The entities in each role; patient, recipient and place, which parsers mix up, are one."""
    if telling.fillers is None:
        telling.fillers = {}
        for argument in telling.arguments:
            if argument.entity:
                role = "other" if argument.role in {"patient", "recipient", "place"} else argument.role
                telling.fillers.setdefault(role, set()).add(argument.entity)
    return telling.fillers


def compatible(a: Telling, b: Telling) -> bool:
    """No role is filled by different entities in both."""
    if not a.entities or not b.entities:
        return True
    first, second = fillers(a), fillers(b)
    for role in ("agent", "other"):
        if role in first and role in second and first[role].isdisjoint(second[role]):
            return False
    return True


def shared(a: Telling, b: Telling) -> bool:
    return not a.entities.isdisjoint(b.entities)


ORDER = {"expression": 0, "context": 1, "published": 2}


def best_date(tellings: Sequence[Telling]) -> Dated | None:
    """The narrowest of the dates that the text gives, an expression before what was carried over or inferred."""
    dated = [telling.dated for telling in tellings if telling.dated]
    if len(dated) < 2:
        return dated[0] if dated else None
    return min(dated, key=lambda d: (ORDER[d.date.basis], width(d.date)))


def carried(dating: Dating) -> Dating:
    return Dating(dating.earliest, dating.latest, dating.precision, "context")


def share_dates(
    tellings: Sequence[Telling], groups: Sequence[Sequence[int]], allows: Callable[[Dating, Reality], bool]
) -> None:
    """Give all tellings of one event the best date that any of them has and that the first one's tense allows."""
    for group in groups:
        if len(group) == 1:
            continue
        first = tellings[group[0]].reality
        best = best_date([tellings[n] for n in group if fits(tellings[n].dated, first, allows)])
        for n in group:
            tellings[n].dated = best


def fits(dated: Dated | None, reality: Reality, allows: Callable[[Dating, Reality], bool]) -> bool:
    if dated is None or (dated.date.basis == "published" and reality.modality != "asserted"):
        return False
    return allows(dated.date, reality)


def all_arguments(group: Sequence[Telling]) -> tuple[Argument, ...]:
    """The first telling's arguments, and those of the others that name an entity not yet among them."""
    if len(group) == 1:
        return group[0].arguments
    found = list(group[0].arguments)
    known = {argument.entity for argument in found if argument.entity}
    for telling in group[1:]:
        for argument in telling.arguments:
            if argument.entity and argument.entity not in known:
                known.add(argument.entity)
                found.append(argument)
    return tuple(found)
