import {
  Archive,
  ArchiveRestore,
  ArrowDown,
  ArrowUp,
  Bot,
  ChartColumn,
  Code,
  Columns2,
  Download,
  Eraser,
  FileChartColumn,
  FileText,
  Gauge,
  Keyboard,
  Monitor,
  Moon,
  Package,
  PanelLeft,
  PanelRight,
  Paperclip,
  Pencil,
  Pin,
  PinOff,
  Plug,
  RotateCw,
  Send,
  Settings,
  SlidersHorizontal,
  SquarePen,
  Sun,
  Trash2,
  Upload,
} from 'lucide-react';
import type { RefObject } from 'react';
import type { MessageId, Thread, ThreadId } from '#contract';
import { showThreadExport } from '../features/exports';
import { Palette } from '../features/search';
import { useSettings } from '../features/settings';
import { useThread, useThreadCommands } from '../features/threads';
import { useWords } from '../ui';
import type { Route } from './routes';
import type { ThreadCommands } from './ThreadPage';

interface AppPaletteProps {
  /** The open thread. */
  threadId: ThreadId | null;
  go(route: Route): void;
  onOpenThread(threadId: ThreadId, messageId: MessageId | null): void;
  /** What the page of the thread can do; null where another page is open. */
  commands: RefObject<ThreadCommands | null> | null;
  onToggleInspector(): void;
  onOpenSent(): void;
  onStep(by: number): void;
  onToggleNavigation(): void;
  onShowShortcuts(): void;
  recent: readonly Thread[];
}

const SIZE = 15;

const APPEARANCES = [
  { appearance: 'light', icon: <Sun size={SIZE} /> },
  { appearance: 'dark', icon: <Moon size={SIZE} /> },
  { appearance: 'system', icon: <Monitor size={SIZE} /> },
] as const;

