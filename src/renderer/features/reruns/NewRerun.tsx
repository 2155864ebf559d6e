import { useMutation } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { DatasetId, FileReplacement, RerunGate } from '#contract';
import { Button, Failure, Note, Skeleton, useWords } from '../../ui';
import { GateView } from './GateView';
import { ReplacedFile } from './ReplacedFile';
import styles from './Reruns.module.css';
import { useReplacements, useRerunCheck, type Work } from './use-rerun';

interface NewRerunProps {
  work: Work;
  /** A file that was chosen already. */
  by: DatasetId | null;
  lead: string;
  noData: string;
  start(replacements: FileReplacement[]): Promise<void>;
}

/** Which files take which places, how they differ, and the word to begin. */
export function NewRerun({ work, by, lead, noData, start: begin }: NewRerunProps) {
  const { ui } = useWords();
  const files = useReplacements(work, by);
  const check = useRerunCheck(work, files.replacements);
  const [accepted, setAccepted] = useState<RerunGate | null>(null);
  const start = useMutation({ mutationFn: begin });
  const gate = check.data;
  const isAccepted = gate !== undefined && (gate.asks === 0 || accepted === gate);
  if (files.isPending) return <Skeleton label={ui.reruns.loading} widths={[60, 90, 75]} />;
  if (files.own.length === 0) return <Note tone="info">{noData}</Note>;
  return (
    <div className={styles.new}>
      <p className={styles.lead}>{lead}</p>
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
            onClick={() => start.mutate(files.replacements)}
          >
            {ui.reruns.start}
          </Button>
        </div>
      )}
      {start.error && <Failure error={start.error} />}
    </div>
  );
}
