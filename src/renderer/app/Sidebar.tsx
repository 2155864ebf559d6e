import { spotlight } from '@mantine/spotlight';
import { Bot, ChartColumn, FileChartColumn, FileText, Gauge, PanelLeft, Plus, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FileId, ThreadId } from '#contract';
import { showThreadExport } from '../features/exports';
import { useFileCommands } from '../features/files';
import { ThreadList } from '../features/threads';
import { Button, shortcutText, useFileDrop, useWords } from '../ui';
import styles from './Layout.module.css';
import type { Route } from './routes';
import dropStyles from './Sidebar.module.css';

interface SidebarProps {
  route: Route;
  go(route: Route): void;
  onFold(): void;
}

export function Sidebar({ route, go, onFold }: SidebarProps) {
  const { window: words, ui } = useWords();
  const { attach } = useFileCommands();
  const attachTo = async (fileId: FileId, threadId: ThreadId | null) => {
    if (await attach(fileId, threadId)) go(threadId === null ? { page: 'new' } : { page: 'thread', threadId });
  };
  const { over, ...dropping } = useFileDrop((fileId) => void attachTo(fileId, null));
  const open = (threadId: ThreadId) => go({ page: 'thread', threadId });
  const gone = (threadId: ThreadId) => route.page === 'thread' && route.threadId === threadId && go({ page: 'new' });
  return (
    <nav className={styles.sidebar} aria-label={ui.app.navigation}>
      <div className={styles.top}>
        <button type="button" className={styles.search} title={ui.app.searchMeaning} onClick={() => spotlight.open()}>
          <span>{ui.app.search}</span>
          <kbd>{shortcutText('mod+K', ui.keys)}</kbd>
        </button>
        <Button
          icon={<Plus size={15} />}
          className={over ? (dropStyles.target ?? '') : ''}
          {...dropping}
          aria-label={ui.app.newThread}
          title={ui.app.newThreadBy(shortcutText('mod+N', ui.keys))}
          onClick={() => go({ page: 'new' })}
        />
        <Button
          look="quiet"
          icon={<PanelLeft size={15} />}
          aria-label={words.toggleNavigation()}
          title={`${words.toggleNavigation()} (${shortcutText('mod+B', ui.keys)})`}
          onClick={onFold}
        />
      </div>
      <div className={styles.places}>
        <Place
          label={ui.app.charts}
          icon={<ChartColumn size={15} />}
          current={route.page === 'charts'}
          onClick={() => go({ page: 'charts' })}
        />
        <Place
          label={ui.reports.reports}
          icon={<FileChartColumn size={15} />}
          current={route.page === 'reports' || route.page === 'report'}
          onClick={() => go({ page: 'reports' })}
        />
        <Place
          label={ui.app.files}
          icon={<FileText size={15} />}
          current={route.page === 'files'}
          onClick={() => go({ page: 'files' })}
        />
        <Place
          label={ui.app.assistants}
          icon={<Bot size={15} />}
          current={route.page === 'assistants'}
          onClick={() => go({ page: 'assistants' })}
        />
        <Place
          label={ui.app.usage}
          icon={<Gauge size={15} />}
          current={route.page === 'usage'}
          onClick={() => go({ page: 'usage' })}
        />
      </div>
      <ThreadList
        archived={false}
        current={route.page === 'thread' ? route.threadId : null}
        onOpen={open}
        onGone={gone}
        onExport={({ id, title }) => showThreadExport(id, ui.exports.title(title))}
        onDropFile={(fileId, threadId) => void attachTo(fileId, threadId)}
        onRunAgain={(threadId) => go({ page: 'rerun', threadId })}
      />
      <div className={styles.places}>
        <Place
          label={ui.app.settings}
          icon={<Settings size={15} />}
          hint={shortcutText('mod+,', ui.keys)}
          current={route.page === 'settings'}
          onClick={() => go({ page: 'settings', section: 'general' })}
        />
      </div>
    </nav>
  );
}

interface PlaceProps {
  label: string;
  icon: ReactNode;
  hint?: string;
  current: boolean;
  onClick(): void;
}

function Place({ label, icon, hint, current, onClick }: PlaceProps) {
  return (
    <button
      type="button"
      className={`${styles.place} ${current ? styles.here : ''}`}
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
    >
      {icon}
      <span>{label}</span>
      {hint && <kbd>{hint}</kbd>}
    </button>
  );
}
