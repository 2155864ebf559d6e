import { Pencil, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { Definitions, MeasureDefinition } from '#contract/definitions';
import { Button, TextField, useWords } from '../../ui';
import styles from './Definitions.module.css';
import { type ExpressionError, parseMeasure, writtenMeasure } from './expression';
import { FormActions } from './FormActions';
import { unitText } from './units';
import type { Edits } from './use-definitions';

/** Measures made of others: each is written as `margin = profit / sales`. */
export function MeasureList({ definitions, edits }: { definitions: Definitions; edits: Edits }) {
  const { ui } = useWords();
  const [editing, setEditing] = useState<string | 'new' | null>(null);
  const own = new Set(edits.edits.measures.map(({ id }) => id));
  const keep = async (measure: MeasureDefinition) => {
    await edits.set(({ measures }) => ({ measures: [...measures.filter(({ id }) => id !== measure.id), measure] }));
    setEditing(null);
  };
  const remove = ({ id }: MeasureDefinition) => {
    edits
      .set(({ measures, removed }) => ({
        measures: measures.filter((measure) => measure.id !== id),
        removed: own.has(id) ? removed : [...removed, id],
      }))
      .catch(() => undefined);
  };
  return (
    <section className={styles.part} aria-label={ui.definitions.measures}>
      <h3>{ui.definitions.measures}</h3>
      {definitions.measures.map((measure) =>
        editing === measure.id ? (
          <MeasureEditor
            key={measure.id}
            definitions={definitions}
            measure={measure}
            onKeep={keep}
            onClose={() => setEditing(null)}
          />
        ) : (
          <div key={measure.id} className={styles.entry}>
            <code title={own.has(measure.id) ? ui.definitions.yourOwn : ui.definitions.foundInData}>
              {writtenMeasure(measure)}
            </code>
            {measure.unit && <span className={styles.unit}>{unitText(measure.unit)}</span>}
            <Button
              look="quiet"
              size="small"
              icon={<Pencil size={12} />}
              aria-label={ui.definitions.change(measure.title)}
              onClick={() => setEditing(measure.id)}
            />
            <Button
              look="quiet"
              size="small"
              icon={<Trash2 size={12} />}
              aria-label={ui.definitions.remove(measure.title)}
              onClick={() => remove(measure)}
            />
          </div>
        ),
      )}
      {editing === 'new' ? (
        <MeasureEditor definitions={definitions} measure={null} onKeep={keep} onClose={() => setEditing(null)} />
      ) : (
        <Button size="small" icon={<Plus size={12} />} onClick={() => setEditing('new')}>
          {ui.definitions.addMeasure}
        </Button>
      )}
    </section>
  );
}

interface MeasureEditorProps {
  definitions: Definitions;
  measure: MeasureDefinition | null;
  onKeep(measure: MeasureDefinition): Promise<void>;
  onClose(): void;
}

function MeasureEditor({ definitions, measure, onKeep, onClose }: MeasureEditorProps) {
  const { ui } = useWords();
  const [text, setText] = useState(measure ? writtenMeasure(measure) : '');
  const [error, setError] = useState<ExpressionError | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const keep = () => {
    const parsed = parseMeasure(text, definitions, measure?.id ?? null);
    if ('error' in parsed) return setError(parsed.error);
    const kept = { ...parsed.measure, synonyms: measure?.synonyms ?? [], unit: measure?.unit ?? null };
    onKeep(kept).catch((reason: unknown) =>
      setRefused(reason instanceof Error ? reason.message : ui.definitions.notKept),
    );
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  const problem = error ? ui.definitions.measureProblem[error.code](error) : refused;
  return (
    <form
      className={styles.form}
      aria-label={measure ? ui.definitions.change(measure.title) : ui.definitions.newMeasure}
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextField
        label={ui.definitions.measureLabel}
        hint={ui.definitions.measureHint}
        placeholder={ui.definitions.measureExample}
        autoFocus
        value={text}
        problem={problem}
        onChange={(event) => {
          setText(event.target.value);
          setError(null);
          setRefused(null);
        }}
      />
      {error && <ErrorPlace text={text} error={error} />}
      <FormActions onCancel={onClose} />
    </form>
  );
}

/** The text once more, with what could not be read underlined. */
function ErrorPlace({ text, error: { start, end } }: { text: string; error: ExpressionError }) {
  return (
    <code className={styles.place} aria-hidden="true">
      {text.slice(0, start)}
      <mark>{text.slice(start, end) || '…'}</mark>
      {text.slice(end)}
    </code>
  );
}
