import { useMutation } from '@tanstack/react-query';
import { Pencil, Play, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Call } from '#contract';
import { useClient } from '../../bridge';
import { Button, CopyButton, Failure, hasCommand } from '../../ui';
import { prettyCode } from './pretty-code';
import styles from './Runs.module.css';

interface RunAgainProps {
  call: Call;
  code: NonNullable<Call['code']>;
  /** A local run of this step is under way. */
  busy: boolean;
}

/** Ways to try a step's code again. What comes of it stands below the step, beside the history and not in it. */
export function RunAgain({ call, code, busy }: RunAgainProps) {
  const client = useClient();
  const shown = prettyCode(code);
  const [text, setText] = useState<string | null>(null);
  const { mutate, error, isPending } = useMutation({
    mutationFn: (edited: string) => client.runs.runCode({ callId: call.id, code: edited }),
  });
  const waits = busy || isPending;
  const edit = useRef<HTMLButtonElement>(null);
  const editor = useRef<HTMLTextAreaElement>(null);
  const editing = text !== null;
  useEffect(() => {
    if (editing) editor.current?.focus();
  }, [editing]);
  const close = () => {
    setText(null);
    edit.current?.focus();
  };
  const run = () => {
    if (text !== null && text.trim() !== '' && !waits) mutate(text);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && hasCommand(event)) run();
    if (event.key === 'Escape') close();
  };
  return (
    <>
      <div className={styles.actions}>
        <Button size="small" icon={<Play size={12} />} disabled={waits} onClick={() => mutate(shown)}>
          Run again
        </Button>
        <Button
          ref={edit}
          size="small"
          icon={<Pencil size={12} />}
          aria-expanded={editing}
          onClick={() => setText(text ?? shown)}
        >
          Edit
        </Button>
        <CopyButton copy={shown} />
      </div>
      {text !== null && (
        <section className={styles.again} aria-label="Edit and run">
          <textarea
            ref={editor}
            className={styles.editor}
            aria-label={code.language === 'sql' ? 'Query' : 'Code'}
            value={text}
            rows={Math.min(18, Math.max(5, text.split('\n').length))}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKey}
          />
          <div className={styles.actions}>
            <Button
              size="small"
              look="primary"
              icon={<Play size={12} />}
              disabled={waits || text.trim() === ''}
              onClick={run}
            >
              Run
            </Button>
            <Button size="small" look="quiet" icon={<X size={12} />} onClick={close}>
              Close
            </Button>
          </div>
        </section>
      )}
      {error && <Failure error={error} />}
    </>
  );
}
