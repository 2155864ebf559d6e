import { Checkbox } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Settings } from '#contract';
import { keys, useClient } from '../../bridge';
import { Select, tellFailure, useWords } from '../../ui';
import styles from './Tags.module.css';

type Rule = NonNullable<Settings['retention']>;

const AGES = [90, 180, 365, 730];
const LISTED = 12;
const NEVER: Rule = { days: null, keepTagged: true };

/** Whether threads are deleted by themselves: never, unless the analyst has said so after seeing which would go now. */
export function RetentionRule() {
  const client = useClient();
  const id = useId();
  const { threads: words } = useWords();
  const { data: settings } = useQuery({ queryKey: keys.settings, queryFn: () => client.settings.get({}) });
  if (!settings) return null;
  const rule = settings.retention ?? NEVER;
  const save = (retention: Rule) =>
    void client.settings.change({ retention }).catch((error: unknown) => tellFailure(words.failed(), error));
  const propose = async (next: Rule) => {
    if (next.days === null) return save(next);
    const unused = await client.threads.unused({ days: next.days });
    const going = unused.filter(({ tags }) => tags.length === 0 || !next.keepTagged);
    if (going.length === 0) return save(next);
    modals.openConfirmModal({
      title: words.ruleTitle(next.days),
      children: (
        <>
          <p className={styles.lead}>{words.ruleLead(going.length)}</p>
          <ul>
            {going.slice(0, LISTED).map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
          {going.length > LISTED && <p className={styles.lead}>{words.andMore(going.length - LISTED)}</p>}
        </>
      ),
      labels: { confirm: words.ruleDo(), cancel: words.cancel() },
      confirmProps: { color: 'red' },
      onConfirm: () => save(next),
    });
  };
  const tell = (next: Rule) => void propose(next).catch((error: unknown) => tellFailure(words.failed(), error));
  return (
    <section className={styles.page}>
      <h2>{words.byThemselves()}</h2>
      <p className={styles.lead}>{words.byThemselvesLead()}</p>
      <div className={styles.row}>
        <label htmlFor={id}>{words.ruleLabel()}</label>
        <Select
          id={id}
          value={rule.days ?? ''}
          onChange={(event) => tell({ ...rule, days: event.target.value === '' ? null : Number(event.target.value) })}
        >
          <option value="">{words.never()}</option>
          {AGES.map((age) => (
            <option key={age} value={age}>
              {words.afterDays(age)}
            </option>
          ))}
        </Select>
      </div>
      <Checkbox
        label={words.keepTagged()}
        checked={rule.keepTagged}
        onChange={(event) => tell({ ...rule, keepTagged: event.currentTarget.checked })}
      />
    </section>
  );
}