/** Every action of the window by name. */
export function AppPalette({
  threadId,
  go,
  onOpenThread,
  commands,
  onToggleInspector,
  onOpenSent,
  onStep,
  onToggleNavigation,
  onShowShortcuts,
  recent,
}: AppPaletteProps) {
  const { window: words, deletions: deletedWords, threads: threadWords, ui } = useWords();
  const { pin, archive, remove } = useThreadCommands();
  const { data: thread } = useThread(threadId);
  const { change } = useSettings();
  const leaving = async (gone: Promise<boolean>) => (await gone) && go({ page: 'new' });
  return (
    <Palette
      recent={recent}
      onOpenThread={onOpenThread}
      actions={[
        {
          id: 'new',
          label: ui.app.newThread,
          shortcut: 'mod+N',
          icon: <SquarePen size={SIZE} />,
          run: () => go({ page: 'new' }),
        },
        {
          id: 'next',
          label: ui.app.nextThread,
          shortcut: 'alt+↓',
          icon: <ArrowDown size={SIZE} />,
          run: () => onStep(1),
        },
        {
          id: 'previous',
          label: ui.app.previousThread,
          shortcut: 'alt+↑',
          icon: <ArrowUp size={SIZE} />,
          run: () => onStep(-1),
        },
        {
          id: 'inspector',
          label: ui.app.toggleInspector,
          shortcut: 'mod+J',
          icon: <PanelRight size={SIZE} />,
          run: onToggleInspector,
        },
        {
          id: 'navigation',
          label: words.toggleNavigation(),
          shortcut: 'mod+B',
          icon: <PanelLeft size={SIZE} />,
          run: onToggleNavigation,
        },
        {
          id: 'shortcuts',
          label: words.shortcuts(),
          shortcut: '?',
          icon: <Keyboard size={SIZE} />,
          takesFocus: true,
          run: onShowShortcuts,
        },
        ...(commands
          ? [
              {
                id: 'attach',
                label: ui.app.attachFile,
                icon: <Paperclip size={SIZE} />,
                run: () => commands.current?.attach(),
              },
              {
                id: 'explore',
                label: ui.app.exploreByHand,
                icon: <SlidersHorizontal size={SIZE} />,
                takesFocus: true,
                run: () => commands.current?.explore(null),
              },
            ]
          : []),
        ...(threadId && thread
          ? [
              {
                id: 'rename',
                label: ui.app.renameThread,
                icon: <Pencil size={SIZE} />,
                takesFocus: true,
                run: () => commands?.current?.rename(),
              },
              {
                id: 'pin',
                label: thread.pinned ? ui.app.unpinThread : ui.app.pinThread,
                icon: thread.pinned ? <PinOff size={SIZE} /> : <Pin size={SIZE} />,
                run: () => void pin(thread),
              },
              {
                id: 'put-away',
                label: thread.archived ? ui.app.unarchiveThread : ui.app.archiveThread,
                icon: thread.archived ? <ArchiveRestore size={SIZE} /> : <Archive size={SIZE} />,
                run: () => void (thread.archived ? archive(thread) : leaving(archive(thread))),
              },
              {
                id: 'delete',
                label: ui.app.deleteThread,
                icon: <Trash2 size={SIZE} />,
                run: () => void leaving(remove(thread)),
              },
              {
                id: 'sent',
                label: ui.app.showSent,
                icon: <Send size={SIZE} />,
                run: onOpenSent,
              },
              {
                id: 'rerun',
                label: ui.reruns.title,
                icon: <RotateCw size={SIZE} />,
                run: () => go({ page: 'rerun', threadId }),
              },
              {
                id: 'compare',
                label: ui.comparisons.action,
                icon: <Columns2 size={SIZE} />,
                run: () => go({ page: 'compare', threadId, answer: null }),
              },
              {
                id: 'export',
                label: ui.exports.threadAction,
                icon: <Download size={SIZE} />,
                takesFocus: true,
                run: () => showThreadExport(threadId, ui.exports.title(thread.title)),
              },
            ]
          : []),
        { id: 'charts', label: ui.app.charts, icon: <ChartColumn size={SIZE} />, run: () => go({ page: 'charts' }) },
        {
          id: 'reports',
          label: ui.reports.reports,
          icon: <FileChartColumn size={SIZE} />,
          run: () => go({ page: 'reports' }),
        },
        { id: 'files', label: ui.app.files, icon: <FileText size={SIZE} />, run: () => go({ page: 'files' }) },
        {
          id: 'assistants',
          label: ui.app.assistants,
          icon: <Bot size={SIZE} />,
          run: () => go({ page: 'assistants' }),
        },
        {
          id: 'usage',
          label: ui.app.usageOf,
          icon: <Gauge size={SIZE} />,
          run: () => go({ page: 'usage' }),
        },
        {
          id: 'cleanup',
          label: threadWords.cleanUp(),
          icon: <Eraser size={SIZE} />,
          run: () => go({ page: 'cleanup' }),
        },
        {
          id: 'deleted',
          label: deletedWords.title(),
          icon: <Trash2 size={SIZE} />,
          run: () => go({ page: 'deleted' }),
        },
        {
          id: 'archive',
          label: ui.app.archivedThreads,
          icon: <Archive size={SIZE} />,
          run: () => go({ page: 'archive' }),
        },
        {
          id: 'settings',
          label: ui.app.settings,
          shortcut: 'mod+,',
          icon: <Settings size={SIZE} />,
          run: () => go({ page: 'settings', section: 'general' }),
        },
        {
          id: 'export-everything',
          label: ui.exports.everythingAction,
          icon: <Download size={SIZE} />,
          run: () => go({ page: 'settings', section: 'data' }),
        },
        {
          id: 'import',
          label: ui.imports.action,
          icon: <Upload size={SIZE} />,
          run: () => go({ page: 'settings', section: 'data' }),
        },
        {
          id: 'connections',
          label: ui.app.connectionsOf,
          icon: <Plug size={SIZE} />,
          run: () => go({ page: 'settings', section: 'connections' }),
        },
        {
          id: 'python-packages',
          label: ui.app.packages,
          icon: <Package size={SIZE} />,
          run: () => go({ page: 'settings', section: 'python-packages' }),
        },
        {
          id: 'api-access',
          label: ui.app.apiAccessOf,
          icon: <Code size={SIZE} />,
          run: () => go({ page: 'settings', section: 'api-access' }),
        },
        ...APPEARANCES.map(({ appearance, icon }) => ({
          id: `appearance-${appearance}`,
          label: ui.app.appearance[appearance],
          icon,
          run: () => change({ appearance }),
        })),
      ]}
    />
  );
}
