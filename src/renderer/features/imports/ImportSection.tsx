import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Import, ThreadId } from '#contract';
import { useClient } from '../../bridge';
import { Button, Failure, formatBytes, formatInstant, Progress, Section, Skeleton, useWords } from '../../ui';
import { ImportReport } from './ImportReport';
import styles from './Imports.module.css';
import { useImportBeginning, useImports, useImportUpload } from './use-imports';

/** Threads from elsewhere: choose a file, see how far it is, and what has come of each. */
export function ImportSection({ onOpenThread }: { onOpenThread(threadId: ThreadId): void }) {
  const { imports: words } = useWords().ui;
  const { begin } = useImportBeginning();
  const upload = useImportUpload();
  const { data, error, refetch } = useImports();
  const chooser = useRef<HTMLInputElement>(null);
  const isBusy = upload !== null || (data ?? []).some(({ status }) => status === 'running');
  return (
    <Section title={words.title}>
      <p className={styles.lead}>{words.lead}</p>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".zip,.json,.jsonl,.ndjson"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void begin(file);
          currentTarget.value = '';
        }}
      />
      <Button icon={<Upload size={13} />} disabled={isBusy} onClick={() => chooser.current?.click()}>
        {words.choose}
      </Button>
      {upload && (
        <div className={styles.running} role="status">
          <span>{words.sending(upload.name)}</span>
          <Progress share={upload.bytes === 0 ? 0 : upload.sent / upload.bytes} label={words.sending(upload.name)} />
          <Button size="small" aria-label={words.stopNamed(upload.name)} onClick={upload.stop}>
            {words.stop}
          </Button>
        </div>
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={words.loading} widths={[100, 80]} />}
      {data && data.length > 0 && (
        <ul className={styles.imports} aria-label={words.earlier}>
          {data.map((one, at) => (
            <ImportRow key={one.id} given={one} isFirst={at === 0} onOpenThread={onOpenThread} />
          ))}
        </ul>
      )}
    </Section>
  );
}

interface ImportRowProps {
  given: Import;
  /** What came of the last one is shown at once. */
  isFirst: boolean;
  onOpenThread(threadId: ThreadId): void;
}

function ImportRow({ given, isFirst, onOpenThread }: ImportRowProps) {
  const { imports: words } = useWords().ui;
  const [isOpen, setOpen] = useState(isFirst);
  const { id, name, kind, status, problem, startedAt } = given;
  const total = Object.values(given.counts).reduce((sum, n) => sum + n, 0);
  return (
    <li className={styles.import}>
      <div className={styles.head}>
        <b title={name}>{name}</b>
        <small>
          {[kind && words.kinds[kind], words.status[status], formatInstant(startedAt)].filter(Boolean).join(' · ')}
        </small>
        {total > 0 && (
          <Button size="small" look="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? words.hideReport : words.showReport}
          </Button>
        )}
      </div>
      {status === 'running' && <RunningImport given={given} total={total} />}
      {problem && <p className={styles.problem}>{words.problems[problem]}</p>}
      {isOpen && total > 0 && <ImportReport key={id} given={given} onOpenThread={onOpenThread} />}
    </li>
  );
}

function RunningImport({ given: { id, name, bytes, bytesRead }, total }: { given: Import; total: number }) {
  const { imports: words } = useWords().ui;
  const client = useClient();
  return (
    <div className={styles.running}>
      <Progress share={bytes === 0 ? 0 : bytesRead / bytes} label={words.reading(name)} />
      <span role="status">{words.progress(formatBytes(bytesRead), formatBytes(bytes), total)}</span>
      <Button
        size="small"
        aria-label={words.stopNamed(name)}
        onClick={() => void client.imports.cancel({ importId: id })}
      >
        {words.stop}
      </Button>
    </div>
  );
}
