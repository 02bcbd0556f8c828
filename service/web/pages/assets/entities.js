/** Entities by type. */

import { chip, count, h, tidy } from "./dom.js";
import { TYPES } from "./terms.js";

export function entities({ entities: all }, card) {
  if (!all.length) return [h("p", { class: "none" }, "No name was found.")];
  return Object.entries(TYPES)
    .map(([type, title]) => [type, title, all.filter((entity) => entity.type === type)])
    .filter(([, , found]) => found.length)
    .map(([type, title, found]) =>
      h(
        "section",
        { class: "kind", "data-type": type },
        h("h3", {}, h("i", { class: "swatch" }), title, h("small", {}, found.length.toLocaleString("en"))),
        h("ul", { class: "cards names" }, found.map((entity) => item(entity, card))),
      ),
    );
}

function item(entity, card) {
  return h(
    "li",
    {},
    card(
      entity.id,
      { class: "entity-card", "data-type": entity.type },
      h("span", { class: "head" }, h("strong", {}, tidy(entity.name)), amount(entity), entity.country && chip(entity.country), h("span", { class: "times" }, `×${entity.mentions.length}`)),
      entity.description && h("span", { class: "about" }, tidy(entity.description)),
    ),
  );
}

function amount({ value, unit }) {
  if (value === undefined || value === null) return null;
  return chip(`${value.toLocaleString("en", { maximumFractionDigits: 6 })}${unit ? ` ${unit}` : ""}`);
}

/** What a mark of the entity says of it. */
export const about = (entity) => [h("strong", {}, tidy(entity.name)), h("span", {}, [entity.description, TYPES[entity.type], count(entity.mentions.length, "mention")].filter(Boolean).map(tidy).join(" · "))];
