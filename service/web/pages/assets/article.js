/** The article with its marks: the text as it was sent, in pieces that show what they belong to. */

import { h, put } from "./dom.js";
import { VIEWS, marks } from "./marks.js";
import { segments } from "./segments.js";

let listening = new AbortController();

/**
 * Draws the text into `root` and answers to the mouse and the keys.
 *
 * @param on `{point(id, element), leave(), pick(id)}`: a mark is pointed at, none is any more, one is chosen.
 */
export function draw(root, text, response, on) {
  const lights = new Map(); // id → [[element, role]]
  const meant = new Map(); // element → its marks, the longest first
  let view = "timeline";
  let lit = [];

  root.replaceChildren(
    ...segments(text.length, marks(response)).map(({ start, end, spans }) => {
      const piece = text.slice(start, end);
      if (!spans.length) return document.createTextNode(piece);
      const element = h("span", { class: classes(spans, start, end), ...data(spans) }, piece);
      meant.set(element, spans);
      for (const { id, role } of spans) put(lights, id, [element, role]);
      return element;
    }),
  );

  /** The mark of the present view that an element shows, if it does. */
  const shown = (element) => meant.get(element)?.findLast(({ layer }) => VIEWS[view].includes(layer));
  /** Where a mark begins that can be walked to. */
  const stops = () => [...root.children].filter((element) => VIEWS[view].some((layer) => element.classList.contains(`${layer}-begins`)));

  function show(name) {
    view = name;
    root.dataset.view = name;
    for (const element of root.querySelectorAll("[tabindex]")) {
      element.removeAttribute("tabindex");
      element.removeAttribute("role");
    }
    stops().forEach((element, i) => {
      element.tabIndex = i ? -1 : 0;
      element.setAttribute("role", "button");
    });
  }

  function light(id) {
    for (const element of lit) delete element.dataset.lit;
    const found = lights.get(id) ?? [];
    for (const [element, role] of found) element.dataset.lit = element.dataset.lit === "trigger" ? "trigger" : role;
    lit = found.map(([element]) => element);
    return lit;
  }

  function walk(event) {
    const all = stops();
    const here = all.indexOf(document.activeElement);
    const next = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Enter" || event.key === " ") pick(event.target);
    else if (next === undefined || here < 0) return;
    else if (all[next]) {
      all[here].tabIndex = -1;
      all[next].tabIndex = 0;
      all[next].focus();
    }
    event.preventDefault();
  }

  function point(element) {
    const mark = shown(element);
    if (mark) on.point(mark.id, element);
    else on.leave();
  }

  function pick(element) {
    const mark = shown(element);
    if (mark) on.pick(mark.id);
  }

  listening.abort(); // to what was drawn before
  listening = new AbortController();
  const listen = (type, listener) => root.addEventListener(type, listener, { signal: listening.signal });
  listen("pointerover", ({ target, pointerType }) => pointerType === "touch" || point(target));
  listen("pointerleave", on.leave);
  listen("focusin", ({ target }) => point(target));
  listen("focusout", on.leave);
  listen("click", ({ target }) => pick(target));
  listen("keydown", walk);
  show(view);
  return { show, light };
}

/** `entity entity-begins …`: which layers a piece belongs to, and where their spans begin and end. */
function classes(spans, start, end) {
  const names = new Set();
  for (const span of spans) {
    names.add(span.layer);
    if (span.start === start) names.add(`${span.layer}-begins`);
    if (span.end === end) names.add(`${span.layer}-ends`);
  }
  return [...names].join(" ");
}

/** What the style sheet needs beyond the layer: types, how real an event is, how deep statements stand in one another. */
function data(spans) {
  const last = (layer) => spans.findLast((span) => span.layer === layer);
  const entities = spans.filter(({ layer }) => layer === "entity");
  const depth = spans.filter(({ layer }) => layer === "content").length;
  return {
    "data-type": entities.at(-1)?.kind,
    "data-around": entities.at(-2)?.kind,
    "data-form": entities.at(-1)?.role,
    "data-manner": last("event")?.kind,
    "data-value": last("time")?.kind,
    "data-polarity": last("content")?.kind,
    "data-depth": depth ? Math.min(depth, 3) : null,
  };
}
