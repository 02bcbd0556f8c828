/** The demo page: the form, the one request, and what comes back. */

import { Refused, extract } from "./api.js";
import { find } from "./dom.js";
import { fields, problem } from "./problem.js";
import { read } from "./reader.js";

let running = null;

function article() {
  const { text, published, title } = find("form").elements;
  return { text: text.value, published: published.value || null, title: title.value.trim() || null };
}

async function ask(event) {
  event.preventDefault();
  running?.abort();
  running = new AbortController();
  const sent = article();
  busy(true);
  complain(null);
  try {
    const response = await extract(sent, find("key").value, running.signal);
    history.pushState({ read: true }, ""); // so that "back" leads to the form
    turnTo("read");
    read(sent, response);
  } catch (error) {
    if (error.name === "AbortError") return;
    complain(error instanceof Refused ? error.problem : { title: "This page is at fault", detail: String(error) });
  }
  busy(false);
}

function busy(now) {
  find("ask").setAttribute("aria-disabled", String(now));
  find("form").setAttribute("aria-busy", String(now));
  find("status").textContent = now ? "Reading…" : "";
}

function complain(found) {
  const named = found ? fields(found) : [];
  if (found?.status === 401) {
    find("key-field").hidden = false; // this service wants one
    named.unshift("key");
  }
  find("problem").replaceChildren(...(found ? problem(found) : []));
  for (const element of find("form").elements) element.ariaInvalid = named.includes(element.name) ? "true" : null;
  find("form").elements[named[0]]?.focus({ preventScroll: true });
  if (found) find("problem").scrollIntoView({ block: "nearest" });
}

function turnTo(name) {
  find("write").hidden = name !== "write";
  find("read").hidden = name !== "read";
  find("tip").hidden = true;
  scrollTo(0, 0);
  (name === "read" ? find("read") : find("text")).focus({ preventScroll: true });
}

function useSample() {
  const { text, published, title } = find("form").elements;
  text.value = find("sample").content.textContent;
  published.value = find("sample").dataset.published;
  title.value = "";
  complain(null);
  find("ask").focus({ preventScroll: true });
}

function today() {
  const now = new Date();
  now.setMinutes(now.getMinutes() - now.getTimezoneOffset());
  find("published").value = now.toISOString().slice(0, 10);
}

function hasty(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) find("form").requestSubmit();
}

find("form").addEventListener("submit", ask);
find("text").addEventListener("keydown", hasty);
find("use-sample").addEventListener("click", useSample);
find("today").addEventListener("click", today);
find("again").addEventListener("click", () => history.back());
addEventListener("popstate", ({ state }) => turnTo(state?.read ? "read" : "write"));
history.replaceState(null, ""); // a page that is loaded anew begins with the form
