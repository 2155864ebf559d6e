/** Reading separated text (RFC 4180 and what is near it). Plain functions: every side may import them. */

/**
 * The fields of the record that begins at `from`, quotes taken off, and where the next record begins. A quote within an
 * unquoted field is a character like any other, and text behind a closing quote belongs to the field; blanks around a
 * quoted field do not.
 */
export function readRecord(text: string, from: number, delimiter: string): { fields: string[]; next: number } {
  const fields: string[] = [];
  for (let at = from; ; at += 1) {
    let value = '';
    const quoted = text[at] === '"' ? readQuoted(text, at + 1) : readFramed(text, at, delimiter);
    if (quoted) {
      value = quoted.value;
      at = quoted.next;
    }
    const end = fieldEnd(text, at, delimiter);
    const rest = text.slice(at, end);
    fields.push(quoted && isBlank(rest) ? value : value + rest);
    at = end;
    if (text[at] !== delimiter) return { fields, next: text.startsWith('\r\n', at) ? at + 2 : at + 1 };
  }
}

/** The fields of one whole record. */
export const recordFields = (text: string, delimiter: string): string[] => readRecord(text, 0, delimiter).fields;

const isBlank = (text: string): boolean => /^[ \t]*$/.test(text);

/** A field in quotes behind blanks, if it closes at its end and on its line; null for any other. */
function readFramed(text: string, from: number, delimiter: string): { value: string; next: number } | null {
  let at = from;
  while (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t')) at += 1;
  if (at === from || text[at] !== '"') return null;
  const quoted = readQuoted(text, at + 1);
  const closed = text[quoted.next - 1] === '"' && !/[\r\n]/.test(quoted.value);
  return closed && isBlank(text.slice(quoted.next, fieldEnd(text, quoted.next, delimiter))) ? quoted : null;
}

/** All that is between quotes, and where it goes on behind the closing one. */
function readQuoted(text: string, from: number): { value: string; next: number } {
  let value = '';
  for (let at = from; ; at += 1) {
    const close = text.indexOf('"', at);
    if (close === -1) return { value: value + text.slice(at), next: text.length };
    value += text.slice(at, close);
    if (text[close + 1] !== '"') return { value, next: close + 1 };
    value += '"';
    at = close + 1;
  }
}

function fieldEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}
