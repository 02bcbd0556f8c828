/**
 * A response as marks: spans of the text that know what they belong to.
 *
 * A mark is `{start, end, id, layer, role}`: `id` is that of the entity, time, event or statement that lights up with it,
 * `role` what the span is to that.
 */

/** What stands out in the text, by view; of several marks on one place, the innermost of these is meant. */
export const VIEWS = {
  timeline: ["event", "time"],
  entities: ["entity"],
  statements: ["content", "source", "cue"],
  times: ["time"],
  json: [],
};

/** Every mark of a response. */
export function marks({ entities, times, events, statements }) {
  const known = new Map(times.map((time) => [time.id, time]));
  return [
    ...entities.flatMap((entity) => entity.mentions.map((span) => mark(span, entity.id, "entity", span.form, entity.type))),
    ...times.map((time) => mark(time, time.id, "time", "time", time.value)),
    ...events.flatMap((event) => ofEvent(event, known.get(event.time))),
    ...statements.flatMap(ofStatement),
  ];
}

function ofEvent(event, time) {
  return [
    ...event.phrase.spans.map((span) => mark(span, event.id, "phrase", "phrase")),
    mark(event.trigger, event.id, "event", "trigger", manner(event)),
    ...event.mentions.map((span) => mark(span, event.id, "event", "trigger", manner(event))),
    ...event.arguments.map((argument) => mark(argument, event.id, "argument", argument.role)),
    ...(time ? [mark(time, event.id, "dating", "time"), mark(event.trigger, time.id, "dated", "trigger")] : []),
  ];
}

function ofStatement({ id, content, source, cue, addressee, polarity }) {
  const part = (name, held) => (held?.spans ?? []).map((span) => mark(span, id, name, name, polarity));
  return [...part("content", content), ...part("source", source), ...part("cue", cue), ...part("addressee", addressee)];
}

const mark = ({ start, end }, id, layer, role, kind = null) => ({ start, end, id, layer, role, kind });

/** How real an event is: what did not happen, what is only planned or possible, what is told as fact. */
export function manner({ polarity, modality }) {
  if (polarity === "negative") return "negative";
  return modality === "asserted" ? "asserted" : "open";
}
