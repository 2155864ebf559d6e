export { AttachmentTray } from './AttachmentTray';
export { DatasetPanel, useThreadDatasets } from './DatasetPanel';
export { SampleCards } from './SampleCards';
export { type Attachments, useAttachments } from './use-attachments';
