"""Times as the news of many countries writes them: orders of date, clocks, fiscal years, feasts; and false friends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from service.extraction.annotations import Time
from service.extraction.pipeline import Pipeline

Find = Callable[..., list[tuple[str, str, str]]]
PUBLISHED = "2024-05-10"  # a Friday


@pytest.fixture(scope="session")
def find(pipeline: Pipeline) -> Find:
    """Expression, type and value of the times of a text."""

    def run(text: str, published: str | None = PUBLISHED, title: str | None = None) -> list[tuple[str, str, str]]:
        day = date.fromisoformat(published) if published else None
        found: tuple[Time, ...] = pipeline.extract(text, published=day, title=title, include={"times"}).times
        return [(time.text, time.type, time.value) for time in found]

    return run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Orders of date
        ("The ferry sank on Friday 17 March.", {"Friday 17 March": "2023-03-17"}),
        ("The ferry sank on Sunday 17 March.", {"Sunday 17 March": "2024-03-17"}),
        ("The licence of 17/03/2023 has expired.", {"17/03/2023": "2023-03-17"}),
        ("The license of 03/17/2023 has expired.", {"03/17/2023": "2023-03-17"}),
        ("17/03/2023 came before 05/04/2024.", {"17/03/2023": "2023-03-17", "05/04/2024": "2024-04-05"}),
        ("03/17/2023 came before 05/04/2024.", {"03/17/2023": "2023-03-17", "05/04/2024": "2024-05-04"}),
        ("Dated 05/04/2022, it was signed on 3 May 2022.", {"05/04/2022": "2022-04-05", "3 May 2022": "2022-05-03"}),
        ("Dated 05/04/2022, it was signed on May 3, 2022.", {"05/04/2022": "2022-05-04", "May 3, 2022": "2022-05-03"}),
        ("The harvest begins on June 3, 4 and 5.", {"June 3": "2024-06-03", "4": "2024-06-04", "5": "2024-06-05"}),
        # Fiscal years, seasons that span two years, quarters
        ("The airline made a loss in FY2023.", {"FY2023": "2023"}),
        ("The airline made a loss in FY 2023.", {"FY 2023": "2023"}),
        ("The airline made a loss in FY23.", {"FY23": "2023"}),
        ("The club was relegated in 2022/23.", {"2022/23": "2022/2023"}),
        ("The club was relegated in the 2022-23 financial year.", {"2022-23 financial year": "2022/2023"}),
        ("Sales grew in Q3 of last year.", {"Q3 of last year": "2023-Q3"}),
        ("Sales grew in the third quarter last year.", {"the third quarter last year": "2023-Q3"}),
        ("Sales grew in 1Q23.", {"1Q23": "2023-Q1"}),
        ("Output rose in the January-March quarter.", {"the January-March quarter": "2024-Q1"}),
        ("The plague came in the 16th and 17th centuries.", {"the 16th": "15", "17th centuries": "16"}),
        ("It was built in the first half of the 20th century.", {"the first half of the 20th century": "19"}),
        # Clocks
        ("The final began at 1.30pm GMT on Saturday.", {"1.30pm GMT": "2024-05-04T13:30Z", "Saturday": "2024-05-04"}),
        ("Doors opened at 17.30 local time.", {"17.30 local time": "2024-05-10T17:30"}),
        ("The attack began at 0600 hours.", {"0600 hours": "2024-05-10T06:00"}),
        ("The alarm rang at half past five.", {"half past five": "2024-05-10T05:30"}),
        ("The alarm rang at quarter to six.", {"quarter to six": "2024-05-10T05:45"}),
        ("He was seen between 5 and 6 p.m.", {"5": "2024-05-10T17:00", "6 p.m.": "2024-05-10T18:00"}),
        ("He was seen between 11 and 1 p.m.", {"11": "2024-05-10T11:00", "1 p.m.": "2024-05-10T13:00"}),
        ("Two sailors drowned overnight.", {"overnight": "2024-05-09TNI"}),
        ("The storm will pass overnight.", {"overnight": "2024-05-10TNI"}),
        # Lengths and sets
        ("The rescue took one hour and 20 minutes.", {"one hour and 20 minutes": "PT1H20M"}),
        ("She finished in 2 hours, 3 minutes and 12 seconds.", {"2 hours, 3 minutes and 12 seconds": "PT2H3M12S"}),
        ("He had been a spy for a quarter of a century.", {"a quarter of a century": "P25Y"}),
        ("The weeklong strike is over.", {"weeklong": "P1W"}),
        ("The pact ended years of war.", {"years": "PXY"}),
        ("The boat sails twice weekly.", {"twice weekly": "P1W"}),
        ("The boat sails two or three times a week.", {"two or three times a week": "P1W"}),
        ("The boat sails every two or three days.", {"every two or three days": "P2D"}),
        ("The boat sails on weekends.", {"weekends": "XXXX-WXX-WE"}),
        ("It sails on Monday and Tuesday nights.", {"Monday": "XXXX-WXX-1TNI", "Tuesday nights": "XXXX-WXX-2TNI"}),
        ("The council meets on the first Monday of every month.", {"the first Monday of every month": "P1M"}),
    ],
)  # fmt: skip
def test_forms(find: Find, text: str, expected: dict[str, str]) -> None:
    """Each is found whole and has the value that its country's readers give it."""
    assert {words: value for words, _, value in find(text)} == expected


