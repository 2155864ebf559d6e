import { useState } from 'react';
import type { Assistant } from '#contract';
import { Button, Failure, Field, Section, TextField } from '../../ui';
import { AnswerFields } from './AnswerFields';
import styles from './Assistants.module.css';
import { type AssistantDraft, fieldsOf, problemsOf, requestOf } from './assistant-fields';
import type { ModelChoice } from './model-choice';
import { ToolFields } from './ToolFields';
import type { useAssistantCommands } from './use-assistants';

interface AssistantFormProps {
  /** Null for a new one. */
  assistant: Assistant | null;
  commands: ReturnType<typeof useAssistantCommands>;
  ModelChoice: ModelChoice;
  onDone(): void;
}

/** All that can be said of an assistant. Nothing is changed until it is saved. */
export function AssistantForm({ assistant, commands: { create, update }, ModelChoice, onDone }: AssistantFormProps) {
  const [fields, setFields] = useState(() => fieldsOf(assistant));
  const set = (change: Partial<AssistantDraft>) => setFields((known) => ({ ...known, ...change }));
  const problems = problemsOf(fields);
  const busy = create.isPending || update.isPending;
  const failure = create.error ?? update.error;
  return (
    <form
      aria-label={assistant ? `Edit ${assistant.name}` : 'New assistant'}
      onSubmit={(event) => {
        event.preventDefault();
        if (Object.keys(problems).length > 0 || busy) return;
        const request = requestOf(fields, assistant);
        if (assistant) update.mutate({ assistantId: assistant.id, ...request }, { onSuccess: onDone });
        else create.mutate(request, { onSuccess: onDone });
      }}
    >
      <Section title="What it is">
        <div className={styles.fields}>
          <TextField
            label="Name"
            value={fields.name}
            maxLength={256}
            autoFocus
            problem={problems.name && assistant ? problems.name : null}
            onChange={(event) => set({ name: event.target.value })}
          />
          <TextField
            label="Description"
            value={fields.description}
            maxLength={512}
            hint="Shown where it is chosen."
            onChange={(event) => set({ description: event.target.value })}
          />
          <Field label="Instructions" hint="What it is told before each question.">
            {(id) => (
              <textarea
                id={id}
                className={styles.instructions}
                maxLength={256_000}
                value={fields.instructions}
                onChange={(event) => set({ instructions: event.target.value })}
              />
            )}
          </Field>
        </div>
      </Section>
      <Section title="Model">
        <ModelChoice label="Model of this assistant" value={fields.model} onChoose={(model) => set({ model })} />
      </Section>
      <Section title="What it may use">
        <ToolFields fields={fields} assistant={assistant} onChange={set} />
      </Section>
      <Section title="How it answers">
        <AnswerFields fields={fields} problems={problems} onChange={set} />
      </Section>
      {failure && <Failure error={failure} />}
      <div className={styles.save}>
        <Button type="submit" look="primary" disabled={busy || Object.keys(problems).length > 0}>
          {assistant ? 'Save' : 'Create'}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
