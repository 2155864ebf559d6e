const FORMATS = {
  notebook: 'Jupyter notebook',
  json: 'Raw objects (JSON)',
  evidence: 'Evidence bundle',
};
const MEANINGS = {
  notebook: 'Queries and code as cells that run with DuckDB, beside the files of the thread.',
  json: 'The objects of the Assistants protocol, for programs and for another Assay.',
  evidence: 'Data, queries, code, results and checksums, so that anybody can compute all of it again.',
};

export const exports = {
  menu: 'Export…',
  threadAction: 'Export this thread…',
  everythingAction: 'Export everything…',
  title: (thread: string) => `Export “${thread}”`,
  format: 'Write it as',
  formats: FORMATS,
  meanings: MEANINGS,
  withData: 'The data files',
  withoutData: 'Without them the bundle proves which files they were, and nothing can be computed again.',
  make: 'Export',
  making: 'Writing…',
  cancel: 'Cancel',
  everythingTitle: 'Export everything',
  everythingLead:
    'Every thread in the formats you choose, and the files of the library, in one archive with a page that leads to all of it. Nothing leaves this computer.',
  everythingFormats: 'Each thread as',
  withFiles: 'The files of the library',
  withArchived: 'Archived threads as well',
  progress: (done: string, of: string) => `${done} of ${of} written`,
  noFormat: 'Choose a format, or the files.',
  failed: 'The export was not written',
  archiveName: 'Assay export',
  threadsHeading: 'Threads',
  filesHeading: 'Files',
  notExported: 'Not exported',
  notWritten: (what: string) => `${what} could not be written`,
  exportedOn: (when: string) => `Exported from Assay on ${when}`,
};
