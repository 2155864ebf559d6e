import type { PublicationWords } from '../publication-words';
import { number } from './grammar';

export const publication: PublicationWords = {
  page: (at, of) => `Page ${at} of ${of}`,
  noRows: () => 'No rows',
  rowsCut: (shown, of) => `The first ${number(shown)} of ${number(of)} rows.`,
  linesCut: (shown, of) => `The first ${number(shown)} of ${number(of)} lines.`,
  noFont: (codes) =>
    `No font on this computer has ${codes.length === 1 ? 'the character' : 'the characters'} ${codes.join(', ')}: � stands in its place.`,
  contents: () => 'Contents',
  table: (at) => `Table ${number(at)}`,
  onSheet: (sheet) => `Rows: sheet “${sheet}”`,
};
