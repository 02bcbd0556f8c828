"""The grammar of time expressions: named patterns over the class string of `lexemes`.

A pattern is a verbose regular expression in which a word in capitals stands for a lexeme class, or for one of the parts
below.  Group names in small letters are what `normalise` reads.  Where several patterns match, the longest wins, then
the one that stands first here.
"""

from __future__ import annotations

import re

from service.extraction.times.lexemes import CLASS
from service.extraction.times.needs import needs

# Parts may use parts that stand above them.
PARTS = {
    "MON": "(?: MONTH | MONTHABBR DOT? )",
    "WDAY": "(?: WEEKDAY | WEEKDAYABBR DOT? )",
    "WORDNUMBER": """
        (?: (?:CARDINAL|ONE|HUNDRED|YEARWORD) (?: DASH? (?:CARDINAL|HUNDRED|ONE) | AND (?:CARDINAL|ONE)(?=UNITS)
        ){0,6} )
    """,
    "NUMBER": """
        (?: A HUNDRED (?:HUNDRED)? | WORDNUMBER | (?:DAY|TWODIGITS|YEAR|FOURDIGITS|INTEGER|AMOUNT) (?:
        (?:DASH|AND)? AMOUNT )? HUNDRED? )
    """,
    "ORDWORD": "(?: (?: (?:CARDINAL|YEARWORD) DASH? )? (?:ORDINAL|FIRST|SECOND) )",
    "ORDNUM": "(?: ORDWORD | ORDINALDIGITS )",
    "DAYNUM": "(?: DAY (?! MERIDIEM | PERCENT | HUNDRED | AMOUNT | CLOCK | OCLOCK ) | ORDNUM )",
    "YEARSPELT": """
        (?: YEARWORD DASH? (?: HUNDRED | OH DASH? (?:CARDINAL|ONE) | CARDINAL (?:DASH? (?:CARDINAL|ONE))? |
        YEARWORD ) )
    """,
    "YEARNUM": "(?: YEAR | SHORTYEAR | YEARSPELT )",
    "VAGUE": "(?: A? FEW | A? COUPLE OF? | A (?:GOOD)? FEW )",
    "UNITWORD": "(?: UNIT | UNITS | CLOCKUNIT | SECONDS | LONGUNIT | QUARTER | WEEKEND )",
    "APPROX": "(?: ABOUT | MORE THAN | AT ATLEAST | UP TO | NOTMORE MORE THAN )",
    "REL": """
        (?: LAST | NEXT | PAST | COMING | FOLLOWING | LATEST | CURRENT | PRESENT | SAME | FINAL | THIS
        (?:PAST|COMING|SAME|VERY|CURRENT)? | THAT (?:SAME|VERY)? )
    """,
    "BOUND": """
        (?: THE? EARLY DASH? (?:IN)? | (?:EARLIER|LATER) (?:IN|ON)? | SOMETIME (?:IN|ON)? | THE (?:VERY)?
        (?:END|MIDDLE) OF | (?:EARLY) IN | A GOOD PORTION OF | END OF )
    """,
    "QUAL": "(?: QUALITY | LONG | FULL | MORE | ALL | FISCAL | ADDITIONAL )",
    "UNITNOUN": "(?: QUAL? (?:UNIT|CLOCKUNIT|LONGUNIT|QUARTER|WEEKEND) )",
    "SPANWORD": "(?: QUARTER | HALF )",
    "ZONENAME": "(?: LOCAL STANDARD? TIME | ZONE (?: (?:PLUS|DASH) (?:DAY|TWODIGITS) )? )",
    "TIMEZONE": "(?: OPEN ZONENAME CLOSE | ZONENAME )",
    "HOUR": """
        (?: CLOCK MERIDIEM? | DAY MERIDIEM | (?:DAY|CARDINAL|ONE) OCLOCK MERIDIEM? | (?:CARDINAL|ONE) MERIDIEM )
    """,
}

