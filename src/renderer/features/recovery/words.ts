import type { Backup, DataProblem, Holdings } from '#contract';
import { formatInstant, plural } from '../../ui';

export const momentText = formatInstant;

export const holdingsText = ({ threads, messages }: Pick<Holdings, 'threads' | 'messages'>): string =>
  `${plural(threads, 'thread')} with ${plural(messages, 'message')}`;

/** What has happened, and what still works. */
export function problemText({ database, kind, rebuilt }: DataProblem): string {
  if (database === 'engine')
    return kind === 'damaged'
      ? 'The engine’s database is damaged, so nothing can be asked. Everything you have seen stays readable.'
      : 'The engine’s database was not there and has been begun anew. Threads from before can be read, not continued.';
  if (kind === 'damaged')
    return 'The library, which keeps all that you have asked and seen, is damaged: part of it, or all, cannot be read.';
  const back = rebuilt
    ? `${holdingsText(rebuilt)} ${rebuilt.done ? 'were' : 'so far are'} brought back from the engine`
    : null;
  return `The library, which keeps all that you have asked and seen, was not there. ${
    back ? `${back}; data files` : 'Data files'
  }, tables and drafts are only in a backup.`;
}

/** What restoring a backup would lose, as far as that can be told. */
export function lossText(backup: Backup, problem: DataProblem): string {
  const now = problem.readable ?? (problem.kind === 'missing' ? problem.rebuilt : null);
  const lost = now && backup.holdings ? now.messages - backup.holdings.messages : null;
  const more = lost !== null && lost > 0 ? `about ${plural(lost, 'message')} that came after it` : null;
  if (problem.database === 'library')
    return `Lost would be ${more ?? 'what came after it'}, except what the engine keeps: questions, answers and steps are brought back from there.`;
  return `Scripts would lose ${more ?? 'what came after it'}; the window keeps what it has shown.`;
}
