import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { ConnectedModel, Connection, DataBoundary } from '#contract';
import { Button, Field, modelFacts, Select, shutdownOf, TextField, useWords } from '../../ui';
import { isUnencrypted } from './address';
import styles from './Connections.module.css';
import type { ConnectionCommands } from './use-connections';

interface ConnectionDetailsProps {
  connection: Connection;
  models: readonly ConnectedModel[];
  commands: ConnectionCommands;
}

/** What a connection lists, what it is given of the data, and what was learned of it; each folded until it is wanted. */
export function ConnectionDetails(props: ConnectionDetailsProps) {
  const { connection, models } = props;
  const words = useWords();
  return (
    <div className={styles.folds}>
      {models.length > 0 && (
        <details>
          <summary>{words.ui.connections.modelsAndPrices}</summary>
          <ul className={styles.models} tabIndex={0} aria-label={words.ui.connections.modelsOf(connection.name)}>
            {models.map((model) => (
              <li key={model.answerer}>
                <span title={model.name}>{model.name}</span>
                <span className={styles.facts}>
                  {model.listed
                    ? (shutdownOf(model.abilities, words.ui.models)?.text ?? modelFacts(model, words.ui.models))
                    : words.ui.connections.noLongerListed}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>{words.ui.connections.dataGiven(words.connection.boundary[connection.boundary]())}</summary>
        <DataSettings {...props} />
      </details>
      <details>
        <summary>{words.ui.connections.nameAndAddress}</summary>
        <AddressForm {...props} />
      </details>
      {connection.quirks.length > 0 && <Quirks {...props} />}
    </div>
  );
}

const BOUNDARIES: readonly DataBoundary[] = ['schema', 'results', 'everything'];

function DataSettings({ connection, commands: { update } }: ConnectionDetailsProps) {
  const words = useWords();
  const [rows, setRows] = useState(String(connection.rowsAtMost));
  const given = Number(rows);
  const valid = Number.isInteger(given) && given >= 1 && given <= 10_000;
  return (
    <div className={styles.fold}>
      <div className={styles.pair}>
        <Field label={words.ui.connections.boundary} hint={words.connection.boundaryMeaning[connection.boundary]()}>
          {(id) => (
            <Select
              id={id}
              value={connection.boundary}
              onChange={({ target }) => {
                const boundary = BOUNDARIES.find((known) => known === target.value);
                if (boundary) update.mutate({ boundary });
              }}
            >
              {BOUNDARIES.map((boundary) => (
                <option key={boundary} value={boundary}>
                  {words.connection.boundary[boundary]()}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {connection.boundary !== 'schema' && (
          <TextField
            label={words.ui.connections.rowsAtMost}
            inputMode="numeric"
            value={rows}
            problem={valid ? null : words.ui.connections.rowsBounds}
            onChange={(event) => setRows(event.target.value)}
            onBlur={() => valid && given !== connection.rowsAtMost && update.mutate({ rowsAtMost: given })}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        )}
      </div>
      {connection.api === 'responses' && !connection.local && (
        <>
          <Switch
            checked={connection.hostedCode}
            classNames={{ label: styles.switch ?? '', track: styles.track ?? '' }}
            onChange={({ currentTarget }) => update.mutate({ hostedCode: currentTarget.checked })}
            label={words.ui.connections.codeAtServer(connection.name)}
          />
          <Switch
            checked={connection.hostedSearch}
            classNames={{ label: styles.switch ?? '', track: styles.track ?? '' }}
            onChange={({ currentTarget }) => update.mutate({ hostedSearch: currentTarget.checked })}
            label={words.connection.agreesToSearch({ place: connection.name, local: connection.local })}
          />
        </>
      )}
    </div>
  );
}

function AddressForm({ connection, commands: { update } }: ConnectionDetailsProps) {
  const { ui } = useWords();
  const [name, setName] = useState(connection.name);
  const [baseUrl, setBaseUrl] = useState(connection.baseUrl);
  const [allowHttp, setAllowHttp] = useState(connection.allowHttp);
  const unencrypted = isUnencrypted(baseUrl);
  const moved = URL.canParse(baseUrl) && new URL(baseUrl).origin !== new URL(connection.baseUrl).origin;
  return (
    <form
      className={styles.fold}
      onSubmit={(event) => {
        event.preventDefault();
        update.mutate({ name: name.trim(), baseUrl: baseUrl.trim(), allowHttp: unencrypted && allowHttp });
      }}
    >
      <div className={styles.pair}>
        <TextField
          label={ui.common.name}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={ui.connections.address}
          value={baseUrl}
          maxLength={1000}
          hint={moved ? ui.connections.keyNotTaken : undefined}
          onChange={(event) => setBaseUrl(event.target.value)}
        />
      </div>
      {unencrypted && (
        <Switch
          checked={allowHttp}
          classNames={{ label: styles.switch ?? '', track: styles.track ?? '' }}
          onChange={({ currentTarget }) => setAllowHttp(currentTarget.checked)}
          label={ui.connections.allowHttp}
        />
      )}
      <div className={styles.actions}>
        <Button type="submit" size="small" disabled={update.isPending || name.trim() === '' || baseUrl.trim() === ''}>
          {ui.common.save}
        </Button>
        <span className={styles.aside}>
          {connection.api === 'chat' ? ui.connections.chatCompletions : ui.connections.responses}
        </span>
      </div>
    </form>
  );
}

function Quirks({ connection, commands: { forgetQuirks } }: ConnectionDetailsProps) {
  const words = useWords();
  return (
    <details>
      <summary>{words.ui.connections.learned(connection.quirks.length)}</summary>
      <div className={styles.fold}>
        <ul className={styles.quirks}>
          {connection.quirks.map((quirk) => (
            <li key={`${quirk.model} ${quirk.code} ${quirk.detail ?? ''}`}>
              <b>{quirk.model}</b> {words.connection.quirk(quirk.code, quirk.detail)}
            </li>
          ))}
        </ul>
        <div className={styles.actions}>
          <Button size="small" disabled={forgetQuirks.isPending} onClick={() => forgetQuirks.mutate()}>
            {words.ui.connections.forgetQuirks}
          </Button>
        </div>
      </div>
    </details>
  );
}
