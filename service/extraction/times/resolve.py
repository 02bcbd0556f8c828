"""The second step to a value: a draft is settled by its clause, the times before it and the publication date.

Times are settled in order of position, each from what stands before it and the publication date only.
Where neither settles a draft, its value stays underspecified.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta

from service.extraction.times import calendar
from service.extraction.times.context import Context
from service.extraction.times.drafts import Draft
from service.extraction.times.feasts import occurrences, value_of
from service.extraction.times.spread import COARSE, finer_anchor, is_coarser, padded, settle_spread


def settle(draft: Draft, context: Context, way: int) -> str:
    """The value of a draft, settled as far as what is known goes.

    Args:
        way: where the clause of the time looks: -1 back, -2 surely back, 1 ahead, 2 surely ahead, 0 neither.
    """
    settler = SETTLERS.get(draft.settle)
    if draft.anchor == "context" and way < 0:
        context = context.looking_back()
    return (settler(draft, context, way) if settler else None) or draft.value


def settle_periodic(draft: Draft, context: Context, way: int) -> str | None:
    """The year of a value that has none: "March 20", "the third quarter", "last June"."""
    if not draft.value.startswith("XXXX"):
        return None
    rest = draft.value[4:]
    if draft.way is None and (year := context.stated.get(rest) or context.stated.get(rest[:3])):
        return year + rest
    if draft.way is None and way < 0 and context.told and not draft.tail and draft.value[5:].replace("-", "").isdigit():
        return f"{context.told}{draft.value[4:]}"
    reference = context.day_of(draft.anchor, last=draft.way == 1)
    if reference is None:
        return None
    if draft.way == 0 and draft.anchor == "context" and calendar.grain_of(context.last or "") == "Y":
        reference = reference.replace(month=7)  # "in 1945 … that winter": the one that began in it
    if draft.count and (year := year_of_weekday(draft, reference, way)):
        return year
    stated = draft.way is not None
    value = nearest_year(draft.value[4:], reference, way if draft.way is None else draft.way, stated)
    if draft.anchor == "context" and draft.way == 0 and way < 0 and is_ahead(value, context):
        # "He resigned that summer", none that is to come: of the last year told that is over, or of the last one
        found = calendar.bounds(context.over or "")
        back = found[0] if found else calendar.step(reference, "Y", -1)
        return nearest_year(draft.value[4:], back, 0, stated) if back else None
    return value


def is_ahead(value: str | None, context: Context) -> bool:
    """Whether a value begins after the publication."""
    found = calendar.bounds(value) if value else None
    return found is not None and context.published is not None and found[0] > context.published


# Years about the publication in which the weekday of a date is believed; nobody names it for a day long past.
WEEKDAY_YEARS = 2


def year_of_weekday(draft: Draft, reference: date, way: int) -> str | None:
    """The year in which the day falls on the weekday that is named with it: "Friday 17 March"."""
    options = []
    for year in range(reference.year - WEEKDAY_YEARS, reference.year + WEEKDAY_YEARS + 1):
        value = f"{year:04d}{draft.value[4:]}"
        found = calendar.bounds(value) if 0 < year <= 9999 else None
        if found and found[0].isoweekday() == draft.count:
            options.append((cost(*found, reference, way), value))
    return min(options)[1] if options else None


# How much farther away a day may be that lies on the side to which the clause looks, and still be meant.
BACK_WEIGHT, OVER_WEIGHT, AHEAD_WEIGHT, WILL_WEIGHT = 6.0, 20.0, 4.0, 20.0
# Without a tense, news looks back rather than ahead.
PAST_WEIGHT = 2.0


def nearest_year(rest: str, reference: date, way: int, stated: bool) -> str | None:
    """The year in which the period lies nearest to the reference, seen from the side to which the clause looks.

    Args:
        rest: the value without its year: ``-03-20``.
        way: -1 back, -2 surely back, 1 ahead, 2 surely ahead, 0 neither.
        stated: whether "last", "next" or "this" says so.
    """
    options = []
    for year in range(reference.year - 9, reference.year + 9):
        value = f"{year:04d}{rest}"
        found = calendar.bounds(value) if 0 < year <= 9999 else None
        if found:
            options.append((value, *found))
    if stated:
        return stated_year(options, reference, way)
    return min(options, key=lambda option: cost(option[1], option[2], reference, way))[0] if options else None


def stated_year(options: list[tuple[str, date, date]], reference: date, way: int) -> str | None:
    """The year of a stated side: "last June" is over, "next June" has not begun, "this June" is of the same year."""
    if way < 0:
        return next((value for value, _, last in reversed(options) if last < reference), None)
    if way > 0:
        return next((value for value, first, _ in options if first > reference), None)
    within = (value for value, first, last in options if first <= reference <= last and last.year > first.year)
    return next(within, None) or next((value for value, first, _ in options if first.year == reference.year), None)


def cost(first: date, last: date, reference: date, way: int) -> float:
    """How far off a period is: days, weighted where it lies on the other side than the clause looks."""
    ahead, behind = (first - reference).days, (reference - last).days
    if ahead > 0:
        return ahead * (OVER_WEIGHT if way < -1 else BACK_WEIGHT if way < 0 else PAST_WEIGHT if way == 0 else 1.0)
    return max(behind, 0) * (WILL_WEIGHT if way > 1 else AHEAD_WEIGHT if way > 0 else 1.0)


def settle_weekday(draft: Draft, context: Context, way: int) -> str | None:
    anchor = context.day_of(draft.anchor)
    if anchor is None:
        return None
    way = draft.way if draft.way is not None else way
    if draft.unit == "WE":
        if draft.way is None and "WE" in context.by_grain:
            return context.by_grain["WE"]
        saturday = 6 - anchor.isoweekday()  # days ahead
        back = 7 if saturday > 0 and way <= 0 else 0
        found = calendar.add_days(anchor, saturday - back)
        return calendar.at(found, "WE") if found else None
    if way == 1 and context.planned and draft.way is None and (told := context.weekdays.get(draft.count)):
        return told + draft.tail
    ahead = (draft.count - anchor.isoweekday()) % 7
    if draft.unit == "this":
        offset = ahead
    elif draft.way is not None and way > 0:
        offset = 7 + draft.count - anchor.isoweekday()  # "next Friday" is that of the next week
    elif draft.way is not None:
        offset = -((7 - ahead) or 7) if way < 0 else ahead - (7 if ahead else 0)
    else:
        offset = ahead if way > 0 else ahead - (7 if ahead else 0)
    found = calendar.add_days(anchor, offset)
    return found.isoformat() + draft.tail if found else None


def settle_following(draft: Draft, context: Context, way: int) -> str | None:
    """The last end of a range: the first such day or month after the first end."""
    first = calendar.bounds(context.before)
    if first is None:
        return None
    if draft.count:
        found = calendar.add_days(first[0], (draft.count - first[0].isoweekday()) % 7 or 7)
        return found.isoformat() + draft.tail if found else None
    values = (f"{year:04d}{draft.value[4:]}" for year in range(first[0].year, first[0].year + 9))
    return next((value for value in values if (days := calendar.bounds(value)) and days[0] > first[0]), None)


def settle_holiday(draft: Draft, context: Context, way: int) -> str | None:
    """The holiday of the year in which it lies nearest, seen from the side to which the clause looks."""
    reference = context.published
    if reference is None:
        return None
    years = range(reference.year - 2, reference.year + 3)
    options = [(value_of(*days), *days) for year in years for days in occurrences(draft.unit, year)]
    if draft.way is not None:
        return stated_year(options, reference, draft.way)
    return min(options, key=lambda option: cost(option[1], option[2], reference, way))[0] if options else None


def settle_shift(draft: Draft, context: Context, way: int) -> str | None:
    """A grain so many grains from the anchor; days count from a day, not from the month or year that was told last."""
    anchor = context.day_of(draft.anchor)
    if draft.anchor == "context" and draft.tail[:1] in {"", "T"} and is_coarser(context.last, draft.unit):
        anchor = finer_anchor(draft.unit, context)
        if anchor is None:
            return settle_spread(draft, context)
    if anchor is None:
        return None
    moved = calendar.step(anchor.replace(day=1) if draft.unit in {"M", "Q", "Y"} else anchor, draft.unit, draft.count)
    if moved is None:
        return None
    value = calendar.at(moved, draft.unit)
    if draft.tail == "start":
        found = calendar.bounds(value)
        return calendar.at(found[0], "D") if found else None
    if draft.tail in {"month", "part"}:
        return value + draft.value[4:]
    if draft.tail.startswith("-"):  # a weekday of the week
        found = calendar.bounds(value + draft.tail)
        return found[0].isoformat() if found else None
    return value + draft.tail


def settle_later(draft: Draft, context: Context, way: int) -> str | None:
    """So long after what was told last: nothing where nothing was, nor a day to come of which the past is told."""
    day_told = calendar.grain_of(context.last or "") not in {"Y", "DE", "CE"} or "D" in context.by_grain
    if context.last is None or (draft.unit == "D" and not day_told):
        return None  # nobody counts days from a year
    value = settle_shift(draft, context, way)
    return None if way < 0 and is_ahead(value, context) else value


def settle_next(draft: Draft, context: Context, way: int) -> str | None:
    """As in "the next year", told of the past: that after the one spoken of last; else the one to come."""
    back = context.looking_back()
    grain = calendar.grain_of(back.last or "")
    told = way < 0 and grain in COARSE and COARSE.index(grain) <= COARSE.index(draft.unit)
    return settle_shift(replace(draft, anchor="context") if told else draft, back, way)


HALF_WEEK = 3  # days


def settle_weeks_ago(draft: Draft, context: Context, way: int) -> str | None:
    """The week of "two weeks ago"; said on a Monday of the Sunday before, it may be the end of the week before that."""
    if context.published is None:
        return None
    ends = [calendar.add_days(context.published, 7 * draft.count + slack) for slack in (-HALF_WEEK, HALF_WEEK)]
    if ends[0] and ends[1]:
        context.spread[:] = ends[0], ends[1]
    return settle_shift(draft, context, way)


def year_of(number: int) -> str | None:
    """The year as ISO 8601 writes it, where it does."""
    return f"{number:04d}" if MINYEAR <= number <= MAXYEAR else None


def settle_new_year(draft: Draft, context: Context, way: int) -> str | None:
    """ "In the new year": in its first months this one, else the next, of which no past is told."""
    if context.published is None:
        return None
    begun = context.published.month <= 2
    return None if way < 0 and not begun else year_of(context.published.year + (not begun))


def settle_school_year(draft: Draft, context: Context, way: int) -> str | None:
    """The year in which the school year ends: from June on this one's may be over.

    What is to come then has no year here: some countries' schools end in December.
    """
    if context.published is None:
        return None
    ended = context.published.month >= 6
    if way < -1:  # of "voted to close at the end", the end is to come
        return year_of(context.published.year - (not ended))
    return None if context.published.month > 7 else f"{context.published.year:04d}"


def settle_context(draft: Draft, context: Context, way: int) -> str | None:
    """As in "that year", "the same day": the last mention that lies in one such grain; else the current one.

    "The year" and "the week" (anchor published) are the current ones; "the quarter" is the one that is reported on.
    """
    if draft.unit == "Q":
        if context.quarter is None and context.published:
            ended = calendar.step(context.published.replace(day=1), "Q", -1)
            return calendar.at(ended, "Q") if ended else None
        return context.quarter
    if draft.anchor == "published":
        return calendar.at(context.published, draft.unit) if context.published else None
    if context.last and (found := calendar.bounds(context.last)):
        grain = calendar.grain_of(context.last)
        if (
            grain
            and grain in COARSE
            and COARSE.index(grain) <= COARSE.index(draft.unit if draft.unit in COARSE else "W")
        ):
            return calendar.at(found[0], draft.unit) + draft.tail
    if draft.unit in context.by_grain:
        return context.by_grain[draft.unit].split("/")[0] + draft.tail
    return calendar.at(context.published, draft.unit) + draft.tail if context.published else None


def settle_comparison(draft: Draft, context: Context, way: int) -> str | None:
    """As in "a year earlier" than the quarter, month or year that was spoken of."""
    quarter = None if context.months else context.quarter
    if draft.tail.isdigit():
        return f"{draft.tail}-{quarter[5:]}" if quarter else draft.tail
    if context.published is None:
        return None
    if draft.tail.startswith("Q"):
        base = context.day_of("published")
        return f"{base.year + draft.count:04d}-{draft.tail}" if base else None
    if quarter and (draft.unit == "Q" or context.compared):
        return f"{int(quarter[:4]) + draft.count:04d}{quarter[4:]}"
    if draft.count == 0:
        return settle_context(draft, context, way)
    anchor = context.published if context.months else context.day_of(draft.anchor)
    moved = calendar.step(anchor, "Y", draft.count) if anchor else None
    return calendar.at(moved, "Y" if context.months else draft.unit) if moved else None


EVENING = re.compile(r"T(?:EV|NI|1[89]|2\d)")


def settle_clock(draft: Draft, context: Context, way: int) -> str | None:
    """A time of the day that the paragraph spoke of last; else, told of the past, of the story's; else of today."""
    base, tail = context.near or (context.story if way < 0 else None), draft.tail
    if tail == "T00:00" and base and base != context.heading and EVENING.search(context.before):
        tail = "T24:00"  # "late on Tuesday night … after midnight"
    if base is None and context.published:
        base = context.published.isoformat()
        if tail in {"T00:00", "T24:00"} and way and not draft.count:
            tail = "T00:00" if way < 0 else "T24:00"  # the midnight that is over, or the one to come
    return base.split("/")[0].split("T")[0] + tail if base else None


