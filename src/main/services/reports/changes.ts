import type { BlockChange, BlockSource, PinnedFile } from '#contract';
import type { Library } from '../../library';
import { versionsOf } from './answer-versions';
import { definedAt } from './pinned-files';

/** What has changed since a block was pinned, as far as this library knows. */
export function changesOf(library: Library, source: BlockSource | null): BlockChange[] {
  if (source === null) return [];
  const newer = newerVersion(library, source);
  return [
    ...source.files.flatMap((file) => fileChanges(library, file)),
    ...(source.notRerun ? [{ code: 'not_rerun' as const, why: source.notRerun }] : []),
    ...(newer === null ? [] : [{ code: 'newer_version' as const, at: newer }]),
    ...(library.threads.get(source.threadId) ? [] : [{ code: 'thread_deleted' as const }]),
  ];
}

function fileChanges(library: Library, { fileId, name, content, definedAt: before }: PinnedFile): BlockChange[] {
  if (!library.files.listed(fileId)) return [{ code: 'file_deleted', name }];
  const newer = library.files.newerOfName(fileId);
  if (newer && newer.content !== content) return [{ code: 'file_replaced', name, at: newer.createdAt }];
  return definedAt(library, fileId) === before ? [] : [{ code: 'definitions_changed', name }];
}

/** When the newest version was computed, or drawn; null where what was pinned is the newest. */
function newerVersion(library: Library, { callId, chartId }: BlockSource): number | null {
  const calls = callId === null ? [] : versionsOf(library, callId);
  const call = calls.at(-1);
  if (call && call.id !== callId) return call.startedAt;
  const chart = chartId === null ? undefined : library.charts.get(chartId);
  const drawn = chart && library.charts.versions(chart.versionOf ?? chart.id).at(-1);
  return drawn && drawn.id !== chartId ? drawn.createdAt : null;
}
