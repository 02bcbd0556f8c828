"""The demo page in a browser: what is marked, where, and how one gets at it."""

from __future__ import annotations

import hashlib
import json
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from tests.browser.page import PHONE, Page, text_of
from tests.live import serving

pytestmark = pytest.mark.browser

ARTICLE = """Fisheries Minister Ingrid Solheim said on Monday that talks with Iceland would resume next week.

“It is,” Solheim said, “not a threat.” She did not confirm that Norway had cut its quotas.

The two countries signed a deal in Oslo on 3 May 2019. Police arrested Erik Dahl in Bergen last Friday."""
EMOJI = """🇳🇴 “We are close 😀😀,” Prime Minister Anna Weber 👩🏽‍🔬 said on Monday. 🚢 She flew to Berlin in 2019.

Cafe\u0301 owner José Müller 🎉 told reporters that prices would rise in June 2025. قال الوزير لا."""
HOSTILE = "Anna Weber said <img src=x onerror=alert(1)> & <b>no</b> on Monday. </template><script>alert(2)</script>"


def answer(page: Page, text: str, published: str = "2024-05-14") -> dict[str, Any]:
    """What the service answers to the page's request, asked beside it."""
    body = {"text": text, "published": published, "title": None, "offsets": "utf-16", "undated": True}
    request = urllib.request.Request(
        f"{page.url}/v1/extract", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as response:
        found: dict[str, Any] = json.load(response)
    return found


def texts(spans: list[dict[str, Any]]) -> str:
    """The texts of spans, those that touch as one."""
    joined, end = "", None
    for span in sorted(spans, key=lambda span: span["start"]):
        joined += ("" if end in (None, span["start"]) else "|") + span["text"]
        end = span["end"]
    return joined


# ---------------------------------------------------------------------------------------------------- what is marked --


@pytest.mark.parametrize("text", [ARTICLE, EMOJI, HOSTILE, "No.", ARTICLE.replace("\n", " \n\t")])
def test_the_article_stays_as_it_is(page: Page, text: str) -> None:
    """Marks are around its characters, never among them; what looks like markup is text."""
    page.read(text)
    for view in ("timeline", "entities", "statements", "times", "json"):
        page.view(view)
        assert page.script("return document.getElementById('article').textContent") == text
    assert page.script("return document.querySelectorAll('#read img, #read script, #read b').length") == 0


@pytest.mark.parametrize("text", [ARTICLE, EMOJI])
def test_every_thing_lights_up_where_the_service_found_it(page: Page, text: str) -> None:
    """All mentions of an entity, the content of a statement, the words of a time: to the character, past any emoji."""
    found = answer(page, text)
    page.read(text)
    wanted = {
        "entities": {each["id"]: texts(each["mentions"]) for each in found["entities"]},
        "statements": {each["id"]: texts(each["content"]["spans"]) for each in found["statements"]},
        "times": {each["id"]: each["text"] for each in found["times"]},
    }
    roles = {"entities": "", "statements": "content", "times": "time"}
    for view, things in wanted.items():
        assert things
        page.view(view)
        for card in page.all("#view .card"):
            name = card.get_attribute("data-id")
            assert name
            page.script("arguments[0].focus()", card)
            parts = page.lit(roles[view]).split("|") if view != "statements" else [page.lit("content")]
            assert set(parts) == set(things[name].split("|")) if view == "entities" else parts == [things[name]]


def test_an_emoji_shifts_nothing(page: Page) -> None:
    """Named in so many words, lest page and service err alike."""
    page.read("😀😀🇳🇴 Anna Weber said on Monday that 👩🏽‍🔬 prices would rise.")
    page.view("entities")
    page.point(page.card("Anna Weber"))
    assert page.lit() == "Anna Weber"
    page.view("times")
    page.point(page.card("Monday"))
    assert page.lit() == "Monday"


def test_all_mentions_light_up_together(page: Page) -> None:
    """From the list, and from any one of them in the text."""
    page.read(ARTICLE)
    page.view("entities")
    page.point(page.card("Ingrid Solheim"))
    assert page.lit() == "Ingrid Solheim|Solheim|She"
    page.point(page.one("#view h3"))
    assert page.lit() == ""
    page.point(next(each for each in page.all("#article .entity") if each.text == "Solheim"))
    assert page.lit() == "Ingrid Solheim|Solheim|She"
    assert "Fisheries Minister" in page.one("#tip").text


def test_a_statement_in_two_halves(page: Page) -> None:
    """Both are lit, what stands between them is not; source and cue are, as what they are."""
    page.read(ARTICLE)
    page.view("statements")
    page.point(page.card("not a threat"))
    assert page.lit("content") == "“It is,”|“not a threat.”"
    assert page.lit("source") == "Solheim"
    assert page.lit("cue") == "said"


def test_an_event_lights_up_with_who_where_and_when(page: Page) -> None:
    """Each in its own role."""
    page.read(ARTICLE)
    page.point(page.card("arrested"))
    assert page.lit("trigger") == "arrested"
    assert page.lit("agent") == "Police"
    assert page.lit("patient") == "Erik Dahl"
    assert page.lit("place") == "Bergen"
    assert page.lit("time") == "last Friday"


def test_times_show_their_value(page: Page) -> None:
    """In the text and in the list."""
    page.read(ARTICLE)
    page.view("times")
    mark = next(each for each in page.all("#article .time") if each.text.startswith("last Friday"))
    assert mark.get_attribute("data-value") == "2024-05-10"
    assert "Friday, 10 May 2024" in text_of(page.card("last Friday"))


def test_what_did_not_happen_is_marked_plainly(page: Page) -> None:
    """In the list by a word, in the text by a line through it; a plan by a word and a dashed line."""
    page.read("Norway did not cut its quotas on Monday. Iceland will sell two trawlers next week.")
    assert "did not happen" in text_of(page.card("cut"))
    assert "planned" in text_of(page.card("sell"))
    marks = {each.text: each for each in page.all("#article .event")}
    assert page.style(marks["cut"], "text-decoration-line") == "line-through"
    assert page.style(marks["sell"], "border-bottom-style") == "dashed"


def test_what_was_not_said_is_marked_plainly(page: Page) -> None:
    """A denial is no statement of what it denies."""
    page.read(ARTICLE)
    page.view("statements")
    assert "not said, or denied" in text_of(page.card("had cut its quotas"))
    assert "not said" not in text_of(page.card("would resume"))


# --------------------------------------------------------------------------------------------------------- the lists --


def test_the_timeline_goes_by_the_calendar(page: Page) -> None:
    """Not by the order of the text; each day once, with how it is known."""
    page.read(ARTICLE)
    days = [text_of(each) for each in page.all(".day h3 > span")]
    assert days.index("Friday, 3 May 2019") < days.index("Friday, 10 May 2024")
    assert len(days) == len(set(days))
    begins = [each.get_attribute("data-earliest") or "" for each in page.all(".day")]
    assert begins == sorted(begins)
    assert "“last Friday”" in text_of(page.card("arrested"))
    assert text_of(page.one('.day[data-earliest="2024-05-10"] h3 small')) == "4 days before"


def test_statements_stand_under_their_speaker(page: Page) -> None:
    """By the resolved name, whatever stands in the text ("She")."""
    page.read(ARTICLE)
    page.view("statements")
    speaker = next(each for each in page.all(".speaker") if text_of(each).startswith("Ingrid Solheim"))
    assert "Fisheries Minister" in text_of(speaker)
    assert "She did not confirm" in text_of(speaker)


def test_entities_stand_under_their_type(page: Page) -> None:
    """With how often they are mentioned."""
    page.read(ARTICLE)
    page.view("entities")
    people = page.one('.kind[data-type="PERSON"]')
    assert "Ingrid Solheim" in text_of(people)
    assert "×3" in text_of(page.card("Ingrid Solheim"))


def test_nothing_found_is_said(page: Page) -> None:
    """An empty list has a sentence instead."""
    page.read("No.")
    for view in ("timeline", "entities", "statements", "times"):
        page.view(view)
        assert "was found" in text_of(page.one("#view .none"))


def test_the_answer_itself_can_be_read(page: Page) -> None:
    """As JSON, with what was asked."""
    page.read(ARTICLE)
    page.view("json")
    asked, answered = (json.loads(text_of(each)) for each in page.all("#view pre"))
    assert (asked["text"], asked["published"]) == (ARTICLE, "2024-05-14")
    assert answered["entities"][0]["name"] == "Ingrid Solheim"


# ---------------------------------------------------------------------------------------------------------- the form --


def test_the_sample_is_offered_and_reads(page: Page, seed_text: str) -> None:
    """With its day of publication; all four layers find something in it, and only the service was asked for it."""
    page.one("#use-sample").click()
    assert page.one("#text").get_property("value") == seed_text.replace("\r\n", "\n")
    page.one("#ask").click()
    page.until(lambda: page.one("#read").is_displayed())
    assert page.one("#dateline").text == "Published Friday, 17 March 2023"
    assert all(int(each.text.replace(",", "")) > 0 for each in page.all("#tabs small"))
    asked = [url for url in page.requested() if not url.startswith(("data:", f"{page.url}/assets/"))]
    assert asked == [f"{page.url}/", f"{page.url}/v1/extract"]


def test_another_article_takes_the_place_of_the_first(page: Page) -> None:
    """Nothing of the first is left, neither marks nor what they do; the form still has its text."""
    page.read(ARTICLE, title="Quotas")
    assert page.one("#headline").text == "Quotas"
    page.one("#again").click()
    page.until(lambda: page.one("#text").is_displayed())
    assert page.one("#text").get_property("value") == ARTICLE
    page.read("Anna Weber flew to Berlin.", published="")
    assert not page.one("#headline").is_displayed()
    assert "No day of publication" in page.one("#dateline").text
    page.view("entities")
    page.point(page.one("#article .entity"))
    assert page.lit() == "Anna Weber"
    assert [text_of(each) for each in page.all("#view .card strong")] == ["Anna Weber", "Berlin"]


def test_back_leads_to_the_form(page: Page) -> None:
    """And forward to the article again, marks and all."""
    page.read("Anna Weber flew to Berlin.")
    page.driver.back()
    page.until(lambda: page.one("#text").is_displayed())
    assert not page.one("#read").is_displayed()
    assert page.one("#text").get_property("value") == "Anna Weber flew to Berlin."
    page.driver.forward()
    page.until(lambda: page.one("#read").is_displayed())
    page.view("entities")
    page.point(page.card("Berlin"))
    assert page.lit() == "Berlin"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" ", "Article: Must not be blank."),
        (
            "Le ministre a déclaré vendredi que les négociations reprendraient la semaine prochaine à Paris. " * 5,
            "French",
        ),
        ("a" * 100_001, "more than 100000"),
    ],
)
def test_what_is_refused_is_said_in_place(page: Page, text: str, words: str) -> None:
    """With the service's own reason; the text stays, to be mended, and is where the focus is or may go."""
    page.ask(text)
    page.until(lambda: page.one("#problem").text)
    assert words in page.one("#problem").text
    assert page.one("#text").get_property("value") == text
    assert not page.one("#read").is_displayed()
    page.read(ARTICLE)
    page.one("#again").click()
    page.until(lambda: page.one("#text").is_displayed())
    assert page.one("#problem").text == ""
    assert page.complaints("network") == []


