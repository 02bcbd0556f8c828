/** What the marks of a view mean. */

import { h } from "./dom.js";
import { TYPES } from "./terms.js";

const LEGENDS = {
  timeline: [["event", "asserted", "event"], ["event", "open", "planned or possible"], ["event", "negative", "did not happen"], ["time", null, "time"]],
  statements: [["source", null, "source"], ["cue", null, "cue"], ["content", null, "content"], ["content", "negative", "not said, or denied"]],
  times: [["time", null, "expression of time, with its value"]],
};

/** The legend of a view; that of entities names the types that there are. */
export function legend(view, { entities: found }) {
  if (view === "entities") {
    const types = Object.keys(TYPES).filter((type) => found.some((entity) => entity.type === type));
    return types.map((type) => h("span", { "data-type": type }, h("i", { class: "swatch" }), TYPES[type].toLowerCase()));
  }
  return (LEGENDS[view] ?? []).map(([layer, kind, words]) =>
    h("span", { class: `${layer} ${layer}-begins ${layer}-ends`, "data-manner": layer === "event" ? kind : null, "data-polarity": layer === "content" ? kind : null, "data-depth": layer === "content" ? 1 : null }, words),
  );
}
