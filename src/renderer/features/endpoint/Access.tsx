import { Switch } from '@mantine/core';
import type { EndpointState } from '#contract';
import { Button, Note, useWords } from '../../ui';
import styles from './Endpoint.module.css';
import type { ActOnEndpoint } from './use-endpoint';

interface AccessProps {
  endpoint: EndpointState;
  busy: boolean;
  act: ActOnEndpoint;
}

/** On or off, what that means now, and what stands in the way. */
export function Access({ endpoint, busy, act }: AccessProps) {
  const { ui } = useWords();
  const { open, on, problem } = endpoint;
  return (
    <>
      <Switch
        checked={open}
        disabled={busy}
        onChange={({ currentTarget }) => void act((api) => (currentTarget.checked ? api.open({}) : api.close({})))}
        label={ui.endpoint.letPrograms}
        classNames={{ label: styles.switch ?? '', track: styles.track ?? '' }}
      />
      <p className={styles.state} role="status">
        <span className={open ? styles.isOpen : styles.isClosed} aria-hidden="true" />
        {open ? ui.endpoint.openAt(new URL(endpoint.baseUrl).host) : on ? ui.endpoint.closedForNow : ui.endpoint.closed}
      </p>
      {problem && (
        <Note tone="warn" live action={<WayOut problem={problem} open={open} busy={busy} act={act} />}>
          {ui.failures.of(problem)}
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
  const { ui } = useWords();
  if (freePort !== null) {
    const take = () => act((api) => (open ? api.change({ port: freePort }) : api.open({ port: freePort })));
    return (
      <Button size="small" disabled={busy} onClick={() => void take()}>
        {ui.endpoint.takePort(freePort)}
      </Button>
    );
  }
  return (
    <Button size="small" disabled={busy} onClick={() => void act((api) => api.open({}))}>
      {ui.common.tryAgain}
    </Button>
  );
}
