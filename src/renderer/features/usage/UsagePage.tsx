import { SegmentedControl, useComputedColorScheme } from '@mantine/core';
import { Download } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { UsageReport } from '#contract';
import { useClient } from '../../bridge';
import {
  Button,
  DataTable,
  Failure,
  formatCount,
  formatDuration,
  formatMoney,
  Section,
  Skeleton,
  tellSaved,
  useWidth,
  useWords,
} from '../../ui';
import { ChartDrawing } from '../../ui/chart';
import { Budgets } from './Budgets';
import { beginningOf, PERIODS, type UsagePeriod } from './periods';
import styles from './Usage.module.css';
import { type UsageMeasure, usageChart, usageTable } from './usage-charts';
import { useUsage } from './use-usage';

const GROUPINGS = ['day', 'model', 'thread', 'run', 'call'] as const;
type Grouping = (typeof GROUPINGS)[number];

/** What models have cost: tokens, time and money, and the limits that are set. `sent` is the ledger of all threads. */
export function UsagePage({ sent }: { sent: ReactNode }) {
  const { ui } = useWords();
  const client = useClient();
  const [period, setPeriod] = useState<UsagePeriod>(PERIODS[1]);
  const [by, setBy] = useState<Grouping>('day');
  const [measure, setMeasure] = useState<UsageMeasure>('tokens');
  const from = useMemo(() => beginningOf(period), [period]);
  const { data, error, refetch } = useUsage(by, from);
  const range = from === null ? {} : { from };
  return (
    <>
      <div className={styles.bar}>
        <SegmentedControl
          size="xs"
          aria-label={ui.usage.period}
          value={period.id}
          onChange={(id) => setPeriod(PERIODS.find((known) => known.id === id) ?? PERIODS[1])}
          data={PERIODS.map(({ id, days }) => ({
            value: id,
            label: days === null ? ui.common.all : ui.count.days(days),
          }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={ui.usage.by}
          value={by}
          onChange={(value) => setBy(GROUPINGS.find((known) => known === value) ?? 'day')}
          data={GROUPINGS.map((value) => ({ value, label: ui.usage.groupings[value] }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={ui.usage.show}
          value={measure}
          onChange={(value) => setMeasure(value === 'money' ? 'money' : 'tokens')}
          data={[
            { value: 'tokens', label: ui.common.tokens },
            { value: 'money', label: ui.common.money },
          ]}
        />
        <span className={styles.space} />
        <Button
          size="small"
          icon={<Download size={13} />}
          onClick={() => void tellSaved(client.usage.exportCsv({ by, ...range }))}
        >
          {ui.usage.csv}
        </Button>
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={ui.usage.loading} widths={[100, 60]} height={120} />}
      {data && (data.rows.length === 0 ? <Nothing /> : <Report report={data} by={by} measure={measure} />)}
      <Section title={ui.usage.budgets}>
        <Budgets />
      </Section>
      <Section title={ui.usage.everythingSent}>{sent}</Section>
    </>
  );
}

function Nothing() {
  const { ui } = useWords();
  return <p className={styles.none}>{ui.usage.noModelAsked}</p>;
}

interface ReportProps {
  report: UsageReport;
  by: Grouping;
  measure: UsageMeasure;
}

function Report({ report, by, measure }: ReportProps) {
  const { ui } = useWords();
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const chart = useMemo(() => usageChart(report.rows, by, measure, ui.usage), [report, by, measure, ui]);
  const table = useMemo(() => usageTable(report.rows, by, ui.usage), [report, by, ui]);
  return (
    <>
      <Totals total={report.total} />
      <figure className={styles.chart} aria-label={ui.usage.chartOf(chart.spec.title)}>
        <div ref={frame}>
          {width > 0 && <ChartDrawing spec={chart.spec} table={chart.table} theme={theme} width={width} interactive />}
        </div>
      </figure>
      <DataTable table={table} label={ui.usage.usageBy[by]} maxHeight={320} />
      {report.hasMore && <p className={styles.note}>{ui.usage.firstInCsv(formatCount(report.rows.length))}</p>}
    </>
  );
}

function Totals({ total }: { total: UsageReport['total'] }) {
  const { ui } = useWords();
  const facts: [string, string][] = [
    [ui.common.money, total.money === null ? ui.common.notKnown : formatMoney(total.money)],
    [ui.usage.in, formatCount(total.promptTokens)],
    [ui.usage.cached, formatCount(total.cachedTokens)],
    [ui.usage.out, formatCount(total.completionTokens)],
    [ui.usage.reasoning, formatCount(total.reasoningTokens)],
    [ui.usage.calls, formatCount(total.calls)],
    [ui.usage.toolCalls, formatCount(total.toolCalls)],
    [ui.usage.waited, formatDuration(total.ms)],
  ];
  const notes = [
    ...(total.unpriced > 0 ? [ui.usage.unpriced(total.unpriced)] : []),
    ...(total.estimated > 0 ? [ui.usage.estimated(total.estimated)] : []),
  ];
  return (
    <>
      <dl className={styles.totals} aria-label={ui.usage.inAll}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {notes.length > 0 && <p className={styles.note}>{notes.join(' ')}</p>}
    </>
  );
}
