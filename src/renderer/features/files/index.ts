export { FileChip, type MadeFile } from './FileChip';
export { FileList } from './FileList';
