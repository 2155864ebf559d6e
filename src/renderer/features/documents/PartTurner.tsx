import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DocumentParts } from '#contract';
import { Button, Select } from '../../ui';
import styles from './Source.module.css';

interface PartTurnerProps {
  unit: DocumentParts['unit'];
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
  const to = (next: number) => onPart(Math.min(count - 1, Math.max(0, Math.round(next))));
  return (
    <div className={styles.turner} role="toolbar" aria-label={`Turn ${unit}s`}>
      <Button
        look="quiet"
        size="small"
        aria-label={`Previous ${unit}`}
        title={`Previous ${unit}`}
        icon={<ChevronLeft size={15} />}
        disabled={part === 0}
        onClick={() => to(part - 1)}
      />
      {names.length > 1 && names.length === count ? (
        <Select aria-label={unit} value={part} onChange={(event) => to(Number(event.target.value))}>
          {names.map((name, index) => (
            <option key={index} value={index}>
              {name}
            </option>
          ))}
        </Select>
      ) : (
        <label className={styles.number}>
          <span className={styles.unit}>{unit}</span>
          <input
            type="number"
            aria-label={unit}
            min={1}
            max={count}
            value={part + 1}
            onChange={(event) => event.target.value !== '' && to(Number(event.target.value) - 1)}
          />
          <span>of {count}</span>
        </label>
      )}
      <Button
        look="quiet"
        size="small"
        aria-label={`Next ${unit}`}
        title={`Next ${unit}`}
        icon={<ChevronRight size={15} />}
        disabled={part >= count - 1}
        onClick={() => to(part + 1)}
      />
      <span className={styles.space} />
      {children}
    </div>
  );
}
