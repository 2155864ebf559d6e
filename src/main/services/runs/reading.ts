import { READING_OPENING as OPENING } from '#contract/conventions';

const LONGEST_READING = 2_000;

/** An answer's first paragraph says how the question was read; the rest is the answer. */
export interface SplitText {
  reading: string | null;
  body: string;
  /** False while the text so far may still turn out to be a reading. */
  decided: boolean;
}

/** Takes `Read as **…**` off the start of an answer. `whole` says that no more text will come. */
export function splitReading(text: string, whole: boolean): SplitText {
  const start = text.trimStart();
  if (!start.startsWith(OPENING)) {
    return { reading: null, body: text, decided: whole || !OPENING.startsWith(start) };
  }
  const close = start.indexOf('**', OPENING.length);
  const end = close === -1 ? -1 : start.indexOf('\n', close);
  if (end !== -1) {
    return { reading: start.slice(OPENING.length, close), body: start.slice(end).replace(/^\s+/, ''), decided: true };
  }
  if (whole && close !== -1) {
    return { reading: start.slice(OPENING.length, close), body: start.slice(close + 2).trimStart(), decided: true };
  }
  return { reading: null, body: text, decided: whole || start.length > LONGEST_READING };
}
