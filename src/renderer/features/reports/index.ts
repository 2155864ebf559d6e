export { PinMenu } from './PinMenu';
export type { ReportText } from './pinned-text';
export { ReportList } from './ReportList';
export { ReportPage } from './ReportPage';
export { useReportCommands } from './use-report-commands';
