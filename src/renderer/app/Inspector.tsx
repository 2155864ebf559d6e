import { type KeyboardEvent, useEffect, useState } from 'react';
import type { FoundPassage, ThreadId } from '#contract';
import { useQuestions } from '../features/conversation';
import { type DataPlace, DatasetPanel, useThreadDatasets } from '../features/datasets';
import { Sources, type SourceTarget, useThreadDocuments } from '../features/documents';
import { FileChip, type MadeFile } from '../features/files';
import { type Pointed, RunFooter, RunInspector, useShownRun } from '../features/runs';
import styles from './Layout.module.css';

type Tab = 'steps' | 'data' | 'sources';

const renderFile = (file: MadeFile) => <FileChip file={file} />;

interface InspectorProps {
  threadId: ThreadId;
  /** The result that is pointed out. */
  source: Pointed | null;
  /** What is pointed out in the data. */
  place: DataPlace | null;
  /** The document that is open. */
  opened: SourceTarget | null;
  onOpen(target: SourceTarget | null): void;
  onPackages(): void;
}

/** What is behind an answer. Tabs are there when they have something to show. */
export function Inspector({ threadId, source, place, opened, onOpen, onPackages }: InspectorProps) {
  const [tab, setTab] = useState<Tab>('steps');
  const shownRun = useShownRun(threadId, source);
  const questionOf = useQuestions(threadId);
  const { data: datasets } = useThreadDatasets(threadId);
  const { data: documents } = useThreadDocuments(threadId);
  const tabs: [Tab, string][] = [
    ['steps', 'Steps'],
    ...((datasets?.length ?? 0) > 0 ? [['data', 'Data'] as [Tab, string]] : []),
    ...((documents?.length ?? 0) > 0 || opened ? [['sources', 'Sources'] as [Tab, string]] : []),
  ];
  useEffect(() => {
    if (source) setTab('steps');
  }, [source]);
  useEffect(() => {
    if (place) setTab('data');
  }, [place]);
  useEffect(() => {
    if (opened) setTab('sources');
  }, [opened]);
  const onTabKey = (event: KeyboardEvent) => {
    const at = tabs.findIndex(([name]) => name === shown);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const [name] = tabs.at(to === undefined ? at : to % tabs.length) ?? [];
    if (to === undefined || !name) return;
    event.preventDefault();
    setTab(name);
    document.getElementById(`tab-${name}`)?.focus();
  };
  const openPassage = ({ text, ...found }: FoundPassage) => onOpen({ ...found, quote: text });
  const shown = tabs.some(([name]) => name === tab) ? tab : 'steps';
  return (
    <aside className={styles.inspector} aria-label="Inspector">
      <div className={styles.tabs} role="tablist" aria-label="Inspector">
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
          <RunInspector
            threadId={threadId}
            shown={shownRun}
            source={source}
            questionOf={questionOf}
            renderFile={renderFile}
            onPassage={openPassage}
            onPackages={onPackages}
          />
        )}
        {shown === 'data' && <DatasetPanel threadId={threadId} place={place} />}
        {shown === 'sources' && <Sources threadId={threadId} target={opened} onOpen={onOpen} />}
      </div>
      <footer className={styles.foot}>
        <RunFooter run={shownRun.run} />
      </footer>
    </aside>
  );
}
