import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { RerunGate, RerunId, ThreadId } from '#contract';
import { Button, Failure, Note, Skeleton, useWords } from '../../ui';
import type { ChartView } from './CallView';
import { GateView } from './GateView';
import { ReplacedFile } from './ReplacedFile';
import styles from './Reruns.module.css';
import { RerunView } from './RerunView';
import { useReplacements, useRerunCheck, useRerunsOf, useStartRerun } from './use-rerun';

interface RerunPageProps {
  threadId: ThreadId;
  onOpen(threadId: ThreadId): void;
  Chart: ChartView;
}

/** A thread on another file: which one, how it differs, and what came of it. */
export function RerunPage({ threadId, onOpen, Chart }: RerunPageProps) {
  const { ui } = useWords();
  const earlier = useRerunsOf(threadId);
  const [shown, setShown] = useState<RerunId | null>(null);
  const newest = earlier.data?.find(({ fromThread, toThread }) => toThread === threadId || fromThread === threadId);
  // Whoever comes from what a rerun made looks at that; else a new one is begun.
  const current = shown ?? (newest?.toThread === threadId || newest?.status === 'running' ? newest.id : null);
  if (earlier.isPending) return <Skeleton label={ui.reruns.loading} widths={[60, 90, 75]} />;
  if (current) return <RerunView rerunId={current} Chart={Chart} onOpen={onOpen} onAnother={() => setShown(null)} />;
  return (
    <>
      <NewRerun threadId={threadId} onStarted={setShown} />
      {(earlier.data ?? []).length > 0 && (
        <section className={styles.earlier} aria-label={ui.reruns.earlier}>
          <h2>{ui.reruns.earlier}</h2>
          {earlier.data?.map(({ id, gate }) => (
            <Button key={id} look="quiet" size="small" onClick={() => setShown(id)}>
              {gate.replacements.map(({ byName }) => byName).join(', ')}
            </Button>
          ))}
        </section>
      )}
    </>
  );
}

function NewRerun({ threadId, onStarted }: { threadId: ThreadId; onStarted(id: RerunId): void }) {
  const { ui } = useWords();
  const files = useReplacements(threadId);
  const check = useRerunCheck(threadId, files.replacements);
  const [accepted, setAccepted] = useState<RerunGate | null>(null);
  const start = useStartRerun(({ id }) => onStarted(id));
  const gate = check.data;
  const isAccepted = gate !== undefined && (gate.asks === 0 || accepted === gate);
  if (files.isPending) return <Skeleton label={ui.reruns.loading} widths={[60, 90, 75]} />;
  if (files.own.length === 0) return <Note tone="info">{ui.reruns.noData}</Note>;
  return (
    <div className={styles.new}>
      <p className={styles.lead}>{ui.reruns.lead}</p>
      {files.own.map((dataset) => (
        <ReplacedFile key={dataset.id} dataset={dataset} files={files} />
      ))}
      {files.error && <Failure error={files.error} />}
      {files.replacements.length > 0 && check.isPending && (
        <Skeleton label={ui.reruns.comparing} widths={[80, 65, 90]} />
      )}
      {check.error && <Failure error={check.error} onRetry={() => void check.refetch()} />}
      {gate && <GateView gate={gate} onMap={files.map} />}
      {gate && gate.asks > 0 && gate.stops === 0 && (
        <label className={styles.accept}>
          <input
            type="checkbox"
            checked={accepted === gate}
            onChange={(event) => setAccepted(event.currentTarget.checked ? gate : null)}
          />
          {ui.reruns.accept}
        </label>
      )}
      {gate && (
        <div>
          <Button
            look="primary"
            icon={<RotateCw size={14} />}
            disabled={gate.stops > 0 || !isAccepted || start.isPending}
            onClick={() => start.mutate({ threadId, replacements: files.replacements, accepted: true })}
          >
            {ui.reruns.start}
          </Button>
        </div>
      )}
      {start.error && <Failure error={start.error} />}
    </div>
  );
}
