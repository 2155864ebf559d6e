import { type ReactNode, useEffect, useRef } from 'react';
import type { MessageId, ThreadId } from '#contract';
import { AssistantsPage } from '../features/assistants';
import { ChartCard, ChartGallery } from '../features/charts';
import { ConnectionsPage } from '../features/connections';
import { AnswersBeside } from '../features/conversation';
import { DeletedList } from '../features/deletions';
import { ApiAccess } from '../features/endpoint';
import { ExportEverything, showThreadExport } from '../features/exports';
import { FileList } from '../features/files';
import { ImportSection, useImportBeginning } from '../features/imports';
import { SentPanel } from '../features/ledger';
import { AssistantModel, ModelSettingsPage } from '../features/models';
import { PackagesPage } from '../features/packages';
import { ReportList } from '../features/reports';
import { ComparePage, ReportRerunPage, RerunPage } from '../features/reruns';
import { SettingsPage } from '../features/settings';
import { CleanUp, ThreadList } from '../features/threads';
import { UsagePage } from '../features/usage';
import { LeadButton, useLargeScreen, useWords } from '../ui';
import styles from './Layout.module.css';
import { LibraryPreview } from './LibraryPreview';
import { ReportPlace } from './ReportPlace';
import type { Route } from './routes';
import { ThreadPage, type ThreadPlace } from './ThreadPage';

interface MainProps extends ThreadPlace {
  onSeek(threadId: ThreadId, messageId: MessageId | null): void;
  route: Route;
  go(route: Route): void;
}

/** The middle pane: a thread, or one of the places beside the threads. */
export function Main({ route, go, onSeek, ...place }: MainProps) {
  const words = useWords();
  const open = (threadId: ThreadId) => go({ page: 'thread', threadId });
  const { begin } = useImportBeginning();
  const importThreads = (file: File) => {
    go({ page: 'settings', section: 'data' });
    void begin(file);
  };
  switch (route.page) {
    case 'new':
    case 'thread':
      return (
        <ThreadPage
          threadId={route.page === 'thread' ? route.threadId : null}
          onStarted={open}
          onMissing={() => go({ page: 'new' })}
          openAssistants={() => go({ page: 'assistants' })}
          onImport={importThreads}
          {...place}
        />
      );
    case 'rerun':
      return (
        <Place key={route.threadId} title={words.ui.reruns.title} wide>
          <RerunPage threadId={route.threadId} Chart={ChartCard} onOpen={open} />
        </Place>
      );
    case 'compare':
      return (
        <Place key={route.threadId} title={words.ui.comparisons.title} wide>
          <ComparePage
            threadId={route.threadId}
            answer={route.answer}
            Chart={ChartCard}
            Answers={AnswersBeside}
            onOpen={onSeek}
          />
        </Place>
      );
    case 'charts':
      return (
        <Place title={words.ui.app.charts}>
          <ChartGallery onOpen={({ threadId, messageId = null }) => onSeek(threadId, messageId)} />
        </Place>
      );
    case 'reports':
      return (
        <Place title={words.ui.reports.reports}>
          <ReportList onOpen={(reportId) => go({ page: 'report', reportId })} />
        </Place>
      );
    case 'report':
      return (
        <Place title={words.ui.reports.reports}>
          <ReportPlace key={route.reportId} reportId={route.reportId} go={go} onSeek={onSeek} />
        </Place>
      );
    case 'report-rerun':
      return (
        <Place key={route.reportId} title={words.ui.reruns.title} wide>
          <ReportRerunPage
            reportId={route.reportId}
            by={route.by}
            Chart={ChartCard}
            onOpenReport={(reportId) => go({ page: 'report', reportId })}
          />
        </Place>
      );
    case 'files':
      return (
        <Place title={words.ui.app.files} wide>
          <FileList
            Preview={LibraryPreview}
            onOpenThread={open}
            onOpenReport={(reportId) => go({ page: 'report', reportId })}
            onAttached={(threadId) => (threadId === null ? go({ page: 'new' }) : open(threadId))}
          />
          <p>
            <LeadButton onClick={() => go({ page: 'deleted' })}>{words.deletions.title()}</LeadButton>
          </p>
        </Place>
      );
    case 'assistants':
      return (
        <Place title={words.ui.app.assistants}>
          <AssistantsPage ModelChoice={AssistantModel} />
        </Place>
      );
    case 'usage':
      return (
        <Place title={words.ui.app.usage}>
          <UsagePage sent={<SentPanel threadId={null} />} />
        </Place>
      );
    case 'archive':
      return (
        <Place title={words.ui.app.archivedThreads}>
          <ThreadList
            archived
            current={null}
            onOpen={open}
            onGone={() => undefined}
            onExport={({ id, title }) => showThreadExport(id, words.ui.exports.title(title))}
          />
          <p>
            <LeadButton onClick={() => go({ page: 'cleanup' })}>{words.threads.cleanUp()}</LeadButton>{' '}
            <LeadButton onClick={() => go({ page: 'deleted' })}>{words.deletions.title()}</LeadButton>
          </p>
        </Place>
      );
    case 'cleanup':
      return (
        <Place title={words.threads.cleanUp()}>
          <CleanUp />
        </Place>
      );
    case 'deleted':
      return (
        <Place title={words.deletions.title()}>
          <DeletedList />
        </Place>
      );
    case 'settings':
      return (
        <Place title={words.ui.app.settings}>
          <SettingsPage
            current={route.section}
            onOpen={(section) => go({ page: 'settings', section })}
            others={[
              {
                id: 'data',
                title: words.ui.settings.data,
                content: (
                  <>
                    <ImportSection onOpenThread={open} />
                    <ExportEverything />
                  </>
                ),
              },
              { id: 'connections', title: words.ui.app.connections, content: <ConnectionsPage /> },
              { id: 'models', title: words.ui.app.models, content: <ModelSettingsPage /> },
              { id: 'python-packages', title: words.ui.app.packages, content: <PackagesPage /> },
              { id: 'api-access', title: words.ui.app.apiAccess, content: <ApiAccess /> },
            ]}
          />
        </Place>
      );
  }
}

const WIDEST = 2300;

/**
 * Whoever comes here reads on here: the focus comes along, as it goes to the question in a thread. `wide`: what it shows
 * stands side by side on large screens.
 */
function Place({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  const isLarge = useLargeScreen();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => body.current?.focus({ preventScroll: true }), []);
  return (
    <main className={styles.page}>
      <header className={styles.bar}>
        <h1>{title}</h1>
      </header>
      <div ref={body} className={styles.pageBody} tabIndex={-1}>
        <div className={styles.pageColumn} style={wide && isLarge ? { maxWidth: WIDEST } : undefined}>
          {children}
        </div>
      </div>
    </main>
  );
}
