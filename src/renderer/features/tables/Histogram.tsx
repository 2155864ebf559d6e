import type { Cell, ColumnDetails } from '#contract';
import { formatCount, useWords } from '../../ui';
import styles from './Panel.module.css';

interface HistogramProps {
  bins: ColumnDetails['histogram'];
  text(cell: Cell): string;
}

/** How the values of a column are spread. */
export function Histogram({ bins, text }: HistogramProps) {
  const { ui } = useWords();
  const highest = Math.max(...bins.map(({ count }) => count));
  const [first, last] = [bins[0], bins.at(-1)];
  const peak = bins.find(({ count }) => count === highest);
  if (!first || !last || !peak) return null;
  const label = ui.tables.histogram(formatCount(peak.count), text(peak.from), text(peak.to));
  return (
    <figure className={styles.histogram}>
      <div role="img" aria-label={label}>
        {bins.map((bin, at) => (
          <i
            key={at}
            title={`${ui.common.fromTo(text(bin.from), text(bin.to))}: ${ui.count.rows(bin.count)}`}
            // What is there at all is to be seen.
            style={{ height: bin.count === 0 ? 0 : `max(2px, ${(bin.count / highest) * 100}%)` }}
          />
        ))}
      </div>
      <figcaption>
        <span>{text(first.from)}</span>
        <span>{text(last.to)}</span>
      </figcaption>
    </figure>
  );
}
