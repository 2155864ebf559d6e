import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Message } from '#contract';
import { Button, Failure, useWords } from '../../ui';
import { type BranchActions, useBranchActions } from './branch-context';
import { textOf } from './use-recall';
import styles from './Versions.module.css';

interface QuestionEditProps {
  question: Message;
  onClose(): void;
}

/** A question in its place, to be asked in other words. Enter asks, Escape leaves it as it was. */
export function QuestionEdit(props: QuestionEditProps) {
  const actions = useBranchActions();
  return actions && <EditIn {...props} {...actions} />;
}

function EditIn({ question, onClose, onRevise, waitingFor }: QuestionEditProps & BranchActions) {
  const { versions: words, ui } = useWords();
  const [text, setText] = useState(textOf(question));
  const [error, setError] = useState<unknown>(null);
  const [asking, setAsking] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  const askable = text.trim() !== '' && waitingFor === null && !asking;
  const ask = () => {
    if (!askable) return;
    setAsking(true);
    setError(null);
    onRevise(question, text).then(onClose, (failure: unknown) => {
      setError(failure);
      setAsking(false);
    });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    ask();
  };
  return (
    <div className={styles.edit}>
      <textarea
        ref={field}
        aria-label={words.editLabel()}
        className={styles.field}
        data-code={text.includes('```') || undefined}
        rows={1}
        maxLength={100_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
      />
      {error !== null && <Failure error={error} />}
      <div className={styles.editFoot}>
        <span>{waitingFor ?? words.stays()}</span>
        <Button size="small" onClick={onClose} title={ui.keys.escape}>
          {words.cancel()}
        </Button>
        <Button size="small" look="primary" disabled={!askable} onClick={ask} title={ui.keys.enter}>
          {words.ask()}
        </Button>
      </div>
    </div>
  );
}
