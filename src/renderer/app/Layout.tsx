import { useMediaQuery } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { PanelLeft } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { AnswerVersion, FileId, MessageId, ThreadId } from '#contract';
import { useSettings } from '../features/settings';
import { useThreads } from '../features/threads';
import { Button, shortcutText, ThreadActionsProvider, useWords } from '../ui';
import { AppPalette } from './AppPalette';
import { Inspector } from './Inspector';
import styles from './Layout.module.css';
import { Main } from './Main';
import { useRoute } from './routes';
import { showShortcuts } from './Shortcuts';
import { Sidebar } from './Sidebar';
import type { ThreadCommands } from './ThreadPage';
import { threadParts } from './thread-parts';
import { useInspected } from './use-inspected';
import { useShortcuts } from './use-shortcuts';

/** Where there is no room for three panes, the inspector is folded away until it is asked for. */
const NARROW = '(max-width: 1120px)';

/** Three panes: where to go, what was said, what is behind it. Their widths are remembered. */
export function Layout() {
  const { window: words, ui } = useWords();
  const { route, go } = useRoute();
  const { settings, change } = useSettings();
  const { threads } = useThreads(false);
  const [sought, setSought] = useState<{ threadId: ThreadId; messageId: MessageId } | null>(null);
  const commands = useRef<ThreadCommands>(null);
  const threadId = route.page === 'thread' ? route.threadId : null;
  const panes = settings?.panes;
  const narrow = useMediaQuery(NARROW) ?? false;
  const [unfolded, setUnfolded] = useState(false);
  const inspector = narrow ? unfolded : (panes?.inspector ?? true);

  const setInspector = (shown: boolean) => {
    // Folded away, it has nothing to point to any more.
    if (!shown) forget();
    if (narrow) setUnfolded(shown);
    else if (panes) change({ panes: { ...panes, inspector: shown } });
  };
  const navigation = panes?.navigation ?? true;
  const toggleNavigation = () => panes && change({ panes: { ...panes, navigation: !navigation } });
  const toggleInspector = () => setInspector(!inspector);
  const { inspected, showResult, showData, openSource, showSent, forget } = useInspected(threadId, () => {
    if (!inspector) setInspector(true);
  });
  const openPackages = useCallback(() => go({ page: 'settings', section: 'python-packages' }), [go]);
  const openConnections = useCallback(() => go({ page: 'settings', section: 'connections' }), [go]);
  const openUsage = useCallback(() => go({ page: 'usage' }), [go]);
  const openComparison = useCallback(
    (answer: AnswerVersion) => threadId && go({ page: 'compare', threadId, answer }),
    [go, threadId],
  );
  const explore = useCallback((table: string | null) => commands.current?.explore(table), []);
  const attach = useCallback((fileId: FileId) => void commands.current?.attachKept(fileId), []);
  const onFound = useCallback(() => setSought(null), []);
  const openThread = (to: ThreadId, messageId: MessageId | null) => {
    setSought(messageId && { threadId: to, messageId });
    go({ page: 'thread', threadId: to });
  };
  const step = (by: number) => {
    const at = threads.findIndex((thread) => thread.id === threadId);
    const next = threads[at === -1 ? 0 : at + by];
    if (next) go({ page: 'thread', threadId: next.id });
  };
  useShortcuts([
    { keys: 'mod+K', run: () => spotlight.toggle() },
    { keys: 'mod+N', run: () => go({ page: 'new' }) },
    { keys: 'alt+N', run: () => go({ page: 'new' }) },
    { keys: 'mod+B', run: () => toggleNavigation() },
    { keys: '?', run: () => showShortcuts(words.shortcuts()) },
    { keys: 'mod+,', run: () => go({ page: 'settings', section: 'general' }) },
    { keys: 'mod+J', run: () => toggleInspector() },
    { keys: 'alt+ArrowDown', run: () => step(1) },
    { keys: 'alt+ArrowUp', run: () => step(-1) },
  ]);

  if (!panes) return null;
  const showsInspector = inspector && threadId !== null;
  return (
    <ThreadActionsProvider
      threadId={threadId}
      showResult={showResult}
      showData={showData}
      openSource={openSource}
      openPackages={openPackages}
      openConnections={openConnections}
      openSent={showSent}
      openUsage={openUsage}
      openComparison={openComparison}
      explore={explore}
      ask={null}
      attach={threadId === null ? null : attach}
      {...threadParts}
    >
      <Group
        className={styles.panes}
        orientation="horizontal"
        onLayoutChanged={(_layout, meta) => {
          if (meta.isUserInteraction) rememberWidths(change, panes);
        }}
      >
        {navigation && (
          <>
            <Panel
              id="navigation"
              className={styles.side}
              minSize={180}
              maxSize={420}
              defaultSize={panes.left}
              groupResizeBehavior="preserve-pixel-size"
            >
              <Sidebar route={route} go={go} onFold={toggleNavigation} />
            </Panel>
            <Separator className={styles.handle} aria-label={ui.app.widthOfNavigation} />
          </>
        )}
        <Panel id="main" className={styles.main} minSize={360}>
          {!navigation && (
            <Button
              className={styles.unfold ?? ''}
              look="quiet"
              icon={<PanelLeft size={15} />}
              aria-label={words.toggleNavigation()}
              title={`${words.toggleNavigation()} (${shortcutText('mod+B', ui.keys)})`}
              onClick={toggleNavigation}
            />
          )}
          <Main
            key={threadId ?? route.page}
            route={route}
            go={go}
            sought={sought?.threadId === threadId ? sought.messageId : null}
            onFound={onFound}
            onSeek={openThread}
            commands={commands}
            inspector={inspector}
            onToggleInspector={toggleInspector}
          />
        </Panel>
        {showsInspector && (
          <>
            <Separator className={styles.handle} aria-label={ui.app.widthOfInspector} />
            <Panel
              id="inspector"
              className={styles.side}
              minSize={260}
              maxSize={760}
              defaultSize={panes.right}
              groupResizeBehavior="preserve-pixel-size"
            >
              <Inspector
                key={threadId}
                threadId={threadId}
                result={inspected.result}
                data={inspected.data}
                source={inspected.source}
                sent={inspected.sent}
              />
            </Panel>
          </>
        )}
      </Group>
      <AppPalette
        threadId={threadId}
        go={go}
        onOpenThread={openThread}
        commands={route.page === 'thread' || route.page === 'new' ? commands : null}
        onToggleInspector={toggleInspector}
        onOpenSent={showSent}
        onStep={step}
        onToggleNavigation={toggleNavigation}
        onShowShortcuts={() => showShortcuts(words.shortcuts())}
        recent={threads.filter(({ id }) => id !== threadId)}
      />
    </ThreadActionsProvider>
  );
}

type Panes = NonNullable<ReturnType<typeof useSettings>['settings']>['panes'];

/** Reads the widths as they stand on the screen; the panel library knows them only as shares. */
function rememberWidths(change: ReturnType<typeof useSettings>['change'], panes: Panes): void {
  const width = (id: string) => Math.round(document.getElementById(id)?.getBoundingClientRect().width ?? 0);
  const [left, right] = [width('navigation'), width('inspector')];
  change({
    panes: { ...panes, left: clamp(left || panes.left, 160, 480), right: clamp(right || panes.right, 240, 800) },
  });
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