def settle_minutes(draft: Draft, context: Context, way: int) -> str | None:
    """So many minutes from the clock time that was told last, on its day or past midnight."""
    if context.clock is None:
        return None
    try:
        return (datetime.fromisoformat(context.clock) + timedelta(minutes=draft.count)).isoformat(timespec="minutes")
    except OverflowError:
        return None


def settle_edge(draft: Draft, context: Context, way: int) -> str | None:
    """The first or the last day of a month, a week, a year."""
    found = calendar.bounds(settle(draft.parts[0], context, way))
    return found[0 if draft.count > 0 else 1].isoformat() if found else None


def settle_overnight(draft: Draft, context: Context, way: int) -> str | None:
    """The night that is over, or the one to come; in a story, that of the day it has come to.

    Under the heading of a day, whose reports tell of that morning, it is the night before.
    """
    if way < 0 and context.near and context.near == context.heading:
        night = calendar.add_days(date.fromisoformat(context.heading), -1)
        return night.isoformat() + draft.tail if night else None
    if way < 0 and context.near:
        return context.near.split("/")[0].split("T")[0] + draft.tail
    night = calendar.add_days(context.published, 0 if way > 0 else -1) if context.published else None
    return night.isoformat() + draft.tail if night else None


def settle_dated(draft: Draft, context: Context, way: int) -> str | None:
    """A clock time on a day of its own: "10 p.m. Tuesday"."""
    when = settle(draft.parts[0], context, way)
    return when.split("T")[0] + draft.tail if calendar.grain_of(when) == "D" else padded(when) + draft.tail


