import { z } from 'zod';
import { CodeRange } from '#contract/code-range';

/**
 * Frames both ways: two little-endian 32-bit lengths, a JSON header, a body of bytes. What the sandbox says is read as
 * hostile; what it is asked is plain types.
 */

/** A package of Pyodide's index, as the import hook needs it. */
export interface IndexedPackage {
  name: string;
  version: string;
  file: string;
  sha256: string;
  depends: string[];
  /** Library files other packages link to, not something to import. */
  shared: boolean;
}

export interface PackageIndex {
  /** Module name → key of `packages`. */
  imports: Record<string, string>;
  packages: Record<string, IndexedPackage>;
}

export interface Boot {
  /** Where the app lays files that are read in place; null where none will be. */
  linkedFolder: string | null;
  /** Of the system, each for a script that Latin faces lack. */
  fontFiles: readonly string[];
  runtimeFolder: string;
  packagesFolder: string;
  index: PackageIndex;
  /** Start from this file, or make one to be written, or neither. */
  snapshot: { load: string } | 'make' | null;
  heapBytes: number;
  rssBytes: number;
  diskBytes: number;
  diskFiles: number;
  outputFiles: number;
  outputFileBytes: number;
  outputBytes: number;
}

/** What a Python of the analyst's own is told first. */
export interface OwnBoot {
  /** Where it finds what lies under /mnt/data; that itself wherever the system can mount it. */
  dataFolder: string;
  /** Folders of packages that it does not look into by itself. */
  sitePaths: readonly string[];
  callMs: number;
  heapBytes: number;
  diskBytes: number;
  outputFiles: number;
  outputFileBytes: number;
  outputBytes: number;
}

/** A table as code is told of it; `path` is where it sees the rows. */
export interface TableAtHand {
  name: string;
  file: string;
  rows: number;
  columns: readonly { name: string; type: string }[];
  path: string | null;
  problem: string | null;
}

/**
 * What the app asks the sandbox; `bytes` carries the next piece of the file begun with `file`, `alias` names what is there,
 * `link` shows at `path` what the sandbox sees at `target`.
 */
export type SandboxRequest =
  | { op: 'boot'; boot: Boot | OwnBoot }
  | { op: 'file'; path: string; alias: string | null; size: number }
  | { op: 'bytes' }
  | { op: 'alias'; path: string; alias: string }
  | { op: 'link'; path: string; alias: string | null; target: string }
  /** `tables` null: those of the call before. */
  | { op: 'run'; code: string; tables: readonly TableAtHand[] | null }
  | { op: 'interrupt' };

const PythonError = z.object({
  /** The class of what was raised, such as `KeyError`. */
  type: z.string().max(500),
  message: z.string().max(100_000),
  traceback: z.string().max(200_000),
  /** Null where it is not in the code of the call. */
  at: CodeRange.nullable().default(null),
  /** Set where a module could not be imported: which one, and which package of the index has it. */
  missing: z
    .object({
      module: z.string().max(500),
      package: z.string().max(500).nullable(),
      standard: z.boolean(),
      damaged: z.literal(true).optional(),
      own: z.literal(true).optional(),
    })
    .nullable(),
});

/** What the sandbox says; the body belongs to `text`, `image`, `table`, `file` and `snapshot`. */
export const SandboxMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), restored: z.boolean(), python: z.string().max(50) }),
  z.object({ type: z.literal('snapshot') }),
  z.object({ type: z.literal('file_received') }),
  z.object({ type: z.literal('text') }),
  z.object({ type: z.literal('image'), name: z.string().max(500) }),
  /** The table that the cell showed last. */
  z.object({ type: z.literal('table') }),
  z.object({ type: z.literal('file'), path: z.string().max(5_000) }),
  z.object({
    type: z.literal('finished'),
    error: PythonError.nullable(),
    /** Changed files beyond the limits. */
    omitted: z.int().nonnegative(),
    /** The code broke the session itself: it must not be used again. */
    broken: z.boolean(),
    /** Versions of the packages that code of the session has imported, of those that analyses are computed with. */
    packages: z.array(z.object({ name: z.string().max(50), version: z.string().max(50) })).max(50),
    /** Characters that its pictures show boxes for, as no font that Python can reach has them. */
    missingGlyphs: z.string().max(400).default(''),
  }),
  /** Packages that are unpacked; none once they are. */
  z.object({ type: z.literal('loading'), packages: z.array(z.string().max(100)).max(200) }),
  z.object({ type: z.literal('memory_usage'), rss: z.number() }),
  z.object({ type: z.literal('memory_exceeded'), rss: z.number() }),
  z.object({ type: z.literal('failed'), reason: z.string().max(10_000) }),
]);
export type SandboxMessage = z.infer<typeof SandboxMessage>;
