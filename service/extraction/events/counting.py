"""Dates counted from another event's: so many years on, the day before, an anniversary to come."""

from __future__ import annotations

from collections.abc import Sequence

from service.extraction.annotations import Dating, is_day
from service.extraction.events import anniversaries
from service.extraction.events.bounds import counted, shifted, years_before
from service.extraction.events.dating import COUNTABLE, PRECISIONS, Calendar
from service.extraction.events.telling import Dated, Telling

NEARING = frozenset({"near", "approach", "loom"})


def counting_on(tellings: Sequence[Telling], calendar: Calendar) -> None:
    """So long after what was last dated: "took power in 2015 and was reelected four years later"."""
    last: Dating | None = None
    for telling in tellings if calendar.later else ():
        time = calendar.later.get(telling.token) or calendar.later.get(calendar.carrier(telling.token))
        if telling.dated is None and time and last and last.earliest and time.value[-1] in COUNTABLE[last.precision]:
            ends = counted(time.value, last.earliest[:10], -1)
            if ends:
                date = Dating(*ends, PRECISIONS.get(time.value[-1], "day"), "context")
                if calendar.allows(date, telling.reality):
                    telling.dated = Dated(date, time.id, True)
        dated = telling.dated.date if telling.dated else None
        if dated and dated.precision in COUNTABLE and telling.reality.modality == "asserted":
            last = dated


def by_eve(tellings: Sequence[Telling], calendar: Calendar) -> None:
    """The day before, of or after another event's: "quit on the eve of the vote", "hours after the crash"."""
    if not calendar.eves:
        return
    dates = {telling.token: telling.dated.date for telling in tellings if telling.dated}
    for telling in tellings:
        link = calendar.eves.get(telling.token) or calendar.eves.get(calendar.carrier(telling.token))
        if telling.dated or link is None:
            continue
        event, off = link
        date = next((each for each in (calendar.day_told(event), dates.get(event)) if each and is_day(each)), None)
        if date is None:
            continue
        then = shifted(date.earliest[:10] if date.earliest else None, off)
        day = Dating(then, then, "day", "context")
        if then and calendar.allows(day, telling.reality):
            telling.dated = Dated(day, None, True)


def by_anniversary(tellings: Sequence[Telling], calendar: Calendar) -> None:
    """The day of an anniversary that is to come, from its event's: "as the second anniversary of the attack nears".

    Where nobody says when that was, it is of no day.
    """
    tree = calendar.tree
    undated = [each for each in tellings if each.lemma == "anniversary" and each.dated is None]
    dates = {telling.token: telling.dated.date for telling in tellings if telling.dated} if undated else {}
    for telling in undated:
        events = [i for of in tree.children(telling.token, "prep") for i in tree.objects.get(of, ())]
        verbs = [i for i in (tree.heads[telling.token], *events) if tree.lemmas[i] in NEARING]
        if not verbs:
            continue
        calendar.refused.update((telling.token, *verbs))
        # parsers take "the bombing approaches" for a compound
        events += [kid for i in events if i in verbs for kid in tree.children(i, "compound")]
        date = next((dates[i] for i in events if i in dates and is_day(dates[i])), None)
        years = anniversaries.years(tree, telling.token)
        then = years_before(date.earliest, -years) if date and years else None
        if then and (calendar.published is None or then >= calendar.published):
            telling.reality = telling.reality.ahead()
            telling.dated = Dated(Dating(then, then, "day", "context"), None, False)
