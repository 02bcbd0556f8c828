/** Calendar dates as people say them.  A date is the contract's `{earliest, latest, precision, basis}`. */

const DAY = 86_400_000;
const format = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const full = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const plain = format({ day: "numeric", month: "long", year: "numeric" });
const month = format({ month: "long", year: "numeric" });
const QUARTERS = ["First", "Second", "Third", "Fourth"];

/** Midnight of an ISO 8601 date or date-time, or null. */
export function day(iso) {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? "");
  return found ? new Date(`${found[0]}T00:00:00Z`) : null;
}

export const longDay = (iso) => (day(iso) ? full.format(day(iso)) : String(iso));

/** What the bounds amount to: a day, a month, a year, or from when to when. */
export function label({ earliest, latest, precision }) {
  const [from, to] = [day(earliest), day(latest)];
  if (!from && !to) return "No date";
  if (!to) return `From ${plain.format(from)}`;
  if (!from) return `Until ${plain.format(to)}`;
  if (+from === +to) return full.format(from);
  const year = from.getUTCFullYear();
  if (precision === "year" && year === to.getUTCFullYear()) return String(year);
  if (precision === "decade" && year % 10 === 0) return `The ${year}s`;
  if (precision === "quarter") return `${QUARTERS[Math.floor(from.getUTCMonth() / 3)]} quarter of ${year}`;
  if (precision === "month" && from.getUTCMonth() === to.getUTCMonth()) return month.format(from);
  if (precision === "week") return `Week of ${plain.formatRange(from, to)}`;
  return plain.formatRange(from, to);
}

/** How far a single day is from the day of publication, in words; "" where that says nothing. */
export function distance({ earliest, latest }, published) {
  const [from, to, anchor] = [day(earliest), day(latest), day(published)];
  if (!from || !to || !anchor || +from !== +to) return "";
  const days = Math.round((from - anchor) / DAY);
  if (days === 0) return "day of publication";
  if (Math.abs(days) === 1) return days < 0 ? "the day before" : "the day after";
  return Math.abs(days) > 60 ? "" : `${Math.abs(days)} days ${days < 0 ? "before" : "after"}`;
}

/** Sorts by when something began, then by when it ended; what has no end comes after what has one. */
export function compare(a, b) {
  const begin = (date) => date.earliest ?? date.latest ?? "9999";
  const end = (date) => date.latest ?? "9999";
  return order(begin(a), begin(b)) || order(end(a), end(b));
}

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
