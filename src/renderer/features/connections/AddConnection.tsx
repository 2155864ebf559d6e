import { Checkbox } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Connection, ConnectionPreset, ServerApi } from '#contract';
import { Button, Failure, Field, Select, Skeleton, TextField, useWords } from '../../ui';
import { isUnencrypted, placeholdersOf } from './address';
import styles from './Connections.module.css';
import { useConnect, usePresets } from './use-connections';

/** Stands for a server that no preset knows. */
const OTHER = 'other';

interface AddConnectionProps {
  onConnected(connection: Connection): void;
  /** Null where there is nothing to go back to. */
  onCancel: (() => void) | null;
}

export function AddConnection(props: AddConnectionProps) {
  const { ui } = useWords();
  const { data: presets, error, refetch } = usePresets();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!presets) return <Skeleton label={ui.connections.loadingServers} widths={[50, 70]} />;
  return <ConnectionForm presets={presets} {...props} />;
}

/** Whose key it is, by how it begins; the longest beginning decides. */
function presetOfKey(presets: readonly ConnectionPreset[], key: string): ConnectionPreset | undefined {
  const matching = presets.flatMap((preset) =>
    preset.keyPrefixes.filter((prefix) => key.startsWith(prefix)).map((prefix) => ({ preset, prefix })),
  );
  return matching.toSorted((a, b) => b.prefix.length - a.prefix.length)[0]?.preset;
}

/** Paste a key, press Connect: a key that tells whose it is chooses the server as well. */
function ConnectionForm({ presets, onConnected, onCancel }: AddConnectionProps & { presets: ConnectionPreset[] }) {
  const { ui } = useWords();
  const [first] = presets;
  const [presetId, setPresetId] = useState(first?.id ?? OTHER);
  const [address, setAddress] = useState(first?.baseUrl ?? '');
  const [api, setApi] = useState<ServerApi>('chat');
  const [key, setKey] = useState('');
  const [allowHttp, setAllowHttp] = useState(false);
  const keyField = useRef<HTMLInputElement>(null);
  const connect = useConnect((connection) => {
    setKey('');
    onConnected(connection);
  });
  useEffect(() => {
    if (onCancel) keyField.current?.focus();
  }, [onCancel]);
  const preset = presets.find(({ id }) => id === presetId);
  const choose = (id: string) => {
    setPresetId(id);
    setAddress(presets.find((known) => known.id === id)?.baseUrl ?? '');
  };
  const takeKey = (text: string) => {
    setKey(text);
    // Whoever has named a server of their own means that one: no key is sent to another unseen.
    if (!preset || address.trim() !== preset.baseUrl) return;
    const owner = presetOfKey(presets, text.trim());
    if (owner && owner.id !== presetId) choose(owner.id);
  };
  const missing = placeholdersOf(address);
  const unencrypted = isUnencrypted(address.trim());
  const lacks = address.trim() === '' || missing.length > 0 || (preset?.keyNeeded === true && key.trim() === '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lacks || connect.isPending) return;
    connect.mutate({
      preset: preset?.id ?? null,
      api: preset?.api ?? api,
      baseUrl: address.trim(),
      allowHttp: unencrypted && allowHttp,
      ...(key.trim() === '' ? {} : { key: key.trim() }),
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.pair}>
        <ServerChoice presets={presets} value={presetId} onChoose={choose} />
        {!preset && <ApiChoice value={api} onChoose={setApi} />}
      </div>
      <TextField
        ref={keyField}
        label={preset?.keyNeeded === false || !preset ? ui.connections.keyIfNeeded : ui.connections.key}
        type="password"
        value={key}
        maxLength={4096}
        placeholder={preset?.keyPrefixes[0] ? `${preset.keyPrefixes[0]}…` : ''}
        hint={ui.connections.keyHint}
        onChange={(event) => takeKey(event.target.value)}
      />
      <TextField
        label={ui.connections.address}
        value={address}
        maxLength={1000}
        placeholder="https://models.example.com/v1"
        problem={missing.length > 0 ? ui.connections.putYourOwn(missing) : null}
        onChange={(event) => setAddress(event.target.value)}
      />
      {unencrypted && (
        <Checkbox
          size="xs"
          checked={allowHttp}
          onChange={(event) => setAllowHttp(event.currentTarget.checked)}
          label={ui.connections.allowHttp}
        />
      )}
      {connect.error && <Failure error={connect.error} />}
      <div className={styles.actions}>
        <Button type="submit" look="primary" disabled={lacks || connect.isPending}>
          {connect.isPending ? ui.connections.connecting : ui.connections.connect}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {ui.common.cancel}
          </Button>
        )}
        <span className={styles.aside} role="status">
          {connect.isPending ? ui.connections.askingForModels : ''}
        </span>
      </div>
    </form>
  );
}

interface ServerChoiceProps {
  presets: readonly ConnectionPreset[];
  value: string;
  onChoose(id: string): void;
}

function ServerChoice({ presets, value, onChoose }: ServerChoiceProps) {
  const { ui } = useWords();
  const options = (local: boolean) =>
    presets
      .filter((preset) => preset.local === local)
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ));
  return (
    <Field label={ui.connections.server}>
      {(id) => (
        <Select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
          <optgroup label={ui.connections.hosted}>{options(false)}</optgroup>
          <optgroup label={ui.connections.onThisComputer}>{options(true)}</optgroup>
          <option value={OTHER}>{ui.connections.anotherServer}</option>
        </Select>
      )}
    </Field>
  );
}

function ApiChoice({ value, onChoose }: { value: ServerApi; onChoose(api: ServerApi): void }) {
  const { ui } = useWords();
  return (
    <Field label={ui.connections.api}>
      {(id) => (
        <Select
          id={id}
          value={value}
          onChange={(event) => onChoose(event.target.value === 'chat' ? 'chat' : 'responses')}
        >
          <option value="chat">{ui.connections.chatCompletions}</option>
          <option value="responses">{ui.connections.responses}</option>
        </Select>
      )}
    </Field>
  );
}
