import type { CodeRunner } from '../../code-runner';
import type { Library } from '../../library';
import type { DataTools } from '../data-tools';
import type { Datasets } from '../datasets';
import type { DataDefinitions } from '../definitions';
import type { Documents } from '../documents';
import type { Files } from '../files';
import type { BlobFiles, ChartPainter } from '../ports';
import type { EvidenceFinding } from './report';
import type { EvidenceFiles } from './unpack';

export interface EvidenceOptions {
  library: Library;
  blobs: BlobFiles;
  files: Files;
  datasets: Datasets;
  documents: Documents;
  definitions: DataDefinitions;
  tools: DataTools;
  /** Null where Python cannot run. */
  python: CodeRunner | null;
  painter: ChartPainter;
  versions: () => Record<string, string>;
  now: () => number;
  /** The files of an archive, which stays on the disk. */
  open(path: string): Promise<EvidenceFiles>;
}

export interface VerifyOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((doing: { what: EvidenceFinding['what']; name: string }) => void) | undefined;
}
