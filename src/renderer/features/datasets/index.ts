export { AttachmentTray } from './AttachmentTray';
export { DataLead } from './DataLead';
export { DatasetPanel } from './DatasetPanel';
export type { DataPlace } from './data-place';
export { SampleCards } from './SampleCards';
export { type Attachments, useAttachments } from './use-attachments';
export { useThreadDatasets } from './use-thread-datasets';
