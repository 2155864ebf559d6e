import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../../ui';
import styles from './Markdown.module.css';

/** A table of an answer. One that is wider than its answer scrolls, by keyboard too, and keeps its first column in view. */
export function TableFrame({ children }: { children: ReactNode }) {
  const { ui } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  const reached = wide ? { role: 'group', 'aria-label': ui.conversation.wideTable, tabIndex: 0, 'data-wide': '' } : {};
  return (
    <div ref={frame} className={styles.tableFrame} {...reached}>
      <table>{children}</table>
    </div>
  );
}
