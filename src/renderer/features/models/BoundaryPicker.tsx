import { Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { DataBoundary } from '#contract';
import { useWords } from '../../ui';
import styles from './Models.module.css';
import type { ChoicesState } from './use-choices';

const BOUNDARIES: readonly DataBoundary[] = ['schema', 'results', 'everything'];

/** What of the data goes where, in words, and the way to give more or less of it in this thread. */
export function BoundaryPicker({ choices: { choices, setBoundary } }: { choices: ChoicesState }) {
  const words = useWords();
  if (!choices) return null;
  const { model, boundary } = choices;
  if (model.connection === null) return <span className={styles.boundaryText}>{words.ui.models.nothingLeaves}</span>;
  const given = words.connection.boundaryGiven[boundary.value]({ place: model.connection, local: model.local });
  return (
    <Menu position="top-end" width={330} hideDetached={false}>
      <Menu.Target>
        <button type="button" className={styles.boundary} aria-label={words.ui.models.dataGiven(given)} title={given}>
          <span>{given}</span>
          <ChevronDown size={12} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.ui.models.whatIsGiven(model.connection)}</Menu.Label>
        {BOUNDARIES.map((value) => (
          <Menu.RadioItem
            key={value}
            value={value}
            checked={value === boundary.value}
            closeMenuOnClick
            onChange={() => setBoundary(value)}
          >
            {words.connection.boundary[value]()}
            <span className={styles.meaning}>{words.connection.boundaryMeaning[value]()}</span>
          </Menu.RadioItem>
        ))}
        {boundary.chosen && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => setBoundary(null)}>{words.ui.models.asConnection}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
