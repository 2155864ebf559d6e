import { useMutation } from '@tanstack/react-query';
import { Equal, EqualNot, Locate, Square } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { Call, CodeRange } from '#contract';
import { waitWords } from '#words';
import { useClient } from '../../bridge';
import { Button, Code, Failure, formatDuration, formatTime, prettyCode, useThreadActions, useWords } from '../../ui';
import { failureOf } from './failure-of';
import { Outputs } from './Outputs';
import { ResultUses } from './ResultUses';
import { ResultView } from './ResultView';
import styles from './Runs.module.css';
import { useKeptInView } from './use-kept-in-view';
import { titleNow } from './use-runs';

/** Shown open; what was tried before is folded away. */
const OPEN = 1;

interface LocalRunsProps {
  origin: Call;
  /** Oldest first. */
  runs: readonly Call[];
  /** Leads to a place in code that went wrong. */
  onGoTo(code: string, at: CodeRange): void;
}

/** What came of running a step's code again here, newest first. */
export function LocalRuns({ origin, runs, onGoTo }: LocalRunsProps) {
  const { ui } = useWords();
  const [all, setAll] = useState(false);
  if (runs.length === 0) return null;
  const newest = runs.toReversed();
  const listed = all ? newest : newest.slice(0, OPEN);
  return (
    <div className={styles.locals}>
      {listed.map((run) => (
        <LocalRun key={run.id} origin={origin} run={run} onGoTo={onGoTo} />
      ))}
      {runs.length > OPEN && (
        <Button look="quiet" size="small" data-unfolds="" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? ui.runs.latestOnly : ui.runs.showEarlierRuns(runs.length - OPEN)}
        </Button>
      )}
    </div>
  );
}

function LocalRun({ origin, run, onGoTo }: { origin: Call; run: Call } & Pick<LocalRunsProps, 'onGoTo'>) {
  const client = useClient();
  const stop = useMutation({ mutationFn: () => client.runs.stopCode({ callId: run.id }) });
  const running = run.status === 'running';
  const edited = run.code !== null && origin.code !== null && prettyCode(run.code) !== prettyCode(origin.code);
  const words = useWords();
  const { Chart } = useThreadActions();
  const failure = failureOf(run, words);
  const place = useRef<HTMLElement>(null);
  useKeptInView(place, running);
  const facts = [
    run.ms === null ? null : formatDuration(run.ms),
    run.result && words.ui.count.rows(run.result.rowCount),
  ];
  return (
    <section
      ref={place}
      className={styles.again}
      aria-label={words.ui.runs.localRun(formatTime(run.startedAt))}
      aria-busy={running}
    >
      <div className={styles.head}>
        <b>
          {edited ? words.step.edited() : words.step.again()}, {formatTime(run.startedAt)}
        </b>
        <span>
          {running
            ? run.waitsFor === null
              ? words.ui.runs.running
              : words.ui.runs.waiting
            : facts.filter(Boolean).join(' · ')}
        </span>
      </div>
      {running && (
        <div className={styles.actions} role="status">
          <span className={styles.cut}>
            {run.waitsFor === null ? `${titleNow(run, words)}…` : waitWords(words, run.waitsFor)}
          </span>
          <Button size="small" icon={<Square size={11} />} disabled={stop.isPending} onClick={() => stop.mutate()}>
            {words.ui.common.stop}
          </Button>
        </div>
      )}
      {run.status === 'cancelled' && <p className={styles.purpose}>{words.ui.runs.stopped}</p>}
      <ResultUses run={run} />
      {run.sameOutput !== null && !(edited && !run.sameOutput) && <Compared same={run.sameOutput} />}
      {edited && run.code && (
        <details className={styles.raw}>
          <summary>{words.ui.runs.editedCode}</summary>
          <Code text={run.code.text} language={run.code.language} />
        </details>
      )}
      {failure && <p className={styles.error}>{failure}</p>}
      {run.errorAt && run.code && <ErrorPlace code={run.code.text} at={run.errorAt} onGoTo={onGoTo} />}
      {run.type === 'code_interpreter' && (
        <Folded folded={run.sameOutput === true}>
          <Outputs call={run} />
        </Folded>
      )}
      {run.result && (
        <ResultView
          result={run.result}
          marked={null}
          source={run.type === 'code_interpreter' ? 'code' : 'query'}
          open={run.sameOutput !== true}
        />
      )}
      {run.chartId && <Chart chartId={run.chartId} />}
      {stop.error && <Failure error={stop.error} />}
    </section>
  );
}

interface ErrorPlaceProps extends Pick<LocalRunsProps, 'onGoTo'> {
  code: string;
  at: CodeRange;
}

function ErrorPlace({ code, at, onGoTo }: ErrorPlaceProps) {
  const words = useWords();
  return (
    <div>
      <Button look="quiet" size="small" icon={<Locate size={12} />} onClick={() => onGoTo(code, at)}>
        {words.work.goToPlace(at.line, at.column)}
      </Button>
    </div>
  );
}

/** What is the same as above need not be read twice. */
function Folded({ folded, children }: { folded: boolean; children: ReactNode }) {
  const { ui } = useWords();
  if (!folded) return children;
  return (
    <details className={styles.raw}>
      <summary>{ui.runs.output}</summary>
      {children}
    </details>
  );
}

function Compared({ same }: { same: boolean }) {
  const { ui } = useWords();
  const Icon = same ? Equal : EqualNot;
  return (
    <p className={same ? styles.same : styles.differs}>
      <Icon size={13} aria-hidden="true" /> {same ? ui.runs.sameOutput : ui.runs.differentOutput}
    </p>
  );
}
