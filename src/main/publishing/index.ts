export { publicationColumns } from './columns';
export { DocumentWriter, type DocumentWriterOptions } from './document-writer';
export { escaped } from './html/rich';
export { PublicationFormat, type WriteRequest, type WrittenFile } from './protocol';
export type {
  Paper,
  Publication,
  PublicationBlock,
  PublicationChart,
  PublicationColumn,
  PublicationTable,
} from './publication';
export { SHEET_CELLS, SHEET_ROWS, type SheetColumn, sheetRow, titleRow, writeWorkbook } from './workbook';
