import type { DocumentWords } from '../words';
import { number as counted } from './grammar';

export const document: DocumentWords = {
  place: {
    page: ({ number }) => `Seite ${number}`,
    slide: ({ number }) => `Folie ${number}`,
    sheet: ({ name }) => `Blatt ${name}`,
    line: ({ number }) => `Zeile ${counted(number)}`,
  },
  search: () => 'In diesem Dokument suchen',
  match: ({ at, of, more }) => `${at} von ${of}${more ? '+' : ''}`,
  noMatch: () => 'Nicht gefunden',
  previousMatch: () => 'Vorige Stelle',
  nextMatch: () => 'Nächste Stelle',
  smaller: () => 'Kleiner',
  larger: () => 'Größer',
  tables: () => 'Tabellen auf dieser Seite',
  tablesOf: (name, page) => `Tabellen von ${name}, Seite ${page}`,
  table: (number) => `Tabelle ${number}`,
  tablePages: (number, first, last) => `Tabelle ${number}, von Seite ${first} bis ${last}`,
  noTables: () =>
    'Auf dieser Seite wurde keine Tabelle erkannt. Erkannt wird eine Tabelle, deren Zellen Text sind und von Linien umgeben sind oder in mindestens drei Zeilen untereinander stehen; eine, die ein Bild ist oder deren Texte über ihren Linien liegen, nicht.',
  takeAsData: () => 'Als Daten verwenden',
  notTaken: () => 'Nicht als Daten übernommen',
};
