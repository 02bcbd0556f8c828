/** Events by calendar day. */

import { compare, distance, label } from "./dates.js";
import { chip, count, h, put, tidy } from "./dom.js";
import { manner } from "./marks.js";
import { MODALITIES, ROLES, basis, word } from "./terms.js";

/** The timeline, earliest day first; what has no date is folded away at the end. */
export function timeline(response, card) {
  const dated = response.events.filter(({ date }) => date);
  const undated = response.events.filter(({ date }) => !date);
  if (!response.events.length) return [h("p", { class: "none" }, "No event was found.")];
  const known = { ...response, by: index(response) };
  return [
    h("ol", { class: "days" }, days(dated).map((group) => one(group, known, card))),
    undated.length > 0 &&
      h(
        "details",
        { class: "undated", open: !dated.length },
        h("summary", {}, `${count(undated.length, "event")} without a date`),
        h("ul", { class: "cards" }, undated.map((event) => item(event, known, card))),
      ),
  ];
}

function days(events) {
  const groups = new Map();
  for (const event of events) put(groups, `${event.date.earliest}/${event.date.latest}`, event);
  return [...groups.values()].sort((a, b) => compare(a[0].date, b[0].date));
}

function one(events, known, card) {
  const { date } = events[0];
  const away = distance(date, known.published.date);
  return h(
    "li",
    { class: "day", "data-earliest": date.earliest, "data-latest": date.latest, "data-now": away === "day of publication" },
    h("h3", {}, h("span", {}, label(date)), away && h("small", {}, away)),
    h("ul", { class: "cards" }, events.map((event) => item(event, known, card))),
  );
}

function item(event, known, card) {
  const teller = known.by.get(event.statement);
  const rows = [
    ...Object.keys(ROLES).map((role) => [ROLES[role], filling(event, role, known.by), role]),
    ["said by", teller && tidy(teller.source?.name ?? "somebody unnamed"), "teller"],
    ["date", basis(event.date, known.by.get(event.time)), "basis"],
  ].filter(([, value]) => value?.length);
  return h(
    "li",
    {},
    card(
      event.id,
      { class: "event", "data-manner": manner(event) },
      h("span", { class: "head" }, h("strong", {}, phrase(event)), event.type && chip(word(event.type)), flags(event)),
      rows.length > 0 && h("span", { class: "pairs" }, rows.map(([name, value, role]) => row(name, value, role))),
    ),
  );
}

/** What happened; a gap where the article has other words between. */
const phrase = ({ phrase: { spans } }) => spans.map(({ text }) => tidy(text)).join(" … ");

function flags(event) {
  return [
    event.polarity === "negative" && chip(event.modality === "asserted" ? "did not happen" : "negated", "negative"),
    event.modality !== "asserted" && chip(MODALITIES[event.modality], "open"),
    event.mentions.length > 0 && chip(`told ${event.mentions.length + 1} times`),
  ];
}

/** Who or what has the role; after a pronoun or a description, the name of whom it means. */
function filling(event, role, by) {
  return event.arguments.filter((each) => each.role === role).map(({ text, entity }) => {
    const name = by.get(entity)?.name;
    return name && !text.includes(name) && !name.includes(text) ? `${tidy(text)} (${tidy(name)})` : tidy(text);
  });
}

const row = (name, value, role) => h("span", { class: "pair", "data-role": role }, h("span", { class: "key" }, name), h("span", {}, [value].flat().join(", ")));

/** Times and statements by id. */
export const index = ({ times, statements, entities }) => new Map([...times, ...statements, ...entities].map((each) => [each.id, each]));
