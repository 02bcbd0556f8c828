"""Dates that no expression of the clause gives: told elsewhere under the same word, running on, or the publication's.

All of them are inferred and say so: their basis is ``context`` or ``published``.
"""

from __future__ import annotations

from collections.abc import Sequence

from service import lexicons
from service.extraction.annotations import Dating, is_day
from service.extraction.article import Article
from service.extraction.events.beside import share
from service.extraction.events.bounds import holds, width
from service.extraction.events.counting import by_anniversary, by_eve, counting_on
from service.extraction.events.dating import Calendar
from service.extraction.events.default import Default
from service.extraction.events.figures import by_period
from service.extraction.events.given import is_given
from service.extraction.events.merging import PLAIN, carried, compatible, is_another, shared
from service.extraction.events.reported import Reports
from service.extraction.events.story import (
    LONGEST,
    Story,
    by_story,
    days_told,
    is_foreground,
    is_of_story,
    is_reported,
    is_simple_past,
)
from service.extraction.events.telling import Dated, Telling
from service.extraction.events.tree import Tree
from service.extraction.governors import PLANNING

KINDS: dict[str, str] = {word: group for group, words in lexicons.load("event_nouns")["same"].items() for word in words}
SPEAKING = frozenset(verb for verb, frames in lexicons.load("cues")["verbs"].items() if "quote" in frames.split())
DATELINE = 7  # tokens at most of a dateline or a byline
REACH = 3  # sentences that a narrative runs on after the one that is dated

WEEK = 7  # days
BRINGING = frozenset(lexicons.load("event_nouns")["bringing"])


def carry(tellings: Sequence[Telling], calendar: Calendar, article: Article, title: int, reports: Reports) -> None:
    """Date what has no date yet, in place."""
    by_statement(tellings, calendar, reports)
    counting_on(tellings, calendar)
    by_heading(tellings, calendar, reports)
    by_period(tellings, calendar, article, title)
    by_word(tellings, calendar)
    narrowed(tellings, calendar)
    by_lede(tellings, calendar, article, title)
    by_eve(tellings, calendar)
    by_anniversary(tellings, calendar)
    by_host(tellings, calendar)
    by_plan(tellings, calendar, article)
    story = Story(tellings, calendar, article)
    running(tellings, calendar, article, reports, story)
    by_story(tellings, calendar, story)
    share(tellings, calendar, article)
    by_default(tellings, Default(calendar, title, reports), story, calendar)
    share(tellings, calendar, article)


def by_default(tellings: Sequence[Telling], default: Default, story: Story, calendar: Calendar) -> None:
    """The publication's day, or instead the story's for what goes on with it, and none for what tells of a life."""
    for telling in tellings:
        dated = default.of(telling.token, telling.reality) if telling.dated is None else None
        if dated and (story.day or story.is_of_life(telling.token)) and is_of_story(telling, calendar):
            if story.is_of_life(telling.token):
                continue
            day = story.at(telling.token)
            dated = Dated(carried(day), None, False) if day else dated
        telling.dated = telling.dated or dated


def by_statement(tellings: Sequence[Telling], calendar: Calendar, reports: Reports) -> None:
    """What is a statement's cue too, is over and has no date, has the statement's: one word, one day."""
    for telling in tellings if reports.days else ():
        date = reports.days.get(telling.token) if telling.dated is None else None
        if date is None or not calendar.tree.is_verb(telling.token) or calendar.is_beside(telling.token):
            continue
        told = telling.reality.modality == "asserted" and telling.reality.tense == "past"
        if told and calendar.allows(date, telling.reality):
            telling.dated = Dated(carried(date), None, False)


def by_heading(tellings: Sequence[Telling], calendar: Calendar, reports: Reports) -> None:
    """Date what has no date of its own by the heading above it, in place; what is to come is planned."""
    tree, published = calendar.tree, calendar.published
    for telling in tellings if calendar.headings.starts else ():
        then = calendar.headings.above(telling.token)
        reality = telling.reality
        if telling.dated or then is None or reality.modality not in {"asserted", "planned"}:
            continue
        beside = tree.deps[telling.token] == "relcl" or is_given(tree, telling.token)
        ahead = published is not None and then > published
        if beside or ahead == (reality.tense == "past") or reports.is_said_today(telling.token):
            continue
        if ahead:
            telling.reality = reality.ahead()
        telling.dated = Dated(Dating(then, then, "day", "context"), None, False)


