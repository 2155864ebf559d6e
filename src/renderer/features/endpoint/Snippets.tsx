import { Tabs } from '@mantine/core';
import { Code, CopyButton, useWords } from '../../ui';
import styles from './Endpoint.module.css';
import { snippetsFor } from './snippets';

/** How a script is pointed here, by language. */
export function Snippets({ baseUrl }: { baseUrl: string }) {
  const { ui } = useWords();
  const snippets = snippetsFor(baseUrl, ui.endpoint.anyScript);
  return (
    <Tabs defaultValue="python" keepMounted={false} classNames={{ list: styles.tabs ?? '', tab: styles.tab ?? '' }}>
      <Tabs.List aria-label={ui.endpoint.language}>
        {snippets.map(({ id, label }) => (
          <Tabs.Tab key={id} value={id}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {snippets.map(({ id, label, language, text }) => (
        <Tabs.Panel key={id} value={id} className={styles.snippet}>
          <Code text={text} language={language} />
          <CopyButton className={styles.overCode} copy={text} aria-label={ui.endpoint.copyExample(label)} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