RULES: dict[str, str] = {
    # Calendar dates
    "iso": "(?P<iso>ISO)",
    "numeric": "(?P<numeric>NUMERIC)",
    "range_mdd": """
        (?: WDAY COMMA? )? (?P<month>MON) (?P<day>DAYNUM) (?: DASH | TO ) (?P<day2>DAYNUM) (?! DASH? UNITWORD)
        (?: COMMA? (?P<year>YEAR) )?
    """,
    "range_ddm": "(?P<day>DAYNUM) (?: DASH | TO ) (?P<day2>DAYNUM) OF? (?P<month>MON) (?: COMMA? (?P<year>YEAR) )?",
    "range_mmy": "(?P<month>MON) (?: DASH | TO ) (?P<month2>MON) (?P<year>YEAR)",
    "range_years": """
        (?: THE? FISCAL? UNIT )? (?P<year>YEAR) (?: DASH | SLASH ) (?P<year2> YEAR | TWODIGITS | DAY ) (?:
        (?:FISCAL|QUALITY) UNIT )?
    """,
    "mdy": """
        (?: (?: THIS (?:PAST|COMING)? | LAST | NEXT )? (?P<weekday>WDAY) COMMA? )? (?P<month>MON) THE?
        (?P<day>DAYNUM) (?: (?: COMMA | OF )? (?P<year>YEARNUM) )?
    """,
    "dmy": """
        (?: (?P<weekday>WDAY) COMMA? )? THE? (?: (?P<day> DAY | ORDINALDIGITS ) OF? | (?P<day_word>ORDWORD) OF )
        (?P<month>MON) (?: (?: COMMA | OF )? (?P<year>YEARNUM) )?
    """,
    "dashed": "(?P<day>DAY) DASH (?P<month>MON) DASH (?P<year>YEAR)",
    "day_and": """
        (?P<day> DAY | ORDINALDIGITS ) (?= (?: COMMA DAY )? (?: AND | OR ) (?: DAY | ORDINALDIGITS ) OF? MON )
    """,
    "and_day": """
        (?: (?<= MONTH DAY AND ) | (?<= MONTHABBR DOT DAY AND ) | (?<= MONTH DAY COMMA ) | (?<=
        MONTH DAY COMMA DAY AND ) ) (?P<day>DAY) (?!
        UNITWORD | PERCENT | HUNDRED )
    """,
    "my": "BOUND? (?P<month>MON) (?: OF | COMMA )? (?P<year>YEARNUM)",
    "m_rel": """
        BOUND? (?: THE? (?P<before> DAY | ORDINALDIGITS ) OF? )? (?P<month>MON) (?P<day>DAYNUM)? OF?
        (?P<rel> LAST | NEXT | THIS | THAT SAME? | THE (?: FOLLOWING | SAME | NEXT | PAST ) ) (?P<unit>UNIT)
    """,
    "m": "BOUND? (?P<month>MON)",
    "year": """
        (?: BOUND? (?: THE UNIT )? | BOUND? FISCAL (?:UNIT)? ) (?P<year> YEAR | YEARSPELT ) (?! DASH? UNITWORD )
        (?: OR LATER | AND BEYOND )?
    """,
    "fiscal_short": "FISCAL (?P<year> DAY | TWODIGITS | SHORTYEAR )",
    "year_words": "(?: IN | BY )? THE UNIT (?P<year> WORDNUMBER )",
    "the_year": "THE (?P<year>YEAR) UNIT",
    "shortyear": "(?P<year>SHORTYEAR)",
    "decade": "(?: BOUND )? THE? (?: EARLY DASH? )? (?P<decade> DECADE | DECADEWORD )",
    "half_decade": "THE (?: ORDNUM | LAST | FINAL ) HALF OF THE (?P<decade> DECADE | DECADEWORD )",
    "half_century": "THE (?: ORDNUM | LAST | FINAL ) HALF OF THE (?P<ord>ORDNUM) DASH? (?P<unit>LONGUNIT)",
    "century": "(?: BOUND )? THE? (?: EARLY DASH? )? (?P<ord>ORDNUM) DASH? (?P<unit>LONGUNIT|UNITS)",
    "first_of_two": """
        THE? (?: EARLY DASH? )? (?P<ord>ORDNUM) (?= (?: AND | OR | TO | DASH ) THE? ORDNUM (?P<unit>UNITS) )
    """,
    # Quarters, halves, seasons
    "quarter": """
        (?: BOUND )? (?: THE (?! FISCAL? ORDNUM DASH (?!FISCAL) ) )? (?: (?:FISCAL|CURRENT) DASH? )?
        (?P<before>YEAR)? (?P<ord> ORDNUM | LAST | FINAL ) DASH? (?:FISCAL)? (?P<span>SPANWORD) (?: OF? (?:
        FISCAL (?:UNIT)? | THE (?:FISCAL|CALENDAR)? UNIT )? (?P<year>YEAR) | OF? (?P<rel>REL) (?:FISCAL)? UNIT |
        OF THE (?:FISCAL|QUALITY)? UNIT )?
    """,
    "quarter_code": """
        (?P<code>QCODE) (?: (?: OF? FISCAL? | APOSTROPHE ) (?P<year> YEAR | TWODIGITS | DAY | SHORTYEAR ) | OF? (?P<rel>
        LAST | NEXT | THIS ) FISCAL? UNIT )?
    """,
    "month_quarter": """
        THE? (?P<month>MON) (?: DASH | TO ) (?P<month2>MON) (?: QUARTER | PERIOD ) (?: OF? (?: (?P<year>YEAR) |
        (?P<rel> LAST | THIS ) UNIT ) )?
    """,
    "quarter_ended": "(?: THE | ITS )? (?:FISCAL)? QUARTER (?= ENDING (?:ON)? MON )",
    "two_quarters": "(?: AT ATLEAST )? THE? FIRST (?P<n>NUMBER) UNITS OF (?: FISCAL )? (?P<year>YEAR)",
    "rel_quarter": "(?P<rel> REL ) (?:FISCAL)? UNIT POSSESSIVE (?P<ord> ORDNUM | LAST ) DASH? (?P<span>SPANWORD)",
    "yearago_quarter": """
        (?: THE? COMPARABLE | THE (?= UNIT DASH (?: EARLIER | AGO ) ORDNUM? (?: QUARTER | PERIOD | HALF ) ) )? UNIT DASH
        (?P<rel> EARLIER | AGO ) (?P<ord>ORDNUM)? (?: QUARTER | PERIOD | HALF )?
    """,
    "compare_quarter": """
        THE (?:COMPARABLE|SAME) (?:QUARTER|PERIOD|UNIT) (?: (?:OF|IN)? (?P<rel> REL ) UNIT | A UNIT
        (?P<ago>EARLIER|AGO|BEFORE) | (?:OF|IN)? (?P<year>YEAR) )
    """,
    "latest_quarter": "THE LATEST (?: QUARTER | PERIOD )",
    "quarter_ago": "THE (?:QUARTER|PERIOD) A UNIT (?P<ago>EARLIER|AGO|BEFORE)",
    "year_quarter": "THE (?P<year>YEAR) (?P<span>QUARTER|PERIOD)",
    "rel_bare_quarter": "(?P<rel> REL ) UNIT POSSESSIVE (?P<span> QUARTER | PERIOD )",
    "season": """
        BOUND? (?: THE | THIS )? (?: EARLY DASH? )? (?P<season>SEASON) (?: OF )? (?P<year>YEARNUM) (?: (?: DASH |
        SLASH ) (?: TWODIGITS | DAY ) )?
    """,
    "season_rel": """
        BOUND? THE? (?: EARLY DASH? )? (?P<season>SEASON) OF
        (?P<rel> LAST | NEXT | THIS | THAT SAME? | THE (?: FOLLOWING | SAME | NEXT | PAST ) ) (?P<unit>UNIT)
    """,
    "rel_season": "BOUND? (?: THE )? (?P<rel>REL) (?: EARLY )? (?P<season>SEASON)",
    "the_season": "(?: BOUND | THE (?: EARLY )? )? (?P<season>SEASON)",
    # Relative
    "today": "BOUND? (?P<word> TODAY | YESTERDAY ) (?: (?P<part>PART) )?",
    "day_before": "THE DAYWORD (?P<way> BEFORE | AFTER ) (?P<word> YESTERDAY )",
    "tonight": "BOUND? (?P<word> TONIGHT | OVERNIGHT )",
    "before_last": """
        THE (?P<unit> UNIT | QUARTER | WEEKEND | PART ) (?: BEFORE LAST | AFTER NEXT ) (?! WDAY | UNITNOUN | MON )
    """,
    "unit_before": """
        THE (?P<unit> UNIT | QUARTER | WEEKEND ) (?P<way> BEFORE | EARLIER | AFTER ) (?= COMMA | DOT | CLOSE |
        BREAK | $ )
    """,
    "night_before": "THE (?P<part>PART) (?P<way> BEFORE ) (?= COMMA | DOT | CLOSE | BREAK | $ )",
    "start_of": "(?: THE )? END OF (?P<rel> REL | THE ) (?P<unit>UNIT)",
    "rel_unit": "BOUND? THE? (?P<rel>REL) (?P<unit>UNITNOUN) (?! POSSESSIVE? (?:ORDNUM) ) (?: OR SO )?",
    "rel_day": """
        BOUND? THE? (?P<rel> FOLLOWING | PAST | NEXT | SAME | THAT SAME? | THIS VERY ) (?P<unit>UNIT)
        (?P<part>PART)?
    """,
    "year_ended": "THE (?:FISCAL)? (?P<unit>UNIT) (?= ENDING | TO MON )",
    "the_unit": """
        (?: BOUND THE? | THE FULL? ) (?:FISCAL|CURRENT)? (?P<unit> UNIT | QUARTER | WEEKEND ) (?! OF | TWODIGITS
        | FOURDIGITS | INTEGER )
    """,
    "rel_weekday": """
        BOUND? (?: THE )? (?P<rel> LAST | NEXT | PAST | COMING | FOLLOWING | THIS (?:PAST|COMING)? | THAT SAME?
        | SAME ) (?P<weekday>WDAY) (?: (?P<part>PART) )?
    """,
    "weekday_of": "(?P<weekday>WDAY) (?:OF)? (?P<rel>LAST|NEXT|THIS) UNIT",
    "edge_day": """
        THE (?P<edge> LAST | FINAL | FIRST ) (?P<day>UNIT) OF (?: (?P<month>MON) (?: OF? (?P<year>YEAR) )? |
        (?P<rel> REL | THE ) (?P<unit>UNIT) )
    """,
    "nth_weekday": """
        THE (?P<ord> ORDNUM | LAST ) (?P<weekday>WDAY) (?: OF | IN ) (?: (?P<month>MON) (?: (?:OF)? (?P<year>YEAR) )? |
        (?P<each> EACH | A | THE ) UNIT )
    """,
    "consecutive": "(?: (?: A | THE | ITS )? ORDNUM QUALITY (?P<unit>UNIT) | ORDNUM (?P<unit2>UNIT) (?= IN A ROW ) )",
    "week_of": """
        THE (?P<unit>UNIT|WEEKEND) (?: OF | END | ENDING ) (?: (?P<month>MON) (?P<day>DAYNUM) (?: DASH DAY )? |
        (?P<day2>DAY) (?: DASH DAY )? (?P<month2>MON) )
        (?: COMMA? (?P<year>YEAR) )?
    """,
    "over_units": "ABOUT THE (?P<unit>UNITS)",
    "single_unit": "A? QUALITY DASH (?P<unit>UNIT)",
    "weekday_and": "(?P<weekday>WDAY) (?= (?: AND | OR ) WDAY (?P<parts>NIGHTS) )",
    "weekday": "(?: EARLY ON | BOUND )? (?P<weekday>WDAY) (?: (?:AT)? (?P<part>PART|NOON|DAWN) )?",
    "part_weekday": "(?: EARLY )? (?P<part>PART|NOON|DAWN) (?: ON )? (?P<weekday>WDAY)",
    "rel_month": """
        BOUND? (?P<rel> LAST | NEXT | PAST | COMING | THE? FOLLOWING | THIS (?:PAST|COMING)? | THAT ) (?P<month>MON)
        (?P<day>DAYNUM)? (?: OF )? (?P<year>YEAR)?
    """,
    "part": """
        BOUND? (?P<rel> THIS (?:SAME|VERY)? | THAT (?:SAME)? | LAST | THE (?:NEXT|FOLLOWING|PAST|SAME) )
        (?P<part>PART)
    """,
    "ago": """
        APPROX? (?P<n> NUMBER | VAGUE | A | ONE ) (?: (?:AND|DASH) A HALF )? QUAL? (?P<unit>UNITWORD) (?: OR SO
        )? (?P<way> AGO | EARLIER | LATER | HENCE | BACK | FROM NOW | FROM TODAY )
    """,
    "bare_ago": "(?P<unit>UNITS) (?P<way>AGO|EARLIER)",
    "new_year": "(?<= IN ) THE (?P<new>OTHERWORD) (?P<unit>UNIT) (?! POSSESSIVE )",
    "school_year": "THE END OF THE QUALITY (?P<unit>UNIT)",
    "unit_end": "(?P<unit>UNIT) (?: POSSESSIVE | DASH )? END",
    # Durations and sets
    "past_n": """
        (?: AT ATLEAST )? THE? (?P<rel> LAST | PAST | NEXT | COMING | FOLLOWING | FIRST | FINAL | LATEST |
        YEARAGO ) (?P<n> NUMBER | VAGUE ) QUAL? (?P<unit> UNITS ) (?: OR SO )?
    """,
    "past_range": """
        THE? (?P<rel> LAST | PAST | NEXT | COMING ) (?P<n>NUMBER) (?: TO | OR | DASH ) (?P<n2>NUMBER)
        (?P<unit>UNITS)
    """,
    "vague_units": """
        THE? (?P<rel> LAST | PAST | RECENT | COMING | NEXT | FUTURE | FOLLOWING | FIRST | FINAL ) (?: UNITS AND
        )? (?P<unit> UNITS )
    """,
    "units_ahead": "THE (?P<unit>UNITS) (?P<rel> AHEAD | TO COME)",
    "duration": """
        (?: APPROX | (?: THE | THESE ) (?! NUMBER DASH ) | ANOTHER )? (?P<n> NUMBER | VAGUE | A (?! UNIT DASH?
        (?: EARLIER | AGO ) ) | ONE ) (?: (?:TO|OR|DASH) (?P<n2>NUMBER) )? (?: (?P<half>AND A HALF) )? (?: DASH
        | ADDITIONAL | MORE | QUAL | OTHER )? (?P<unit>UNITWORD) (?: DASH (?: OLD | LONG ) )? (?: (?P<half2>AND
        A HALF) )? (?: OR SO )?
    """,
    "half_unit": """
        APPROX? (?: (?:A)? HALF (?: DASH? (?:A|OF A) )? DASH? | (?P<n>NUMBER) AND A HALF )
        (?P<unit>UNIT|UNITS|CENTURY|LONGUNIT)
    """,
    "quarter_century": "A? QUARTER (?: DASH | OF A )? (?P<unit>LONGUNIT)",
    "weekends": "(?P<word>WEEKENDS)",
    "bare_units": "(?: MORE THAN )? (?P<unit>UNITS) (?: DASH (?:OLD|LONG) | OR UNITS )?",
    "longword": "(?P<word>LONGWORD)",
    "unit_long": "(?P<unit>UNIT|UNITS|LONGUNIT) DASH LONG",
    "daily": "(?P<word>DAILY)",
    "each": """
        (?P<each>EACH) (?: OTHER | (?P<n>NUMBER) (?: (?: OR | TO ) NUMBER )? )? (?P<unit>
        UNIT | UNITS | CLOCKUNIT | QUARTER | WEEKEND |
        SEASON | WDAY | MON | LONGUNIT ) (?P<part> PART )?
    """,
    "each_part": "(?P<each>EACH) (?P<part>PART)",
    "frequency": """
        (?: ONCE | (?: NUMBER (?: OR | TO | DASH ) )? (?P<n>NUMBER) TIMES ) (?: (?: A | EACH | PER )
        (?P<unit>UNIT|QUARTER|LONGUNIT) | (?P<word>DAILY) )
    """,
    "once_each": "ONCE (?P<each>EACH) (?: OTHER | (?P<n>NUMBER) )? (?P<unit> UNIT | UNITS )",
    "weekdays": "(?: THE )? (?: (?P<days>WEEKDAYS) | (?P<weekday>WDAY) (?P<parts>NIGHTS) )",
    # Clock times
    "clock": """
        (?: (?P<hour>HOUR) (?:TIMEZONE)? | (?P<military> FOURDIGITS | YEAR ) (?P<zone>TIMEZONE | UNITS
        TIMEZONE?) | (?P<word> NOON ) ) (?: LOCAL TIME )?
    """,
    "clock_first": """
        (?P<hour> CLOCK | DAY | CARDINAL ) (?= (?: TO | AND | DASH ) (?P<until> (?: DAY | CLOCK ) MERIDIEM ) )
    """,
    "clock_words": """
        (?: (?P<half>HALF) PAST | (?P<quarter>QUARTER) (?: PAST | (?P<to>TO) ) | (?P<n> DAY | TWODIGITS | CARDINAL )
        PAST ) (?P<hour> CARDINAL | ONE | DAY ) (?! DASH? UNITWORD )
    """,
    "clock_part": """
        (?P<hour> HOUR | AMOUNT | DAY | CARDINAL | ONE ) (?: IN THE (?P<part>PART) | AT (?P<night>PART) | THIS
        (?P<part2>PART) )
    """,
    "the_part": "BOUND? (?: THE )? (?: EARLY DASH? )? (?P<part> PART | DAWN | NOON )",
    # Vague references
    "now": "(?P<ref> RIGHT NOW | NOW | CURRENTLY | AT PRESENT | THESE UNITS | THE TIME BEING )",
    "current": "(?P<ref> CURRENT )",
    "recently": "(?: MORE | VERY | ATLEAST )? (?P<ref> RECENTLY )",
    "the_past": "(?P<ref> THE RECENT? PAST )",
    "soon": "(?P<ref> AS SOON AS POSSIBLE | SOON | SOMEDAY )",
    "future": "(?P<ref> THE NEAR? FUTURE | FUTURE | THE (?:NEAR|SHORT|LONG|IMMEDIATE|QUALITY) TERM )",
}  # fmt: skip
EXTRA_CLASSES = {
    "DAYWORD": "UNIT", "CALENDAR": "QUALITY", "SHORT": "QUALITY", "MUCH": "OTHERWORD", "ANOTHER": "OTHER",
    "YEARAGO": "LAST", "CENTURY": "LONGUNIT", "IMMEDIATE": "NEAR",
}  # fmt: skip
NAME = re.compile(r"\b[A-Z]{2}[A-Z0-9]*\b|\bA\b")


def compile_rule(pattern: str) -> re.Pattern[str]:
    """The pattern with every class and part written out."""
    parts: dict[str, str] = {}

    def spell(match: re.Match[str]) -> str:
        name = match.group()
        return parts.get(name) or CLASS[EXTRA_CLASSES.get(name, name)]

    for name, part in PARTS.items():
        parts[name] = NAME.sub(spell, part)
    return re.compile(NAME.sub(spell, pattern), re.VERBOSE)


PATTERNS = tuple((name, compile_rule(pattern)) for name, pattern in RULES.items())
NEEDS = {name: needs(pattern.pattern) for name, pattern in PATTERNS}
