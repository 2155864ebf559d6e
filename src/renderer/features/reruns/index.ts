export { RerunPage } from './RerunPage';
