import { useQuery } from '@tanstack/react-query';
import type { StorageSizes as Sizes } from '#contract';
import { keys, useClient } from '../../bridge';
import { formatBytes, useWords } from '../../ui';
import styles from './Files.module.css';

const PARTS: readonly (keyof Sizes)[] = ['files', 'copies', 'engineFiles', 'databases', 'backups'];

/** What takes the room of the data folder, by kind. */
export function StorageSizes() {
  const client = useClient();
  const { library: words } = useWords();
  const { data } = useQuery({ queryKey: keys.fileSizes, queryFn: () => client.files.sizes({}), staleTime: 0 });
  if (!data) return null;
  return (
    <section className={styles.sizes} aria-label={words.sizes()}>
      <h2>{words.sizes()}</h2>
      <dl>
        {PARTS.map((part) => (
          <div key={part}>
            <dt>
              {words.sizeOf[part]()}
              {(part === 'copies' || part === 'engineFiles') && <small>{words.sizeNote[part]()}</small>}
            </dt>
            <dd>{formatBytes(data[part])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
