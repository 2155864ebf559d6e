import { useWords } from '../../ui';
import styles from './Reruns.module.css';

/** Leaves out what is the same as before. */
export function OnlyChanged({ checked, onChange }: { checked: boolean; onChange(checked: boolean): void }) {
  const { ui } = useWords();
  return (
    <label className={styles.accept}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {ui.reruns.onlyChanged}
    </label>
  );
}
