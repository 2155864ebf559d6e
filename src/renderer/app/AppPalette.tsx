import {
  Archive,
  ChartColumn,
  Code,
  FileText,
  NotebookText,
  Package,
  PanelRight,
  Settings,
  SkipBack,
  SkipForward,
  SquarePen,
} from 'lucide-react';
import type { ThreadId } from '#contract';
import { Palette } from '../features/search';
import { useThreadActions } from '../features/threads';
import type { Route } from './routes';

interface AppPaletteProps {
  /** The open thread. */
  threadId: ThreadId | null;
  go(route: Route): void;
  onToggleInspector(): void;
  onStep(by: number): void;
}

const SIZE = 15;

/** Every action of the window by name. */
export function AppPalette({ threadId, go, onToggleInspector, onStep }: AppPaletteProps) {
  const { saveNotebook } = useThreadActions();
  return (
    <Palette
      onOpenThread={(threadId) => go({ page: 'thread', threadId })}
      actions={[
        {
          id: 'new',
          label: 'New thread',
          shortcut: 'mod+N',
          icon: <SquarePen size={SIZE} />,
          run: () => go({ page: 'new' }),
        },
        {
          id: 'next',
          label: 'Next thread',
          shortcut: 'alt+↓',
          icon: <SkipForward size={SIZE} />,
          run: () => onStep(1),
        },
        {
          id: 'previous',
          label: 'Previous thread',
          shortcut: 'alt+↑',
          icon: <SkipBack size={SIZE} />,
          run: () => onStep(-1),
        },
        {
          id: 'inspector',
          label: 'Show or hide the inspector',
          shortcut: 'mod+J',
          icon: <PanelRight size={SIZE} />,
          run: onToggleInspector,
        },
        ...(threadId
          ? [
              {
                id: 'notebook',
                label: 'Save this thread as a notebook',
                icon: <NotebookText size={SIZE} />,
                run: () => void saveNotebook(threadId),
              },
            ]
          : []),
        { id: 'charts', label: 'Charts', icon: <ChartColumn size={SIZE} />, run: () => go({ page: 'charts' }) },
        { id: 'files', label: 'Files', icon: <FileText size={SIZE} />, run: () => go({ page: 'files' }) },
        { id: 'archive', label: 'Archived threads', icon: <Archive size={SIZE} />, run: () => go({ page: 'archive' }) },
        {
          id: 'settings',
          label: 'Settings',
          shortcut: 'mod+,',
          icon: <Settings size={SIZE} />,
          run: () => go({ page: 'settings', section: 'general' }),
        },
        {
          id: 'python-packages',
          label: 'Python packages',
          icon: <Package size={SIZE} />,
          run: () => go({ page: 'settings', section: 'python-packages' }),
        },
        {
          id: 'api-access',
          label: 'API access: use Assay from scripts',
          icon: <Code size={SIZE} />,
          run: () => go({ page: 'settings', section: 'api-access' }),
        },
      ]}
    />
  );
}
