import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Call } from '#contract';
import type { Words } from '#words';
import { callTitle, currentLocale, dayText, waitWords } from '#words';
import { useBridge } from '../../bridge';
import { Code, FactList, formatCount, formatDuration, type ResultTarget, useWords } from '../../ui';
import { failureOf, parseOutput } from './failure-of';
import { Outputs } from './Outputs';
import { ResultUses } from './ResultUses';
import { ResultView } from './ResultView';
import styles from './Runs.module.css';
import { SearchView } from './SearchView';
import { StepCode } from './StepCode';
import { titleNow } from './use-runs';

interface CallViewProps {
  call: Call;
  /** What came of running it again here, oldest first. */
  locals: readonly Call[];
  source: ResultTarget | null;
}

/** A call of a step: its code, what came of it, and ways to try it again. */
export function CallView({ call, locals, source }: CallViewProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (source) place.current?.scrollIntoView({ block: 'nearest' });
  }, [source]);
  const words = useWords();
  const took = call.ms === null ? null : formatDuration(call.ms);
  const facts = [
    call.status === 'cancelled' && took ? words.ui.runs.stoppedAfter(took) : took,
    call.result && words.ui.count.rows(call.result.rowCount),
    call.ending?.hosted && words.code.atServer(),
    call.ending?.python && words.code.ranIn(call.ending.python),
  ]
    .filter(Boolean)
    .join(' · ');
  const failure = failureOf(call, words);
  const purpose = purposeOf(call);
  const isPython = call.type === 'code_interpreter';
  const outcome = (
    <>
      {failure && <p className={styles.error}>{failure}</p>}
      {call.result && !isPython && <ResultView result={call.result} marked={source} />}
      {call.chartId && <ChartPicture chartId={call.chartId} title={callTitle(words, call)} />}
      {isPython && <Outputs call={call} />}
      {isPython && call.result && (
        <>
          <ResultView result={call.result} marked={source} source="code" open />
          <ResultUses run={call} />
        </>
      )}
      {call.type === 'file_search' && <SearchView call={call} />}
      {call.type === 'function' && <Raw call={call} />}
    </>
  );
  return (
    <div ref={place}>
      <div className={styles.head}>
        <b title={titleNow(call, words)}>{titleNow(call, words)}</b>
        <span>{facts}</span>
      </div>
      {purpose && <p className={styles.purpose}>{purpose}</p>}
      {call.waitsFor !== null && (
        <p className={styles.purpose} role="status">
          {waitWords(words, call.waitsFor)}
        </p>
      )}
      {call.name === 'describe_data' && <DescribedFacts call={call} />}
      {call.code ? (
        <StepCode call={call} code={call.code} locals={locals}>
          {outcome}
        </StepCode>
      ) : (
        outcome
      )}
    </div>
  );
}

/** Both sides of a call as they crossed. */
function Raw({ call }: { call: Call }) {
  const { ui } = useWords();
  return (
    <details className={styles.raw}>
      <summary>{ui.runs.inputAndOutput}</summary>
      <p>{ui.runs.input}</p>
      <Code text={prettyJson(call.input)} language="json" />
      {call.output !== null && (
        <>
          <p>{ui.runs.output}</p>
          <Code text={prettyJson(call.output).slice(0, 20_000)} language="json" />
        </>
      )}
    </details>
  );
}

function ChartPicture({ chartId, title }: { chartId: NonNullable<Call['chartId']>; title: string }) {
  const bridge = useBridge();
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  return (
    <img
      className={styles.picture}
      src={bridge.pictureUrl({ kind: 'chart', id: chartId, format: 'svg', theme, locale: currentLocale() })}
      alt={title}
      loading="lazy"
    />
  );
}

/** What describing found, in three lines instead of a page of JSON. */
function DescribedFacts({ call }: { call: Call }) {
  const { ui } = useWords();
  const facts = describedFacts(call.output, ui);
  if (facts.length === 0) return null;
  return <FactList facts={facts} />;
}

/** Of more files than this, each is told in one line. */
const DESCRIBED_IN_FULL = 3;

/** Reads the output of `describe_data` tolerantly: it is shown, not relied on. */
function describedFacts(output: string | null, { common, runs: words }: Words['ui']): [string, string][] {
  const parsed = parseOutput(output);
  const datasets: unknown =
    typeof parsed === 'object' && parsed !== null && 'datasets' in parsed ? parsed.datasets : null;
  if (!Array.isArray(datasets)) return [];
  return datasets.flatMap(
    (one: {
      name?: string;
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
      const rows = common.partOf(formatCount(one.rows ?? 0), formatCount(one.records ?? 0));
      if (datasets.length > DESCRIBED_IN_FULL) return [[words.rowsRead, words.rowsIn(rows, one.name ?? null)]];
      const time = one.columns?.find((column) => column.role === 'time');
      const money = one.columns?.filter((column) => column.unit?.code) ?? [];
      return [
        ...(datasets.length > 1 && one.name ? [[words.file, one.name] as [string, string]] : []),
        [words.rowsRead, rows],
        ...(time
          ? [
              [
                words.dates,
                common.fromTo(dayText(String(time.min).slice(0, 10)), dayText(String(time.max).slice(0, 10))),
              ] as [string, string],
            ]
          : []),
        ...(money.length > 0
          ? [
              [words.money, `${money.map((column) => column.name).join(', ')} (${money[0]?.unit?.code})`] as [
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
  if (call.type !== 'function') return null;
  const parsed = parseOutput(call.input);
  const said = typeof parsed === 'object' && parsed !== null && 'purpose' in parsed ? parsed.purpose : null;
  return typeof said === 'string' && said.trim() !== '' ? said : null;
}

function prettyJson(text: string): string {
  const parsed = parseOutput(text);
  return parsed === null ? text : JSON.stringify(parsed, null, 2);
}
