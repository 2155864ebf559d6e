export { type ImportReadOptions, readImport } from './read-import';
export { LossCounts, type ReadFiles, type ReadItem } from './types';
export { SourceError } from './zip-files';
