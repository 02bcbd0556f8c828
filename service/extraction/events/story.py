"""The day that an article opened with and goes on with, and what is told in the foreground, where a story goes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from service.extraction.annotations import Dating, is_day
from service.extraction.article import Article
from service.extraction.events.bounds import width
from service.extraction.events.dating import Calendar
from service.extraction.events.default import REACTING
from service.extraction.events.merging import carried
from service.extraction.events.setting import is_past
from service.extraction.events.telling import Dated, Telling
from service.extraction.events.tree import Tree
from service.extraction.search import places

LIFE = frozenset({"born", "survived"})
GONE_BACK = 4  # sentences from what was last told of the story's day
OPENING = 5  # sentences, with headline and dateline, in which the day of a story is told
CONJUNCTS = 8  # verbs of one clause that are climbed over to the first
LONGEST = 366  # days of a date that a narrative may run on in


class Story:
    """The day that the article opened with, Saturday's of a match that Sunday's paper reports: of what follows, until
    it tells of another day, and again from the next paragraph on."""

    def __init__(self, tellings: Sequence[Telling], calendar: Calendar, article: Article) -> None:
        self.calendar = calendar
        self.article = article
        told = [
            (telling.token, telling.dated.date)
            for telling in tellings
            if telling.dated and telling.dated.date.basis == "expression"
        ]
        tree = calendar.tree
        front = {telling.token for telling in tellings if is_foreground(telling, calendar)}
        opening = [(i, date) for i, date in told if i in front and article.sentence_of[i] < OPENING]
        told = [(i, date) for i, date in told if i in front or (calendar.is_today(date) and not tree.is_noun(i))]
        self.day = opening[0][1] if opening and calendar.is_old(opening[0][1]) else None
        self.opened = opening[0][1] if opening else None
        self.life: int | None = None  # the token from which on an obituary tells of the life, on no day of its own
        if opening and tree.lemmas[opening[0][0]] == "die" and is_obituary(tree):
            self.day, self.life = None, article.sentences[article.sentence_of[opening[0][0]]].end
        self.told = sorted([*told, *days_told(calendar)], key=lambda pair: pair[0])
        self.tokens = [token for token, _ in self.told]

    def at(self, token: int) -> Dating | None:
        """The story's day, where what the token stands for may be of it."""
        if self.day is None or token <= self.tokens[0]:
            return None
        last, date = self.told[bisect_left(self.tokens, token) - 1]
        return self.day if is_same(date, self.day) or self.is_left_again(last, date, token) else None

    def is_of_life(self, token: int) -> bool:
        """Whether an obituary has gone on to the life."""
        return self.life is not None and token >= self.life

    def is_left_again(self, last: int, date: Dating, token: int) -> bool:
        """Whether what was told of another day, long before, was a paragraph of its own."""
        paragraph_of = self.article.paragraph_of
        return paragraph_of[last] != paragraph_of[token] and not self.calendar.is_old(date)

    def is_interrupted(self, token: int) -> bool:
        """Whether another day was told last."""
        return not is_same(self.told[bisect_left(self.tokens, token) - 1][1], self.day)


def by_story(tellings: Sequence[Telling], calendar: Calendar, story: Story) -> None:
    """What main clauses tell in the simple past is of the story's day.

    In our articles, EventTime's and MEANTIME's that day is right for 12 of 15 of them, the publication's for 2.  Once
    another day was told, the story is gone back to only soon after what was its own.
    """
    sentence_of = calendar.article.sentence_of
    near = -1
    for telling in tellings if story.day else ():
        sentence = sentence_of[telling.token]
        day = story.at(telling.token) if telling.dated is None and is_told(telling, calendar) else None
        if day and (sentence - near <= GONE_BACK or not story.is_interrupted(telling.token)):
            telling.dated = Dated(carried(day), None, False)
        if telling.dated and is_same(telling.dated.date, story.day):
            near = sentence


