import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { keys, useClient } from '../../bridge';
import { Button, Field, formatBytes, Select, tellFailure, tellSaved, useWords } from '../../ui';
import styles from './Ledger.module.css';
import { useKeptRequests } from './use-ledger';

const DAYS = [null, 365, 90, 30, 7];

/** How long what requests said is kept, and what it takes. */
export function KeepRequests() {
  const client = useClient();
  const words = useWords();
  const { data: settings } = useQuery({ queryKey: keys.settings, queryFn: () => client.settings.get({}) });
  const { data: kept, refetch } = useKeptRequests();
  if (!settings || !kept) return null;
  const chosen = settings.models.keepRequestsDays;
  const save = (keepRequestsDays: number | null) =>
    client.settings.change({ models: { ...settings.models, keepRequestsDays } }).then(
      () => refetch(),
      (error: unknown) => tellFailure(words.ui.common.notSaved, error),
    );
  const choose = async (days: number | null) => {
    const older = days === null ? null : await client.ledger.kept({ olderThanDays: days });
    if (days === null || !older || older.requests === 0) return save(days);
    modals.openConfirmModal({
      title: words.ledger.forget(older.requests),
      children: (
        <>
          <p>{words.ledger.forgetMeaning(days, formatBytes(older.bytes))}</p>
          <Button size="small" onClick={() => void tellSaved(client.ledger.export({ threadId: null }))}>
            {words.ui.ledger.exportAsJson}
          </Button>
        </>
      ),
      labels: { confirm: words.ui.common.delete, cancel: words.ui.ledger.keepThem },
      onConfirm: () => void save(days),
    });
  };
  return (
    <>
      <p className={styles.hosts}>{words.ledger.kept(kept.requests, formatBytes(kept.bytes))}</p>
      <Field label={words.ledger.keep()}>
        {(id) => (
          <Select
            id={id}
            value={chosen ?? ''}
            onChange={({ target }) =>
              void choose(target.value === '' ? null : Number(target.value)).catch((error: unknown) =>
                tellFailure(words.ui.common.notSaved, error),
              )
            }
          >
            {[...new Set([...DAYS, chosen])].map((days) => (
              <option key={days ?? ''} value={days ?? ''}>
                {words.ledger.keepFor(days)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
