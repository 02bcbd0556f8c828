/** Elements without markup: whatever an article holds is text and stays text. */

/** An element with properties (`class`, `data-…`, `aria-…`, `on…`) and children; null and false children are left out. */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const find = (id) => document.getElementById(id);

/** `1 mention`, `2 mentions`. */
export const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

export const chip = (text, kind = "") => h("span", { class: `chip ${kind}` }, text);

/** Adds to the list that a map keeps under a key. */
export function put(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

/** White space as one space: for lists, never for the article itself. */
export const tidy = (text) => text.replace(/\s+/gu, " ").trim();
