/**
 * Spans that nest, overlap and have gaps, cut into pieces that do none of it.
 *
 * A span is `{start, end, …}`, half-open, in UTF-16 units.
 */

/**
 * The text from 0 to `length`, cut wherever a span begins or ends: `[{start, end, spans}]`, in order and without gaps.
 * The spans of a piece are those that cover it, the longest first, so the last one is the innermost.
 */
export function segments(length, spans) {
  const real = spans.filter(({ start, end }) => start < end && end <= length);
  const edges = new Set([0, length]);
  for (const { start, end } of real) edges.add(start).add(end);
  const cuts = [...edges].sort((a, b) => a - b);
  const opening = new Map(cuts.map((cut) => [cut, []]));
  for (const span of real) opening.get(span.start).push(span);
  const pieces = [];
  let open = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i];
    open = open.filter((span) => span.end > start).concat(opening.get(start));
    pieces.push({ start, end: cuts[i + 1], spans: [...open].sort((a, b) => b.end - b.start - (a.end - a.start)) });
  }
  return pieces;
}
