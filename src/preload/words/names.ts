const LONGEST_NAME = 80;

/** A name as it can stand in a sentence: on one line, and not too long. */
export function short(name: string): string {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}\s\u2028\u2029]+/gu, ' ').trim();
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1).toWellFormed()}…` : line;
}

/** A name as it can stand in a question, where all of it is read as one. */
export const asked = (name: string): string => (/^[\p{L}\d_ ]+$/u.test(name) ? name : `"${name.replaceAll('"', '')}"`);
