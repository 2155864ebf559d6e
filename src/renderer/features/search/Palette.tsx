import { Spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { MessageSquare, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useState } from 'react';
import type { MessageId, SearchHit, Thread, ThreadId } from '#contract';
import { keys, useClient } from '../../bridge';
import { shortcutText, useWords } from '../../ui';
import styles from './Search.module.css';

export interface PaletteAction {
  id: string;
  label: string;
  shortcut?: string;
  icon: ReactNode;
  /** The focus goes elsewhere with it, and is not to come back to where it was. */
  takesFocus?: boolean;
  run(): void;
}

/** Of the threads used last, as many as leave room for the commands. */
const RECENT_AT_MOST = 6;

interface PaletteProps {
  /** Threads used last, the newest first. */
  recent: readonly Pick<Thread, 'id' | 'title'>[];
  actions: readonly PaletteAction[];
  /** Opens a thread, at a message where one was found. */
  onOpenThread(threadId: ThreadId, messageId: MessageId | null): void;
}

/** Every action with its shortcut, and every word ever said, behind one key. */
export function Palette({ recent, actions, onOpenThread }: PaletteProps) {
  const words = useWords();
  const [query, setQuery] = useState('');
  const [focusTaken, setFocusTaken] = useState(false);
  const asked = useDeferredValue(query.trim());
  const client = useClient();
  const { data: hits } = useQuery({
    queryKey: keys.search(asked),
    queryFn: () => client.threads.search({ query: asked, limit: 12 }),
    enabled: asked.length > 1,
    staleTime: 0,
    placeholderData: (before) => before,
  });
  const wanted = query.trim().toLowerCase();
  const shown = actions.filter((action) => action.label.toLowerCase().includes(wanted));
  const found = asked.length > 1 ? (hits ?? []) : [];
  return (
    <Spotlight.Root
      classNames={{
        content: styles.content,
        actionsList: styles.list,
        action: styles.action,
        actionsGroup: styles.group,
        empty: styles.empty,
      }}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      centered={false}
      yOffset="12vh"
      attributes={{ content: { 'aria-label': words.ui.search.searchAndCommands } }}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      query={query}
      onQueryChange={setQuery}
      scrollable
      maxHeight={420}
      shortcut={null}
      clearQueryOnClose
      returnFocus={!focusTaken}
      onSpotlightOpen={() => setFocusTaken(false)}
    >
      <Spotlight.Search
        placeholder={words.ui.search.invitation}
        aria-label={words.ui.search.invitation}
        leftSection={<Search size={16} />}
        onKeyDown={takeFirst}
      />
      <Spotlight.ActionsList>
        {wanted === '' && recent.length > 0 && (
          <Spotlight.ActionsGroup label={words.window.recent()}>
            {recent.slice(0, RECENT_AT_MOST).map(({ id, title }) => (
              <Spotlight.Action
                key={id}
                label={title}
                leftSection={<MessageSquare size={15} />}
                onClick={() => onOpenThread(id, null)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {shown.length > 0 && (
          <Spotlight.ActionsGroup label={words.ui.search.commands}>
            {shown.map((action) => (
              <Spotlight.Action
                key={action.id}
                label={action.label}
                leftSection={action.icon}
                rightSection={action.shortcut && <kbd>{shortcutText(action.shortcut, words.ui.keys)}</kbd>}
                onClick={() => {
                  setFocusTaken(action.takesFocus ?? false);
                  action.run();
                }}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={words.ui.search.foundInThreads}>
            {found.map((hit) => (
              <Spotlight.Action
                key={`${hit.threadId}-${hit.messageId}`}
                onClick={() => {
                  setFocusTaken(hit.messageId !== null);
                  onOpenThread(hit.threadId, hit.messageId);
                }}
              >
                <Hit hit={hit} />
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {shown.length === 0 && found.length === 0 && (
          <Spotlight.Empty>{words.ui.search.nothingFound(query)}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Enter takes the first of the list while none is chosen with the arrow keys. */
function takeFirst(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const dialog = event.currentTarget.closest('[role="dialog"]');
  if (dialog?.querySelector('[data-action][data-selected]')) return;
  dialog?.querySelector<HTMLElement>('[data-action]')?.click();
}

function Hit({ hit }: { hit: SearchHit }) {
  return (
    <span className={styles.hit}>
      <MessageSquare size={15} aria-hidden="true" />
      <span className={styles.hitText}>
        <span className={styles.hitTitle}>{hit.title}</span>
        <span className={styles.excerpt}>{marked(plain(hit.excerpt))}</span>
      </span>
    </span>
  );
}

/** The words of an answer without what its markdown is written with. */
const plain = (excerpt: string): string =>
  excerpt
    .replaceAll(/(^|\n)\s*(>|[-*]|#+|\d+\.)(?=\s)/g, '$1')
    .replaceAll(/\*\*|`|:?-{3,}:?/g, '')
    .replaceAll(/(\s*\|)+\s*/g, ' · ')
    .replace(/^[\s·]+|[\s·]+$/g, '');

/** The found words stand between U+0002 and U+0003. */
function marked(excerpt: string): ReactNode[] {
  return excerpt.split('\u0002').flatMap((piece, index) => {
    if (index === 0) return [piece];
    const [hit = '', rest = ''] = piece.split('\u0003');
    return [<mark key={index}>{hit}</mark>, rest];
  });
}
