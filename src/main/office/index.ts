export { type Book, type BookSheet, openBook, withoutEscapes } from './book';
export { mainPart, type Relationship, relationshipsOf } from './package';
export { asShown, type Merge, readSheet, type Sheet, type SheetCell, type SheetRow } from './sheet';
