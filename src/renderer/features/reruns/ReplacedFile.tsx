import { ArrowRight, Upload } from 'lucide-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import type { Dataset } from '#contract';
import { Button, Select, useWords } from '../../ui';
import styles from './Reruns.module.css';
import type { useReplacements } from './use-rerun';

/** One file of the thread, and which one takes its place: one of the library, one that is dropped, or none. */
export function ReplacedFile({ dataset, files }: { dataset: Dataset; files: ReturnType<typeof useReplacements> }) {
  const { ui } = useWords();
  const label = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const file = list?.[0];
    if (file) files.upload(dataset.id, file);
  };
  const dropping = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer.files);
    },
  };
  return (
    <div className={`${styles.file} ${over ? styles.over : ''}`} {...dropping}>
      <span id={label} className={styles.name} title={dataset.name}>
        {dataset.name}
      </span>
      <ArrowRight size={14} aria-hidden="true" />
      <Select
        aria-label={ui.reruns.standsFor(dataset.name)}
        value={files.chosen.get(dataset.id)?.by ?? ''}
        onChange={(event) =>
          files.choose(dataset.id, files.others.find(({ id }) => id === event.currentTarget.value)?.id ?? null)
        }
      >
        <option value="">{ui.reruns.stays}</option>
        {files.others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Button icon={<Upload size={14} />} disabled={files.uploading} onClick={() => chooser.current?.click()}>
        {ui.reruns.chooseFile}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={ui.reruns.chooseFileFor(dataset.name)}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
