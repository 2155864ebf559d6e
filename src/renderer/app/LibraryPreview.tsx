import type { LibraryFile } from '#contract';
import { DataPreview } from '../features/datasets';
import { DocumentPreview } from '../features/documents';
import { canPreview, FilePreview } from '../features/files';
import { Note, useWords } from '../ui';

/** What is in a file, by whoever has read it; else its own beginning, where that can be shown. */
export function LibraryPreview({ file }: { file: LibraryFile }) {
  const { library: words } = useWords();
  const { id: fileId, name, bytes, datasetIds, documentId } = file;
  if (datasetIds.length > 0) return <DataPreview datasetIds={datasetIds} />;
  if (documentId) return <DocumentPreview documentId={documentId} name={name} />;
  if (canPreview(name)) return <FilePreview file={{ fileId, name, bytes }} />;
  return <Note tone="info">{words.noPreview()}</Note>;
}
