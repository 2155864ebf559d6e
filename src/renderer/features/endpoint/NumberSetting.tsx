import { NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { decimalMark, groupMark } from '#words';
import { Button, formatCount, useWords } from '../../ui';
import styles from './Endpoint.module.css';

interface NumberSettingProps {
  label: string;
  value: number;
  min: number;
  max: number;
  /** What stands behind the number. */
  unit?: string;
  grouped?: boolean;
  busy: boolean;
  onSave(value: number): void;
}

/** A number that counts once it is saved. Enter saves, Esc takes back. */
export function NumberSetting({ label, value, min, max, unit, grouped = false, busy, onSave }: NumberSettingProps) {
  const { ui } = useWords();
  const [given, setGiven] = useState<string | number>(value);
  useEffect(() => setGiven(value), [value]);
  const valid = typeof given === 'number' && Number.isInteger(given) && given >= min && given <= max;
  const bounds = grouped
    ? ui.endpoint.bounds(formatCount(min), formatCount(max))
    : ui.endpoint.bounds(String(min), String(max));
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (valid && given !== value) onSave(given);
      }}
    >
      <NumberInput
        aria-label={label}
        className={styles.number ?? ''}
        classNames={{ error: styles.wrong ?? '' }}
        size="xs"
        value={given}
        onChange={setGiven}
        onKeyDown={(event) => event.key === 'Escape' && setGiven(value)}
        thousandSeparator={grouped ? groupMark() : ''}
        decimalSeparator={decimalMark()}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        error={valid ? undefined : ui.endpoint.fromBounds(bounds)}
      />
      {unit && <span className={styles.unit}>{unit}</span>}
      {given !== value && (
        <Button size="small" type="submit" disabled={!valid || busy}>
          {ui.common.save}
        </Button>
      )}
    </form>
  );
}
