/** The article and what was found in it, side by side: four views of one response, and the response itself. */

import { draw } from "./article.js";
import { label, longDay } from "./dates.js";
import { find, h } from "./dom.js";
import { about as aboutEntity, entities } from "./entities.js";
import { json } from "./json.js";
import { legend } from "./legend.js";
import { speaker, statements } from "./statements.js";
import { MODALITIES, basis } from "./terms.js";
import { index, timeline } from "./timeline.js";
import { about as aboutTime, times } from "./times.js";
import { bring, tip } from "./tip.js";

/** Shows the response to `text`; `ask` is what was sent. */
export function read(ask, response) {
  const text = ask.text;
  const known = index(response);
  for (const event of response.events) known.set(event.id, event);
  const cards = new Map();
  let pinned = null;
  let view = "timeline";

  const article = draw(find("article"), text, response, { point, leave, pick: (id) => pick(id, true) });
  const panes = {
    timeline: ["Timeline", response.events.filter(({ date }) => date).length, () => timeline(response, card)],
    entities: ["Entities", response.entities.length, () => entities(response, card)],
    statements: ["Statements", response.statements.length, () => statements(response, card)],
    times: ["Times", response.times.length, () => times(response, card)],
    json: ["JSON", null, () => json(ask, response)],
  };

  /** One thing found, as a button that lights it up in the text. */
  function card(id, properties, ...children) {
    const element = h(
      "button",
      {
        type: "button",
        ...properties,
        class: `card ${properties.class}`,
        "data-id": id,
        "aria-pressed": "false",
        onpointerenter: ({ pointerType }) => pointerType === "touch" || light(id),
        onpointerleave: () => light(pinned),
        onfocus: () => light(id),
        onblur: () => light(pinned),
        onclick: () => pick(id, false),
      },
      ...children,
    );
    cards.set(id, element);
    return element;
  }

  function light(id) {
    for (const element of find("view").querySelectorAll("[data-lit]")) element.removeAttribute("data-lit");
    cards.get(id)?.setAttribute("data-lit", "");
    return article.light(id);
  }

  function point(id, element) {
    light(id);
    tip(element, told(known.get(id)));
  }

  function leave() {
    light(pinned);
    tip(null);
  }

  /** Holds on to one thing, or lets go of it; the other side scrolls to where it is. */
  function pick(id, fromText) {
    cards.get(pinned)?.setAttribute("aria-pressed", "false");
    pinned = pinned === id ? null : id;
    const elements = light(pinned);
    const element = cards.get(pinned);
    if (!element) return;
    element.setAttribute("aria-pressed", "true");
    if (!fromText) return bring(elements[0], "center");
    element.closest("details:not([open])")?.setAttribute("open", "");
    bring(element, "nearest");
  }

  function release() {
    if (pinned) pick(pinned, true);
    leave();
  }

  function show(name, focus = false) {
    release();
    view = name;
    cards.clear();
    find("view").replaceChildren(...panes[name][2]().filter(Boolean));
    find("view").scrollTop = 0;
    find("view").setAttribute("aria-labelledby", `tab-${name}`);
    find("legend").replaceChildren(...legend(name, response));
    article.show(name);
    for (const tab of find("tabs").children) {
      const chosen = tab.id === `tab-${name}`;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen && focus) tab.focus();
    }
  }

  function turn(event) {
    const names = Object.keys(panes);
    const here = names.indexOf(view);
    const next = { ArrowRight: (here + 1) % names.length, ArrowLeft: (here + names.length - 1) % names.length, Home: 0, End: names.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    show(names[next], true);
  }

  function told(thing) {
    if (thing.mentions && thing.name !== undefined) return aboutEntity(thing);
    if (thing.value !== undefined) return aboutTime(thing);
    if (thing.trigger) return aboutEvent(thing, known);
    return [h("strong", {}, speaker(thing)), h("span", {}, [thing.type, thing.polarity === "negative" && "not said, or denied", thing.date && label(thing.date)].filter(Boolean).join(" · "))];
  }

  find("tabs").replaceChildren(
    ...Object.entries(panes).map(([name, [title, number]]) =>
      h("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "view", onclick: () => show(name) }, title, number !== null && h("small", {}, number.toLocaleString("en"))),
    ),
  );
  find("tabs").onkeydown = turn;
  document.onkeydown = ({ key }) => {
    if (key === "Escape") release();
  };
  find("headline").textContent = ask.title ?? "";
  find("headline").hidden = !ask.title;
  find("dateline").textContent = published(response.published);
  find("facts").textContent = facts(response.meta);
  show("timeline");
}

function published({ date, basis }) {
  if (!date) return "No day of publication is known, so “Friday” could be any.";
  return `Published ${longDay(date)}${basis === "text" ? ", as the article says" : ""}`;
}

function facts({ tokens, elapsed_ms: elapsed, model, version }) {
  return `${tokens.toLocaleString("en")} tokens read in ${Math.round(elapsed).toLocaleString("en")} ms · ${model} · Dateline ${version}`;
}

function aboutEvent(event, known) {
  const how = [event.polarity === "negative" && "did not happen", MODALITIES[event.modality], basis(event.date, known.get(event.time))];
  return [h("strong", {}, event.date ? label(event.date) : "No date"), h("span", {}, how.filter(Boolean).join(" · "))];
}
