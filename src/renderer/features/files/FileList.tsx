import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { keys, useClient } from '../../bridge';
import { Button, Failure, formatBytes, formatInstant, Skeleton, tellSaved } from '../../ui';
import styles from './Files.module.css';

/** Code can write thousands of files; a page of thousands of rows would be slow. */
const PAGE = 200;

/** Every file this library keeps, newest first. */
export function FileList() {
  const client = useClient();
  const [shown, setShown] = useState(PAGE);
  const { data, error, refetch } = useQuery({
    queryKey: keys.files,
    queryFn: () => client.files.list({}),
    staleTime: 0,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="Loading files" widths={[100, 100, 100]} />;
  if (data.length === 0)
    return <p className={styles.none}>No files yet. Files you drop into a thread are kept here.</p>;
  return (
    <>
      <table className={styles.files}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className={styles.size}>
              Size
            </th>
            <th scope="col">Added</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {data.slice(0, shown).map((file) => (
            <tr key={file.id}>
              <th scope="row">{file.name}</th>
              <td className={styles.size}>{formatBytes(file.bytes)}</td>
              <td>{formatInstant(file.createdAt)}</td>
              <td className={styles.save}>
                <Button
                  look="quiet"
                  size="small"
                  icon={<Download size={13} />}
                  aria-label={`Save ${file.name}`}
                  title="Save"
                  onClick={() => void tellSaved(client.files.save({ fileId: file.id }))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown < data.length && <Button onClick={() => setShown(shown + PAGE)}>Show more</Button>}
    </>
  );
}
