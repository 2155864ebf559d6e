import { VisuallyHidden } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { AnswererId, ConnectedModel } from '#contract';
import { Button, formatMoney, formatTokens, shutdownOf, TextField, useWords } from '../../ui';
import { ModelEdit } from './ModelEdit';
import styles from './Models.module.css';

/** Servers may list hundreds; the rest is found by typing. */
const SHOWN_AT_MOST = 60;

/** What is known of each connected model, with a way to set it right. */
export function ModelTable({ models }: { models: readonly ConnectedModel[] }) {
  const { ui } = useWords();
  const [query, setQuery] = useState('');
  const [editing, setEditing] = useState<AnswererId | null>(null);
  const connected = models.filter((model) => model.connection !== null);
  const wanted = query.trim().toLowerCase();
  const fitting = connected.filter((model) => `${model.name} ${model.connection?.name}`.toLowerCase().includes(wanted));
  if (connected.length === 0) return <p>{ui.models.noneYet}</p>;
  return (
    <>
      {connected.length > 8 && (
        <div className={styles.filter}>
          <TextField label={ui.models.findModel} value={query} onChange={(event) => setQuery(event.target.value)} />
        </div>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{ui.models.model}</th>
            <th scope="col" className={styles.number}>
              {ui.models.context}
            </th>
            <th scope="col" className={styles.number}>
              {ui.models.in}
            </th>
            <th scope="col" className={styles.number}>
              {ui.models.cached}
            </th>
            <th scope="col" className={styles.number}>
              {ui.models.out}
            </th>
            <th scope="col">
              <VisuallyHidden>{ui.common.change}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {fitting.slice(0, SHOWN_AT_MOST).map((model) => (
            <ModelRow
              key={model.answerer}
              model={model}
              isEdited={editing === model.answerer}
              onEdit={(open) => setEditing(open ? model.answerer : null)}
            />
          ))}
        </tbody>
      </table>
      {fitting.length > SHOWN_AT_MOST && <p>{ui.models.moreAbove(fitting.length - SHOWN_AT_MOST)}</p>}
    </>
  );
}

interface ModelRowProps {
  model: ConnectedModel;
  isEdited: boolean;
  onEdit(open: boolean): void;
}

function ModelRow({ model, isEdited, onEdit }: ModelRowProps) {
  const { ui } = useWords();
  const { contextTokens, price } = model.abilities;
  const shutdown = shutdownOf(model.abilities, ui.models);
  const rate = (value: number | null | undefined) => (typeof value === 'number' ? formatMoney(value) : '–');
  return (
    <>
      <tr>
        <th scope="row">
          {model.name} <span className={styles.muted}>{model.connection?.name}</span>
          {shutdown && <div className={shutdown.soon ? styles.shutdownSoon : styles.muted}>{shutdown.text}</div>}
          {model.edited.length > 0 && <div className={styles.edited}>{ui.models.changedByYou}</div>}
        </th>
        <td className={styles.number}>{contextTokens === null ? '–' : formatTokens(contextTokens)}</td>
        <td className={styles.number}>{rate(price?.input)}</td>
        <td className={styles.number}>{rate(price?.cached)}</td>
        <td className={styles.number}>{rate(price?.output)}</td>
        <td>
          <Button
            look="quiet"
            size="small"
            icon={<Pencil size={12} />}
            aria-label={ui.models.changeKnownOf(model.name)}
            aria-expanded={isEdited}
            title={ui.common.change}
            onClick={() => onEdit(!isEdited)}
          />
        </td>
      </tr>
      {isEdited && (
        <tr>
          <td colSpan={6}>
            <ModelEdit model={model} onDone={() => onEdit(false)} />
          </td>
        </tr>
      )}
    </>
  );
}
