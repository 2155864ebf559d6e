import type { ComponentType, ReactNode } from 'react';
import type { CallDifferences, CallId, CallPair, ChartId, Rerun } from '#contract';
import { rerunWhyWords } from '#words';
import { Code, Failure, Note, Skeleton, useWords } from '../../ui';
import { DifferenceTable } from './DifferenceTable';
import styles from './Reruns.module.css';
import { useCallDifferences } from './use-rerun';

/** Draws a chart that is kept, wherever it was asked for. */
export type ChartView = ComponentType<{ chartId: ChartId }>;

interface CallViewProps {
  call: CallPair;
  charts: Rerun['charts'];
  onlyChanged: boolean;
  Chart: ChartView;
}

/** One step, before and now. */
export function CallView({ call, ...view }: CallViewProps) {
  const words = useWords();
  const { before, after, why } = call;
  return (
    <>
      {why && <Note tone="warn">{rerunWhyWords(words, why)}</Note>}
      {after && !why && <Differences before={before} after={after} {...view} />}
    </>
  );
}

type DifferencesProps = Omit<CallViewProps, 'call'> & { before: CallId; after: CallId };

function Differences({ before, after, charts, onlyChanged, Chart }: DifferencesProps) {
  const { ui } = useWords();
  const { data, error, refetch } = useCallDifferences(before, after);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={ui.reruns.loading} widths={[90, 70]} />;
  const drawn = charts.filter((pair) => pair.before === data.before.chartId);
  return (
    <>
      {data.table && <DifferenceTable differences={data.table} onlyChanged={onlyChanged} />}
      <ChartsBeside charts={drawn} Chart={Chart} />
      <Printed differences={data} />
    </>
  );
}

/** Charts of before and those that were drawn in their places. */
export function ChartsBeside({ charts, Chart }: Pick<CallViewProps, 'charts' | 'Chart'>) {
  const { ui } = useWords();
  return charts.map((pair) => (
    <div key={pair.after} className={styles.sides}>
      <Side title={ui.reruns.before}>
        <Chart chartId={pair.before} />
      </Side>
      <Side title={ui.reruns.now}>
        <Chart chartId={pair.after} />
      </Side>
    </div>
  ));
}

interface PrintedProps {
  differences: CallDifferences;
  /** What the sides are called; of a rerun, where it is not said. */
  wording?: { before: string; now: string };
  withCode?: boolean;
}

/** What code printed, where that is no table. */
export function Printed({ differences: { printed, table, code }, wording, withCode = true }: PrintedProps) {
  const { ui } = useWords();
  const says = wording ?? ui.reruns;
  if (table || (printed.before === '' && printed.after === '')) return null;
  return (
    <>
      {withCode && code.after && <Code language="python" text={code.after} />}
      <div className={styles.sides}>
        <Side title={says.before}>
          <pre>{printed.before}</pre>
        </Side>
        <Side title={says.now}>
          <pre>{printed.after}</pre>
        </Side>
      </div>
    </>
  );
}

/** What stands at one side, under its name. */
export function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.side}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
