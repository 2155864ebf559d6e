import type { ErrorCode } from '#contract/result';
import type { FileWords } from '../words';

const WHY: { [Code in ErrorCode]?: string } = {
  unavailable: 'the server could not be reached, or was busy',
  unauthorized: 'the server did not accept the key',
  no_space: 'the disk is full',
  read_only: 'nothing can be written where the data is kept',
  timeout: 'the server took too long',
};

const named = (path: string | null): string => (path === null ? 'A picture' : `The file ${path}`);

export const file: FileWords = {
  missing: ({ path, reason }) =>
    `${named(path)} could not be fetched yet: ${WHY[reason] ?? 'something went wrong on the way'}. Assay tries again each time this thread is opened.`,
  notMade: () => 'this file was not made',
  gone: ({ path, reason }) =>
    `${named(path)} could not be fetched: ${reason === 'too_large' ? 'it is too large' : 'the server no longer has it'}.`,
};
