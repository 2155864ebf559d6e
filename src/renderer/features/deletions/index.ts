export { DeletedList } from './DeletedList';
