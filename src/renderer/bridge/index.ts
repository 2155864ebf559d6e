export type { Bridge, PictureUrls } from './bridge';
export { BridgeProvider, useBridge, useClient, useConnected } from './context';
export { keys } from './keys';
export { compareThreads, type MessagePages, type ReportExport, type ThreadPages } from './merge';
export type { LedgerPages } from './merge-models';
export { putAnswer } from './overtaken';
