export { FileList } from './FileList';
