import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../ui';
import styles from './Layout.module.css';

interface DropTargetProps {
  onFiles(files: Iterable<File>): void;
  /** What dropping does, where it does not attach. */
  label?: string;
  hint?: string;
}

/** While a file is dragged over the window, all of the window takes it. Nothing dropped ever replaces the page. */
export function DropTarget({ onFiles, label, hint }: DropTargetProps) {
  const { ui } = useWords();
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hover = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (event.dataTransfer && event.dataTransfer.files.length > 0) take.current(event.dataTransfer.files);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: hover, drop };
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name, listener as EventListener);
    };
  }, []);
  if (!over) return null;
  return (
    <div className={styles.drop} aria-hidden="true">
      <FileUp size={28} strokeWidth={1.5} />
      <b>{label ?? ui.app.dropToAttach}</b>
      <span>{hint ?? ui.app.dropKinds}</span>
    </div>
  );
}
