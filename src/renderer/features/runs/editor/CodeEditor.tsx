import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { CodeRange } from '#contract';
import { Skeleton, shortcutText, useWords } from '../../../ui';
import styles from './CodeEditor.module.css';
import type { Editor } from './code-mirror';
import type { CompletedTable } from './completed-table';
import type { CodeProblem } from './problem-mark';

export interface CodeEditorHandle {
  goTo(at: CodeRange): void;
}

interface CodeEditorProps {
  language: 'sql' | 'python';
  text: string;
  label: string;
  /** What is completed. */
  tables: readonly CompletedTable[];
  problem: CodeProblem | null;
  onText(text: string): void;
  onRun(): void;
  ref?: Ref<CodeEditorHandle>;
}

/** Code that is edited, with the focus in it from the first. What it needs is loaded when it is first opened. */
export function CodeEditor({ ref, ...props }: CodeEditorProps) {
  const { language, label, text, problem } = props;
  const words = useWords();
  const hint = useId();
  const parent = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const wanted = useRef<CodeRange | null>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  useEffect(() => {
    let opened: Editor | null = null;
    let isClosed = false;
    void import('./code-mirror').then(({ openEditor }) => {
      if (isClosed || !parent.current) return;
      opened = openEditor({
        parent: parent.current,
        language,
        text: latest.current.text,
        label,
        describedBy: hint,
        tables: () => latest.current.tables,
        onText: (changed) => latest.current.onText(changed),
        onRun: () => latest.current.onRun(),
      });
      setEditor(opened);
      opened.focus();
      if (wanted.current) opened.goTo(wanted.current);
      parent.current.scrollIntoView({ block: 'nearest' });
    });
    return () => {
      isClosed = true;
      opened?.close();
    };
  }, [language, label, hint]);
  useEffect(() => editor?.setText(text), [editor, text]);
  useEffect(() => editor?.setProblem(problem), [editor, problem]);
  useImperativeHandle(ref, () => ({
    goTo: (at) => {
      wanted.current = at;
      editor?.goTo(at);
    },
  }));
  return (
    <div className={styles.editor}>
      <div ref={parent}>{!editor && <Skeleton label={words.work.openingEditor()} widths={[60, 80, 40]} />}</div>
      <p id={hint} className={styles.hint}>
        {words.work.editorKeys(shortcutText('mod+enter', words.ui.keys))}
      </p>
    </div>
  );
}
