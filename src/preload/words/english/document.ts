import type { DocumentWords } from '../words';

export const document: DocumentWords = {
  search: () => 'Search in this document',
  match: ({ at, of, more }) => `${at} of ${of}${more ? '+' : ''}`,
  noMatch: () => 'Not found',
  previousMatch: () => 'Previous place',
  nextMatch: () => 'Next place',
  smaller: () => 'Smaller',
  larger: () => 'Larger',
};
