"""The walk of the events layer: triggers → reality, arguments, type and date of each → one event for many tellings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from service.extraction.annotations import Entity, Event, Extent, Statement, Time, Trigger
from service.extraction.article import Article
from service.extraction.events import (
    arguments,
    demonstratives,
    doubles,
    merging,
    modality,
    narrative,
    targets,
    triggers,
    typing,
)
from service.extraction.events.dating import Calendar
from service.extraction.events.given import is_over
from service.extraction.events.phrase import Phrases
from service.extraction.events.reported import Reports
from service.extraction.events.roles import Roles
from service.extraction.events.telling import Frame, Telling
from service.extraction.events.tree import Tree


def assemble(
    article: Article,
    times: tuple[Time, ...],
    entities: tuple[Entity, ...],
    statements: tuple[Statement, ...],
    undated: bool,
) -> tuple[Event, ...]:
    """The events with a date, or where `undated` all of them, by position of the trigger.

    An event's id is the same in both answers.
    """
    tree = Tree(article)
    calendar = Calendar(article, tree, times)
    reports = Reports(article, statements)
    index = arguments.EntityIndex(article, tree, entities)
    types = typing.Types(article, tree, entities, index)
    tokens = triggers.find(article, tree, entities, statements)
    realities = modality.Realities(article, tree)
    roles = Roles(tree, index.type, realities.tenses.title)
    said = triggers.cue_tokens(article, statements)
    frames = Frames(article, index, roles, types)
    told_of = (telling(token, realities, calendar, frames) for token in tokens)
    tellings = [each for each in told_of if not (each.token in said and triggers.is_saying(tree, each))]
    groups = doubles.join(tellings, merging.merge(tellings, tree), tree, article.starts)
    merging.share_dates(tellings, groups, calendar.allows)
    narrative.carry(tellings, calendar, article, realities.tenses.title, reports)
    merging.share_dates(tellings, groups, calendar.allows)
    again = demonstratives.mentions(article, tree, tellings)
    told = [[tellings[n] for n in group] for group in groups]
    taken = [[i for n in group for i in again.get(n, ())] if again else [] for group in groups]
    extents = [Extent(sentence.start_char, sentence.end_char) for sentence in article.sentences]
    phrases = Phrases(article, tree)
    return tuple(
        event(article, number, group, pronouns, reports, extents, phrases)
        for number, (group, pronouns) in enumerate(zip(told, taken, strict=True), 1)
        if undated or group[0].dated
    )


class Frames:
    """Reads what kind of event the triggers of one article name, and who takes part."""

    def __init__(self, article: Article, index: arguments.EntityIndex, roles: Roles, types: typing.Types) -> None:
        self.article = article
        self.index = index
        self.roles = roles
        self.types = types

    def of(self, token: int, reality: modality.Reality) -> Frame:
        heads = self.roles.of(token)
        type_, mode = self.types.of(token, reality, heads)
        targets.add(heads, self.roles, token, type_)
        return Frame(type_, mode, partial(arguments.find, self.article, token, heads, self.index))


def telling(token: int, realities: modality.Realities, calendar: Calendar, frames: Frames) -> Telling:
    tree = realities.tree
    reality = realities.of(token)
    dated = calendar.told(token, reality)
    if dated and dated.direct and reality.modality == "asserted" and calendar.is_to_come(dated.date):
        if is_over(tree, token):
            dated = None  # "missing after an explosion on Wednesday" is no plan
        else:
            reality = reality.ahead()  # "they fly home on Monday"
    if (
        reality.modality == "asserted"
        and reality.tense == "present"
        and is_in_clause_to_come(token, realities, calendar)
    ):
        reality = reality.ahead()  # "he goes on trial next month"
    lemma = tree.lemmas[token]
    last = triggers.last(tree, token) if lemma == "be" else token
    return Telling(
        token=token,
        last=last,
        lemma=lemma if last == token else f"be {tree.lowers[last]}",
        reality=reality,
        read=partial(frames.of, token, reality),
        dated=dated,
        is_noun=tree.is_noun(token),
        key=merging.stem(lemma),
    )


def is_in_clause_to_come(token: int, realities: modality.Realities, calendar: Calendar) -> bool:
    """Whether the noun's clause tells in the present what a date of its own puts in the future."""
    if realities.tree.is_verb(token):
        return False
    verb = realities.tenses.governing_verb(token)
    if verb is None:
        return False
    dated = calendar.of(verb, realities.of(verb))
    return dated is not None and dated.direct and calendar.is_to_come(dated.date)


def event(
    article: Article,
    number: int,
    group: Sequence[Telling],
    pronouns: Sequence[int],
    reports: Reports,
    extents: Sequence[Extent],
    phrases: Phrases,
) -> Event:
    """One event of all its tellings: the first is its trigger, the others and what stands for them its mentions."""
    first = group[0]
    token = first.token
    start, end = article.starts[token], article.starts[first.last] + len(article.words[first.last])
    dated = first.dated
    said = reports.innermost(token)
    typed = first if first.type or len(group) == 1 else next((each for each in group if each.type), first)
    mentions = [(each.token, each.last) for each in group[1:]] if len(group) > 1 else []
    if pronouns:
        mentions = sorted([*mentions, *((i, i) for i in pronouns)])
    return Event(
        id=f"v{number}",
        trigger=Trigger(start, end, article.text[start:end], first.lemma),
        phrase=phrases.of(token, first.last, [each.token for each in group[1:]] if len(group) > 1 else ()),
        type=typed.type,
        mode=typed.mode,
        arguments=merging.all_arguments(group),
        time=dated.time if dated else None,
        date=dated.date if dated else None,
        modality=first.reality.modality,
        polarity=first.reality.polarity,
        tense=first.reality.tense,
        sentence=extents[article.sentence_of[token]],
        statement=said.id if said else None,
        mentions=tuple([article.span(a, b) for a, b in mentions]),
    )
