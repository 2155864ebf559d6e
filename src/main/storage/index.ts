export { BlobStore } from './blobs';
export { Database } from './database';
export { ensureFolder } from './folder';
export { type Holder, Instance } from './instance';
export type { Migration } from './migrate';
