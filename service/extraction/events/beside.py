"""Events without a date of their own that share the day of another one told beside them.

A clause with "when" and what somebody was doing then; what is done at an event; what was tried; what a deal is about,
as it is the deal; what a game or a session came to; what "this" brings, which takes up what the sentence before told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from service import lexicons
from service.extraction.annotations import is_day
from service.extraction.article import Article
from service.extraction.events.dating import Calendar
from service.extraction.events.merging import carried
from service.extraction.events.telling import Dated, Telling
from service.extraction.events.tree import CLAUSE, Tree

NOUNS = lexicons.load("event_nouns")
DEALS, TRADING = frozenset(NOUNS["deals"]), frozenset(NOUNS["trading"])
TRYING = frozenset({"try", "attempt"})
# Verbs after which an infinitive tells the outcome, no purpose, and outcomes.
COMING_TO = frozenset(NOUNS["coming_to"])
RESULTS = frozenset(NOUNS["results"])
GOING_ON = ({"was"}, {"were"})
HOLDING = frozenset({"hold", "host", "attend", "chair", "stage", "organise", "organize"})

Tellings = dict[int, Telling]  # those that had a date before, by their token


def share(tellings: Sequence[Telling], calendar: Calendar, article: Article) -> None:
    """Give what has no date that of what it goes with, in place."""
    tree = calendar.tree
    dated = {telling.token: telling for telling in tellings if telling.dated}
    main = {article.sentence_of[i]: i for i in dated if tree.heads[i] == i}
    for telling in tellings:
        if telling.dated:
            continue
        token = telling.token
        rules = BY_RELATION.get(tree.deps[token], (by_clause,))
        found = (rule(calendar, telling, dated) for rule in rules)
        beside = next((i for i in found if i is not None), None)
        if beside is None and takes_up(tree, telling):
            beside = main.get(article.sentence_of[token] - 1)
        other = dated[beside].dated if beside in dated else None
        if other and not calendar.is_refused(token) and not calendar.is_background(token):
            telling.dated = Dated(other.date if other.date.basis == "published" else carried(other.date), None, False)


def when(calendar: Calendar, telling: Telling, dated: Tellings) -> int | None:
    """The past verb at whose time a clause is: "killed when a dam burst"."""
    tree = calendar.tree
    at_once = any(tree.lowers[kid] == "when" for kid in tree.adverbs.get(telling.token, ()))
    return past(tree, telling, tree.heads[telling.token], dated) if at_once else None


def meanwhile(calendar: Calendar, telling: Telling, dated: Tellings) -> int | None:
    """The past verb at whose time somebody was in the middle of something: "a man who was driving died on Monday"."""
    tree, token = calendar.tree, telling.token
    if tree.tags[token] != "VBG" or {tree.lowers[kid] for kid in tree.helpers.get(token, ())} not in GOING_ON:
        return None
    verb = next((above for above in tree.above(token, CLAUSE) if tree.is_verb(above)), token)
    return past(tree, telling, verb, dated)


def past(tree: Tree, telling: Telling, verb: int, dated: Tellings) -> int | None:
    """The verb, where it and the clause are told in the past, and it has a date that the clause may have too."""
    main = dated.get(verb)
    if main is None or main.dated is None:
        return None
    if main.dated.date.basis == "published" and tree.heads[telling.token] != verb:
        return None
    return verb if main.reality.tense == telling.reality.tense == "past" else None


def at_event(calendar: Calendar, telling: Telling, dated: Tellings) -> int | None:
    """The event that the participle says was held: "in a ceremony attended by thousands"."""
    tree, token = calendar.tree, telling.token
    return tree.heads[token] if tree.tags[token] == "VBN" and tree.lemmas[token] in HOLDING else None


def by_deal(calendar: Calendar, telling: Telling, dated: Tellings) -> int | None:
    """What is agreed on where the trade is the deal: "agreed to buy ten trains", "won a contract to supply"."""
    tree, token = calendar.tree, telling.token
    deal = tree.heads[token]
    traded = tree.tags[token] == "VB" and tree.lemmas[token] in TRADING
    if not traded or tree.lemmas[deal] not in DEALS:
        return None
    return deal if deal in dated else calendar.carrier(deal)


def attempted(calendar: Calendar, telling: Telling, dated: Tellings) -> int | None:
    """The attempt, where its day is told, that the infinitive is the aim of: "tried on Friday to block the road"."""
    tree, token = calendar.tree, telling.token
    above = tree.heads[token]
    if tree.tags[token] != "VB" or tree.lemmas[above] not in TRYING:
        return None
    told = dated[above].dated if above in dated else None
    return above if told and told.date.basis == "expression" else None


def resulted(calendar: Calendar, telling: Telling, dated: Tellings) -> int | None:
    """What it came to that somebody fought or shares fell: "came from behind to beat Leeds", "fell to close at 88"."""
    tree, token = calendar.tree, telling.token
    verb = tree.heads[token]
    came = verb < token and tree.lemmas[verb] in COMING_TO and tree.tags[verb] == "VBD"
    return verb if came and tree.tags[token] == "VB" and tree.lemmas[token] in RESULTS else None


def by_clause(calendar: Calendar, telling: Telling, dated: Tellings) -> int | None:
    """The clause about the event that tells what it did on a day: "a fire that destroyed the mill on Friday"."""
    tree, token = calendar.tree, telling.token
    for clause in tree.children(token, "relcl") if tree.is_noun(token) else ():
        told = dated[clause].dated if clause in dated and dated[clause].reality.tense == "past" else None
        does = any(tree.lowers[kid] in {"that", "which"} for kid in tree.subjects.get(clause, ()))
        if does and told and told.direct and told.date.basis == "expression" and is_day(told.date):
            return clause
    return None


# The rules for each relation, in their order; for all others `by_clause` alone.
BY_RELATION: dict[str, tuple[Callable[[Calendar, Telling, Tellings], int | None], ...]] = {
    "advcl": (when, resulted, by_clause),
    "relcl": (meanwhile, by_clause),
    "acl": (at_event, by_deal, by_clause),
    "xcomp": (by_deal, attempted, resulted, by_clause),
}


def takes_up(tree: Tree, telling: Telling) -> bool:
    """Whether it is what something just told does: "this brings the number of victims to seven"."""
    token, reality = telling.token, telling.reality
    if tree.deps[token] != "ROOT" or reality.modality != "asserted" or reality.tense not in {"past", "present"}:
        return False
    return any(tree.lowers[kid] == "this" for kid in tree.subjects.get(token, ()))