def is_obituary(tree: Tree) -> bool:
    """Whether a story of a death goes on to the life: "was born in Faro", "is survived by two sons"."""
    lowers = tree.lowers
    ends = (lowers[i : i + 2] for word in LIFE & tree.vocabulary for i in places(lowers, word))
    return any(pair in (["born", "in"], ["born", "on"], ["survived", "by"]) for pair in ends)


def is_same(a: Dating, b: Dating | None) -> bool:
    return b is not None and (a.earliest, a.latest) == (b.earliest, b.latest)


def days_told(calendar: Calendar) -> list[tuple[int, Dating]]:
    """The verbs of main clauses in the simple past that have a day, sayings too, with that day; the last first."""
    tree = calendar.tree
    found = [
        (verb, date)
        for verb, dates in calendar.governed.items()
        for time, date in dates[:1]
        if tree.deps[verb] == "ROOT" and is_day(date) and time.id not in calendar.clocks and is_past(tree, verb)
    ]
    return sorted(found, key=lambda pair: -pair[0])


def is_foreground(telling: Telling, calendar: Calendar) -> bool:
    """Told as having happened, in a main clause, on a day or in a stretch that a story can be set in."""
    tree = calendar.tree
    dated, token = telling.dated, telling.token
    for above in tree.above(token, CONJUNCTS):
        if tree.deps[token] not in {"conj", "dobj", "attr"}:
            break
        token = above
    if tree.deps[token] == "ccomp" and tree.heads[token] > token:
        token = tree.heads[token]  # "he was abducted on Monday, police said"
    return (
        dated is not None
        and telling.reality.modality == "asserted"
        and telling.reality.tense == "past"
        and tree.deps[token] == "ROOT"
        and dated.date.precision != "year"
        and width(dated.date) <= LONGEST
    )


def is_of_story(telling: Telling, calendar: Calendar) -> bool:
    """Whether it is told in the simple past, in whatever clause: "Amadu, who came on for Tuff, levelled".

    Who reacts or speaks does so on the paper's day.
    """
    tree = calendar.tree
    verb = tree.clause_verb(telling.token)
    if telling.reality.tense != "past" or verb is None or tree.lemmas[verb] in REACTING:
        return False
    first = next((i for i in (verb, *tree.above(verb, CONJUNCTS)) if tree.deps[i] != "conj"), verb)
    return is_simple_past(telling, calendar) and not calendar.is_timeless(first)  # "has apologised and promised"


def is_told(telling: Telling, calendar: Calendar) -> bool:
    """Whether a main clause tells it in the simple past, it being the clause's verb or what the verb does."""
    tree, verb = calendar.tree, calendar.carrier(telling.token)
    reality = telling.reality
    if reality.modality != "asserted" or reality.tense != "past" or calendar.is_refused(telling.token):
        return False
    if calendar.is_background(telling.token):
        return False
    for above in tree.above(verb, CONJUNCTS):
        if tree.deps[verb] != "conj" or not tree.is_verb(above):
            break
        verb = above
    if any(tree.lowers[kid] in {"i", "we"} for kid in tree.subjects.get(verb, ())):
        return False  # who speaks of himself does not tell the story
    return tree.deps[verb] == "ROOT" and tree.is_verb(verb) and is_past(tree, verb)


def is_reported(telling: Telling, calendar: Calendar) -> bool:
    """Whether somebody is said to have told it of the past: "told reporters that the plane had been hit"."""
    return calendar.tree.deps[telling.token] == "ccomp" and calendar.is_background(telling.token)


def is_simple_past(telling: Telling, calendar: Calendar) -> bool:
    """No perfect: "has said" and "had said" step out of the narrative, and with them what is told beside: "has flown,
    taking off from Toulouse"."""
    tree = calendar.tree
    verb = telling.token
    while not tree.is_verb(verb) or (
        verb not in tree.helpers
        and (tree.tags[verb] == "VBG" or (tree.deps[verb] == "conj" and verb not in tree.subjects))
    ):
        if tree.heads[verb] == verb:
            break
        verb = tree.heads[verb]
    return not any(tree.lemmas[kid] == "have" for kid in tree.helpers.get(verb, ()))
