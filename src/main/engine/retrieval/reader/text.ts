import { DocumentError, type Extracted } from '../types';

/** UTF-8, UTF-16 with a byte-order mark, else Windows-1252; what is no text at all is refused. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 65_536).includes(0))
    throw new DocumentError(
      'invalid_file',
      'The file is no text: it holds bytes that text never has.',
      'no_plain_text',
    );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** One form for line ends, and none of the characters that only get in the way. */
export const tidy = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(/\p{Cf}|[^\P{Cc}\n\t]/gu, '');

export const whole = (text: string): Extracted => ({ text, sections: [{ start: 0, end: text.length }] });

/** Pages or sheets after each other, a blank line between them. */
export function joined(parts: readonly { text: string; page?: number; sheet?: string }[]): Extracted {
  let text = '';
  const sections = parts.map(({ text: part, ...place }) => {
    const start = text.length;
    text += part;
    const section = { ...place, start, end: text.length };
    text += '\n\n';
    return section;
  });
  return { text, sections };
}
