/**
 * Where a cell of a spreadsheet may begin: at the start, at a line, and behind what separates cells where commas are
 * decimal points. What stands unseen in front of a formula does not stop it from being one.
 */
const FORMULA =
  /(?:^|[;\t\n\v\f\r\x85\u2028\u2029])[[\s\p{Cc}\p{Cf}]--[\t\n\v\f\r\x85\u2028\u2029]]*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gv;
const NUMBER = /^[+-]?(?:\d[\d.,]*|\.\d+)(?:e[+-]?\d+)?\s?%?\s*(?:$|[;\t\n\r])/i;
/** More than any number needs, and all that is looked at to see one. */
const NUMBER_LENGTH = 400;

/** Text with an apostrophe in front of whatever a spreadsheet would run as a formula; numbers are left alone. */
export function withoutFormulas(text: string): string {
  return text.replaceAll(FORMULA, (before, at: number) => {
    const from = at + before.length;
    return NUMBER.test(text.slice(from, from + NUMBER_LENGTH)) ? before : `${before}'`;
  });
}
