import { useState } from 'react';
import type { Import, ImportItem, ImportOutcome, ThreadId } from '#contract';
import { Button, Failure, formatCount, Skeleton, useWords } from '../../ui';
import styles from './Imports.module.css';
import { useImportItems } from './use-imports';

const OUTCOMES = ['imported', 'partly', 'updated', 'present', 'skipped'] as const;

/** What came of each item of an import: all of them, or those of one outcome. */
export function ImportReport({ given, onOpenThread }: { given: Import; onOpenThread(threadId: ThreadId): void }) {
  const { imports: words } = useWords().ui;
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useImportItems(given.id, outcome);
  const total = Object.values(given.counts).reduce((sum, n) => sum + n, 0);
  const choices = [
    { value: null, label: words.all, count: total },
    ...OUTCOMES.map((value) => ({ value, label: words.outcomes[value], count: given.counts[value] })),
  ].filter(({ count }) => count > 0);
  return (
    <div className={styles.report}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own */}
      <div className={styles.filters} role="group" aria-label={words.report(given.name)}>
        {choices.map(({ value, label, count }) => (
          <Button
            key={label}
            size="small"
            look={value === outcome ? 'plain' : 'quiet'}
            aria-pressed={value === outcome}
            onClick={() => setOutcome(value)}
          >
            {words.showOnly(label, formatCount(count))}
          </Button>
        ))}
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={words.loading} widths={[100, 90, 100]} />}
      <ul className={styles.items}>
        {data?.pages
          .flatMap(({ items }) => items)
          .map((item) => (
            <ItemRow key={item.number} item={item} onOpenThread={onOpenThread} />
          ))}
      </ul>
      {hasNextPage && (
        <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </div>
  );
}

function ItemRow({ item, onOpenThread }: { item: ImportItem; onOpenThread(threadId: ThreadId): void }) {
  const { imports: words } = useWords().ui;
  const { title, outcome, threadId, losses, refusal } = item;
  const shown = title ?? words.untitled;
  const told = [
    ...(refusal === null ? [] : [words.refusals[refusal]]),
    ...losses.map(({ code, count, detail }) => words.losses[code](count, detail)),
  ];
  return (
    <li>
      <span className={styles.outcome} data-outcome={outcome}>
        {words.outcomes[outcome]}
      </span>
      <span className={styles.what}>
        {threadId === null ? (
          <span>{shown}</span>
        ) : (
          <button
            type="button"
            className={styles.open}
            aria-label={words.open(shown)}
            onClick={() => onOpenThread(threadId)}
          >
            {shown}
          </button>
        )}
        {told.length > 0 && <small>{told.join(' · ')}</small>}
      </span>
    </li>
  );
}
