/** Statements by speaker. */

import { label } from "./dates.js";
import { chip, count, h, tidy } from "./dom.js";

const UNNAMED = "No source named";
export const joined = (spans) => spans.map(({ text }) => tidy(text)).join(" … ");

export function statements(response, card) {
  if (!response.statements.length) return [h("p", { class: "none" }, "No statement was found.")];
  const entities = new Map(response.entities.map((entity) => [entity.id, entity]));
  const speakers = new Map();
  for (const statement of response.statements) {
    const name = speaker(statement);
    const key = statement.source?.entity ?? name;
    if (!speakers.has(key)) speakers.set(key, { name, about: entities.get(key)?.description, said: [] });
    speakers.get(key).said.push(statement);
  }
  const named = [...speakers.values()].sort((a, b) => (a.name === UNNAMED) - (b.name === UNNAMED));
  return named.map(({ name, about, said }) =>
    h(
      "section",
      { class: "speaker" },
      h("h3", {}, h("span", {}, tidy(name)), h("small", {}, [about, count(said.length, "statement")].filter(Boolean).join(" · "))),
      h("ul", { class: "cards" }, said.map((statement) => item(statement, card))),
    ),
  );
}

export const speaker = ({ source }) => source?.name ?? (source?.spans?.length ? joined(source.spans) : UNNAMED);

function item(statement, card) {
  const { cue, source, content, date, polarity, type, parent, addressee } = statement;
  return h(
    "li",
    {},
    card(
      statement.id,
      { class: "statement", "data-polarity": polarity, "data-nested": Boolean(parent) },
      h(
        "span",
        { class: "head" },
        h("span", { class: "cue" }, [source && joined(source.spans), cue && joined(cue.spans), addressee && `(to ${joined(addressee.spans)})`].filter(Boolean).join(" ")),
        polarity === "negative" && chip("not said, or denied", "negative"),
        chip(type),
        parent && chip("inside another"),
      ),
      h("q", {}, joined(content.spans)),
      date && h("span", { class: "when" }, label(date)),
    ),
  );
}