def by_word(tellings: Sequence[Telling], calendar: Calendar) -> None:
    """What has no date has that of its word's only dated telling: "invaded in May … the invasion".

    A noun also has that of a word for the same kind of event: "signed on Monday … the deal".
    """
    for key_of in (word_of, kind_of):
        sources: dict[str, list[Telling]] = {}
        for telling in tellings:
            if telling.dated and telling.dated.date.basis == "expression" and width(telling.dated.date) <= LONGEST:
                sources.setdefault(key_of(telling), []).append(telling)
        for telling in tellings if sources else ():
            if telling.dated or telling.lemma in PLAIN or telling.token in calendar.eves:
                continue
            if (told := sources.get(key_of(telling))) is None:
                continue
            mentioned = calendar.is_mentioned(telling.token)
            if (key_of is kind_of and not mentioned) or is_another(calendar.tree, telling.token):
                continue
            source = only_one(told)
            if source is None or (source.token > telling.token and is_next(calendar.tree, source.token)):
                continue
            if source.dated and may_be_one(source, telling, mentioned):
                date = source.dated.date
                if calendar.allows(date, telling.reality):
                    telling.dated = Dated(carried(date), None, False)


def narrowed(tellings: Sequence[Telling], calendar: Calendar) -> None:
    """A month or year becomes the day that the same thing done to the same one has elsewhere, in place.

    "He was abducted in March 1996 … his capture on March 26": a day within it, and the only one told.
    """
    days: dict[str, list[Telling]] = {}
    for telling in tellings:
        if telling.dated and telling.dated.date.basis == "expression" and is_day(telling.dated.date):
            days.setdefault(kind_of(telling), []).append(telling)
    for telling in tellings if days else ():
        wide = telling.dated.date if telling.dated else None
        if wide is None or wide.precision not in {"month", "year"} or telling.lemma in PLAIN:
            continue
        within = {
            carried(each.dated.date)
            for each in days.get(kind_of(telling), ())
            if each.dated and holds(wide, each.dated.date) and shared(each, telling) and compatible(each, telling)
        }
        if len(within) == 1:
            telling.dated = Dated(next(iter(within)), None, False)


def only_one(tellings: Sequence[Telling]) -> Telling | None:
    """That with the narrowest date, if all others' dates hold it: "abducted in March … his capture on 26 March"."""
    best = min(tellings, key=lambda each: width(each.dated.date) if each.dated else LONGEST, default=None)
    if best is None or best.dated is None or not is_day(best.dated.date):
        return None
    day = best.dated.date
    return best if all(each.dated and holds(each.dated.date, day) for each in tellings) else None


def by_lede(tellings: Sequence[Telling], calendar: Calendar, article: Article, title: int) -> None:
    """What the headline tells happened on the day that the lede tells of."""
    day = day_of_story(tellings, calendar, article, title) if title else None
    for telling in tellings:
        if telling.token >= title or day is None:
            return
        if telling.dated is None and telling.reality.modality == "asserted" and calendar.allows(day, telling.reality):
            telling.dated = Dated(carried(day), None, False)


def day_of_story(tellings: Sequence[Telling], calendar: Calendar, article: Article, title: int) -> Dating | None:
    """The recent day on which what the lede, the first whole sentence, tells of happened, if it says so."""
    lede = next((n for n, each in enumerate(article.sentences) if each.start >= title and len(each) > DATELINE), None)
    told = [each for each in tellings if article.sentence_of[each.token] == lede and is_foreground(each, calendar)]
    days = {each.dated.date for each in told if each.dated and each.dated.date.basis == "expression"}
    day = next(iter(days)) if len(days) == 1 else None
    return day if day and is_day(day) and calendar.is_recent(day) else None


def is_next(tree: Tree, noun: int) -> bool:
    """Whether it is the one after those told before: "its next meeting"."""
    return any(tree.lowers[kid] in {"next", "another"} for kid in tree.kids[noun])


def may_be_one(dated: Telling, other: Telling, mentioned: bool) -> bool:
    """Whether the two words may be one event: no role filled otherwise; words that only mean alike share someone.

    So do verbs, but for those of clauses that only say which or when: a second verb mostly tells of something else.
    """
    if not compatible(dated, other):
        return False
    if not (mentioned or shared(dated, other)):
        return False
    return dated.key == other.key or not other.entities or shared(dated, other)


def word_of(telling: Telling) -> str:
    return telling.key


def kind_of(telling: Telling) -> str:
    """The group of words for one kind of event that the word belongs to; else the word."""
    return KINDS.get(telling.lemma, telling.lemma)


