import type { DocumentId, FileId, PinnedFile, ThreadId } from '#contract';
import type { Library, ThreadDataset } from '../../library';
import { shapeOf } from '../../query';

/** When what the columns of a file mean was edited last; null where it never was. */
export function definedAt(library: Library, fileId: FileId): number | null {
  const edited = library.datasets.ofFile(fileId).flatMap(({ profile }) => {
    const at = profile && library.definitions.editedAt(shapeOf(profile.columns.map(({ name }) => name)));
    return at ?? [];
  });
  return edited.length > 0 ? Math.max(...edited) : null;
}

/** The files that code works on: those of the tables that it names. */
export function filesOfCode(library: Library, threadId: ThreadId, code: string): PinnedFile[] {
  const tables = library.datasets.ofThread(threadId);
  return filesOf(
    library,
    tables.filter((known) => isNamed(code, known)).map(({ dataset }) => dataset.fileId),
  );
}

/** All files of a thread: of what was written freely, nobody can tell which of them it rests on. */
export function filesOfThread(library: Library, threadId: ThreadId): PinnedFile[] {
  const datasets = library.datasets.ofThread(threadId).map(({ dataset }) => dataset.fileId);
  const documents = library.documents.ofThread(threadId).map(({ fileId }) => fileId);
  return filesOf(library, [...datasets, ...documents]);
}

export function filesOfDocuments(library: Library, ids: readonly DocumentId[]): PinnedFile[] {
  return filesOf(
    library,
    ids.flatMap((id) => library.documents.get(id)?.fileId ?? []),
  );
}

export const joinedFiles = (...lists: PinnedFile[][]): PinnedFile[] => [
  ...new Map(lists.flat().map((file) => [file.fileId, file])).values(),
];

function filesOf(library: Library, ids: readonly FileId[]): PinnedFile[] {
  return [...new Set(ids)].flatMap((fileId) => {
    const file = library.files.get(fileId);
    return file ? [{ fileId, name: file.name, content: file.blob, definedAt: definedAt(library, fileId) }] : [];
  });
}

/** SQL names tables, Python names them or their files. */
function isNamed(code: string, { dataset, table }: ThreadDataset): boolean {
  const names = [table, dataset.name].map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return names.some((name) => new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, 'u').test(code));
}
