import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, messageOf, useWords } from '../../ui';
import styles from './Source.module.css';
import type { WordSearch } from './use-document-search';

/** What is to be found in a document, and the way from one place to the next: Enter, and Shift+Enter back. */
export function SearchField({ search }: { search: WordSearch }) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => focusBySearchKey(field.current), []);
  const { matches, index, more, error } = search;
  const none = (matches?.length ?? 0) === 0;
  return (
    <search className={styles.search}>
      <Search size={13} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        aria-label={words.document.search()}
        placeholder={words.document.search()}
        aria-keyshortcuts="Control+F Meta+F"
        maxLength={200}
        value={search.words}
        onChange={(event) => search.searchFor(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          search.step(event.shiftKey ? -1 : 1);
        }}
      />
      <span role="status">
        {error ? messageOf(error, words.ui) : null}
        {matches &&
          (none ? words.document.noMatch() : words.document.match({ at: index + 1, of: matches.length, more }))}
      </span>
      <Button
        look="quiet"
        size="small"
        aria-label={words.document.previousMatch()}
        title={words.document.previousMatch()}
        icon={<ChevronUp size={14} />}
        disabled={none}
        onClick={() => search.step(-1)}
      />
      <Button
        look="quiet"
        size="small"
        aria-label={words.document.nextMatch()}
        title={words.document.nextMatch()}
        icon={<ChevronDown size={14} />}
        disabled={none}
        onClick={() => search.step(1)}
      />
    </search>
  );
}

/** Where the reader is in the document, the key for searching means the document; elsewhere it stays what it is. */
function focusBySearchKey(field: HTMLInputElement | null): (() => void) | undefined {
  const view = field?.closest<HTMLElement>(`.${styles.view}`);
  if (!field || !view) return undefined;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'f' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    field.focus();
    field.select();
  };
  view.addEventListener('keydown', onKey);
  return () => view.removeEventListener('keydown', onKey);
}
