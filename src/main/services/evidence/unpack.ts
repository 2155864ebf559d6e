import { AppError } from '#contract/result';
import { EvidenceManifest, MANIFEST, MANIFEST_SUM } from '../../exchange';
import type { BlobFiles } from '../ports';
import { wholeOf } from '../whole';
import type { EvidenceFinding } from './report';

/** A bundle as it lies on the disk. Names and sizes are what it says. */
export interface EvidenceFiles {
  files: { name: string; bytes: number; open(): Promise<AsyncIterable<Uint8Array>> }[];
  close(): Promise<void>;
}

export interface Unpacked {
  manifest: EvidenceManifest;
  /** Each file by its name: where its bytes lie now. */
  blobs: ReadonlyMap<string, string>;
  findings: EvidenceFinding[];
}

const MANIFEST_AT_MOST = 256 * 1024 ** 2;
const BUNDLE_AT_MOST = 32 * 1024 ** 3;
const FILES_AT_MOST = 100_000;

/**
 * Takes the files of a bundle, each no larger than the manifest says, and holds them against its checksums.
 * @throws AppError `unreadable_file` for what is no bundle, `too_large`
 */
export async function unpackEvidence(source: EvidenceFiles, blobs: BlobFiles, signal?: AbortSignal): Promise<Unpacked> {
  const named = new Map(source.files.map((file) => [file.name, file]));
  if (named.size !== source.files.length || named.size > FILES_AT_MOST) throw noBundle();
  const { manifest, isSummed } = await manifestOf(named, blobs);
  if (manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) > BUNDLE_AT_MOST)
    throw new AppError('too_large', 'The bundle says that it holds more than any thread does, so it is not unpacked.');
  const findings: EvidenceFinding[] = isSummed ? [] : [finding(MANIFEST, 'changed_file', null)];
  const taken = new Map<string, string>();
  for (const { name, bytes, sha256 } of manifest.files) {
    signal?.throwIfAborted();
    const file = named.get(name);
    const put = file && (await putWithin(file, blobs, bytes));
    if (!file || !put) findings.push(finding(name, file ? 'changed_file' : 'missing_file', null));
    else if (put.key !== sha256 || put.size !== bytes)
      findings.push(finding(name, 'changed_file', `sha256 ${sha256} → ${put.key}`));
    else taken.set(name, put.key);
  }
  const known = new Set([...manifest.files.map(({ name }) => name), MANIFEST, MANIFEST_SUM]);
  for (const name of named.keys()) if (!known.has(name)) findings.push(finding(name, 'unknown_file', null));
  return { manifest, blobs: taken, findings };
}

const finding = (name: string, why: EvidenceFinding['why'], detail: string | null): EvidenceFinding => ({
  what: 'file',
  name,
  state: 'differs',
  why,
  detail,
});

type Named = ReadonlyMap<string, EvidenceFiles['files'][number]>;

async function manifestOf(named: Named, blobs: BlobFiles): Promise<{ manifest: EvidenceManifest; isSummed: boolean }> {
  const [file, sum] = [named.get(MANIFEST), named.get(MANIFEST_SUM)];
  const put = file && (await putWithin(file, blobs, MANIFEST_AT_MOST));
  const summed = sum && (await putWithin(sum, blobs, 1_000));
  if (!put || !summed) throw noBundle();
  const read = async (key: string) => new TextDecoder().decode(await wholeOf((await blobs.read(key)).stream));
  const isSummed = (await read(summed.key)) === `${put.key}  ${MANIFEST}\n`;
  try {
    return { manifest: EvidenceManifest.parse(JSON.parse(await read(put.key))), isSummed };
  } catch (cause) {
    throw noBundle(cause);
  }
}

/** Null for what is larger than it may be, or cannot be unpacked. */
async function putWithin(file: EvidenceFiles['files'][number], blobs: BlobFiles, limit: number) {
  try {
    return await blobs.put(await file.open(), limit);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'too_large') throw error;
    return null;
  }
}

const noBundle = (cause?: unknown): AppError =>
  new AppError('unreadable_file', 'This is no evidence bundle of Assay, or its manifest is damaged.', { cause });
