import { ChevronDown, ChevronRight, EyeOff, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { AddsUp, FieldDefinition, FieldEdit } from '#contract/definitions';
import { Button, Field, Select, TextField, useWords } from '../../ui';
import styles from './Definitions.module.css';
import { unitOf, unitText } from './units';
import { type Edits, fieldEditOf } from './use-definitions';

const isNumber = ({ type, role }: FieldDefinition): boolean =>
  role !== 'id' && ['integer', 'decimal', 'float'].includes(type);

/** One line a field: what it is called, how its values add up, in what unit. Each opens to be changed. */
export function FieldTable({ fields, edits }: { fields: readonly FieldDefinition[]; edits: Edits }) {
  const { ui } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className={styles.fields} aria-label={ui.definitions.fields} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{ui.definitions.field}</th>
            <th scope="col">{ui.definitions.addsUp}</th>
            <th scope="col">{ui.definitions.unit}</th>
            <th scope="col">
              <span className={styles.hiddenText}>{ui.common.change}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <FieldRows
              key={field.id}
              field={field}
              edits={edits}
              isOpen={open === field.id}
              onToggle={() => setOpen(open === field.id ? null : field.id)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface FieldRowsProps {
  field: FieldDefinition;
  edits: Edits;
  isOpen: boolean;
  onToggle(): void;
}

function FieldRows({ field, edits, isOpen, onToggle }: FieldRowsProps) {
  const { ui } = useWords();
  const edit = fieldEditOf(edits.edits, field.id);
  return (
    <>
      <tr data-edited={edit ? '' : undefined} data-hidden={field.hidden ? '' : undefined}>
        <th scope="row" title={`${field.title} (${field.column})`}>
          {field.title}
          {field.hidden && <EyeOff size={12} aria-label={ui.definitions.hidden} />}
        </th>
        <td>{isNumber(field) ? ui.definitions.additivityOf[field.addsUp] : ''}</td>
        <td>{unitText(field.unit)}</td>
        <td className={styles.change}>
          <Button
            look="quiet"
            size="small"
            icon={isOpen ? <ChevronDown size={13} /> : <ChevronRight size={13} />}
            aria-label={ui.definitions.change(field.title)}
            aria-expanded={isOpen}
            onClick={onToggle}
          />
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={4}>
            <FieldForm field={field} edit={edit} edits={edits} />
          </td>
        </tr>
      )}
    </>
  );
}

function FieldForm({ field, edit, edits }: { field: FieldDefinition; edit: FieldEdit | null; edits: Edits }) {
  const { ui } = useWords();
  // What is being written, until it is kept; null shows what holds.
  const [title, setTitle] = useState<string | null>(null);
  const [synonyms, setSynonyms] = useState<string | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  const own = edit?.synonyms ?? [];
  // Where it could not be kept, that is told below the table, and what was written stays.
  const change = (changes: Partial<FieldEdit>, done: () => void = () => undefined) => {
    edits.setField({ ...changes, field: field.id }).then(done, () => undefined);
  };
  const reset = async () => {
    await edits.resetField(field.id).catch(() => undefined);
    for (const clear of [setTitle, setSynonyms, setUnit]) clear(null);
  };
  const keepTitle = () => {
    const next = title?.trim() ?? '';
    if (next === '' || next === field.title) setTitle(null);
    else change({ title: next }, () => setTitle((now) => (now === title ? null : now)));
  };
  const keepSynonyms = () => {
    const words = synonyms?.split(',').flatMap((word) => word.trim() || []) ?? own;
    if (words.join() === own.join()) setSynonyms(null);
    else change({ synonyms: words }, () => setSynonyms((now) => (now === synonyms ? null : now)));
  };
  const keepUnit = () => {
    const next = unit?.trim() ?? null;
    if (next === null || next === unitText(field.unit)) setUnit(null);
    else change({ unit: unitOf(next) }, () => setUnit((now) => (now === unit ? null : now)));
  };
  return (
    <form
      className={styles.form}
      aria-label={ui.definitions.meaningOf(field.title)}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextField
        label={ui.definitions.titleLabel}
        value={title ?? field.title}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={keepTitle}
      />
      <TextField
        label={ui.definitions.synonyms}
        hint={ui.definitions.synonymsHint(field.synonyms.slice(0, 4))}
        value={synonyms ?? own.join(', ')}
        onChange={(event) => setSynonyms(event.target.value)}
        onBlur={keepSynonyms}
      />
      {isNumber(field) && (
        <Field label={ui.definitions.additivity}>
          {(id) => (
            <Select id={id} value={field.addsUp} onChange={(event) => change({ addsUp: event.target.value as AddsUp })}>
              <option value="always">{ui.definitions.additive}</option>
              <option value="not_over_time">{ui.definitions.semiAdditive}</option>
              <option value="never">{ui.definitions.nonAdditive}</option>
            </Select>
          )}
        </Field>
      )}
      {isNumber(field) && (
        <TextField
          label={ui.definitions.unit}
          hint={ui.definitions.unitHint}
          value={unit ?? unitText(field.unit)}
          onChange={(event) => setUnit(event.target.value)}
          onBlur={keepUnit}
        />
      )}
      <label className={styles.check}>
        <input type="checkbox" checked={field.hidden} onChange={(event) => change({ hidden: event.target.checked })} />
        {ui.definitions.hiddenMeaning}
      </label>
      {edit && (
        <Button size="small" icon={<RotateCcw size={12} />} onClick={() => void reset()}>
          {ui.definitions.asFound}
        </Button>
      )}
    </form>
  );
}
