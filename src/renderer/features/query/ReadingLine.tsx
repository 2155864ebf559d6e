import { ChevronDown, Columns2, Plus, Redo2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { Choice, QueryPlace, QueryReading, ReadingPart } from '#contract';
import type { Query } from '#contract/query';
import { Button, copiedText, useSeen, useWords } from '../../ui';
import { ChipMenu } from './ChipMenu';
import styles from './Query.module.css';

/** Versions of an answer beside each other. */
export interface VersionsShown {
  /** 1 is the answer as it was given. */
  at: number;
  of: number;
  undo: (() => void) | null;
  redo: (() => void) | null;
  /** Sets the one that is shown beside another. */
  compare: () => void;
}

interface ReadingLineProps {
  place: QueryPlace;
  /** What is changed: the latest, of which the reading may still be on its way. */
  query: Query;
  reading: QueryReading;
  label: string;
  /** Other readings of the words that a part came from, by its slot. */
  unsure?: ReadonlyMap<string, readonly Choice[]>;
  versions?: VersionsShown;
  /** What can be added: anything, unless said otherwise. */
  adds?: 'new' | 'where.new';
  /** What stands at the end of the line. */
  end?: ReactNode;
  /** The menu for something new is open at first. */
  startsAdding?: boolean;
  onChange(query: Query): void;
  onRemove(slot: string): void;
}

/** How a question was read: each part a chip that can be changed. */
export function ReadingLine(props: ReadingLineProps) {
  const { place, query, reading, label, unsure, versions, adds = 'new', end, startsAdding, onChange, onRemove } = props;
  const { names } = reading;
  const parts = isInOrderOfTime(query) ? reading.parts.filter(({ kind }) => kind !== 'order') : reading.parts;
  const words = useWords();
  const line = useRef<HTMLDivElement>(null);
  // A menu costs more than its chip, and a long thread has hundreds.
  const ready = useSeen(line);
  const groups = parts.filter(({ kind }) => kind === 'group');
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target instanceof HTMLInputElement) return;
    const chips: (Element | null)[] = [...(line.current?.querySelectorAll('[data-chip]') ?? [])];
    const at = chips.indexOf(document.activeElement);
    const to = new Map([
      ['ArrowRight', at + 1],
      ['ArrowLeft', at - 1],
      ['Home', 0],
      ['End', chips.length - 1],
    ]).get(event.key);
    if (at === -1 || to === undefined) return;
    event.preventDefault();
    focusChip(chips, to);
  };
  const remove = (slot: string, at: number) => {
    onRemove(slot);
    // What takes its place, or what stood before it, can be gone on from.
    const chips = [...(line.current?.querySelectorAll<HTMLElement>('[data-chip]') ?? [])];
    focusChip(chips, Math.max(0, at - 1));
  };
  return (
    <div ref={line} className={styles.line} role="toolbar" aria-label={label} {...copiedText(label)} onKeyDown={walk}>
      {parts.map((part, at) => {
        const others = unsure?.get(part.slot);
        return (
          <span key={part.slot} className={styles.part}>
            <Joint part={part} isFirst={at === 0} group={groups.indexOf(part)} lastGroup={groups.length - 1} />
            <ChipMenu
              ready={ready}
              place={place}
              query={query}
              slot={part.slot}
              label={words.chips.part(part, names)}
              {...(others ? { others } : {})}
              onChange={onChange}
              target={(toggle, open) => (
                <button
                  type="button"
                  className={styles.chip}
                  data-chip=""
                  data-kind={part.kind}
                  data-unsure={others ? '' : undefined}
                  tabIndex={at === 0 ? 0 : -1}
                  aria-haspopup="listbox"
                  aria-expanded={open}
                  aria-label={`${words.ui.query.kinds[part.kind]}: ${words.chips.part(part, names)}${others ? words.ui.query.notSure : ''}`}
                  title={others ? words.ui.query.otherwise : undefined}
                  onClick={toggle}
                  onKeyDown={(event) => {
                    if (event.key === 'ArrowDown' && !open) {
                      event.preventDefault();
                      toggle();
                    }
                    if (event.key === 'Backspace' || event.key === 'Delete') {
                      event.preventDefault();
                      remove(part.slot, at);
                    }
                  }}
                >
                  <span className={styles.chipText}>{words.chips.part(part, names)}</span>
                  <ChevronDown size={11} aria-hidden="true" />
                </button>
              )}
            />
          </span>
        );
      })}
      <span className={styles.part}>
        {parts.length > 0 && <span className={styles.joint}>·</span>}
        <ChipMenu
          ready={ready}
          place={place}
          query={query}
          slot={adds}
          label={words.ui.query.adds[adds].label}
          openAtFirst={startsAdding ?? false}
          onChange={onChange}
          target={(toggle, open) => (
            <button
              type="button"
              className={styles.chip}
              data-chip=""
              data-kind="new"
              tabIndex={parts.length === 0 ? 0 : -1}
              aria-haspopup="listbox"
              aria-expanded={open}
              aria-label={words.ui.query.adds[adds].label}
              title={words.ui.query.adds[adds].title}
              onClick={toggle}
            >
              <Plus size={13} aria-hidden="true" />
              {parts.length === 0 && <span className={styles.chipText}>{words.ui.query.adds[adds].empty}</span>}
            </button>
          )}
        />
      </span>
      {versions && versions.of > 1 && <Versions {...versions} />}
      {end}
    </div>
  );
}

/** What is read from left to right anyway needs no word about its order; another one can be added. */
function isInOrderOfTime({ by = [], order = [], limit }: Query): boolean {
  const [first] = order;
  const group = by.find(({ as }) => as === first?.value);
  return !limit && first?.direction === 'ascending' && group?.grain !== undefined;
}

function focusChip(chips: readonly (Element | null)[], at: number): void {
  const buttons = chips.filter((chip) => chip instanceof HTMLElement);
  const chip = buttons.at(at % buttons.length);
  for (const other of buttons) other.tabIndex = other === chip ? 0 : -1;
  chip?.focus();
}

interface JointProps {
  part: ReadingPart;
  isFirst: boolean;
  group: number;
  lastGroup: number;
}

/** The small words between the parts, so that the line reads like a sentence. */
function Joint({ part, isFirst, group, lastGroup }: JointProps) {
  const { ui } = useWords();
  if (isFirst) return null;
  if (part.kind === 'measure') return <span className={styles.joint}>{ui.query.and}</span>;
  if (part.kind !== 'group') return <span className={styles.joint}>·</span>;
  return <span className={styles.joint}>{group === 0 ? ui.query.by : group === lastGroup ? ui.query.and : ','}</span>;
}

function Versions({ at, of, undo, redo, compare }: VersionsShown) {
  const { ui } = useWords();
  return (
    <span className={styles.versions}>
      <Button
        look="quiet"
        size="small"
        icon={<Undo2 size={12} />}
        aria-label={ui.query.earlier}
        title={ui.query.earlierByKey}
        disabled={!undo}
        onClick={() => undo?.()}
      />
      <span role="status">{ui.query.versionOf(at, of)}</span>
      <Button
        look="quiet"
        size="small"
        icon={<Redo2 size={12} />}
        aria-label={ui.query.later}
        title={ui.query.laterByKey}
        disabled={!redo}
        onClick={() => redo?.()}
      />
      <Button
        look="quiet"
        size="small"
        icon={<Columns2 size={12} />}
        aria-label={ui.comparisons.versionWith}
        title={ui.comparisons.versionWith}
        onClick={compare}
      />
    </span>
  );
}
