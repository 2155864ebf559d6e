import type { CallId, StepPair } from '#contract';
import { Code, Failure, Note, prettyCode, Skeleton, useWords } from '../../ui';
import { type ChartView, Printed, Side } from './CallView';
import { CodeDifference } from './CodeDifference';
import own from './Comparisons.module.css';
import { DifferenceTable } from './DifferenceTable';
import styles from './Reruns.module.css';
import { useCallDifferences } from './use-rerun';

/** A step that both answers have, or only one of them. */
export function StepPairView({ step: { kind, before, after }, Chart }: { step: StepPair; Chart: ChartView }) {
  const { ui } = useWords();
  const only = before && after ? null : before ? 'before' : 'after';
  const charts = [
    { title: ui.comparisons.first, chartId: before?.chartId },
    { title: ui.comparisons.second, chartId: after?.chartId },
  ];
  return (
    <>
      {only && <Note tone="info">{ui.comparisons.onlyOne[only]}</Note>}
      {before && after && kind !== 'chart' && <Compared before={before.callId} after={after.callId} />}
      {charts.some(({ chartId }) => chartId) && (
        <div className={styles.sides}>
          {charts.map(
            ({ title, chartId }) =>
              chartId && (
                <Side key={title} title={title}>
                  <Chart chartId={chartId} />
                </Side>
              ),
          )}
        </div>
      )}
      {kind !== 'chart' && <CodeOf step={{ before, after }} />}
    </>
  );
}

function CodeOf({ step: { before, after } }: { step: Pick<StepPair, 'before' | 'after'> }) {
  const { ui } = useWords();
  const code = after?.code ?? before?.code;
  if (!code) return null;
  const was = before?.code ? prettyCode(before.code) : null;
  const is = after?.code ? prettyCode(after.code) : null;
  const isBoth = was !== null && is !== null;
  const title = isBoth && was !== is ? ui.comparisons.codeDiffers : ui.comparisons[code.language];
  return (
    <details className={own.code} open={isBoth && was !== is}>
      <summary>{title}</summary>
      {isBoth && was === is && <p className={styles.summary}>{ui.comparisons.sameCode}</p>}
      {isBoth && was !== is ? (
        <CodeDifference before={was} after={is} />
      ) : (
        <Code language={code.language} text={is ?? was ?? ''} />
      )}
    </details>
  );
}

function Compared({ before, after }: { before: CallId; after: CallId }) {
  const { ui } = useWords();
  const { data, error, refetch } = useCallDifferences(before, after);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={ui.comparisons.loading} widths={[90, 70]} />;
  const { table } = data;
  const isApart = table !== null && table.rows.length > 0 && table.counts.same + table.counts.changed === 0;
  return (
    <>
      {table?.equal && <p className={styles.summary}>{ui.comparisons.equal}</p>}
      {isApart && <p className={styles.summary}>{ui.comparisons.noSharedRow}</p>}
      {table && <DifferenceTable differences={table} onlyChanged={false} wording={ui.comparisons} />}
      <Printed differences={data} wording={ui.comparisons} withCode={false} />
    </>
  );
}
