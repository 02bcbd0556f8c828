/** The answer itself, and what was asked. */

import { h } from "./dom.js";

export function json(ask, response) {
  const sent = { ...ask, offsets: "utf-16", undated: true };
  return [
    h("p", { class: "hint" }, "What the service answered; offsets count UTF-16 units, as this page asked for."),
    h("details", {}, h("summary", {}, "The request"), h("pre", { tabindex: 0 }, JSON.stringify(sent, null, 2))),
    h("pre", { tabindex: 0 }, JSON.stringify(response, null, 2)),
  ];
}
