import { Select, useWords } from '../../ui';
import styles from './Tags.module.css';
import { useTags } from './TagsField';

/** Which threads are listed: all, or those with one tag. Nothing where no thread has any. */
export function TagFilter({ tag, onChange }: { tag: string | null; onChange(tag: string | null): void }) {
  const { threads: words } = useWords();
  const { data: tags = [] } = useTags();
  if (tags.length === 0 && tag === null) return null;
  return (
    <div className={styles.filter}>
      <Select
        aria-label={words.shown()}
        value={tag ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{words.all()}</option>
        {tags.map(({ tag: name, threads }) => (
          <option key={name} value={name}>
            {words.withTag(name, threads)}
          </option>
        ))}
      </Select>
    </div>
  );
}
