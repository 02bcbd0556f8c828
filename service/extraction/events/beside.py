"""Events without a date of their own that share the day of another one told beside them.

A clause with "when" and what somebody was doing then; what is done at an event; what was tried; what a deal is about,
as it is the deal; what a game or a session came to; what "this" brings, which takes up what the sentence before told.
"""

from __future__ import annotations

from collections.abc import Sequence

from service import lexicons
from service.extraction.article import Article
from service.extraction.events.bounds import is_day
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
HOLDING = frozenset({"hold", "host", "attend", "chair", "stage", "organise", "organize"})


def share(tellings: Sequence[Telling], calendar: Calendar, article: Article) -> None:
    """Give what has no date that of what it goes with, in place."""
    tree = calendar.tree
    dated = {telling.token: telling for telling in tellings if telling.dated}
    main = {article.sentence_of[i]: i for i in dated if tree.heads[i] == i}
    for telling in tellings:
        token = telling.token
        if telling.dated or calendar.is_refused(token) or calendar.is_background(token):
            continue
        found = (
            at_once(tree, telling, dated),
            at_event(tree, token),
            by_deal(calendar, token, dated),
            attempted(tree, token, dated),
            resulted(tree, token),
            by_clause(tree, token, dated),
            main.get(article.sentence_of[token] - 1) if takes_up(tree, telling) else None,
        )
        beside = next((i for i in found if i is not None), token)
        if beside in dated and (other := dated[beside].dated):
            telling.dated = Dated(other.date if other.date.basis == "published" else carried(other.date), None, False)


def at_once(tree: Tree, telling: Telling, dated: dict[int, Telling]) -> int | None:
    """The past verb at whose time a clause is: "killed when a dam burst", "a man who was driving died on Monday"."""
    token = telling.token
    if tree.deps[token] == "advcl" and any(tree.lowers[kid] == "when" for kid in tree.adverbs.get(token, ())):
        verb = tree.heads[token]
    elif is_going_on(tree, token):
        verb = next((above for above in tree.above(token, CLAUSE) if tree.is_verb(above)), token)
    else:
        return None
    main = dated.get(verb)
    if main is None or main.dated is None or (main.dated.date.basis == "published" and tree.heads[token] != verb):
        return None
    return verb if main.reality.tense == telling.reality.tense == "past" else None


def is_going_on(tree: Tree, token: int) -> bool:
    """Whether a relative clause says what somebody was in the middle of."""
    helpers = {tree.lowers[kid] for kid in tree.helpers.get(token, ())}
    return tree.deps[token] == "relcl" and tree.tags[token] == "VBG" and helpers in ({"was"}, {"were"})


def at_event(tree: Tree, token: int) -> int | None:
    """The event that the participle says was held: "in a ceremony attended by thousands"."""
    held = tree.deps[token] == "acl" and tree.tags[token] == "VBN" and tree.lemmas[token] in HOLDING
    return tree.heads[token] if held else None


def by_deal(calendar: Calendar, token: int, dated: dict[int, Telling]) -> int | None:
    """What is agreed on where the trade is the deal: "agreed to buy ten trains", "won a contract to supply"."""
    tree = calendar.tree
    deal = tree.heads[token]
    traded = tree.tags[token] == "VB" and tree.lemmas[token] in TRADING and tree.deps[token] in {"acl", "xcomp"}
    if not traded or tree.lemmas[deal] not in DEALS:
        return None
    return deal if deal in dated else calendar.carrier(deal)


def by_clause(tree: Tree, token: int, dated: dict[int, Telling]) -> int | None:
    """The clause about the event that tells what it did on a day: "a fire that destroyed the mill on Friday"."""
    for clause in tree.children(token, "relcl") if tree.is_noun(token) else ():
        telling = dated.get(clause)
        told = telling.dated if telling and telling.reality.tense == "past" else None
        does = any(tree.lowers[kid] in {"that", "which"} for kid in tree.subjects.get(clause, ()))
        if does and told and told.direct and told.date.basis == "expression" and is_day(told.date):
            return clause
    return None


def attempted(tree: Tree, token: int, dated: dict[int, Telling]) -> int | None:
    """The attempt, where its day is told, that the infinitive is the aim of: "tried on Friday to block the road"."""
    above = tree.heads[token]
    if tree.tags[token] != "VB" or tree.deps[token] != "xcomp" or tree.lemmas[above] not in TRYING:
        return None
    told = dated[above].dated if above in dated else None
    return above if told and told.date.basis == "expression" else None


def resulted(tree: Tree, token: int) -> int | None:
    """What it came to that somebody fought or shares fell: "came from behind to beat Leeds", "fell to close at 88"."""
    infinitive = tree.tags[token] == "VB" and tree.deps[token] in {"advcl", "xcomp"}
    verb = tree.heads[token]
    came = infinitive and verb < token and tree.lemmas[verb] in COMING_TO and tree.tags[verb] == "VBD"
    return verb if came and tree.lemmas[token] in RESULTS else None


def takes_up(tree: Tree, telling: Telling) -> bool:
    """Whether it is what something just told does: "this brings the number of victims to seven"."""
    token, reality = telling.token, telling.reality
    if tree.deps[token] != "ROOT" or reality.modality != "asserted" or reality.tense not in {"past", "present"}:
        return False
    return any(tree.lowers[kid] == "this" for kid in tree.subjects.get(token, ()))
