import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { useEffect, useMemo } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { localeFrom, type Words } from '#words';
import { type Bridge, BridgeProvider, useClient } from '../bridge';
import { RecoveryBanner, RecoveryPage, useRecovery } from '../features/recovery';
import { useSettings } from '../features/settings';
import { useWords, WordsProvider } from '../ui';
import { Layout } from './Layout';
import styles from './Layout.module.css';
import { NotReached } from './NotReached';
import { StateBanner } from './StateBanner';
import { cssVariables, themeIn } from './theme';

/** Styles that components add at run time carry the nonce of the page's policy. */
const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** `words` is how facts are said; in the language of the settings if none is given. */
export function App({ bridge, words }: { bridge: Bridge; words?: Words }) {
  return (
    <BridgeProvider bridge={bridge}>
      <Worded words={words} />
    </BridgeProvider>
  );
}

function Worded({ words }: { words: Words | undefined }) {
  const { settings } = useSettings();
  useToldLanguages();
  return (
    <WordsProvider locale={localeFrom(settings ?? {}, navigator.languages)} value={words}>
      <Router hook={useHashLocation}>
        <Themed />
      </Router>
    </WordsProvider>
  );
}

/** What is drawn and saved outside of the window follows the languages that its system prefers. */
function useToldLanguages(): void {
  const client = useClient();
  useEffect(() => {
    const tell = () => void client.settings.speak({ languages: [...navigator.languages] }).catch(() => undefined);
    tell();
    window.addEventListener('languagechange', tell);
    return () => window.removeEventListener('languagechange', tell);
  }, [client]);
}

function Themed() {
  const { settings, error, refetch } = useSettings();
  const { ui } = useWords();
  const theme = useMemo(() => themeIn(ui.common), [ui]);
  const appearance = settings?.appearance ?? 'system';
  const forced = appearance === 'system' ? {} : { forceColorScheme: appearance };
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={nonce}
      {...forced}
    >
      <ModalsProvider modalProps={{ lockScroll: false }}>
        {error && !settings ? <NotReached error={error} onRetry={() => void refetch()} /> : <Window />}
        <Notifications className={styles.notices ?? ''} position="bottom-center" limit={3} />
      </ModalsProvider>
    </MantineProvider>
  );
}

/** The panes, unless there is no library to fill them from; what is to be done about data stands above them. */
function Window() {
  const { open, problems } = useRecovery();
  if (!open) return <RecoveryPage problems={problems} />;
  return (
    <div className={styles.window}>
      <StateBanner />
      {problems.length > 0 && <RecoveryBanner problems={problems} />}
      <div className={styles.below}>
        <Layout />
      </div>
    </div>
  );
}
