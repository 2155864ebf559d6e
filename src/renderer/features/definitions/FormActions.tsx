import { Button } from '../../ui';
import styles from './Definitions.module.css';

/** The end of a form: what was entered is kept, or not. */
export function FormActions({ onCancel }: { onCancel(): void }) {
  return (
    <div className={styles.actions}>
      <Button type="submit" look="primary" size="small">
        Keep
      </Button>
      <Button look="quiet" size="small" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
