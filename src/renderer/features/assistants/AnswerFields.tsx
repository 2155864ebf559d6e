import { Checkbox } from '@mantine/core';
import { Field, REASONING_EFFORTS, Select, TextField, useWords } from '../../ui';
import styles from './Assistants.module.css';
import type { AssistantDraft, FieldProblems } from './assistant-fields';

const FORMATS = ['auto', 'json_object', 'json_schema'] as const;

interface AnswerFieldsProps {
  fields: AssistantDraft;
  problems: FieldProblems;
  onChange(change: Partial<AssistantDraft>): void;
}

/** Sampling, effort, the form of the answer, and what scripts keep with it. */
export function AnswerFields({ fields, problems, onChange }: AnswerFieldsProps) {
  const words = useWords();
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <TextField
          label={words.ui.assistants.temperature}
          inputMode="decimal"
          value={fields.temperature}
          problem={problems.temperature ?? null}
          hint={words.ui.assistants.temperatureHint}
          onChange={(event) => onChange({ temperature: event.target.value })}
        />
        <TextField
          label={words.ui.assistants.topP}
          inputMode="decimal"
          value={fields.topP}
          problem={problems.topP ?? null}
          onChange={(event) => onChange({ topP: event.target.value })}
        />
        <Field label={words.ui.assistants.reasoningEffort}>
          {(id) => (
            <Select
              id={id}
              value={fields.effort ?? ''}
              onChange={({ target }) =>
                onChange({ effort: REASONING_EFFORTS.find((effort) => effort === target.value) ?? null })
              }
            >
              <option value="">{words.ui.assistants.asModelDoes}</option>
              {REASONING_EFFORTS.map((effort) => (
                <option key={effort} value={effort}>
                  {effort}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Checkbox
        size="xs"
        label={words.assistant.background()}
        description={words.assistant.backgroundMeaning()}
        checked={fields.background}
        onChange={(event) => onChange({ background: event.currentTarget.checked })}
      />
      <Field label={words.ui.assistants.responseFormat}>
        {(id) => (
          <Select
            id={id}
            value={fields.format === 'text' ? 'auto' : fields.format}
            onChange={({ target }) => onChange({ format: FORMATS.find((format) => format === target.value) ?? 'auto' })}
          >
            {FORMATS.map((format) => (
              <option key={format} value={format}>
                {words.ui.assistants.format[format]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {fields.format === 'json_schema' && (
        <Field
          label={words.ui.assistants.schema}
          hint={
            <span className={problems.schema ? styles.wrong : ''}>
              {problems.schema ?? words.ui.assistants.schemaHint}
            </span>
          }
        >
          {(id) => (
            <textarea
              id={id}
              className={styles.code}
              value={fields.schema}
              aria-invalid={problems.schema !== undefined}
              onChange={(event) => onChange({ schema: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field
        label={words.ui.assistants.metadata}
        hint={
          <span className={problems.metadata ? styles.wrong : ''}>
            {problems.metadata ?? words.ui.assistants.metadataHint}
          </span>
        }
      >
        {(id) => (
          <textarea
            id={id}
            className={styles.code}
            value={fields.metadata}
            aria-invalid={problems.metadata !== undefined}
            onChange={(event) => onChange({ metadata: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
