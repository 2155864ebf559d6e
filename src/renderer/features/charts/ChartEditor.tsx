import { Popover } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { ChartLook, ChartSpec, Table } from '#contract';
import { Button, Field, Select, TextField, useFocusBack, useWords } from '../../ui';
import { type ChartOptions, optionsOf } from '../../ui/chart';
import styles from './ChartEditor.module.css';
import { Colors } from './Colors';

interface ChartEditorProps {
  spec: ChartSpec;
  table: Table;
  look: ChartLook;
  theme: 'light' | 'dark';
  onChange(look: ChartLook): void;
}

/** What can be changed in a chart, at the chart; each change is a version. */
export function ChartEditor(props: ChartEditorProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { editor } = useWords().chart;
  const close = () => setOpen(false);
  useFocusBack(open, opener);
  return (
    <>
      <Popover
        opened={open}
        onClose={close}
        onDismiss={close}
        position="bottom-end"
        width={300}
        trapFocus
        withinPortal
        withRoles={false}
        shadow="none"
      >
        <Popover.Target>
          <span className={styles.target} />
        </Popover.Target>
        <Popover.Dropdown className={styles.panel} role="dialog" aria-label={editor.editLabel()}>
          <Fields {...props} />
        </Popover.Dropdown>
      </Popover>
      <Button
        ref={opener}
        look="quiet"
        size="small"
        icon={<SlidersHorizontal size={13} />}
        aria-label={editor.editLabel()}
        aria-haspopup="dialog"
        aria-expanded={open}
        // The panel closes at what is pressed outside; here it would open again.
        onPointerDown={(event) => open && event.stopPropagation()}
        onClick={() => setOpen(!open)}
      >
        {editor.edit()}
      </Button>
    </>
  );
}

const TOPS = [3, 5, 10, 20, 30];

function Fields({ spec, table, look, theme, onChange }: ChartEditorProps) {
  const words = useWords();
  const { editor } = words.chart;
  const options: ChartOptions = useMemo(() => optionsOf({ ...spec, look }, table, words), [spec, look, table, words]);
  const set = <K extends keyof ChartLook>(name: K, value: ChartLook[K] | null) => {
    const { [name]: _, ...rest } = look;
    onChange(value === null ? rest : { ...rest, [name]: value });
  };
  const tops = TOPS.filter((count) => options.top && count < options.top.names);
  return (
    <>
      <Written
        key={look.title ?? ''}
        label={editor.title()}
        value={look.title ?? spec.title}
        onDone={(text) => set('title', text.trim() === '' || text.trim() === spec.title ? null : text.trim())}
      />
      <div className={styles.fields}>
        <Choice
          label={editor.kind()}
          value={look.kind ?? spec.kind}
          entries={options.kinds.map((kind) => [kind, editor.kinds[kind]])}
          onPick={(kind) => set('kind', kind === spec.kind ? null : kind)}
        />
        {options.top && (
          <Choice
            label={editor.top()}
            value={String(look.top ?? '')}
            entries={[
              ['', editor.topAll()],
              ...[...new Set([...tops, ...(look.top ? [look.top] : [])])].map((count): [string, string] => [
                String(count),
                options.top?.adds ? editor.topOf(count) : editor.topOnly(count),
              ]),
            ]}
            onPick={(count) => set('top', count === '' ? null : Number(count))}
          />
        )}
        {options.sorts && (
          <Choice
            label={editor.sort()}
            value={look.sort ?? 'given'}
            entries={(['given', 'descending', 'ascending', 'name'] as const).map((sort) => [sort, editor.sorts[sort]])}
            onPick={(sort) => set('sort', sort === 'given' ? null : sort)}
          />
        )}
        {options.stacks && (
          <Choice
            label={editor.stack()}
            value={look.stack ?? (spec.stacked ? 'stacked' : 'beside')}
            entries={(['beside', 'stacked', 'share'] as const).map((stack) => [stack, editor.stacks[stack]])}
            onPick={(stack) => set('stack', stack)}
          />
        )}
        {options.bins && (
          <Written
            key={look.binWidth ?? ''}
            label={editor.binWidth()}
            value={String(look.binWidth ?? spec.x.width ?? '')}
            inputMode="decimal"
            onDone={(text) => {
              const width = Number(text);
              if (text.trim() === '') set('binWidth', null);
              else if (Number.isFinite(width) && width > 0) set('binWidth', width);
            }}
          />
        )}
      </div>
      {(options.log || look.log) && (
        <Tick label={editor.log()} on={look.log ?? false} onTick={(on) => set('log', on || null)} />
      )}
      {options.labels && (
        <Tick label={editor.labels()} on={look.labels ?? options.labelled} onTick={(on) => set('labels', on)} />
      )}
      <Colors names={options.names} look={look} theme={theme} onChange={(colors) => set('colors', colors)} />
      <p className={styles.foot}>
        {editor.stays()}
        <Button look="quiet" size="small" disabled={Object.keys(look).length === 0} onClick={() => onChange({})}>
          {editor.reset()}
        </Button>
      </p>
    </>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  entries: readonly (readonly [Value, string])[];
  onPick(value: Value): void;
}

function Choice<Value extends string>({ label, value, entries, onPick }: ChoiceProps<Value>) {
  return (
    <Field label={label}>
      {(id) => (
        <Select
          id={id}
          value={value}
          onChange={(event) => {
            const entry = entries.find(([known]) => known === event.target.value);
            if (entry) onPick(entry[0]);
          }}
        >
          {entries.map(([known, name]) => (
            <option key={known} value={known}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface WrittenProps {
  label: string;
  value: string;
  inputMode?: 'decimal';
  onDone(text: string): void;
}

/** Taken when it is left, or with Enter. */
function Written({ label, value, inputMode, onDone }: WrittenProps) {
  const [text, setText] = useState(value);
  const done = () => text !== value && onDone(text);
  return (
    <TextField
      label={label}
      value={text}
      maxLength={200}
      {...(inputMode ? { inputMode } : {})}
      onChange={(event) => setText(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  );
}

function Tick({ label, on, onTick }: { label: string; on: boolean; onTick(on: boolean): void }) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={on} onChange={(event) => onTick(event.target.checked)} />
      {label}
    </label>
  );
}
