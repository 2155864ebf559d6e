/** What documents say of themselves, beside what they are about. */
export interface PublicationWords {
  /** At the foot of a page. */
  page: (number: string, of: string) => string;
  noRows: () => string;
  /** The first of the rows that there are. */
  rowsCut: (shown: number, of: number) => string;
  linesCut: (shown: number, of: number) => string;
  /** Characters, by their codes, in whose place � stands. */
  noFont: (codes: readonly string[]) => string;
  /** Of a workbook: the sheet of texts, one of rows without a title, and where rows are. */
  contents: () => string;
  table: (number: number) => string;
  onSheet: (sheet: string) => string;
}
