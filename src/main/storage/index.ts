export { BlobStore } from './blobs';
export { Database } from './database';
export { madeFolder } from './folder';
export { type Holder, Instance } from './instance';
export type { Migration } from './migrate';
