export { FileChip } from './FileChip';
export { FileList } from './FileList';
