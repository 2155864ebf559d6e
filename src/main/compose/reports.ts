import { join } from 'node:path';
import { DocumentWriter } from '../publishing';
import { Reports } from '../services/reports';
import type { AppOptions } from './options';
import { openOutgoingFiles } from './outgoing-files';

type ReportParts = Omit<ConstructorParameters<typeof Reports>[0], 'outgoing' | 'writer' | 'shell'>;

/** Reports, and who writes their documents. */
export function composeReports({ dataFolder, entries, shellServices, log }: AppOptions, parts: ReportParts): Reports {
  return new Reports({
    ...parts,
    writer: new DocumentWriter({ workerPath: entries.documentWriter, log }),
    outgoing: openOutgoingFiles(join(dataFolder, 'temp', 'reports')),
    shell: shellServices,
  });
}
