/** The one call to the service. */

/** An answer that is a problem (RFC 9457), or none at all. */
export class Refused extends Error {
  constructor(problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/**
 * The response to one article; offsets count UTF-16 units, as JavaScript's strings do.
 *
 * @throws {Refused} with the problem that the service tells, or that kept it from answering.
 */
export async function extract(article, key, signal) {
  let response;
  try {
    response = await fetch("v1/extract", {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(key ? { Authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ ...article, offsets: "utf-16", undated: true }),
      signal,
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused({ title: "No answer", detail: "The service cannot be reached. Is it running?" });
  }
  const found = await response.json().catch(() => null);
  if (response.ok && found) return found;
  throw new Refused({
    status: response.status,
    title: response.statusText || "No answer",
    detail: "What came back is not from Dateline.",
    ...found,
    retry: response.headers.get("Retry-After"),
  });
}
