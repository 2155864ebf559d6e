import { z } from 'zod';
import { Failure } from './failure-reasons';

/** A package of Python that code can import once its files are on this machine. */
export const PythonPackage = z.object({
  name: z.string(),
  version: z.string(),
  /** It and all it needs are here. */
  installed: z.boolean(),
  /** Names of what would be fetched for it. */
  missing: z.array(z.string()),
  /** Those of them that are here and whose file is not what it should be. */
  damaged: z.array(z.string()),
});
export type PythonPackage = z.infer<typeof PythonPackage>;

export const PackageDownload = z.object({
  names: z.array(z.string()),
  /** The package that is being fetched. */
  doing: z.string(),
  /** Files that are whole, of all to fetch. */
  files: z.int().nonnegative(),
  allFiles: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Of all files together; null where the source does not say. */
  allBytes: z.int().nonnegative().nullable(),
});
export type PackageDownload = z.infer<typeof PackageDownload>;

export const PackagesState = z.object({
  packages: z.array(PythonPackage),
  source: z.object({
    kind: z.enum(['cdn', 'mirror', 'folder']),
    /** A base address, or a folder of package files. */
    place: z.string(),
    /** Chosen in Settings, else what the app was started with. */
    chosen: z.boolean(),
  }),
  download: PackageDownload.nullable(),
  /** Why the last download did not end well, or why Python cannot run here. */
  problem: Failure.nullable(),
});
export type PackagesState = z.infer<typeof PackagesState>;

const names = z.array(z.string().min(1).max(200)).min(1).max(100);

export const packageRequests = {
  state: { input: z.object({}), output: PackagesState },
  /** Asks the source what a download would fetch; `bytes` is null where it does not say. */
  plan: {
    input: z.object({ names }),
    output: z.object({ files: z.array(z.string()), bytes: z.int().nonnegative().nullable() }),
  },
  /** Begins a download; progress and its end arrive as `packages.changed`. */
  download: { input: z.object({ names }), output: PackagesState },
  stop: { input: z.object({}), output: PackagesState },
  /** A mirror's address or a folder; null goes back to what the app was started with. */
  setSource: { input: z.object({ place: z.string().trim().min(1).max(1_000).nullable() }), output: PackagesState },
};

export const packageEvents = { 'packages.changed': PackagesState };
