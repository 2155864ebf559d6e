export { ExportEverything } from './ExportEverything';
export { showThreadExport } from './ThreadExport';
