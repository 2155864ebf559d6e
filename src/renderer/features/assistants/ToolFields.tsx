import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { Assistant } from '#contract';
import { keys, useClient } from '../../bridge';
import { Button, Field, Select, useWords } from '../../ui';
import styles from './Assistants.module.css';
import type { AssistantDraft } from './assistant-fields';

interface ToolFieldsProps {
  fields: AssistantDraft;
  assistant: Assistant | null;
  onChange(change: Partial<AssistantDraft>): void;
}

const SEARCH_PLACES: Assistant['search'][] = ['here', 'hosted'];

const placeOf = (value: string): Assistant['code'] => (value === 'own' || value === 'hosted' ? value : 'here');

/** Tools, where Python runs, and the files that are always at hand. */
export function ToolFields({ fields, assistant, onChange }: ToolFieldsProps) {
  const words = useWords();
  const functions = assistant?.tools.functions ?? [];
  return (
    <div className={styles.fields}>
      <Checkbox
        size="xs"
        label={words.ui.assistants.dataTools}
        checked={fields.data}
        onChange={(event) => onChange({ data: event.currentTarget.checked })}
      />
      <Checkbox
        size="xs"
        label={words.ui.assistants.python}
        checked={fields.code}
        onChange={(event) => onChange({ code: event.currentTarget.checked })}
      />
      {fields.code && (
        <Field label={words.ui.assistants.wherePython} hint={words.ui.assistants.pythonMeaning[fields.where]}>
          {(id) => (
            <Select id={id} value={fields.where} onChange={(event) => onChange({ where: placeOf(event.target.value) })}>
              <option value="here">{words.ui.assistants.pythonSandbox}</option>
              <option value="own">{words.ui.assistants.pythonOwn}</option>
              <option value="hosted">{words.ui.assistants.pythonServer}</option>
            </Select>
          )}
        </Field>
      )}
      <Checkbox
        size="xs"
        label={words.ui.assistants.documents}
        checked={fields.documents}
        onChange={(event) => onChange({ documents: event.currentTarget.checked })}
      />
      {fields.documents && (
        <Field label={words.ui.assistants.whereDocuments} hint={words.assistant.searchMeaning[fields.searched]()}>
          {(id) => (
            <Select
              id={id}
              value={fields.searched}
              onChange={({ target }) => onChange({ searched: target.value === 'hosted' ? 'hosted' : 'here' })}
            >
              {SEARCH_PLACES.map((place) => (
                <option key={place} value={place}>
                  {words.assistant.searchPlace[place]()}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {functions.length > 0 && (
        <p>{words.ui.assistants.functionsOfScript(functions.length, functions.map(({ name }) => name).join(', '))}</p>
      )}
      <FileFields fields={fields} assistant={assistant} onChange={onChange} />
    </div>
  );
}

function FileFields({ fields, assistant, onChange }: ToolFieldsProps) {
  const { ui } = useWords();
  const client = useClient();
  const { data: files = [] } = useQuery({ queryKey: keys.files, queryFn: () => client.files.list({}), staleTime: 0 });
  const kept = assistant?.files.filter(({ id }) => fields.keep.includes(id)) ?? [];
  const listed = [
    ...kept.map(({ id, name, use }) => ({
      key: id,
      name,
      use,
      remove: () => onChange({ keep: fields.keep.filter((known) => known !== id) }),
    })),
    ...fields.add.map(({ fileId, name, use }) => ({
      key: `${fileId} ${use}`,
      name,
      use,
      remove: () => onChange({ add: fields.add.filter((file) => file.fileId !== fileId || file.use !== use) }),
    })),
  ];
  const add = (use: 'code' | 'search') => (event: { target: { value: string } }) => {
    const file = files.find(({ id }) => id === event.target.value);
    const known = fields.add.some(({ fileId, use: as }) => fileId === file?.id && as === use);
    if (file && !known) onChange({ add: [...fields.add, { fileId: file.id, name: file.name, use }] });
  };
  return (
    <>
      {listed.length > 0 && (
        <ul className={styles.files} aria-label={ui.assistants.filesOfThis}>
          {listed.map(({ key, name, use, remove }) => (
            <li key={key}>
              <span title={name}>{name}</span>
              <span className={styles.muted}>{use === 'code' ? ui.assistants.forPython : ui.assistants.toSearch}</span>
              <Button
                look="quiet"
                size="small"
                icon={<X size={13} />}
                aria-label={ui.assistants.takeOut(name)}
                onClick={remove}
              />
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <div className={styles.pair}>
          {(['code', 'search'] as const).map((use) => (
            <Field key={use} label={use === 'code' ? ui.assistants.addForPython : ui.assistants.addToSearch}>
              {(id) => (
                <Select id={id} value="" onChange={add(use)}>
                  <option value="">{ui.assistants.choose}</option>
                  {files.map(({ id: fileId, name }) => (
                    <option key={fileId} value={fileId}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ))}
        </div>
      )}
    </>
  );
}
