import { Plus, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Assistant, AssistantId } from '#contract';
import { Button, Failure, Note, Skeleton, useWords } from '../../ui';
import { AssistantCard } from './AssistantCard';
import { AssistantForm } from './AssistantForm';
import styles from './Assistants.module.css';
import type { ModelChoice } from './model-choice';
import { useAssistantCommands, useAssistants } from './use-assistants';

/** Assistants: what they are told, what they may use, and who answers for them. Threads use any of them, as scripts do. */
export function AssistantsPage({ ModelChoice }: { ModelChoice: ModelChoice }) {
  const { ui } = useWords();
  const { data, error, refetch } = useAssistants();
  const commands = useAssistantCommands();
  const [editing, setEditing] = useState<AssistantId | 'new' | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={ui.assistants.loading} widths={[60, 80, 50]} />;
  const edited = data.find(({ id }) => id === editing) ?? null;
  if (editing === 'new' || edited)
    return (
      <AssistantForm assistant={edited} commands={commands} ModelChoice={ModelChoice} onDone={() => setEditing(null)} />
    );
  const failure = commands.duplicate.error ?? commands.remove.error ?? commands.importFrom.error;
  const missing = commands.importFrom.data?.missing ?? [];
  const onDuplicate = ({ id }: Assistant) =>
    commands.duplicate.mutate(id, { onSuccess: (copy) => setEditing(copy.id) });
  return (
    <>
      <div className={styles.bar}>
        <Button icon={<Plus size={14} />} onClick={() => setEditing('new')}>
          {ui.assistants.newAssistant}
        </Button>
        <Button icon={<Upload size={14} />} onClick={() => chooser.current?.click()}>
          {ui.assistants.import}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={ui.assistants.chooseToImport}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) commands.importFrom.mutate(file);
            event.target.value = '';
          }}
        />
      </div>
      {failure && <Failure error={failure} />}
      {missing.length > 0 && (
        <Note tone="warn" live>
          {ui.assistants.importedWithout(missing.join(', '))}
        </Note>
      )}
      <ul className={styles.list} aria-label={ui.assistants.assistants}>
        {data.map((assistant) => (
          <AssistantCard
            key={assistant.id}
            assistant={assistant}
            onEdit={() => setEditing(assistant.id)}
            onDuplicate={() => onDuplicate(assistant)}
            onRemove={() => commands.remove.mutate(assistant.id)}
          />
        ))}
      </ul>
    </>
  );
}