def by_host(tellings: Sequence[Telling], calendar: Calendar) -> None:
    """What an event brings falls into it: "the visit will see the leaders meet", "the talks ended"."""
    tree = calendar.tree
    dates = {telling.token: telling.dated for telling in tellings if telling.dated and telling.is_noun}
    for telling in tellings if dates else ():
        verb = telling.token
        if telling.dated or not tree.is_verb(verb) or verb in calendar.refused:
            continue
        for above in (verb, *tree.above(verb, 3)):
            subjects = tree.subjects.get(above)
            hosts = [kid for kid in subjects if kid in dates and tree.deps[kid] == "nsubj"] if subjects else None
            if hosts and (above == verb or tree.lemmas[above] in BRINGING):
                date = carried(dates[hosts[0]].date)
                telling.dated = Dated(date, None, False) if calendar.allows(date, telling.reality) else None
                break
            if tree.deps[above] not in {"ccomp", "xcomp", "conj"}:
                break
    by_verb = {telling.token: telling.dated for telling in tellings if telling.dated and not telling.is_noun}
    for telling in tellings:
        if telling.dated is None and tree.deps[telling.token] == "dobj":  # "the invasion began an occupation"
            dated = by_verb.get(tree.heads[telling.token])
            if dated and dated.date.basis == "context" and calendar.allows(dated.date, telling.reality):
                telling.dated = dated


def by_plan(tellings: Sequence[Telling], calendar: Calendar, article: Article) -> None:
    """A plan without a date has that of its sentence's other plans, where they have but one."""
    plans: dict[int, set[Dating]] = {}
    for telling in tellings:
        if telling.dated and telling.reality.modality == "planned" and calendar.is_ahead(telling.dated.date):
            plans.setdefault(article.sentence_of[telling.token], set()).add(carried(telling.dated.date))
    for telling in tellings:
        found = plans.get(article.sentence_of[telling.token], set())
        scheduling = telling.lemma in PLANNING  # it is of no day itself
        if calendar.carrier(telling.token) in calendar.closest:
            continue  # "will hold a call today and release its results on Monday"
        if telling.dated is None and telling.reality.modality == "planned" and len(found) == 1 and not scheduling:
            telling.dated = Dated(next(iter(found)), None, False)


def running(tellings: Sequence[Telling], calendar: Calendar, article: Article, reports: Reports, story: Story) -> None:
    """Simple past right after a dated sentence goes on on that day.

    In the same paragraph for some sentences; across to the next paragraph, as agencies break them, only where that
    begins right after the dated sentence and the day is recent, and not for who speaks or for what is taken as known.
    """
    place, current = (-1, -1), None
    states = scenes(calendar, tellings)
    for telling in tellings:
        token = telling.token
        while states and states[-1][0] < token:
            verb, current = states.pop()
            place = article.sentence_of[verb], article.paragraph_of[verb]
        sentence, paragraph = article.sentence_of[token], article.paragraph_of[token]
        if telling.dated and telling.dated.date.basis == "expression":
            if is_foreground(telling, calendar):
                date = telling.dated.date
                place, current = (sentence, paragraph), None if is_current(date, calendar.published) else date
            continue
        if current is None or telling.dated or not 0 < sentence - place[0] <= REACH:
            continue
        if calendar.is_refused(token) or calendar.is_dated_sentence(token):
            continue
        if story.is_of_life(token) and current == story.opened:
            continue
        if place[1] != paragraph:
            next_one = sentence == place[0] + 1 and calendar.is_recent(current, WEEK)
            if not next_one or calendar.tree.lemmas[token] in SPEAKING or is_given(calendar.tree, token):
                continue
        elif calendar.is_gone(current) and not calendar.is_recent(current) and reports.is_said_today(token):
            continue  # who speaks in a report of today does not speak in the history it tells
        told = telling.reality.tense == "past" or calendar.tree.tags[token] == "VBG"
        goes_on = is_simple_past(telling, calendar) or (
            sentence == place[0] + 1 and calendar.is_old(current) and is_reported(telling, calendar)
        )
        if telling.reality.modality == "asserted" and told and goes_on:
            telling.dated = Dated(carried(current), None, False)
            place = place[0], paragraph


def scenes(calendar: Calendar, tellings: Sequence[Telling]) -> list[tuple[int, Dating]]:
    """Of the verbs with a day those that only set a scene, and name no event: "was ill on the night of May 2"."""
    others = {telling.token for telling in tellings}
    lemmas = calendar.tree.lemmas
    return [pair for pair in days_told(calendar) if pair[0] not in others and lemmas[pair[0]] not in SPEAKING]


def is_current(date: Dating, published: str | None) -> bool:
    """Whether it is some days up to the publication or beyond, "this week": of what follows it is no scene."""
    short = not is_day(date) and width(date) <= WEEK
    return short and bool(published and date.latest and date.latest >= published)
