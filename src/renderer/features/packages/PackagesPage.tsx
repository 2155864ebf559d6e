import { Check, Download, Square, TriangleAlert } from 'lucide-react';
import type { PackageDownload, PackagesState } from '#contract';
import { Button, Failure, formatBytes, Note, Progress, Section, Skeleton, useWords } from '../../ui';
import { InterpreterSection } from './InterpreterSection';
import styles from './Packages.module.css';
import { SourceForm } from './SourceForm';
import { usePackages } from './use-packages';

/** Packages for Python: which are on this machine, and bringing others here. Once here they need no network. */
export function PackagesPage() {
  const { ui } = useWords();
  const packages = usePackages();
  const { data: state, error, refetch } = packages.state;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!state) return <Skeleton label={ui.packages.loading} widths={[80, 60, 70]} />;
  const failure = packages.plan.error ?? packages.download.error ?? packages.stop.error ?? packages.setSource.error;
  return (
    <>
      <Section title={ui.packages.packages}>
        <p>{ui.packages.meaning}</p>
        {state.problem && (
          <Note tone="bad" live>
            {ui.failures.of(state.problem)}
          </Note>
        )}
        {failure && <Failure error={failure} />}
        {state.download ? (
          <DownloadState download={state.download} onStop={() => packages.stop.mutate()} />
        ) : (
          <Planned packages={packages} source={state.source} />
        )}
        {state.packages.length > 0 && <PackageTable packages={packages} state={state} />}
      </Section>
      {state.packages.length > 0 && (
        <Section title={ui.packages.source}>
          <SourceForm
            source={state.source}
            busy={state.download !== null}
            onChange={(place, taken) => packages.setSource.mutate(place, { onSuccess: taken })}
          />
        </Section>
      )}
      <InterpreterSection />
    </>
  );
}

type Packages = ReturnType<typeof usePackages>;

/** What a download would fetch, and from where, before anything is fetched. */
function Planned({ packages, source }: { packages: Packages; source: PackagesState['source'] }) {
  const { ui } = useWords();
  const { plan, download } = packages;
  if (plan.isPending) return <Skeleton label={ui.packages.askingForSizes} widths={[60]} />;
  if (!plan.data) return null;
  const { names, files, bytes } = plan.data;
  const size = bytes === null ? ui.packages.unknownSize : formatBytes(bytes);
  return (
    <div className={styles.planned} role="status">
      <span>
        {ui.packages.planned(names, files.length, size)}{' '}
        <code>{source.kind === 'folder' ? source.place : new URL(source.place).host}</code>
      </span>
      <Button
        look="primary"
        icon={<Download size={14} />}
        disabled={download.isPending}
        onClick={() => download.mutate(names)}
      >
        {ui.packages.download}
      </Button>
      <Button look="quiet" onClick={() => plan.reset()}>
        {ui.common.cancel}
      </Button>
    </div>
  );
}

function DownloadState({ download, onStop }: { download: PackageDownload; onStop(): void }) {
  const { ui } = useWords();
  const { doing, files, allFiles, bytes, allBytes } = download;
  const share = allBytes ? bytes / allBytes : allFiles === 0 ? 0 : files / allFiles;
  return (
    <div className={styles.download}>
      <div className={styles.planned}>
        <span>
          {doing === '' ? ui.packages.starting : ui.packages.downloadingOf(doing)} ·{' '}
          {ui.common.partOf(String(files), ui.count.files(allFiles))} ·{' '}
          {allBytes === null ? formatBytes(bytes) : ui.common.partOf(formatBytes(bytes), formatBytes(allBytes))}
        </span>
        <Button size="small" icon={<Square size={11} />} onClick={onStop}>
          {ui.common.stop}
        </Button>
      </div>
      <Progress share={share} label={ui.packages.downloading} />
    </div>
  );
}

function PackageTable({ packages, state }: { packages: Packages; state: PackagesState }) {
  const { ui } = useWords();
  const missing = state.packages.filter((entry) => !entry.installed).map((entry) => entry.name);
  const waits = state.download !== null || packages.plan.isPending;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{ui.packages.package}</th>
            <th scope="col">{ui.packages.version}</th>
            <th scope="col">{ui.packages.state}</th>
          </tr>
        </thead>
        <tbody>
          {state.packages.map(({ name, version, installed, missing: needed, damaged }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{version}</td>
              <td>
                {installed ? (
                  <span className={styles.here}>
                    <Check size={13} aria-hidden="true" /> {ui.packages.onThisMachine}
                  </span>
                ) : (
                  <>
                    {damaged.length > 0 && (
                      <span className={styles.damaged} title={ui.packages.damagedMeaning(damaged.join(', '))}>
                        <TriangleAlert size={13} aria-hidden="true" /> {ui.packages.damaged}
                      </span>
                    )}
                    <Button
                      size="small"
                      look="quiet"
                      icon={<Download size={12} />}
                      aria-label={damaged.length > 0 ? ui.packages.downloadAgainOf(name) : ui.packages.downloadOf(name)}
                      title={ui.packages.with(needed.join(', '))}
                      disabled={waits}
                      onClick={() => packages.plan.mutate([name])}
                    >
                      {damaged.length > 0 ? ui.packages.downloadAgain : ui.packages.downloadMore}
                    </Button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {missing.length > 1 && (
        <Button icon={<Download size={14} />} disabled={waits} onClick={() => packages.plan.mutate(missing)}>
          {ui.packages.downloadAll(missing.length)}
        </Button>
      )}
    </>
  );
}
