import { VisuallyHidden } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { AnswererId, ModelAlias } from '#contract';
import { Button, TextField, useWords } from '../../ui';
import { ModelChoice } from './ModelChoice';
import styles from './Models.module.css';

interface AliasTableProps {
  aliases: readonly ModelAlias[];
  /** Answers where nothing else is said. */
  usual: AnswererId;
  nameOf(answerer: AnswererId): string;
  onChange(aliases: ModelAlias[]): void;
}

/** Names that scripts ask for, and who answers to each. */
export function AliasTable({ aliases, usual, nameOf, onChange }: AliasTableProps) {
  const { ui } = useWords();
  const others = (name: string) => aliases.filter((alias) => alias.name !== name);
  return (
    <>
      {aliases.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{ui.models.askedFor}</th>
              <th scope="col">{ui.models.answers}</th>
              <th scope="col">
                <VisuallyHidden>{ui.common.remove}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {aliases.map((alias) => (
              <tr key={alias.name}>
                <th scope="row">{alias.name}</th>
                <td>
                  <ModelChoice
                    label={ui.models.answersTo(alias.name)}
                    name={nameOf(alias.answerer)}
                    value={alias.answerer}
                    onChoose={(answerer) =>
                      onChange(aliases.map((known) => (known.name === alias.name ? { ...known, answerer } : known)))
                    }
                  />
                </td>
                <td>
                  <Button
                    look="quiet"
                    size="small"
                    icon={<Trash2 size={12} />}
                    aria-label={ui.models.removeOf(alias.name)}
                    title={ui.common.remove}
                    onClick={() => onChange(others(alias.name))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <NewAlias usual={usual} nameOf={nameOf} onAdd={(alias) => onChange([...others(alias.name), alias])} />
    </>
  );
}

type NewAliasProps = Pick<AliasTableProps, 'usual' | 'nameOf'> & { onAdd(alias: ModelAlias): void };

function NewAlias({ usual, nameOf, onAdd }: NewAliasProps) {
  const { ui } = useWords();
  const [name, setName] = useState('');
  const [answerer, setAnswerer] = useState(usual);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onAdd({ name: name.trim(), answerer });
    setName('');
  };
  return (
    <form className={styles.editActions} onSubmit={add}>
      <TextField
        label={ui.models.aliasName}
        placeholder="gpt-4o"
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
      />
      <ModelChoice label={ui.models.answersToNew} name={nameOf(answerer)} value={answerer} onChoose={setAnswerer} />
      <Button type="submit" icon={<Plus size={14} />} disabled={name.trim() === ''}>
        {ui.common.add}
      </Button>
    </form>
  );
}
