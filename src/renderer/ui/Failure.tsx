import { RotateCw } from 'lucide-react';
import { AppError } from '#contract/result';
import { Button } from './Button';
import { Note } from './Note';
import { useWords } from './words';

export const messageOf = (error: unknown): string =>
  error instanceof AppError ? error.message : 'Something went wrong in the window. Try again.';

/** What happened, what to do, and the code folded away for whoever is asked for help. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { ui } = useWords();
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
      {messageOf(error)}
      {error instanceof AppError && (
        <details>
          <summary>{ui.common.details}</summary>
          Code: {error.code}
        </details>
      )}
    </Note>
  );
}
