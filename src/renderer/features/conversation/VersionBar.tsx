import { ChevronLeft, ChevronRight, Columns2, Pencil } from 'lucide-react';
import type { Ref } from 'react';
import type { Message } from '#contract';
import { Button, useWords } from '../../ui';
import { useBranchActions } from './branch-context';
import styles from './Versions.module.css';

interface VersionBarProps {
  question: Message;
  onEdit(): void;
  editRef: Ref<HTMLButtonElement>;
}

/** Below a question: the ways to its other wordings, and to a new one. */
export function VersionBar({ question, onEdit, editRef }: VersionBarProps) {
  const actions = useBranchActions();
  const { versions: words } = useWords();
  if (!actions) return null;
  const { tree, show, compare } = actions.branch;
  const versions = tree.versionsOf(question.id);
  const at = versions.findIndex(({ id }) => id === question.id);
  const step = (by: number) => {
    const other = versions[at + by];
    if (other) show(other.id);
  };
  return (
    <div className={styles.bar} data-many={versions.length > 1 || undefined}>
      {versions.length > 1 && (
        <fieldset className={styles.steps} aria-label={words.label()}>
          <Button
            look="quiet"
            size="small"
            icon={<ChevronLeft size={13} />}
            aria-label={words.earlier()}
            title={words.earlier()}
            disabled={at === 0}
            onClick={() => step(-1)}
          />
          <span role="status">{words.place(at + 1, versions.length)}</span>
          <Button
            look="quiet"
            size="small"
            icon={<ChevronRight size={13} />}
            aria-label={words.later()}
            title={words.later()}
            disabled={at === versions.length - 1}
            onClick={() => step(1)}
          />
          <Button
            look="quiet"
            size="small"
            icon={<Columns2 size={13} />}
            aria-label={words.compare()}
            title={words.compare()}
            onClick={() => compare(question.id)}
          />
        </fieldset>
      )}
      {tree.before(question.id) !== undefined && (
        <Button
          ref={editRef}
          className={styles.pencil ?? ''}
          look="quiet"
          size="small"
          icon={<Pencil size={13} />}
          aria-label={words.edit()}
          title={words.edit()}
          onClick={onEdit}
        />
      )}
    </div>
  );
}
