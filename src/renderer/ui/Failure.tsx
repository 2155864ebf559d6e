import { RotateCw } from 'lucide-react';
import { AppError } from '#contract/result';
import type { Words } from '#words';
import { Button } from './Button';
import { Note } from './Note';
import { useWords } from './words';

/** What a failure means, in the window's language. */
export const messageOf = (error: unknown, { failures }: Words['ui']): string =>
  error instanceof AppError ? failures.of(error.code, error.message) : failures.inWindow;

/** The same, where what tells it is outside of what is drawn. */
export function FailureMessage({ error }: { error: unknown }) {
  return messageOf(error, useWords().ui);
}

/** What happened, what to do, and the code folded away for whoever is asked for help. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { ui } = useWords();
  const message = messageOf(error, ui);
  return (
    <Note
      tone="bad"
      live
      action={
        onRetry && (
          <Button size="small" icon={<RotateCw size={13} />} onClick={onRetry}>
            {ui.common.tryAgain}
          </Button>
        )
      }
    >
      {message}
      {error instanceof AppError && (
        <details>
          <summary>{ui.common.details}</summary>
          {ui.failures.code(error.code)}
          {message !== error.message && <p>{error.message}</p>}
        </details>
      )}
    </Note>
  );
}
