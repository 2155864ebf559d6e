import { ChevronDown } from 'lucide-react';
import { Button, modelName, useWords } from '../../ui';
import { ModelMenu } from './ModelMenu';
import styles from './Models.module.css';
import type { ChoicesState } from './use-choices';

/** Who answers in this thread, and the way to have another answer from the next question on. */
export function ModelPicker({ choices: { choices, setModel } }: { choices: ChoicesState }) {
  const { ui } = useWords();
  if (!choices) return null;
  const { model } = choices;
  const name = modelName(model, ui.models);
  return (
    <ModelMenu
      label={ui.models.modelOfThisThread}
      value={model.answerer}
      onChoose={setModel}
      target={(toggle, open) => (
        <Button
          className={styles.picker ?? ''}
          aria-label={ui.models.modelIs(name)}
          aria-haspopup="listbox"
          aria-expanded={open}
          title={model.connection === null ? name : `${name} · ${model.connection}`}
          onClick={toggle}
        >
          <span className={styles.pickerName}>{name}</span>
          <ChevronDown size={13} aria-hidden="true" />
        </Button>
      )}
    />
  );
}
