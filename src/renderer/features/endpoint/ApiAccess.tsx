import { CopyButton, Failure, Section, Skeleton } from '../../ui';
import { Access } from './Access';
import styles from './Endpoint.module.css';
import { Key } from './Key';
import { NumberSetting } from './NumberSetting';
import { Requests } from './Requests';
import { Snippets } from './Snippets';
import { useEndpoint } from './use-endpoint';

/** Use Assay from scripts: the door, its key and limits, how to get in, and who came. */
export function ApiAccess() {
  const { endpoint, error, refetch, busy, failure, setFailure, act } = useEndpoint();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!endpoint) return <Skeleton label="Loading" widths={[60, 80, 50, 80]} />;
  const { baseUrl, port, requestsPerMinute } = endpoint;
  return (
    <>
      <p className={styles.lead}>
        Scripts written for the Assistants API go on here: give them this base URL and this key. Only programs on this
        computer can connect.
      </p>
      {failure !== null && <Failure error={failure} />}
      <Section title="Access">
        <Access endpoint={endpoint} busy={busy} act={act} />
      </Section>
      <Section title="Base URL">
        <div className={styles.line}>
          <code className={styles.value}>{baseUrl}</code>
          <CopyButton copy={baseUrl} aria-label="Copy the base URL" />
          <span className={styles.space} />
          <span className={styles.unit}>Port</span>
          <NumberSetting
            label="Port"
            value={port}
            min={1024}
            max={65_535}
            busy={busy}
            onSave={(value) => void act((api) => api.change({ port: value }))}
          />
        </div>
      </Section>
      <Section title="Key">
        <Key busy={busy} act={act} onFailure={setFailure} />
      </Section>
      <Section title="In a script">
        <Snippets baseUrl={baseUrl} />
      </Section>
      <Requests open={endpoint.open} />
      <Section title="Limit">
        <NumberSetting
          label="Requests a minute"
          value={requestsPerMinute}
          min={60}
          max={1_000_000}
          unit="requests a minute"
          grouped
          busy={busy}
          onSave={(value) => void act((api) => api.change({ requestsPerMinute: value }))}
        />
        <p>Beyond it a program is refused with 429 and told when to come back, so that one gone wild stays harmless.</p>
      </Section>
      <Section title="Shared data">
        <p>
          Scripts and this window use the same engine: a script can see, change and delete what the engine keeps,
          assistants, threads and files of this window among it. Threads of scripts are not listed here, and what you
          have seen stays readable whatever a script does.
        </p>
      </Section>
    </>
  );
}
