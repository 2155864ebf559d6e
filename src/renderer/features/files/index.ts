export { FileChip } from './FileChip';
export { FileList } from './FileList';
export { canPreview, FilePreview } from './FilePreview';
export { useFileCommands } from './use-files';
