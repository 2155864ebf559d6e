import { Button, useWords } from '../../ui';
import styles from './Definitions.module.css';

/** The end of a form: what was entered is kept, or not. */
export function FormActions({ onCancel }: { onCancel(): void }) {
  const { ui } = useWords();
  return (
    <div className={styles.actions}>
      <Button type="submit" look="primary" size="small">
        {ui.definitions.keep}
      </Button>
      <Button look="quiet" size="small" onClick={onCancel}>
        {ui.common.cancel}
      </Button>
    </div>
  );
}
