import type { PublicationWords } from '../publication-words';
import { number, numerus, quote } from './grammar';

export const publication: PublicationWords = {
  page: (at, of) => `Seite ${at} von ${of}`,
  noRows: () => 'Keine Zeilen',
  rowsCut: (shown, of) => `Die ersten ${number(shown)} von ${number(of)} Zeilen.`,
  linesCut: (shown, of) => `Die ersten ${number(shown)} von ${number(of)} Zeilen des Codes.`,
  noFont: (codes) =>
    `Keine Schrift auf diesem Rechner hat ${numerus(codes.length, 'das Zeichen', 'die Zeichen')} ${codes.join(', ')}: Dort steht �.`,
  contents: () => 'Inhalt',
  table: (at) => `Tabelle ${number(at)}`,
  onSheet: (sheet) => `Zeilen: Blatt ${quote(sheet)}`,
};
