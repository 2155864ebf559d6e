import type { DocumentWords } from '../words';

export const document: DocumentWords = {
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
  noTables: () =>
    'Auf dieser Seite wurde keine Tabelle erkannt. Erkannt wird eine Tabelle, deren Zellen Text sind und in mindestens drei Zeilen untereinander stehen; eine Tabelle, die ein Bild ist, nicht.',
  takeAsData: () => 'Als Daten verwenden',
  notTaken: () => 'Nicht als Daten übernommen',
};
