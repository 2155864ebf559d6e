import { useState } from 'react';
import type { ChartLook } from '#contract';
import { Field, Select, useWords } from '../../ui';
import { palettes } from '../../ui/chart';
import styles from './ChartEditor.module.css';

interface ColorsProps {
  names: readonly string[];
  look: ChartLook;
  theme: 'light' | 'dark';
  onChange(colors: NonNullable<ChartLook['colors']> | null): void;
}

/** The palette, for one name at a time. */
export function Colors({ names, look, theme, onChange }: ColorsProps) {
  const { editor } = useWords().chart;
  const [chosen, setChosen] = useState(names[0] ?? '');
  const name = names.includes(chosen) ? chosen : (names[0] ?? '');
  const { colors = [] } = look;
  const own = colors.find((color) => color.name === name)?.color;
  const pick = (color: number) => onChange([...colors.filter((other) => other.name !== name), { name, color }]);
  if (names.length === 0) return null;
  return (
    <Field label={editor.colorOf()}>
      {(id) => (
        <>
          <Select id={id} value={name} onChange={(event) => setChosen(event.target.value)}>
            {names.map((known) => (
              <option key={known} value={known}>
                {known}
              </option>
            ))}
          </Select>
          <span className={styles.swatches} role="radiogroup" aria-labelledby={id}>
            {palettes[theme].series.map((color, at) => (
              <input
                key={color}
                type="radio"
                name={`color-${id}`}
                aria-label={editor.color(at + 1)}
                className={styles.swatch}
                style={{ background: color }}
                checked={own === at}
                onChange={() => pick(at)}
              />
            ))}
          </span>
        </>
      )}
    </Field>
  );
}
