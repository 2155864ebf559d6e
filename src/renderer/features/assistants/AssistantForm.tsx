import { useState } from 'react';
import type { Assistant } from '#contract';
import { Button, Failure, Field, Section, TextField, useWords } from '../../ui';
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
  const { ui } = useWords();
  const [fields, setFields] = useState(() => fieldsOf(assistant));
  const set = (change: Partial<AssistantDraft>) => setFields((known) => ({ ...known, ...change }));
  const problems = problemsOf(fields, ui.assistants.problem);
  const busy = create.isPending || update.isPending;
  const failure = create.error ?? update.error;
  return (
    <form
      aria-label={assistant ? ui.assistants.editOf(assistant.name) : ui.assistants.newAssistant}
      onSubmit={(event) => {
        event.preventDefault();
        if (Object.keys(problems).length > 0 || busy) return;
        const request = requestOf(fields, assistant);
        if (assistant) update.mutate({ assistantId: assistant.id, ...request }, { onSuccess: onDone });
        else create.mutate(request, { onSuccess: onDone });
      }}
    >
      <Section title={ui.assistants.whatItIs}>
        <div className={styles.fields}>
          <TextField
            label={ui.common.name}
            value={fields.name}
            maxLength={256}
            autoFocus
            problem={problems.name && assistant ? problems.name : null}
            onChange={(event) => set({ name: event.target.value })}
          />
          <TextField
            label={ui.assistants.description}
            value={fields.description}
            maxLength={512}
            hint={ui.assistants.descriptionHint}
            onChange={(event) => set({ description: event.target.value })}
          />
          <Field label={ui.assistants.instructions} hint={ui.assistants.instructionsHint}>
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
      <Section title={ui.assistants.model}>
        <ModelChoice label={ui.assistants.modelOfThis} value={fields.model} onChoose={(model) => set({ model })} />
      </Section>
      <Section title={ui.assistants.whatItMayUse}>
        <ToolFields fields={fields} assistant={assistant} onChange={set} />
      </Section>
      <Section title={ui.assistants.howItAnswers}>
        <AnswerFields fields={fields} problems={problems} onChange={set} />
      </Section>
      {failure && <Failure error={failure} />}
      <div className={styles.save}>
        <Button type="submit" look="primary" disabled={busy || Object.keys(problems).length > 0}>
          {assistant ? ui.common.save : ui.assistants.create}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {ui.common.cancel}
        </Button>
      </div>
    </form>
  );
}
