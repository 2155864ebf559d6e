const QUOTED = /["“”„«»]/u;
/** Not behind "no.", "avg." or "Dr.", which end no sentence. */
const END = /(?<=[?!]|\p{Ll}{4}\.|\d{4}\.)\s+(?=[\p{L}\d])/u;
const AT_MOST = 3;

/** The sentences of a message; one where it cannot be told. */
export function sentencesOf(text: string): string[] {
  if (QUOTED.test(text)) return [text];
  const parts = text.split(END).filter((part) => /\p{L}/u.test(part));
  return parts.length > AT_MOST ? [text] : parts;
}
