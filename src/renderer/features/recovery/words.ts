import type { Backup, DataProblem } from '#contract';
import type { Words } from '#words';
import { formatInstant } from '../../ui';

export const momentText = formatInstant;

type RecoveryWords = Words['ui']['recovery'];

/** What has happened, and what still works. */
export function problemText({ database, kind, rebuilt }: DataProblem, words: RecoveryWords): string {
  if (database === 'engine') return kind === 'damaged' ? words.engineDamaged : words.engineMissing;
  return kind === 'damaged' ? words.libraryDamaged : words.libraryMissing(rebuilt);
}

/** What restoring a backup would lose, as far as that can be told. */
export function lossText(backup: Backup, problem: DataProblem, words: RecoveryWords): string {
  const now = problem.readable ?? (problem.kind === 'missing' ? problem.rebuilt : null);
  const lost = now && backup.holdings ? now.messages - backup.holdings.messages : null;
  const messages = lost !== null && lost > 0 ? lost : null;
  return problem.database === 'library' ? words.libraryLoss(messages) : words.engineLoss(messages);
}
