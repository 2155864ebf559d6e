import { Switch } from '@mantine/core';
import type { EndpointState } from '#contract';
import { Button, Note } from '../../ui';
import styles from './Endpoint.module.css';
import type { ActOnEndpoint } from './use-endpoint';

interface AccessProps {
  endpoint: EndpointState;
  busy: boolean;
  act: ActOnEndpoint;
}

/** On or off, what that means now, and what stands in the way. */
export function Access({ endpoint, busy, act }: AccessProps) {
  const { open, on, problem } = endpoint;
  return (
    <>
      <Switch
        checked={open}
        disabled={busy}
        onChange={({ currentTarget }) => void act((api) => (currentTarget.checked ? api.open({}) : api.close({})))}
        label="Let programs on this computer use the engine"
        classNames={{ label: styles.switch ?? '', track: styles.track ?? '' }}
      />
      <p className={styles.state} role="status">
        <span className={open ? styles.isOpen : styles.isClosed} aria-hidden="true" />
        {open
          ? `Open at ${new URL(endpoint.baseUrl).host}, and again whenever Assay starts.`
          : on
            ? 'Closed for now. Assay tries again when it starts.'
            : 'Closed. No program can connect.'}
      </p>
      {problem && (
        <Note tone="warn" live action={<WayOut problem={problem} open={open} busy={busy} act={act} />}>
          {problem.message}
        </Note>
      )}
    </>
  );
}

interface WayOutProps extends Omit<AccessProps, 'endpoint'> {
  problem: NonNullable<EndpointState['problem']>;
  open: boolean;
}

function WayOut({ problem: { freePort }, open, busy, act }: WayOutProps) {
  if (freePort !== null) {
    const take = () => act((api) => (open ? api.change({ port: freePort }) : api.open({ port: freePort })));
    return (
      <Button size="small" disabled={busy} onClick={() => void take()}>
        Use port {freePort}
      </Button>
    );
  }
  return (
    <Button size="small" disabled={busy} onClick={() => void act((api) => api.open({}))}>
      Try again
    </Button>
  );
}
