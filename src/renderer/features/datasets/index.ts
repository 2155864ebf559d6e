export { AttachmentTray } from './AttachmentTray';
export { DataAction } from './DataAction';
export { DataPreview } from './DataPreview';
export { DatasetPanel, type DefinitionsView } from './DatasetPanel';
export { SampleCards } from './SampleCards';
export { type Attachments, useAttachments } from './use-attachments';
export { useThreadDatasets } from './use-thread-datasets';