def test_a_service_that_is_away_is_said_too(page: Page) -> None:
    """And when it is back, the same click works."""
    offline = {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    page.driver.execute_cdp_cmd("Network.enable", {})
    page.driver.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
    try:
        page.ask(ARTICLE)
        page.until(lambda: page.one("#problem").text)
        assert "cannot be reached" in page.one("#problem").text
    finally:
        page.driver.execute_cdp_cmd("Network.emulateNetworkConditions", offline | {"offline": False})
    page.one("#ask").click()
    page.until(lambda: page.one("#read").is_displayed())
    assert page.complaints("network") == []


def test_a_service_with_keys_asks_for_one(driver: Chrome, tmp_path: Path) -> None:
    """Once it has refused to answer without; with the right one it answers, and the page is as well as ever."""
    keys = tmp_path / "keys"
    keys.write_text(f"demo {hashlib.sha256(b'of-the-demo').hexdigest()}\n")
    with serving("--workers", "1", "--fronts", "1", "--api-keys-file", str(keys)) as server:
        page = Page(driver, server.url)
        page.open("/")
        assert not page.one("#key").is_displayed()
        page.ask(ARTICLE)
        page.until(lambda: page.one("#key").is_displayed())
        assert "API key" in page.one("#problem").text
        assert page.focused().get_attribute("id") == "key"
        page.press("of-the-demo", Keys.ENTER)
        page.until(lambda: page.one("#read").is_displayed())
        assert page.complaints("network") == []


# --------------------------------------------------------------------------------------------------- by the keyboard --


def test_the_whole_way_by_the_keyboard(page: Page) -> None:
    """Text, Ctrl+Enter, tabs by arrows, a card by Enter, Escape; then the marks in the text by arrows."""
    page.one("#text").send_keys("Anna Weber met Erik Dahl in Berlin on Monday.", Keys.CONTROL + Keys.ENTER)
    page.until(lambda: page.one("#read").is_displayed())
    page.one("#tab-timeline").send_keys(Keys.ARROW_RIGHT)
    assert page.focused().get_attribute("id") == "tab-entities"
    assert page.focused().get_attribute("aria-selected") == "true"
    page.press(Keys.TAB)
    if "card" not in (page.focused().get_attribute("class") or ""):  # first the list as a whole, where it scrolls
        page.press(Keys.TAB)
    assert page.lit() == "Anna Weber"
    page.press(Keys.ENTER)
    assert page.focused().get_attribute("aria-pressed") == "true"
    page.press(Keys.TAB)
    assert page.lit() == "Erik Dahl"
    page.script("document.activeElement.blur()")
    assert page.lit() == "Anna Weber"
    page.press(Keys.ESCAPE)
    assert page.lit() == ""


def test_marks_are_walked_by_arrows(page: Page) -> None:
    """One stop for the Tab key, the arrows lead on; each says what it is, and Enter holds on to it."""
    page.read("Anna Weber met Erik Dahl in Berlin on Monday.")
    page.view("entities")
    assert len(page.all('#article [tabindex="0"]')) == 1
    page.script("arguments[0].focus()", page.one('#article [tabindex="0"]'))
    walked = []
    for key in (Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.HOME):
        walked.append(page.lit())
        assert page.focused().get_attribute("aria-describedby") == "tip"
        assert page.lit() in page.one("#tip").text
        page.press(key)
    assert walked == ["Anna Weber", "Erik Dahl", "Berlin", "Berlin"]
    page.press(Keys.ENTER)
    assert page.card("Anna Weber").get_attribute("aria-pressed") == "true"


def test_everything_one_can_act_on_has_a_name(page: Page) -> None:
    """For who listens to the page."""
    page.read(ARTICLE)
    for view in ("timeline", "entities", "statements", "times", "json"):
        page.view(view)
        nodes = page.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        acting = [node for node in nodes if node.get("role", {}).get("value") in {"button", "tab", "textbox", "link"}]
        assert acting
        assert [node for node in acting if not node.get("name", {}).get("value")] == []


# ---------------------------------------------------------------------------------------------------------- the look --

CONTRAST = """
const channel = (value) => { value /= 255; return value <= .03928 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4; };
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const colour = (css) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data]; };
const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
const ground = (element) => { const layers = [];
  for (let e = element; e; e = e.parentElement) layers.unshift(getComputedStyle(e).backgroundColor);
  canvas.clearRect(0, 0, 1, 1);
  for (const layer of layers) { canvas.fillStyle = layer; canvas.fillRect(0, 0, 1, 1); }
  return [...canvas.getImageData(0, 0, 1, 1).data]; };
const weak = [];
for (const element of document.querySelectorAll("body *")) {
  if (!element.offsetParent || ![...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
  const [a, b] = [light(colour(getComputedStyle(element).color)), light(ground(element))];
  const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  if (contrast < 4.5) weak.push([element.className, element.textContent.slice(0, 40), contrast.toFixed(2)].join(" / "));
}
return [...new Set(weak)];
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read(page: Page, scheme: str) -> None:
    """Text stands out from what is behind it by 4.5 to 1 (WCAG AA), in the light and in the dark, lit or not."""
    page.scheme(scheme)
    assert page.script(CONTRAST) == []
    page.ask(" ")
    page.until(lambda: page.one("#problem").text)
    assert page.script(CONTRAST) == []
    page.read(ARTICLE)
    for view in ("timeline", "entities", "statements", "times", "json"):
        page.view(view)
        assert page.script(CONTRAST) == []
        for card in page.all("#view .card"):
            page.script("arguments[0].focus()", card)
            assert page.script(CONTRAST) == []
    assert page.complaints("network") == []


def test_the_page_follows_the_system_into_the_dark(page: Page) -> None:
    """Without being asked."""
    grounds = []
    for scheme in ("light", "dark"):
        page.scheme(scheme)
        grounds.append(page.style(page.one("body"), "background-color"))
    assert grounds == ["rgb(246, 245, 241)", "rgb(20, 23, 26)"]


def test_a_phone_is_wide_enough(page: Page) -> None:
    """Nothing sticks out sideways, however long a word is, and the list leaves half of the article in sight."""
    sticking_out = "return document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
    page.size(PHONE)
    assert page.script(sticking_out) <= 0
    page.read(ARTICLE + " " + "Donaudampfschifffahrt" * 20, title="Schifffahrtsgesellschaft" * 5)
    for view in ("timeline", "entities", "statements", "times", "json"):
        page.view(view)
        assert page.script(sticking_out) <= 0
    page.view("times")
    page.card("last Friday").click()
    mark = next(each for each in page.all("#article .time") if each.text.startswith("last Friday"))
    box = page.script("const {top, bottom} = arguments[0].getBoundingClientRect(); return [top, bottom]", mark)
    assert 0 <= box[0] < box[1] <= page.script("return document.querySelector('.panel').getBoundingClientRect().top")


# -------------------------------------------------------------------------------------------------------- the pieces --

PIECES = """
const [length, spans, done] = arguments;
import("/assets/segments.js").then(({ segments }) => done(segments(length, spans)));
"""


@pytest.mark.parametrize(
    "spans",
    [
        [],
        [(0, 10)],
        [(2, 5), (2, 5)],
        [(0, 6), (2, 4)],
        [(0, 6), (4, 9)],
        [(0, 3), (3, 6), (5, 5), (9, 10)],
        [(start, end) for start in range(10) for end in range(start + 1, 11)],
    ],
)
def test_spans_become_pieces(page: Page, spans: list[tuple[int, int]]) -> None:
    """Without gaps, in order, each with just the spans that cover it, the longest first."""
    given = [{"start": start, "end": end} for start, end in spans]
    pieces = page.driver.execute_async_script(PIECES, 10, given)
    assert [piece["start"] for piece in pieces] == [0, *(piece["end"] for piece in pieces[:-1])]
    assert pieces[-1]["end"] == 10
    for piece in pieces:
        covering = [(start, end) for start, end in spans if start <= piece["start"] and piece["end"] <= end]
        found = [(span["start"], span["end"]) for span in piece["spans"]]
        assert sorted(found) == sorted(covering)
        assert [end - start for start, end in found] == sorted((end - start for start, end in found), reverse=True)
