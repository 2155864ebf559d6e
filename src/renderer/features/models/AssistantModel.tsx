import { ChevronDown } from 'lucide-react';
import { Button, modelName, useWords } from '../../ui';
import { ModelMenu } from './ModelMenu';
import styles from './Models.module.css';
import { useModels } from './use-models';

interface AssistantModelProps {
  label: string;
  /** An answerer, or a name as scripts give it; null for the thread's. */
  value: string | null;
  onChoose(model: string | null): void;
}

/** Who answers for an assistant: the model of the thread, or one of its own. */
export function AssistantModel({ label, value, onChoose }: AssistantModelProps) {
  const { ui } = useWords();
  const { data: models = [] } = useModels();
  const model = models.find(({ answerer }) => answerer === value);
  const name = value === null ? ui.models.modelOfThread : model ? modelName(model, ui.models) : value;
  return (
    <div className={styles.editActions}>
      <ModelMenu
        label={label}
        value={model?.answerer ?? null}
        onChoose={onChoose}
        target={(toggle, open) => (
          <Button
            className={styles.choice ?? ''}
            aria-label={`${label}: ${name}`}
            aria-expanded={open}
            onClick={toggle}
          >
            <span className={styles.pickerName}>{name}</span>
            <ChevronDown size={13} aria-hidden="true" />
          </Button>
        )}
      />
      {value !== null && (
        <Button look="quiet" onClick={() => onChoose(null)}>
          {ui.models.asThread}
        </Button>
      )}
    </div>
  );
}
