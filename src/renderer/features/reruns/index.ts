export { ComparePage } from './ComparePage';
export { CompareWith } from './CompareWith';
export { ReportRerunPage } from './ReportRerunPage';
export { RerunPage } from './RerunPage';
export { useDataUpload } from './use-rerun';
