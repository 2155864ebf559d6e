import type { Rerun } from '#contract';
import { Button, useWords } from '../../ui';
import styles from './Reruns.module.css';

interface EarlierRerunsProps<Id> {
  reruns: readonly { id: Id; gate: Pick<Rerun['gate'], 'replacements'> }[];
  onShow(id: Id): void;
}

/** Those that were made before, by the files they were made on. */
export function EarlierReruns<Id extends string>({ reruns, onShow }: EarlierRerunsProps<Id>) {
  const { ui } = useWords();
  if (reruns.length === 0) return null;
  return (
    <section className={styles.earlier} aria-label={ui.reruns.earlier}>
      <h2>{ui.reruns.earlier}</h2>
      {reruns.map(({ id, gate }) => (
        <Button key={id} look="quiet" size="small" onClick={() => onShow(id)}>
          {gate.replacements.map(({ byName }) => byName).join(', ')}
        </Button>
      ))}
    </section>
  );
}
