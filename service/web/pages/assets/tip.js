/** What is said of a mark beside it, and the way to it. */

import { find } from "./dom.js";

/** A few words beside an element; none where the element is null. */
export function tip(element, words = []) {
  const box = find("tip");
  box.hidden = !element;
  document.querySelector("[aria-describedby=tip]")?.removeAttribute("aria-describedby");
  if (!element) return;
  box.replaceChildren(...words);
  element.setAttribute("aria-describedby", "tip");
  const place = element.getClientRects()[0];
  const left = Math.min(Math.max(8, place.left), document.documentElement.clientWidth - box.offsetWidth - 8);
  const above = place.top - box.offsetHeight - 8;
  box.style.left = `${Math.max(8, left)}px`;
  box.style.top = `${above > 8 ? above : place.bottom + 8}px`;
  document.addEventListener("scroll", () => tip(null), { once: true, capture: true, passive: true });
}

/** Scrolls to the element, quietly where the reader wants it quiet. */
export function bring(element, block) {
  const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element?.scrollIntoView({ block, inline: "nearest", behavior: quiet ? "auto" : "smooth" });
}
