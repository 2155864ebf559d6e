import { Tabs } from '@mantine/core';
import { Code, CopyButton } from '../../ui';
import styles from './Endpoint.module.css';
import { snippetsFor } from './snippets';

/** How a script is pointed here, by language. */
export function Snippets({ baseUrl }: { baseUrl: string }) {
  const snippets = snippetsFor(baseUrl);
  return (
    <Tabs defaultValue="python" keepMounted={false} classNames={{ list: styles.tabs ?? '', tab: styles.tab ?? '' }}>
      <Tabs.List aria-label="Language">
        {snippets.map(({ id, label }) => (
          <Tabs.Tab key={id} value={id}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {snippets.map(({ id, label, language, text }) => (
        <Tabs.Panel key={id} value={id} className={styles.snippet}>
          <Code text={text} language={language} />
          <CopyButton className={styles.overCode} copy={text} aria-label={`Copy the ${label} example`} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
