const LONGEST_NAME = 80;

/** A name as it can stand in a sentence: on one line, and not too long. */
export function short(name: string): string {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}\s\u2028\u2029]+/gu, ' ').trim();
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1).toWellFormed()}…` : line;
}
