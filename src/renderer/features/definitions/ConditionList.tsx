import { Plus, Trash2 } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import type { ConditionDefinition, Definitions } from '#contract/definitions';
import type { PlainCondition } from '#contract/query';
import { Button, TextField, useWords } from '../../ui';
import styles from './Definitions.module.css';
import { FormActions } from './FormActions';
import type { Edits } from './use-definitions';

/** Conditions of one table as chips. */
export type ConditionChips = ComponentType<{
  table: string;
  where: PlainCondition[];
  onChange(where: PlainCondition[]): void;
}>;

interface ConditionListProps {
  definitions: Definitions;
  edits: Edits;
  Chips: ConditionChips;
}

/** Conditions with a name, such as "active", of which questions can speak. */
export function ConditionList({ definitions, edits, Chips }: ConditionListProps) {
  const { ui } = useWords();
  const [adding, setAdding] = useState(false);
  const { conditions } = edits.edits;
  const { table } = definitions;
  const put = (condition: ConditionDefinition) =>
    edits.set(({ conditions }) => ({ conditions: [...conditions.filter(({ id }) => id !== condition.id), condition] }));
  return (
    <section className={styles.part} aria-label={ui.definitions.conditions}>
      <h3>{ui.definitions.conditions}</h3>
      {conditions.map((condition) => (
        <div key={condition.id} className={styles.condition}>
          <div className={styles.entry}>
            <b>{condition.title}</b>
            <Button
              look="quiet"
              size="small"
              icon={<Trash2 size={12} />}
              aria-label={ui.definitions.remove(condition.title)}
              onClick={() => {
                edits
                  .set((latest) => ({ conditions: latest.conditions.filter(({ id }) => id !== condition.id) }))
                  .catch(() => undefined);
              }}
            />
          </div>
          <Chips
            table={table}
            where={condition.where}
            onChange={(where) => {
              if (where.length > 0) put({ ...condition, where }).catch(() => undefined);
            }}
          />
        </div>
      ))}
      {adding ? (
        <ConditionForm
          table={table}
          taken={conditions.map(({ id }) => id)}
          Chips={Chips}
          onKeep={put}
          onClose={() => setAdding(false)}
        />
      ) : (
        <Button size="small" icon={<Plus size={12} />} onClick={() => setAdding(true)}>
          {ui.definitions.addCondition}
        </Button>
      )}
    </section>
  );
}

interface ConditionFormProps {
  table: string;
  /** Ids of those there are. */
  taken: readonly string[];
  Chips: ConditionChips;
  onKeep(condition: ConditionDefinition): Promise<unknown>;
  onClose(): void;
}

function ConditionForm({ table, taken, Chips, onKeep, onClose }: ConditionFormProps) {
  const { ui } = useWords();
  const [title, setTitle] = useState('');
  const [where, setWhere] = useState<PlainCondition[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const name = title.trim();
  const id = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '_');
  const keep = async () => {
    await onKeep({ id, title: name, synonyms: [], where });
    onClose();
  };
  return (
    <form
      className={styles.form}
      aria-label={ui.definitions.newCondition}
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '' || where.length === 0) return setProblem(ui.definitions.conditionNeeds);
        if (taken.includes(id)) return setProblem(ui.definitions.conditionTaken(name));
        keep().catch((reason: unknown) =>
          setProblem(reason instanceof Error ? reason.message : ui.definitions.notKept),
        );
      }}
    >
      <TextField
        label={ui.common.name}
        placeholder={ui.definitions.conditionExample}
        autoFocus
        value={title}
        problem={problem}
        onChange={(event) => {
          setTitle(event.target.value);
          setProblem(null);
        }}
      />
      <Chips table={table} where={where} onChange={setWhere} />
      <FormActions onCancel={onClose} />
    </form>
  );
}
