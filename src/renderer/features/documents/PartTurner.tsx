import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DocumentParts } from '#contract';
import { Button, Select, useWords } from '../../ui';
import styles from './Source.module.css';

interface PartTurnerProps {
  unit: Exclude<DocumentParts['unit'], 'text'>;
  count: number;
  /** From 0. */
  part: number;
  onPart(part: number): void;
  /** Names to choose from, where the parts have names. */
  names?: readonly string[];
  children?: ReactNode;
}

/** Turns the pages, slides or sheets of a document. */
export function PartTurner({ unit, count, part, onPart, names = [], children }: PartTurnerProps) {
  const { ui } = useWords();
  const words = ui.documents.turner[unit];
  const to = (next: number) => onPart(Math.min(count - 1, Math.max(0, Math.round(next))));
  return (
    <div className={styles.turner} role="toolbar" aria-label={words.turn}>
      <Button
        look="quiet"
        size="small"
        aria-label={words.previous}
        title={words.previous}
        icon={<ChevronLeft size={15} />}
        disabled={part === 0}
        onClick={() => to(part - 1)}
      />
      {names.length > 1 && names.length === count ? (
        <Select aria-label={words.unit} value={part} onChange={(event) => to(Number(event.target.value))}>
          {names.map((name, index) => (
            <option key={index} value={index}>
              {name}
            </option>
          ))}
        </Select>
      ) : (
        <label className={styles.number}>
          <span className={styles.unit}>{words.unit}</span>
          <input
            type="number"
            aria-label={words.unit}
            min={1}
            max={count}
            value={part + 1}
            onChange={(event) => event.target.value !== '' && to(Number(event.target.value) - 1)}
          />
          <span>{ui.documents.ofParts(count)}</span>
        </label>
      )}
      <Button
        look="quiet"
        size="small"
        aria-label={words.next}
        title={words.next}
        icon={<ChevronRight size={15} />}
        disabled={part >= count - 1}
        onClick={() => to(part + 1)}
      />
      <span className={styles.space} />
      {children}
    </div>
  );
}