def settle_around(draft: Draft, context: Context, way: int) -> str | None:
    """The week that holds a day: "the week of March 6"."""
    found = calendar.bounds(settle(draft.parts[0], context, way))
    return calendar.at(found[0], draft.unit) if found else None


def settle_nth(draft: Draft, context: Context, way: int) -> str | None:
    """A weekday of a month: "the first Monday in September", where the month is that in which it lies nearest."""
    found = calendar.bounds(settle(draft.parts[0], context, way))
    if found is None or draft.way is None:
        return None
    exact = calendar.weekday_of_month(found[0].year, found[0].month, draft.way, draft.count)
    return exact.isoformat() if exact.month == found[0].month else None


def settle_beside(draft: Draft, context: Context, way: int) -> str | None:
    """The day before or after another: "the eve of Christmas"."""
    found = calendar.bounds(settle(draft.parts[0], context, way))
    moved = calendar.add_days(found[0], draft.count) if found and found[0] == found[1] else None
    return moved.isoformat() if moved else None


def settle_range(draft: Draft, context: Context, way: int) -> str | None:
    values = [settle(part, context, way) for part in draft.parts]
    found = [calendar.bounds(value) for value in values]
    if all(found) and found[0] and found[-1] and found[0][0] > found[-1][0] + timedelta(0):
        return None
    return "/".join(values)


SETTLERS = {
    "periodic": settle_periodic, "weekday": settle_weekday, "holiday": settle_holiday, "shift": settle_shift,
    "later": settle_later, "context": settle_context, "comparison": settle_comparison, "dated": settle_dated,
    "around": settle_around, "clock": settle_clock, "range": settle_range, "following": settle_following,
    "nth": settle_nth, "beside": settle_beside, "overnight": settle_overnight,
    "edge": settle_edge, "next": settle_next, "minutes": settle_minutes,
    "new_year": settle_new_year, "school_year": settle_school_year, "weeks_ago": settle_weeks_ago,
}  # fmt: skip
