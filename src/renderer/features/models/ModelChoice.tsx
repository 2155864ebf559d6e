import { ChevronDown } from 'lucide-react';
import type { AnswererId } from '#contract';
import { Button } from '../../ui';
import { ModelMenu } from './ModelMenu';
import styles from './Models.module.css';

interface ModelChoiceProps {
  label: string;
  /** What the chosen one is called. */
  name: string;
  value: AnswererId | null;
  onChoose(answerer: AnswererId): void;
}

/** A button that says which model is chosen, and opens the list of all. */
export function ModelChoice({ label, name, value, onChoose }: ModelChoiceProps) {
  return (
    <ModelMenu
      label={label}
      value={value}
      onChoose={onChoose}
      target={(toggle, open) => (
        <Button className={styles.choice ?? ''} aria-label={`${label}: ${name}`} aria-expanded={open} onClick={toggle}>
          <span className={styles.pickerName}>{name}</span>
          <ChevronDown size={13} aria-hidden="true" />
        </Button>
      )}
    />
  );
}
