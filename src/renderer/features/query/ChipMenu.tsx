import { Combobox, useCombobox } from '@mantine/core';
import { Check, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useDeferredValue, useEffect, useRef, useState } from 'react';
import type { Choice, QueryPlace, ReadingNames } from '#contract';
import type { Query } from '#contract/query';
import { formatCount, messageOf, useWords } from '../../ui';
import { groupsOf } from './choice-groups';
import styles from './Query.module.css';
import { useChoices } from './use-query';

interface ChipMenuProps {
  place: QueryPlace;
  query: Query;
  /** The part that the menu is about, or where a new one goes. */
  slot: string;
  /** What the menu is for, in words. */
  label: string;
  /** Other readings of the words that the part came from: they stand first. */
  others?: readonly Choice[];
  /** Opened once when it is first drawn. */
  openAtFirst?: boolean;
  onChange(query: Query): void;
  target(toggle: () => void, open: boolean): ReactElement;
}

/** What may stand in a part's place: searched by writing, walked by arrow keys, chosen by Enter. */
export function ChipMenu({ ready, ...menu }: ChipMenuProps & { ready: boolean }) {
  // Whoever is quicker than the menu has it opened all the same.
  const [wanted, setWanted] = useState(false);
  if (!ready && !wanted) return menu.target(() => setWanted(true), false);
  return <ReadyMenu {...menu} openAtFirst={wanted || (menu.openAtFirst ?? false)} />;
}

function ReadyMenu({ place, query, slot, label, others = [], openAtFirst = false, onChange, target }: ChipMenuProps) {
  const words = useWords();
  /** Menus that were led to from this one. */
  const [path, setPath] = useState<string[]>([]);
  const [search, setSearch] = useState('');
  const searched = useDeferredValue(search);
  const [opening, setOpening] = useState(0);
  const combobox = useCombobox({
    onDropdownOpen: () => {
      setOpening((count) => count + 1);
      combobox.focusSearchInput();
    },
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setSearch('');
      setPath([]);
    },
  });
  const current = path.at(-1) ?? slot;
  const { data, error } = useChoices(place, query, combobox.dropdownOpened ? current : null, searched.trim(), opening);
  const names = data?.names;
  const all = path.length === 0 ? [...others, ...(data?.choices ?? [])] : (data?.choices ?? []);
  const groups = names ? groupsOf(all, search, (choice) => words.chips.choice(choice.label, names)) : [];
  const shown = groups.flatMap(({ choices }) => choices);
  const { selectFirstOption, resetSelectedOption, focusSearchInput, openDropdown } = combobox;
  const opens = useRef(openAtFirst);
  useEffect(() => {
    if (opens.current) openDropdown();
    opens.current = false;
  }, [openDropdown]);
  const first = search === '' ? undefined : shown[0]?.text;
  useEffect(() => {
    // Whoever writes means the first that fits.
    if (first !== undefined) selectFirstOption();
    else resetSelectedOption();
  }, [first, selectFirstOption, resetSelectedOption]);

  const goTo = (next: string[]) => {
    setPath(next);
    setSearch('');
    focusSearchInput();
  };
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    if (choice.query === null) {
      if (choice.next !== null) goTo([...path, choice.next]);
      return;
    }
    onChange(choice.query);
    // Values are ticked one after the other.
    if (choice.group !== 'values' || path.length > 0) combobox.closeDropdown();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && search === '' && path.length > 0) goTo(path.slice(0, -1));
    if (event.key !== 'Enter' || combobox.getSelectedOptionIndex() !== -1) return;
    event.preventDefault();
    choose(shown[0]?.choice);
  };
  return (
    <Combobox
      store={combobox}
      width={300}
      hideDetached={false}
      keepMounted={false}
      position="bottom-start"
      classNames={{ option: styles.item ?? '' }}
      onOptionSubmit={(key) => choose(shown[Number(key)]?.choice)}
    >
      {/* The field inside has the active option; a button may not claim it, and says itself whether it is open. */}
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        {target(() => combobox.toggleDropdown(), combobox.dropdownOpened)}
      </Combobox.Target>
      <Combobox.Dropdown className={styles.menu ?? ''} onKeyDown={(event) => event.stopPropagation()}>
        <Combobox.Search
          aria-label={words.ui.query.searchIn(label)}
          placeholder={words.ui.query.placeholder[data?.writes ?? 'none']}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <Combobox.Options className={styles.options ?? ''} aria-label={label} tabIndex={0}>
          {groups.map(({ group, choices }) => (
            <Combobox.Group key={group} label={words.chips.group[group]}>
              {choices.map(({ choice, text, at }) => (
                <Combobox.Option key={at} value={String(at)} active={choice.chosen} className={styles.option ?? ''}>
                  <span className={styles.optionText} title={text}>
                    {text}
                  </span>
                  <OptionMark choice={choice} names={names} />
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {data && shown.length === 0 && <Combobox.Empty>{words.ui.query.empty[data.writes ?? 'none']}</Combobox.Empty>}
          {!data && !error && <Combobox.Empty>{words.ui.query.looking}</Combobox.Empty>}
          {error && <Combobox.Empty>{messageOf(error, words.ui)}</Combobox.Empty>}
        </Combobox.Options>
        {data?.more && <p className={styles.more}>{words.ui.query.moreValues}</p>}
      </Combobox.Dropdown>
    </Combobox>
  );
}

function OptionMark({ choice }: { choice: Choice; names: ReadingNames | undefined }) {
  const { ui } = useWords();
  if (choice.chosen) return <Check size={14} aria-label={ui.query.chosen} />;
  if (choice.query === null) return <ChevronRight size={13} aria-hidden="true" />;
  return choice.count === null ? null : <span className={styles.count}>{formatCount(choice.count)}</span>;
}
