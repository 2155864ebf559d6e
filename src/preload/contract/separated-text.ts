/** Reading separated text (RFC 4180 and what is near it). Plain functions: every side may import them. */

/**
 * The fields of the record that begins at `from`, quotes taken off, and where the next record begins. A quote within an
 * unquoted field is a character like any other, and text behind a closing quote belongs to the field.
 */
export function readRecord(text: string, from: number, delimiter: string): { fields: string[]; next: number } {
  const fields: string[] = [];
  for (let at = from; ; at += 1) {
    let value = '';
    if (text[at] === '"') {
      const quoted = readQuoted(text, at + 1);
      value = quoted.value;
      at = quoted.next;
    }
    const end = fieldEnd(text, at, delimiter);
    fields.push(value + text.slice(at, end));
    at = end;
    if (text[at] !== delimiter) return { fields, next: text.startsWith('\r\n', at) ? at + 2 : at + 1 };
  }
}

/** The fields of one whole record. */
export const recordFields = (text: string, delimiter: string): string[] => readRecord(text, 0, delimiter).fields;

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
