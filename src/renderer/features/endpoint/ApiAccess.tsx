import { CopyButton, Failure, Section, Skeleton, useWords } from '../../ui';
import { Access } from './Access';
import styles from './Endpoint.module.css';
import { Key } from './Key';
import { NumberSetting } from './NumberSetting';
import { Requests } from './Requests';
import { Snippets } from './Snippets';
import { useEndpoint } from './use-endpoint';

/** Use Assay from scripts: the door, its key and limits, how to get in, and who came. */
export function ApiAccess() {
  const { ui } = useWords();
  const { endpoint, error, refetch, busy, failure, setFailure, act } = useEndpoint();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!endpoint) return <Skeleton label={ui.common.loading} widths={[60, 80, 50, 80]} />;
  const { baseUrl, port, requestsPerMinute } = endpoint;
  return (
    <>
      <p className={styles.lead}>{ui.endpoint.meaning}</p>
      {failure !== null && <Failure error={failure} />}
      <Section title={ui.endpoint.access}>
        <Access endpoint={endpoint} busy={busy} act={act} />
      </Section>
      <Section title={ui.endpoint.baseUrl}>
        <div className={styles.line}>
          <code className={styles.value}>{baseUrl}</code>
          <CopyButton copy={baseUrl} aria-label={ui.endpoint.copyBaseUrl} />
          <span className={styles.space} />
          <span className={styles.unit}>{ui.endpoint.port}</span>
          <NumberSetting
            label={ui.endpoint.port}
            value={port}
            min={1024}
            max={65_535}
            busy={busy}
            onSave={(value) => void act((api) => api.change({ port: value }))}
          />
        </div>
      </Section>
      <Section title={ui.endpoint.key}>
        <Key busy={busy} act={act} onFailure={setFailure} />
      </Section>
      <Section title={ui.endpoint.inScript}>
        <Snippets baseUrl={baseUrl} />
      </Section>
      <Requests open={endpoint.open} />
      <Section title={ui.endpoint.limit}>
        <NumberSetting
          label={ui.endpoint.requestsPerMinute}
          value={requestsPerMinute}
          min={60}
          max={1_000_000}
          unit={ui.endpoint.aMinute}
          grouped
          busy={busy}
          onSave={(value) => void act((api) => api.change({ requestsPerMinute: value }))}
        />
        <p>{ui.endpoint.limitMeaning}</p>
      </Section>
      <Section title={ui.endpoint.sharedData}>
        <p>{ui.endpoint.sharedMeaning}</p>
      </Section>
    </>
  );
}
