import { RotateCw } from 'lucide-react';
import { AppError } from '#contract/result';
import type { Words } from '#words';
import { Button } from './Button';
import { Note } from './Note';
import { useWords } from './words';

/** What a failure means, in the window's language. */
export const messageOf = (error: unknown, { failures }: Words['ui']): string =>
  error instanceof AppError ? failures.of(error) : failures.inWindow;

/** The same, where what tells it is outside of what is drawn. */
export function FailureMessage({ error }: { error: unknown }) {
  return messageOf(error, useWords().ui);
}

interface FailureProps {
  error: unknown;
  /** What is said around it: what could not be done. */
  said?: (why: string) => string;
  onRetry?: () => void;
}

/** What happened, what to do, and the code folded away for whoever is asked for help. */
export function Failure({ error, said = (why) => why, onRetry }: FailureProps) {
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
      {said(message)}
      {error instanceof AppError && (
        <details>
          <summary>{ui.common.details}</summary>
          {ui.failures.code(error.code)}
          {message !== error.message && <p lang="en">{error.message}</p>}
        </details>
      )}
    </Note>
  );
}
