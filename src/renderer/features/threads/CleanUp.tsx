import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ThreadId } from '#contract';
import { keys, useClient } from '../../bridge';
import { Button, Failure, formatBytes, formatDay, Select, Skeleton, useWords } from '../../ui';
import { RetentionRule } from './RetentionRule';
import styles from './Tags.module.css';
import { useThreadCommands } from './use-thread-commands';

const AGES = [30, 90, 180, 365];

/** Threads that were not used for a while, as a list, before any of them is deleted. */
export function CleanUp() {
  const id = useId();
  const { threads: words } = useWords();
  const { removeAll } = useThreadCommands();
  const client = useClient();
  const [days, setDays] = useState(90);
  const [spared, setSpared] = useState<ReadonlySet<ThreadId>>(new Set());
  const [withFiles, setWithFiles] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.unusedThreads(days),
    queryFn: () => client.threads.unused({ days }),
    staleTime: 0,
  });
  const chosen = (data ?? []).filter(({ id }) => !spared.has(id));
  const toggle = (id: ThreadId) => {
    const next = new Set(spared);
    if (!next.delete(id)) next.add(id);
    setSpared(next);
  };
  return (
    <div className={styles.page}>
      <p className={styles.lead}>{words.cleanUpLead()}</p>
      <div className={styles.row}>
        <label htmlFor={id}>{words.notUsedFor()}</label>
        <Select id={id} value={days} onChange={(event) => setDays(Number(event.target.value))}>
          {AGES.map((age) => (
            <option key={age} value={age}>
              {words.days(age)}
            </option>
          ))}
        </Select>
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={words.loading()} widths={[100, 100, 80]} />}
      {data?.length === 0 && <p className={styles.lead}>{words.noneUnused()}</p>}
      {data && data.length > 0 && (
        <>
          <table>
            <thead>
              <tr>
                <td>
                  <Checkbox
                    size="xs"
                    aria-label={words.chooseAll()}
                    checked={chosen.length === data.length}
                    indeterminate={chosen.length > 0 && chosen.length < data.length}
                    onChange={() => setSpared(new Set(chosen.length > 0 ? data.map(({ id }) => id) : []))}
                  />
                </td>
                <th scope="col">{words.thread()}</th>
                <th scope="col">{words.messages()}</th>
                <th scope="col">{words.ownFiles()}</th>
                <th scope="col">{words.lastUsed()}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((thread) => (
                <tr key={thread.id}>
                  <td>
                    <Checkbox
                      size="xs"
                      aria-label={words.choose(thread.title)}
                      checked={!spared.has(thread.id)}
                      onChange={() => toggle(thread.id)}
                    />
                  </td>
                  <th scope="row">{thread.title}</th>
                  <td>{thread.messages}</td>
                  <td>{thread.files > 0 ? words.files(thread.files, formatBytes(thread.fileBytes)) : ''}</td>
                  <td>{formatDay(thread.updatedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Checkbox
            label={words.withFiles()}
            checked={withFiles}
            onChange={(event) => setWithFiles(event.currentTarget.checked)}
          />
          <Button
            look="danger"
            disabled={chosen.length === 0}
            onClick={() =>
              void removeAll(
                chosen.map(({ id }) => id),
                withFiles,
              ).then(() => refetch())
            }
          >
            {words.deleteCount(chosen.length)}
          </Button>
        </>
      )}
      <RetentionRule />
    </div>
  );
}
