/** A problem (RFC 9457), so that whoever pasted the article knows what to do. */

import { h } from "./dom.js";

const FIELDS = { "/text": "Article", "/published": "Published", "/title": "Headline" };

export function problem({ title, status, detail, errors = [], retry, instance }) {
  const told = errors.map((error) => h("li", {}, h("b", {}, `${FIELDS[error.pointer] ?? error.pointer}: `), error.detail));
  return [
    h("strong", {}, title, status ? h("small", {}, status) : null),
    h("p", {}, detail),
    told.length > 0 && h("ul", {}, told),
    retry && h("p", {}, `Try again in ${retry} ${retry === "1" ? "second" : "seconds"}.`),
    status >= 500 && instance?.startsWith("urn:") && h("p", { class: "hint" }, `The log has more under ${instance}.`),
  ].filter(Boolean);
}

/** The ids of the form's fields that the problem is about. */
export const fields = ({ errors = [] }) => errors.map(({ pointer }) => pointer.slice(1)).filter((name) => `/${name}` in FIELDS);
