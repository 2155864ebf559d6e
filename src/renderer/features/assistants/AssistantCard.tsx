import { modals } from '@mantine/modals';
import { Copy, Download, Pencil, Trash2 } from 'lucide-react';
import type { Assistant } from '#contract';
import type { Words } from '#words';
import { useClient } from '../../bridge';
import { Button, tellSaved, useWords } from '../../ui';
import styles from './Assistants.module.css';
import { titleOf } from './title-of';

interface AssistantCardProps {
  assistant: Assistant;
  onEdit(): void;
  onDuplicate(): void;
  onRemove(): void;
}

/** An assistant in a list: what it is for, what it may use, and what can be done with it. */
export function AssistantCard({ assistant, onEdit, onDuplicate, onRemove }: AssistantCardProps) {
  const { ui } = useWords();
  const { id, description, own } = assistant;
  const name = titleOf(assistant, ui.assistants);
  const client = useClient();
  const confirmRemoval = () =>
    modals.openConfirmModal({
      title: ui.assistants.removeTitle(name),
      children: ui.assistants.removeMeaning,
      labels: { confirm: ui.common.remove, cancel: ui.assistants.keepIt },
      onConfirm: onRemove,
    });
  return (
    <li className={styles.card} aria-label={name}>
      <div className={styles.about}>
        <p>
          <b>{name}</b>
          {own && <span className={styles.own}>{ui.assistants.ownOfAssay}</span>}
        </p>
        {description && <p className={styles.muted}>{description}</p>}
        <p className={styles.muted}>{factsOf(ui, assistant).join(' · ')}</p>
      </div>
      <div className={styles.actions}>
        {!own && (
          <Button size="small" icon={<Pencil size={13} />} aria-label={ui.assistants.editOf(name)} onClick={onEdit}>
            {ui.common.edit}
          </Button>
        )}
        <Button
          size="small"
          icon={<Copy size={13} />}
          aria-label={ui.assistants.duplicateOf(name)}
          onClick={onDuplicate}
        >
          {ui.assistants.duplicate}
        </Button>
        <Button
          size="small"
          look="quiet"
          icon={<Download size={13} />}
          aria-label={ui.assistants.exportOf(name)}
          title={ui.assistants.exportAsJson}
          onClick={() => void tellSaved(client.assistants.export({ assistantId: id }))}
        />
        {!own && (
          <Button
            size="small"
            look="quiet"
            icon={<Trash2 size={13} />}
            aria-label={ui.assistants.removeOf(name)}
            title={ui.common.remove}
            onClick={confirmRemoval}
          />
        )}
      </div>
    </li>
  );
}

function factsOf(
  { assistants: words, models, count }: Words['ui'],
  { model, tools, code, search, files }: Assistant,
): string[] {
  const slash = model?.indexOf('/') ?? -1;
  return [
    model === null ? words.modelOfThread : model === 'built-in' ? models.builtIn : model.slice(slash + 1),
    ...(tools.data ? [words.data] : []),
    ...(tools.code ? [code === 'here' ? words.pythonHere : words.pythonAtServer] : []),
    ...(tools.documents ? [search === 'here' ? words.documentsHere : words.documentsAtServer] : []),
    ...(tools.functions.length > 0 ? [count.functions(tools.functions.length)] : []),
    ...(files.length > 0 ? [count.files(files.length)] : []),
  ];
}
