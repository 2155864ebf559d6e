import { ArrowRight, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { DatasetDefinitions, Relation } from '#contract/definitions';
import { Button, Field, Select, useWords } from '../../ui';
import styles from './Definitions.module.css';
import { FormActions } from './FormActions';
import type { Edits } from './use-definitions';

interface RelationListProps {
  own: DatasetDefinitions;
  /** The other tables of the thread. */
  others: readonly DatasetDefinitions[];
  edits: Edits;
}

/** How rows of this table belong to rows of others. */
export function RelationList({ own, others, edits }: RelationListProps) {
  const { ui } = useWords();
  const [adding, setAdding] = useState(false);
  if (others.length === 0) return null;
  const { relations } = own.definitions;
  const shapeOf = (table: string) => others.find(({ definitions }) => definitions.table === table)?.definitions.shape;
  const remove = ({ to, on, by }: Relation) => {
    const shape = shapeOf(to);
    if (shape === undefined) return;
    edits
      .set(({ relations }) => {
        const rest = relations.filter((edit) => edit.to !== shape || !sameKeys(edit.on, on));
        return { relations: by === 'hand' ? rest : [...rest, { to: shape, on, removed: true }] };
      })
      .catch(() => undefined);
  };
  return (
    <section className={styles.part} aria-label={ui.definitions.relations}>
      <h3>{ui.definitions.relations}</h3>
      {relations.map((relation) => (
        <div key={`${relation.to} ${relation.on}`} className={styles.entry}>
          <span className={styles.relation}>
            {relation.on.map(([mine]) => mine).join(', ')} <ArrowRight size={12} aria-label={ui.definitions.to} />{' '}
            {relation.to}.{relation.on.map(([, theirs]) => theirs).join(', ')}
          </span>
          <span className={styles.unit}>
            {relation.cardinality === 'one' ? ui.definitions.oneRowEach : ui.definitions.severalRowsEach} ·{' '}
            {relation.by === 'hand' ? ui.definitions.byHand : ui.definitions.foundInValues}
          </span>
          <Button
            look="quiet"
            size="small"
            icon={<Trash2 size={12} />}
            aria-label={ui.definitions.removeRelation(relation.to)}
            onClick={() => remove(relation)}
          />
        </div>
      ))}
      {adding ? (
        <RelationForm own={own} others={others} edits={edits} onClose={() => setAdding(false)} />
      ) : (
        <Button size="small" icon={<Plus size={12} />} onClick={() => setAdding(true)}>
          {ui.definitions.addRelation}
        </Button>
      )}
    </section>
  );
}

function RelationForm({ own, others, edits, onClose }: RelationListProps & { onClose(): void }) {
  const { ui } = useWords();
  const [to, setTo] = useState(others[0]?.definitions.table ?? '');
  const other = others.find(({ definitions }) => definitions.table === to)?.definitions;
  const [mine, setMine] = useState(own.definitions.fields[0]?.id ?? '');
  const [theirs, setTheirs] = useState('');
  const field = theirs || (other?.fields[0]?.id ?? '');
  const keep = async () => {
    if (!other) return;
    await edits.set(({ relations }) => ({ relations: [...relations, { to: other.shape, on: [[mine, field]] }] }));
    onClose();
  };
  return (
    <form
      className={styles.form}
      aria-label={ui.definitions.newRelation}
      onSubmit={(event) => {
        event.preventDefault();
        keep().catch(() => undefined);
      }}
    >
      <Field label={ui.definitions.ownField}>
        {(id) => <FieldChoice id={id} fields={own.definitions.fields} value={mine} onChange={setMine} />}
      </Field>
      <Field label={ui.definitions.otherTable}>
        {(id) => (
          <Select id={id} value={to} onChange={(event) => setTo(event.target.value)}>
            {others.map(({ definitions }) => (
              <option key={definitions.table} value={definitions.table}>
                {definitions.source}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={ui.definitions.itsField}>
        {(id) => <FieldChoice id={id} fields={other?.fields ?? []} value={field} onChange={setTheirs} />}
      </Field>
      <FormActions onCancel={onClose} />
    </form>
  );
}

interface FieldChoiceProps {
  id: string;
  fields: DatasetDefinitions['definitions']['fields'];
  value: string;
  onChange(field: string): void;
}

const FieldChoice = ({ id, fields, value, onChange }: FieldChoiceProps) => (
  <Select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
    {fields.map((field) => (
      <option key={field.id} value={field.id}>
        {field.title}
      </option>
    ))}
  </Select>
);

const sameKeys = (a: Relation['on'], b: Relation['on']): boolean => JSON.stringify(a) === JSON.stringify(b);
