import type { DocumentWords } from '../words';
import { number as counted } from './grammar';

export const document: DocumentWords = {
  place: {
    page: ({ number }) => `page ${number}`,
    slide: ({ number }) => `slide ${number}`,
    sheet: ({ name }) => `sheet ${name}`,
    line: ({ number }) => `line ${counted(number)}`,
  },
  search: () => 'Search in this document',
  match: ({ at, of, more }) => `${at} of ${of}${more ? '+' : ''}`,
  noMatch: () => 'Not found',
  previousMatch: () => 'Previous place',
  nextMatch: () => 'Next place',
  smaller: () => 'Smaller',
  larger: () => 'Larger',
  tables: () => 'Tables on this page',
  tablesOf: (name, page) => `Tables of ${name}, page ${page}`,
  table: (number) => `Table ${number}`,
  tablePages: (number, first, last) => `Table ${number}, from page ${first} to ${last}`,
  noTables: () =>
    'No table was recognised on this page. A table is recognised where its cells are text and have lines around them, or stand under each other in three rows or more; one that is a picture, or whose texts lie over its lines, is not.',
  takeAsData: () => 'Use as data',
  notTaken: () => 'Not taken as data',
};
