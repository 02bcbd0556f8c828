/** Expressions of time, in the order of the text. */

import { label } from "./dates.js";
import { chip, h, tidy } from "./dom.js";
import { KINDS } from "./terms.js";

export function times({ times: all }, card) {
  if (!all.length) return [h("p", { class: "none" }, "No expression of time was found.")];
  return [h("ul", { class: "cards" }, all.map((time) => h("li", {}, card(time.id, { class: "time-card" }, ...about(time)))))];
}

export const about = (time) => [
  h("span", { class: "head" }, h("strong", {}, tidy(time.text)), chip(KINDS[time.type])),
  h("span", { class: "pair" }, h("code", {}, time.value), h("span", {}, bounds(time))),
];

function bounds({ earliest, latest }) {
  return earliest || latest ? label({ earliest, latest, precision: "other" }) : "no place on the calendar";
}
