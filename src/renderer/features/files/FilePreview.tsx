import { useQuery } from '@tanstack/react-query';
import { keys, useBridge } from '../../bridge';
import { Code, DataTable, Failure, type MadeFile, Note, Skeleton, useWords } from '../../ui';
import { csvPreview } from './csv-preview';
import styles from './Files.module.css';

/** A preview reads this much of a file. */
const BYTES = 64 * 1024;
const PICTURE = /\.(?:png|jpe?g|gif)$/i;
const TEXT = /\.(?:csv|tsv|txt|md|json|log|py|sql|ya?ml|xml|html?|tex)$/i;

export const canPreview = (name: string): boolean => PICTURE.test(name) || TEXT.test(name);

/** What is in a file, as far as it can be shown: pictures, tables and text. Nothing in it is ever run. */
export function FilePreview({ file }: { file: MadeFile }) {
  const bridge = useBridge();
  const url = bridge.pictureUrl({ kind: 'file', id: file.fileId });
  if (PICTURE.test(file.name)) return <img className={styles.picture} src={url} alt={file.name} />;
  return <TextPreview file={file} url={url} />;
}

function TextPreview({ file, url }: { file: MadeFile; url: string }) {
  const { ui } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: keys.preview(file.fileId),
    queryFn: () => firstPart(url),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={ui.files.loading} widths={[100, 90, 95, 80]} />;
  const table = /\.(?:csv|tsv)$/i.test(file.name) ? csvPreview(data.text, data.whole) : null;
  return (
    <div className={styles.preview}>
      {table ? (
        <DataTable table={table} label={ui.files.firstRowsOf(file.name)} maxHeight={420} />
      ) : (
        <Code
          text={data.text}
          language={/\.(?:json|py|sql)$/i.exec(file.name)?.[0].replace('.py', '.python').slice(1) ?? null}
        />
      )}
      {!data.whole && <Note tone="info">{ui.files.beginningOnly}</Note>}
    </div>
  );
}

/** Reads the beginning and lets the rest be. */
async function firstPart(url: string): Promise<{ text: string; whole: boolean }> {
  const response = await fetch(url);
  const reader = response.ok ? response.body?.getReader() : undefined;
  if (!reader) throw new Error('The file could not be read');
  const decoder = new TextDecoder();
  let text = '';
  for (let read = 0; read < BYTES; ) {
    const next = await reader.read();
    if (next.done) return { text: text + decoder.decode(), whole: true };
    read += next.value.length;
    text += decoder.decode(next.value, { stream: true });
  }
  await reader.cancel();
  return { text, whole: false };
}
