import styles from './Skeleton.module.css';

/** Grey shapes of what is about to be there. `widths` are percentages, one a line. */
export function Skeleton({
  widths,
  height = 13,
  label,
}: {
  widths: readonly number[];
  height?: number;
  label: string;
}) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {widths.map((width, index) => (
        <div key={index} className={styles.line} style={{ width: `${width}%`, height }} />
      ))}
    </div>
  );
}
