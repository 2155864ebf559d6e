import { useMutation } from '@tanstack/react-query';
import { Play, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { CallId } from '#contract';
import { useClient } from '../../bridge';
import { Button, DataTable, Failure, formatDuration, hasCommand, plural, Skeleton } from '../../ui';
import styles from './Runs.module.css';

interface RunAgainProps {
  callId: CallId;
  sql: string;
  /** Begin with the text open for changes instead of running at once. */
  edit: boolean;
  onClose(): void;
}

/** A query tried again on the data as it is now, beside the history and not in it. */
export function RunAgain({ callId, sql, edit, onClose }: RunAgainProps) {
  const client = useClient();
  const [text, setText] = useState(sql);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (query: string) => client.runs.again({ callId, sql: query }),
  });
  useEffect(() => {
    if (!edit) mutate(sql);
  }, [edit, mutate, sql]);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && hasCommand(event)) mutate(text);
    if (event.key === 'Escape') onClose();
  };
  return (
    <section className={styles.again} aria-label="Run again">
      {edit && (
        <textarea
          className={styles.editor}
          aria-label="Query"
          value={text}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKey}
        />
      )}
      <div className={styles.actions}>
        <Button
          size="small"
          look={edit ? 'primary' : 'plain'}
          icon={<Play size={12} />}
          disabled={isPending || text.trim() === ''}
          onClick={() => mutate(text)}
        >
          {edit ? 'Run' : 'Run again'}
        </Button>
        <Button size="small" look="quiet" icon={<X size={12} />} onClick={onClose}>
          Close
        </Button>
        {data && (
          <span className={styles.cut}>
            {plural(data.table.rows.length, 'row')} in {formatDuration(data.ms)}
            {data.truncated ? ', cut' : ''}
          </span>
        )}
      </div>
      {isPending && <Skeleton label="Running the query" widths={[100, 100]} />}
      {error && <Failure error={error} />}
      {data && !isPending && <DataTable table={data.table} label="Result of running again" maxHeight={260} />}
    </section>
  );
}
