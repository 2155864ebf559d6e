import { RefreshCw } from 'lucide-react';
import type { AnswererId } from '#contract';
import { Button } from '../../ui';
import { ModelMenu } from './ModelMenu';

interface AskAnotherProps {
  /** Who has answered. */
  answered: AnswererId | null;
  disabled: boolean;
  onAsk(answerer: AnswererId): void;
}

/** Has another model answer the same question, to stand beside the answer there is. */
export function AskAnother({ answered, disabled, onAsk }: AskAnotherProps) {
  return (
    <ModelMenu
      label="Model to answer again"
      value={null}
      without={answered}
      onChoose={onAsk}
      target={(toggle, open) => (
        <Button
          look="quiet"
          size="small"
          icon={<RefreshCw size={13} />}
          aria-label="Answer again with another model"
          aria-expanded={open}
          title="Answer again with another model"
          disabled={disabled}
          onClick={toggle}
        />
      )}
    />
  );
}
