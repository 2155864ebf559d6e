import { type KeyboardEvent, useEffect, useState } from 'react';
import type { ThreadId } from '#contract';
import { useQuestions } from '../features/conversation';
import { DatasetPanel, type DefinitionsView, useThreadDatasets } from '../features/datasets';
import { DefinitionsPanel } from '../features/definitions';
import { Sources, useThreadDocuments } from '../features/documents';
import { SentPanel, SentTotal, useSentTotals } from '../features/ledger';
import { ConditionChips } from '../features/query';
import { RunFooter, RunInspector, useShownRun } from '../features/runs';
import type { DataTarget, ResultTarget, SourceTarget } from '../ui';
import { useWords } from '../ui';
import styles from './Layout.module.css';

type Tab = 'steps' | 'data' | 'sources' | 'sent';

interface InspectorProps {
  threadId: ThreadId;
  /** The result that is pointed out. */
  result: ResultTarget | null;
  /** What is pointed out in the data. */
  data: DataTarget | null;
  /** The document that is open. */
  source: SourceTarget | null;
  /** Set anew each time what was sent is asked for. */
  sent: object | null;
}

/** What is behind an answer. Tabs are there when they have something to show. */
export function Inspector({ threadId, result, data, source, sent }: InspectorProps) {
  const { ui } = useWords();
  const [tab, setTab] = useState<Tab>('steps');
  const shownRun = useShownRun(threadId, result);
  const questionOf = useQuestions(threadId);
  const { data: datasets } = useThreadDatasets(threadId);
  const { data: documents } = useThreadDocuments(threadId);
  const { data: totals } = useSentTotals(threadId);
  const tabs: [Tab, string][] = [
    ['steps', ui.app.steps],
    ...((datasets?.length ?? 0) > 0 ? [['data', ui.app.data] as [Tab, string]] : []),
    ...((documents?.length ?? 0) > 0 || source ? [['sources', ui.app.sources] as [Tab, string]] : []),
    ...((totals?.requests ?? 0) > 0 || sent ? [['sent', ui.app.sent] as [Tab, string]] : []),
  ];
  useEffect(() => {
    if (result) setTab('steps');
  }, [result]);
  useEffect(() => {
    if (data) setTab('data');
  }, [data]);
  useEffect(() => {
    if (source) setTab('sources');
  }, [source]);
  useEffect(() => {
    if (sent) setTab('sent');
  }, [sent]);
  const onTabKey = (event: KeyboardEvent) => {
    const at = tabs.findIndex(([name]) => name === shown);
    const to = new Map([
      ['ArrowRight', at + 1],
      ['ArrowLeft', at - 1],
      ['Home', 0],
      ['End', -1],
    ]).get(event.key);
    const [name] = tabs.at(to === undefined ? at : to % tabs.length) ?? [];
    if (to === undefined || !name) return;
    event.preventDefault();
    setTab(name);
    document.getElementById(`tab-${name}`)?.focus();
  };
  const shown = tabs.some(([name]) => name === tab) ? tab : 'steps';
  return (
    <aside className={styles.inspector} aria-label={ui.app.inspector}>
      <div className={styles.tabs} role="tablist" aria-label={ui.app.inspector}>
        {tabs.map(([name, label]) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={shown === name}
            aria-controls="inspector-panel"
            tabIndex={shown === name ? 0 : -1}
            className={styles.tab}
            data-title={label}
            onClick={() => setTab(name)}
            onKeyDown={onTabKey}
          >
            {label}
          </button>
        ))}
      </div>
      <div
        className={styles.inspected}
        role="tabpanel"
        id="inspector-panel"
        aria-labelledby={`tab-${shown}`}
        tabIndex={0}
      >
        {shown === 'steps' && (
          <RunInspector threadId={threadId} shown={shownRun} source={result} questionOf={questionOf} />
        )}
        {shown === 'data' && <DatasetPanel threadId={threadId} place={data} Definitions={Definitions} />}
        {shown === 'sent' && <SentPanel threadId={threadId} />}
        {shown === 'sources' && <Sources threadId={threadId} target={source} />}
      </div>
      <footer className={styles.foot}>
        <RunFooter run={shownRun.run} />
        <SentTotal threadId={threadId} />
      </footer>
    </aside>
  );
}

const Definitions: DefinitionsView = (of) => <DefinitionsPanel {...of} Chips={ConditionChips} />;
