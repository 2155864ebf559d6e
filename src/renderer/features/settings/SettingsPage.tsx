import { SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { keys, useClient } from '../../bridge';
import { Button, Failure, formatBytes, Note, Section, Skeleton, useWords } from '../../ui';
import { LanguageSection } from './LanguageSection';
import styles from './Settings.module.css';
import { useSettings } from './use-settings';

interface SettingsPageProps<S extends string> {
  current: S | 'general';
  onOpen(section: S | 'general'): void;
  /** Pages of settings that other features bring. */
  others: readonly { id: S; title: string; content: ReactNode }[];
}

export function SettingsPage<S extends string>({ current, onOpen, others }: SettingsPageProps<S>) {
  const { ui } = useWords();
  const sections = [{ id: 'general' as const, title: ui.settings.general, content: <General /> }, ...others];
  return (
    <>
      <nav className={styles.sections} aria-label={ui.settings.settings}>
        {sections.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            className={styles.place}
            data-title={title}
            aria-current={id === current ? 'page' : undefined}
            onClick={() => onOpen(id)}
          >
            {title}
          </button>
        ))}
      </nav>
      {sections.find(({ id }) => id === current)?.content}
    </>
  );
}

function General() {
  const { ui } = useWords();
  const { settings, change } = useSettings();
  return (
    <>
      <Section title={ui.settings.appearance}>
        {settings && (
          <SegmentedControl
            aria-label={ui.settings.appearance}
            value={settings.appearance}
            onChange={(appearance) => {
              if (appearance === 'system' || appearance === 'light' || appearance === 'dark') change({ appearance });
            }}
            data={[
              { value: 'system', label: ui.settings.asSystem },
              { value: 'light', label: ui.settings.light },
              { value: 'dark', label: ui.settings.dark },
            ]}
          />
        )}
      </Section>
      <LanguageSection />
      <AboutSections />
    </>
  );
}

function AboutSections() {
  const { ui } = useWords();
  const client = useClient();
  const {
    data: about,
    error,
    refetch,
  } = useQuery({ queryKey: keys.about, queryFn: () => client.settings.about({}), staleTime: 0 });
  const { data: keychain } = useQuery({
    queryKey: keys.keychain,
    queryFn: () => client.keys.status({ name: 'serve' }),
    staleTime: 0,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!about) return <Skeleton label={ui.common.loading} widths={[60, 80, 50]} />;
  const show = async () => {
    const { shown } = await client.settings.openDataFolder({});
    if (!shown) {
      await navigator.clipboard.writeText(about.dataFolder).catch(() => undefined);
      notifications.show({ message: ui.settings.pathCopied });
    }
  };
  return (
    <>
      <Section title={ui.settings.dataFolder}>
        <p>{ui.settings.dataFolderMeaning}</p>
        <p className={styles.path}>
          <code>{about.dataFolder}</code>
          <span>{formatBytes(about.dataBytes)}</span>
          <Button size="small" icon={<FolderOpen size={13} />} onClick={() => void show()}>
            {ui.settings.show}
          </Button>
        </p>
      </Section>
      <Section title={ui.settings.keychain}>
        {keychain?.problem ? (
          <Note tone="warn">{ui.failures.of(keychain.problem)}</Note>
        ) : (
          <p>{keychain?.set ? ui.settings.keyKept : ui.settings.keychainReady}</p>
        )}
      </Section>
      <Section title={ui.settings.about}>
        <dl className={styles.about}>
          {[
            ...Object.entries({ Assay: about.version, ...about.components }),
            [ui.settings.system, about.platform],
            [ui.settings.window, about.shell === 'electron' ? ui.settings.electron : ui.settings.browser],
          ].map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
