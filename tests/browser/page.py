"""The demo page as its users see it, and what a browser knows beyond that."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

PATIENCE = 30  # seconds
FILL = """
const form = document.getElementById("form").elements;
[form.text.value, form.published.value, form.title.value] = arguments;
"""
DESKTOP, PHONE = (1280, 900), (360, 740)


class Page:
    """A page in the browser."""

    def __init__(self, driver: Chrome, url: str) -> None:
        self.driver = driver
        self.url = url

    def open(self, path: str) -> None:
        """A page anew, in the light, on a desk."""
        self.driver.get("about:blank")
        self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        self.driver.get_log("performance")  # type: ignore[no-untyped-call]
        self.size(DESKTOP)
        self.scheme("light")
        self.driver.get(self.url + path)

    def size(self, size: tuple[int, int]) -> None:
        """The window's width and height."""
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def scheme(self, name: str) -> None:
        """`light` or `dark`, as the system would have it; without motion, so that nothing is half way."""
        features = [
            {"name": "prefers-color-scheme", "value": name},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def complaints(self, source: str = "") -> list[str]:
        """What the console said since it was last asked; browsers log every answer over 399 there too."""
        entries = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in entries if not source or entry["source"] != source]

    def requested(self) -> list[str]:
        """Every address that was asked since the page was opened."""
        entries = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]  # type: ignore[no-untyped-call]
        sent = [entry["params"] for entry in entries if entry["method"] == "Network.requestWillBeSent"]
        return [each["request"]["url"] for each in sent if not each["request"]["url"].startswith("about:")]

    # ------------------------------------------------------------------------------------------------ what one does --

    def all(self, selector: str) -> list[WebElement]:
        """The elements, in order."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        """The first of them."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def script(self, code: str, *arguments: Any) -> Any:
        """What a script returns."""
        return self.driver.execute_script(code, *arguments)

    def until(self, holds: Callable[[], Any]) -> Any:
        """Wait until it does."""
        return WebDriverWait(self.driver, PATIENCE, 0.05).until(lambda _: holds())

    def ask(self, text: str, published: str = "2024-05-14", title: str = "") -> None:
        """Fill the form, as pasting does, and send it."""
        self.until(lambda: self.one("#ask").is_displayed())
        self.script(FILL, text, published, title)
        self.one("#ask").click()

    def read(self, text: str, published: str = "2024-05-14", title: str = "") -> None:
        """Likewise, and wait for the article marked up."""
        self.ask(text, published, title)
        self.until(lambda: self.one("#read").is_displayed())

    def view(self, name: str) -> None:
        """Turn to a tab."""
        self.one(f"#tab-{name}").click()

    def press(self, *keys: str) -> None:
        """Keys, wherever the focus is."""
        ActionChains(self.driver).send_keys(*keys).perform()

    def point(self, element: WebElement) -> None:
        """The mouse on an element."""
        ActionChains(self.driver).scroll_to_element(element).move_to_element(element).perform()

    def card(self, words: str) -> WebElement:
        """The first card in the present view that has the words in it."""
        return next(card for card in self.all("#view .card") if words in text_of(card))

    # ------------------------------------------------------------------------------------------------ what one sees --

    def lit(self, role: str = "") -> str:
        """The text that is lit, of one role or all, gaps as "|"."""
        code = "return [...document.getElementById('article').childNodes].map((n) => [n.dataset?.lit, n.textContent])"
        pieces: list[tuple[str | None, str]] = self.script(code)
        shown = "".join(text if is_lit and role in ("", is_lit) else "|" for is_lit, text in pieces)
        return "|".join(part for part in shown.split("|") if part)

    def style(self, element: WebElement, name: str) -> str:
        """The computed value of a property."""
        found: str = self.script("return getComputedStyle(arguments[0]).getPropertyValue(arguments[1])", element, name)
        return found

    def focused(self) -> WebElement:
        """The element that has the focus."""
        return self.driver.switch_to.active_element


def text_of(element: WebElement) -> str:
    """Its text, whether or not it is in sight."""
    return element.get_property("textContent")  # type: ignore[return-value]
