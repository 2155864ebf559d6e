import { Check, Download, Square, TriangleAlert } from 'lucide-react';
import type { PackageDownload, PackagesState } from '#contract';
import { Button, Failure, formatBytes, Note, Progress, plural, Section, Skeleton } from '../../ui';
import { InterpreterSection } from './InterpreterSection';
import styles from './Packages.module.css';
import { SourceForm } from './SourceForm';
import { usePackages } from './use-packages';

/** Packages for Python: which are on this machine, and bringing others here. Once here they need no network. */
export function PackagesPage() {
  const packages = usePackages();
  const { data: state, error, refetch } = packages.state;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!state) return <Skeleton label="Loading packages" widths={[80, 60, 70]} />;
  const failure = packages.plan.error ?? packages.download.error ?? packages.stop.error ?? packages.setSource.error;
  return (
    <>
      <Section title="Python packages">
        <p>
          Python has its standard library here. These are what analyses usually import besides. They are downloaded
          once, checked, and then need no network.
        </p>
        {state.problem && (
          <Note tone="bad" live>
            {state.problem}
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
        <Section title="Source">
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
  const { plan, download } = packages;
  if (plan.isPending) return <Skeleton label="Asking for sizes" widths={[60]} />;
  if (!plan.data) return null;
  const { names, files, bytes } = plan.data;
  const size = bytes === null ? 'of unknown size' : formatBytes(bytes);
  return (
    <div className={styles.planned} role="status">
      <span>
        {names.length === 1 ? names[0] : plural(names.length, 'package')}: {plural(files.length, 'file')}, {size}, from{' '}
        <code>{source.kind === 'folder' ? source.place : new URL(source.place).host}</code>
      </span>
      <Button
        look="primary"
        icon={<Download size={14} />}
        disabled={download.isPending}
        onClick={() => download.mutate(names)}
      >
        Download
      </Button>
      <Button look="quiet" onClick={() => plan.reset()}>
        Cancel
      </Button>
    </div>
  );
}

function DownloadState({ download, onStop }: { download: PackageDownload; onStop(): void }) {
  const { doing, files, allFiles, bytes, allBytes } = download;
  const share = allBytes ? bytes / allBytes : allFiles === 0 ? 0 : files / allFiles;
  return (
    <div className={styles.download}>
      <div className={styles.planned}>
        <span>
          {doing === '' ? 'Starting …' : `Downloading ${doing}`} · {files} of {plural(allFiles, 'file')} ·{' '}
          {formatBytes(bytes)}
          {allBytes === null ? '' : ` of ${formatBytes(allBytes)}`}
        </span>
        <Button size="small" icon={<Square size={11} />} onClick={onStop}>
          Stop
        </Button>
      </div>
      <Progress share={share} label="Downloading packages" />
    </div>
  );
}

function PackageTable({ packages, state }: { packages: Packages; state: PackagesState }) {
  const missing = state.packages.filter((entry) => !entry.installed).map((entry) => entry.name);
  const waits = state.download !== null || packages.plan.isPending;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Package</th>
            <th scope="col">Version</th>
            <th scope="col">State</th>
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
                    <Check size={13} aria-hidden="true" /> On this machine
                  </span>
                ) : (
                  <>
                    {damaged.length > 0 && (
                      <span className={styles.damaged} title={`Not what it should be: ${damaged.join(', ')}`}>
                        <TriangleAlert size={13} aria-hidden="true" /> Damaged
                      </span>
                    )}
                    <Button
                      size="small"
                      look="quiet"
                      icon={<Download size={12} />}
                      aria-label={damaged.length > 0 ? `Download ${name} again` : `Download ${name}`}
                      title={`With ${needed.join(', ')}`}
                      disabled={waits}
                      onClick={() => packages.plan.mutate([name])}
                    >
                      {damaged.length > 0 ? 'Download again …' : 'Download …'}
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
          Download all {missing.length} …
        </Button>
      )}
    </>
  );
}
