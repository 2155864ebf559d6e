import { join } from 'node:path';
import { AppError } from '#contract/result';
import { zipFiles } from '../importing/zip-files';
import { DocumentWriter } from '../publishing';
import { Evidence, type EvidenceFiles } from '../services/evidence';
import { Exports } from '../services/exports';
import { versionsOf } from './about';
import type { AppOptions } from './options';
import { openOutgoingFiles } from './outgoing-files';

type ExportParts = Omit<
  ConstructorParameters<typeof Exports>[0],
  'outgoing' | 'versions' | 'shell' | 'log' | 'writer'
> &
  Omit<ConstructorParameters<typeof Evidence>[0], 'versions' | 'open'>;

/** What leaves Assay, and what proves elsewhere how it came about. */
export function composeExports(options: AppOptions, parts: ExportParts): { exports: Exports; evidence: Evidence } {
  const { dataFolder, shellServices: shell, log } = options;
  const versions = () => versionsOf(options);
  const writer = new DocumentWriter({ workerPath: options.entries.documentWriter, log });
  const outgoing = openOutgoingFiles(join(dataFolder, 'temp', 'outgoing'));
  return {
    exports: new Exports({ ...parts, outgoing, writer, versions, shell, log }),
    evidence: new Evidence({ ...parts, versions, open: openBundle }),
  };
}

/** A bundle that lies on the disk. @throws AppError `unreadable_file` */
const openBundle = (path: string): Promise<EvidenceFiles> =>
  zipFiles(path).catch((cause: unknown) => {
    throw new AppError('unreadable_file', 'This is no archive that can be read, or it is damaged.', { cause });
  });
