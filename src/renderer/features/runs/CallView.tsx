import { Copy, Pencil, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Call, NumberSource } from '#contract';
import { useBridge } from '../../bridge';
import { Button, Code, formatDuration, plural } from '../../ui';
import { ResultView } from './ResultView';
import { RunAgain } from './RunAgain';
import styles from './Runs.module.css';

/** A call of a step: its code, what came of it, and ways to try it again. */
export function CallView({ call, source }: { call: Call; source: NumberSource | null }) {
  const [again, setAgain] = useState<'run' | 'edit' | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (source) place.current?.scrollIntoView({ block: 'nearest' });
  }, [source]);
  const facts = [call.ms === null ? null : formatDuration(call.ms), call.result && plural(call.result.rowCount, 'row')]
    .filter(Boolean)
    .join(' · ');
  const failure = failureOf(call);
  const purpose = purposeOf(call);
  return (
    <div ref={place}>
      <div className={styles.head}>
        <b>{call.title}</b>
        <span>{facts}</span>
      </div>
      {purpose && <p className={styles.purpose}>{purpose}</p>}
      {call.name === 'describe_data' && <DescribedFacts call={call} />}
      {call.code && (
        <div className={styles.code}>
          <Code text={prettySql(call.code.text)} language={call.code.language} />
        </div>
      )}
      {failure && <p className={styles.error}>{failure}</p>}
      {call.code && call.status !== 'running' && (
        <div className={styles.actions}>
          {call.code.language === 'sql' && (
            <>
              <Button size="small" icon={<Play size={12} />} onClick={() => setAgain('run')}>
                Run again
              </Button>
              <Button size="small" icon={<Pencil size={12} />} onClick={() => setAgain('edit')}>
                Edit
              </Button>
            </>
          )}
          <Button
            size="small"
            icon={<Copy size={12} />}
            onClick={() => void navigator.clipboard.writeText(prettySql(call.code?.text ?? ''))}
          >
            Copy
          </Button>
        </div>
      )}
      {again && call.code && (
        <RunAgain
          key={again}
          callId={call.id}
          sql={prettySql(call.code.text)}
          edit={again === 'edit'}
          onClose={() => setAgain(null)}
        />
      )}
      {call.result && <ResultView result={call.result} marked={source} />}
      {call.chartId && <ChartPicture chartId={call.chartId} title={call.title} />}
      <details className={styles.raw}>
        <summary>Input and output</summary>
        <p>Input</p>
        <Code text={prettyJson(call.input)} language="json" />
        {call.output !== null && (
          <>
            <p>Output</p>
            <Code text={prettyJson(call.output).slice(0, 20_000)} language="json" />
          </>
        )}
      </details>
    </div>
  );
}

function ChartPicture({ chartId, title }: { chartId: NonNullable<Call['chartId']>; title: string }) {
  const bridge = useBridge();
  return (
    <img
      className={styles.picture}
      src={bridge.pictureUrl({ kind: 'chart', id: chartId, format: 'svg', theme: 'light' })}
      alt={title}
      loading="lazy"
    />
  );
}

/** What describing found, in three lines instead of a page of JSON. */
function DescribedFacts({ call }: { call: Call }) {
  const facts = describedFacts(call.output);
  if (facts.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Reads the output of `describe_data` tolerantly: it is shown, not relied on. */
function describedFacts(output: string | null): [string, string][] {
  const parsed = parse(output);
  const datasets: unknown =
    typeof parsed === 'object' && parsed !== null && 'datasets' in parsed ? parsed.datasets : null;
  if (!Array.isArray(datasets)) return [];
  return datasets.flatMap(
    (one: {
      rows?: number;
      records?: number;
      columns?: {
        name: string;
        type: string;
        role: string;
        min: unknown;
        max: unknown;
        unit: { code?: string } | null;
      }[];
    }): [string, string][] => {
      const time = one.columns?.find((column) => column.role === 'time');
      const money = one.columns?.filter((column) => column.unit?.code) ?? [];
      return [
        ['Rows read', `${(one.rows ?? 0).toLocaleString('en-US')} of ${(one.records ?? 0).toLocaleString('en-US')}`],
        ...(time
          ? [['Dates', `${String(time.min).slice(0, 10)} to ${String(time.max).slice(0, 10)}`] as [string, string]]
          : []),
        ...(money.length > 0
          ? [
              ['Money', `${money.map((column) => column.name).join(', ')} (${money[0]?.unit?.code})`] as [
                string,
                string,
              ],
            ]
          : []),
      ];
    },
  );
}

function purposeOf(call: Call): string | null {
  const parsed = parse(call.input);
  const said = typeof parsed === 'object' && parsed !== null && 'purpose' in parsed ? parsed.purpose : null;
  return typeof said === 'string' && said.trim() !== '' ? said : null;
}

function failureOf(call: Call): string | null {
  if (call.status !== 'failed') return null;
  const parsed = parse(call.output);
  if (typeof parsed !== 'object' || parsed === null || !('error' in parsed)) return 'This step failed.';
  const { error } = parsed;
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : 'This step failed.';
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function prettyJson(text: string): string {
  const parsed = parse(text);
  return parsed === null ? text : JSON.stringify(parsed, null, 2);
}

/** Models write queries on one line; each clause begins a line here. */
function prettySql(sql: string): string {
  if (sql.includes('\n')) return sql;
  return sql.replace(
    /\s+(FROM|WHERE|GROUP BY|ORDER BY|HAVING|LIMIT|UNION ALL|LEFT JOIN|JOIN)\s/gi,
    (_, word: string) => `\n${word} `,
  );
}