@pytest.mark.parametrize(
    ("name", "published", "value"),
    [
        ("Ramadan", "2023-05-01", "2023-03-23/2023-04-20"),
        ("Eid al-Fitr", "2023-05-01", "2023-04-21"),
        ("Eid al-Adha", "2023-07-10", "2023-06-28"),
        ("Diwali", "2023-11-20", "2023-11-12"),
        ("Lunar New Year", "2024-02-20", "2024-02-10"),
        ("Chinese New Year", "2023-02-01", "2023-01-22"),
        ("Passover", "2023-05-01", "2023-04-06"),
        ("Rosh Hashanah", "2023-10-01", "2023-09-16"),
        ("Yom Kippur", "2023-10-10", "2023-09-25"),
        ("Hanukkah", "2021-12-20", "2021-11-29"),
        ("Orthodox Easter", "2023-05-01", "2023-04-16"),
        ("Easter Monday", "2023-05-01", "2023-04-10"),
        ("Canadian Thanksgiving", "2023-10-20", "2023-10-09"),
        ("Thanksgiving", "2023-12-01", "2023-11-23"),
        ("Mothering Sunday", "2023-04-01", "2023-03-19"),
        ("Mother's Day", "2023-06-01", "2023-05-14"),
        ("Victoria Day", "2023-06-01", "2023-05-22"),
        ("St. Patrick's Day", "2023-04-01", "2023-03-17"),
        ("MLK Day", "2023-02-01", "2023-01-16"),
    ],
)
def test_feasts(find: Find, name: str, published: str, value: str) -> None:
    """Feasts of many faiths and countries have their day, those of the moon too; a month of fasting has both ends."""
    assert (name, "DATE", value) in find(f"The two leaders spoke again on {name}.", published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was shot on the eve of Christmas.", {"the eve of Christmas": "2023-12-24"}),
        ("She died the day after Thanksgiving.", {"the day after Thanksgiving": "2023-11-24"}),
        ("He left the day before last Tuesday.", {"the day before last Tuesday": "2024-05-06"}),
        ("He left the night before last.", {"the night before last": "2024-05-08TNI"}),
        ("He left the week before last.", {"the week before last": "2024-W17"}),
        ("He will leave the week after next.", {"the week after next": "2024-W21"}),
        ("He will leave on Monday of next week.", {"Monday of next week": "2024-05-13"}),
        ("The shop shut on the last day of April.", {"the last day of April": "2024-04-30"}),
        ("It begins on the first Monday in September.", {"the first Monday in September": "2024-09-02"}),
        ("It began on the last Thursday of November 2022.", {"the last Thursday of November 2022": "2022-11-24"}),
        ("They will race on the weekend of 8-9 June.", {"the weekend of 8-9 June": "2024-W23-WE"}),
        ("In 2019 he moved. He left in March of that year.", {"2019": "2019", "March of that year": "2019-03"}),
        ("In 2019 he moved. He left on May 4 that year.", {"2019": "2019", "May 4 that year": "2019-05-04"}),
        ("He left on 4 May last year.", {"4 May last year": "2023-05-04"}),
        ("They met on the eve of Good Friday in 2013.", {"the eve of Good Friday in 2013": "2013-03-28"}),
        ("In 2019 he moved. He left in May the following year.", {"2019": "2019", "May the following year": "2020-05"}),
        ("It shut in late 2016. He left the following March.", {"late 2016": "2016", "the following March": "2017-03"}),
        ("It shut on May 2. Fire broke out overnight.", {"May 2": "2024-05-02", "overnight": "2024-05-02TNI"}),
        ("One day he will be king.", {"One day": "FUTURE_REF"}),
        # No value is invented for the day of what has no date here.
        ("He was shot on the eve of the election.", {}),
        ("It closed the day after the election.", {}),
        ("It was the last day of the trial.", {}),
        ("They wept three days after the March 3 attack.", {"three days": "P3D", "March 3": "2024-03-03"}),
    ],
)  # fmt: skip
def test_days_by_other_days(find: Find, text: str, expected: dict[str, str]) -> None:
    """A day named by another day, week or month is that day; by an event without a date it is none."""
    assert {words: value for words, _, value in find(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "He reads The Sunday Times.",
        "She was on Saturday Night Live.",
        "The minister spoke on the Today programme.",
        "The senator told ABC's “This Week” so.",
        "They lit the Christmas tree.",
        "The winter wheat has failed.",
        "The day care centre is shut.",
        "Temperatures climbed into the 80s.",
        "The Companies Act 2006 is long.",
        "The 2010 Act is long.",
        "His 1998 Ford was stolen.",
        "Some three-quarters of the town is under water.",
        "The bakery is open 24/7.",
        "A 20-year-old was hurt.",
        "The twins, aged 3, were hurt.",
    ],
)
def test_false_friends(find: Find, text: str) -> None:
    """Names of papers and programmes, things of a season, temperatures, statutes, cars and ages are no times."""
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 1996 law named for him is gone.", {"1996": "1996"}),
        ("The state sold its share in 1984 - a bad year.", {"1984": "1984"}),
        ("He stepped down in March for health reasons.", {"March": "2024-03"}),
        ("The early hours were calm.", {}),
    ],
)
def test_true_though_alike(find: Find, text: str, expected: dict[str, str]) -> None:
    """What stands beside a time does not hide it: a law, a dash, "for"."""
    assert {words: value for words, _, value in find(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was arrested in May 2018. He was charged two months later.", ("two months later", "2018-07")),
        ("In 2015 they told us the same. A year later the gates were shut.", ("A year later", "2016")),
        ("The parcel came last Friday. Three days later it was gone.", ("Three days later", "2024-05-06")),
        ("He will come on May 20 and will leave two days later.", ("two days later", "2024-05-22")),
        ("On the night of October 5, 1988, he wept. Three years earlier he had fled.", ("Three years earlier", "1985")),
        ("Two days later, the ship sank.", ("Two days later", "XXXX-XX-XX")),  # than what, nobody says
        ("The parcel came on Thursday. Four days later it was gone.", ("Four days later", "XXXX-XX-XX")),  # to come
        ("She married in 1990 and had a son a few years later.", ("a few years", "PXY")),
        ("Ana Soler will lead the team in Thursday's match against Genk.", ("Thursday", "2024-05-16")),
        ("She had insisted as recently as Sunday that she would stay.", ("Sunday", "2024-05-05")),
        ("A first team could arrive as early as Sunday.", ("Sunday", "2024-05-12")),
        ("On May 6 he lost. A vote is due on May 20. A day earlier, he had hoped.", ("A day earlier", "2024-05-05")),
        ("The squad is to be named on Tuesday.", ("Tuesday", "2024-05-14")),
        ("The case is due to be heard on Monday.", ("Monday", "2024-05-13")),
        ("Rents have risen since June.", ("June", "2023-06")),
        ("The old bridge fell a decade ago.", ("a decade ago", "2014")),
        ("He left in 2016. She followed two and a half years later.", ("two and a half years later", "2018")),
        ("He left in late 2016 and returned the following March.", ("the following March", "2017-03")),
        ("The crisis began on April 2. Prices doubled overnight.", ("overnight", "2024-04-02TNI")),
        ("It began on April 2. Prices doubled overnight. The next day it rained.", ("The next day", "2024-04-03")),
        ("The ferry sank late on Tuesday.", ("late on Tuesday", "2024-05-07")),
        (
            "A ferry sank on Tuesday.\n\nIt had left port at 6:40 a.m. with 40 people.",
            ("6:40 a.m.", "2024-05-07T06:40"),
        ),
        (
            "It left at 11:50 p.m. on Tuesday. Twenty minutes later it sank.",
            ("Twenty minutes later", "2024-05-08T00:10"),
        ),
        ("She called at 9 a.m. on May 2 and again two hours earlier.", ("two hours earlier", "2024-05-02T07:00")),
        ("Two hours later it sank.", ("Two hours later", "XXXX-XX-XXTXX:XX")),  # than what, nobody says
    ],
)
def test_which_way_a_clause_looks(find: Find, text: str, expected: tuple[str, str]) -> None:
    """ "Two months later" counts from what was told last, and no day to come is meant of the past."""
    assert expected in {(words, value) for words, _, value in find(text)}
