/** The contract's terms in the words of readers. */

export const TYPES = {
  PERSON: "People",
  ORG: "Organisations",
  GPE: "Countries, cities, states",
  NORP: "Nationalities and groups",
  LOC: "Regions and waters",
  FAC: "Buildings and roads",
  EVENT: "Named events",
  PRODUCT: "Products",
  WORK_OF_ART: "Works",
  LAW: "Laws and treaties",
  LANGUAGE: "Languages",
  MONEY: "Money",
  PERCENT: "Percentages",
  QUANTITY: "Quantities",
};

export const ROLES = {
  agent: "who",
  patient: "what",
  recipient: "with",
  place: "where",
  instrument: "by",
  other: "also",
};

export const MODALITIES = {
  planned: "planned",
  possible: "possible",
  requested: "asked for",
  conditional: "on a condition",
};

export const KINDS = { DATE: "Day or date", TIME: "Time of day", DURATION: "Length of time", SET: "Repeated" };

/** How a date is known. */
export function basis(date, time) {
  if (!date) return null;
  if (date.basis === "published") return "not said; taken from the day of publication";
  if (date.basis === "context") return time ? `carried over from “${time.text}”` : "carried over from the text before";
  return time ? `“${time.text}”` : "said in its own sentence";
}

/** `CONSULT` as a word. */
export const word = (name) => name.charAt(0) + name.slice(1).toLowerCase().replaceAll("_", " ");
