export { FileChip } from './FileChip';
export { FileList } from './FileList';
export type { MadeFile } from './made-file';
