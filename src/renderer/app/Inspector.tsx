import { useEffect, useState } from 'react';
import type { NumberSource, ThreadId } from '#contract';
import { DatasetPanel, useThreadDatasets } from '../features/datasets';
import { FileChip, type MadeFile } from '../features/files';
import { RunFooter, RunInspector } from '../features/runs';
import styles from './Layout.module.css';

type Tab = 'steps' | 'data';

const renderFile = (file: MadeFile) => <FileChip file={file} />;

/** What is behind an answer. Tabs are there when they have something to show. */
export function Inspector({ threadId, source }: { threadId: ThreadId; source: NumberSource | null }) {
  const [tab, setTab] = useState<Tab>('steps');
  const { data: datasets } = useThreadDatasets(threadId);
  const tabs: [Tab, string][] = [
    ['steps', 'Steps'],
    ...((datasets?.length ?? 0) > 0 ? [['data', 'Data'] as [Tab, string]] : []),
  ];
  useEffect(() => {
    if (source) setTab('steps');
  }, [source]);
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
            className={styles.tab}
            onClick={() => setTab(name)}
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
        {shown === 'steps' ? (
          <RunInspector threadId={threadId} source={source} renderFile={renderFile} />
        ) : (
          <DatasetPanel threadId={threadId} />
        )}
      </div>
      <footer className={styles.foot}>
        <RunFooter threadId={threadId} />
      </footer>
    </aside>
  );
}
