"""Figures are of the period that the article reports on, not of the day on which they are published.

"Exports fell 3 percent in April, the ministry said.  …  Imports rose.": imports rose in April too.  What markets trade
by the day (shares, oil, currencies) stays out.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.extraction.annotations import Dating
from service.extraction.article import Article
from service.extraction.events.bounds import shifted, width
from service.extraction.events.dating import Calendar
from service.extraction.events.merging import carried
from service.extraction.events.telling import Dated, Telling
from service.extraction.events.tree import Tree
from service.lexicons import load

LEXICON = load("figures")
MEASURED, OF_THE_DAY, OF_A_PERIOD, CHANGES, COUNTS = (
    frozenset(LEXICON[name].split()) for name in ("measured", "of_the_day", "of_a_period", "changes", "counts")
)
FIGURES = CHANGES | COUNTS
BY_KIND = frozenset(LEXICON["by_kind"])
OPENING = 5  # sentences, with headline and dateline, in which a report says what period it is about
SHORTEST, LONGEST = 27, 367  # days: from a month to a year
RECENT = 200  # days, at most, from the end of a period to the report: what is older is only compared with
CLIMB = 4


def by_period(tellings: Sequence[Telling], calendar: Calendar, article: Article, title: int) -> None:
    """Date the figures that have no date, in place: those after a period was told, and those of the headline.

    In the articles of TempEval-3 it dates 28, of which 26 rightly by reading; without it, none of them.
    """
    tree = calendar.tree
    told = [
        telling
        for telling in tellings
        if telling.lemma in FIGURES and telling.reality.modality == "asserted" and is_figure(tree, telling.token)
    ]
    if not told or not calendar.governed:
        return
    for telling in told:
        if telling.dated is None or not telling.dated.direct:
            telling.dated = of_subject(telling.token, calendar) or telling.dated
    others = other_periods(calendar)
    period: Dating | None = None
    reporting = False
    for telling in told:
        sentence = article.sentence_of[telling.token]
        while others and others[-1] <= sentence:
            others.pop()
            period = None
        date = telling.dated.date if telling.dated else None
        if date and date.basis == "expression" and is_period(date, calendar.published):
            if period is None and sentence < OPENING:
                of_headline(told, carried(date), title)
            reporting = reporting or sentence < OPENING
            period = carried(date) if reporting else None
        elif (
            date is None
            and reporting
            and telling.lemma in CHANGES
            and telling.reality.tense == "past"
            and not calendar.is_refused(telling.token)
        ):
            if period:
                telling.dated = Dated(period, None, False)
            else:
                calendar.refused.add(telling.token)  # of a period without bounds, and not of the publication day


def of_headline(told: Sequence[Telling], period: Dating, title: int) -> None:
    """The headline stands before what dates it: "Exports fall"."""
    for telling in told:
        if telling.token < title and telling.dated is None:
            telling.dated = Dated(period, None, False)


def other_periods(calendar: Calendar) -> list[int]:
    """The sentences, the last first, from which a report goes on with a period without bounds: "in the nine months"."""
    found = {
        calendar.article.sentence_of[i]
        for i, time in calendar.timed.items()
        if time.value in {"P6M", "P9M"} and time.earliest is None and time.text.lower().startswith("the ")
    }
    return sorted(found, reverse=True)


def of_subject(verb: int, calendar: Calendar) -> Dated | None:
    """The period that the figure itself names: "third-quarter profit fell", "exports in April rose"."""
    for noun in calendar.tree.subjects.get(verb, ()):
        for time, date in calendar.governed.get(noun, ()):
            if is_period(date, calendar.published):
                return Dated(date, time.id, True)
    return None


def is_period(date: Dating, published: str | None) -> bool:
    """Whether it is a month, a quarter, a half or a year that was over, not long, when the report came out."""
    since = shifted(published, -RECENT)
    over = bool(since and published and date.latest and since <= date.latest and date.latest[:7] <= published[:7])
    return over and date.precision != "day" and SHORTEST <= width(date) <= LONGEST


def is_figure(tree: Tree, verb: int) -> bool:
    """Whether what rose or fell, or how much of it there was, is counted over a period."""
    subjects = tree.subjects.get(verb)
    for above in tree.above(verb, CLIMB) if not subjects else ():
        if tree.deps[verb] != "conj" or not tree.is_verb(above):
            return False
        verb, subjects = above, tree.subjects.get(above)
        if subjects:
            break
    if any(is_traded(tree, place) for prep in tree.children(verb, "prep") for place in tree.objects.get(prep, ())):
        return False
    objects = tree.children(verb, "dobj") if tree.lemmas[verb] in COUNTS else ()
    return any(is_measured(tree, noun) for noun in (*(subjects or ()), *objects))


def is_traded(tree: Tree, place: int) -> bool:
    """ "In the bond market"."""
    return any(tree.lemmas[kid] in OF_THE_DAY for kid in tree.children(place, "compound", "amod", "nmod"))


def is_measured(tree: Tree, noun: int) -> bool:
    """ "Exports", "house prices", "the rate of inflation", but neither "oil prices" nor "interest rates"."""
    about = {tree.lemmas[kid] for kid in tree.children(noun, "compound", "amod", "nmod")}
    about |= {tree.lemmas[each] for of in tree.children(noun, "prep") for each in tree.objects.get(of, ())}
    if about & OF_THE_DAY:
        return False
    if tree.lemmas[noun] in BY_KIND:
        before = bool(tree.children(noun, "compound", "amod", "nmod"))
        again = not before and any(tree.lowers[kid] == "the" for kid in tree.kids[noun])  # "the rate for women"
        return again or bool(about & (OF_A_PERIOD | MEASURED))
    return tree.lemmas[noun] in MEASURED
