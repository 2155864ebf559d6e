import { type ComponentType, useState } from 'react';
import type { FileId, LibraryFile, ReportId, ThreadId } from '#contract';
import { Button, Failure, formatBytes, Skeleton, useLargeScreen, useWords } from '../../ui';
import { FileDetails } from './FileDetails';
import { FileRow } from './FileRow';
import styles from './Files.module.css';
import sides from './Sides.module.css';
import { StorageSizes } from './StorageSizes';
import { useFileCommands, useFiles } from './use-files';
import { groupByName } from './versions';

/** Code can write thousands of files; a page of thousands of rows would be slow. */
const PAGE = 200;

export interface FileListProps {
  /** A file is in what is being written in a thread; null is one that is about to begin. */
  onAttached(threadId: ThreadId | null): void;
  onOpenThread(threadId: ThreadId): void;
  onOpenReport(reportId: ReportId): void;
  /** What is in a file, drawn by whoever knows its kind. */
  Preview: ComponentType<{ file: LibraryFile }>;
}

/** The files of this library by name, newest first: to be looked at, asked about, renamed and deleted. */
export function FileList({ onAttached, onOpenThread, onOpenReport, Preview }: FileListProps) {
  const { library: words } = useWords();
  const { attach } = useFileCommands();
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(PAGE);
  const [openId, setOpenId] = useState<FileId | null>(null);
  const beside = useLargeScreen();
  const { data, error, refetch } = useFiles();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={words.loading()} widths={[100, 100, 100]} />;
  if (data.length === 0) return <p className={styles.none}>{words.none()}</p>;
  const groups = groupByName(data, search);
  // Beside the list there is always one to be seen.
  const open = data.find(({ id }) => id === openId) ?? (beside ? groups[0]?.newest : undefined);
  const ask = async (fileId: FileId) => (await attach(fileId, null)) && onAttached(null);
  return (
    <div className={beside && open ? sides.sides : undefined}>
      <div>
        <div className={styles.head}>
          <input
            type="search"
            className={styles.search}
            aria-label={words.search()}
            placeholder={words.search()}
            value={search}
            onChange={(event) => {
              setSearch(event.target.value);
              setShown(PAGE);
            }}
          />
          <span className={styles.total}>
            {words.total(data.length, formatBytes(data.reduce((sum, { bytes }) => sum + bytes, 0)))}
          </span>
        </div>
        {groups.length === 0 ? (
          <p className={styles.none} role="status">
            {words.noneFound(search)}
          </p>
        ) : (
          <table className={styles.files}>
            <thead>
              <tr>
                <th scope="col">{words.name()}</th>
                <th scope="col">{words.usedIn()}</th>
                <th scope="col" className={styles.size}>
                  {words.size()}
                </th>
                <th scope="col">{words.added()}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {groups.slice(0, shown).map(({ newest, versions }) => (
                <FileRow
                  key={newest.id}
                  file={newest}
                  versions={versions.length}
                  isShown={beside && newest.id === open?.id}
                  onOpen={() => setOpenId(newest.id)}
                  onAsk={() => void ask(newest.id)}
                />
              ))}
            </tbody>
          </table>
        )}
        {shown < groups.length && <Button onClick={() => setShown(shown + PAGE)}>{words.showMore()}</Button>}
        <StorageSizes />
      </div>
      {open && (
        <FileDetails
          key={open.id}
          file={open}
          versions={data.filter(({ name }) => name.toLowerCase() === open.name.toLowerCase())}
          beside={beside}
          Preview={Preview}
          onClose={() => setOpenId(null)}
          onOpen={setOpenId}
          onAsk={() => void ask(open.id)}
          onOpenThread={onOpenThread}
          onOpenReport={onOpenReport}
        />
      )}
    </div>
  );
}
