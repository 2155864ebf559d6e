import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python, pythonLanguage } from '@codemirror/lang-python';
import { keywordCompletionSource, PostgreSQL } from '@codemirror/lang-sql';
import { bracketMatching, indentUnit, LanguageSupport } from '@codemirror/language';
import { type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { CodeRange } from '#contract';
import type { CompletedTable } from './completed-table';
import { look } from './look';
import { namesInPython } from './names-in-python';
import { namesInSql } from './names-in-sql';
import { type CodeProblem, problemMark, showProblem, stretchOf } from './problem-mark';

export interface EditorOptions {
  parent: HTMLElement;
  language: 'sql' | 'python';
  text: string;
  /** What it is called, and the element that says which keys do what. */
  label: string;
  describedBy: string;
  tables: () => readonly CompletedTable[];
  onText(text: string): void;
  onRun(): void;
}

export interface Editor {
  focus(): void;
  /** Puts the cursor there. */
  goTo(at: CodeRange): void;
  setText(text: string): void;
  setProblem(problem: CodeProblem | null): void;
  close(): void;
}

/** After Esc, the next Tab within this time leaves the editor instead of indenting. */
const LEAVE_MS = 10_000;

/** The editor itself; loaded when code is first edited. */
export function openEditor(options: EditorOptions): Editor {
  const view = new EditorView({ parent: options.parent, doc: options.text, extensions: extensionsOf(options) });
  return {
    focus: () => view.focus(),
    goTo: (at) => {
      view.dispatch({ selection: { anchor: stretchOf(view.state, at).from }, scrollIntoView: true });
      view.focus();
    },
    setText: (text) => {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    setProblem: (problem) => view.dispatch(showProblem(problem)),
    close: () => view.destroy(),
  };
}

function extensionsOf({ language, label, describedBy, tables, onText, onRun }: EditorOptions): Extension {
  return [
    EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''),
    // Long lines scroll by the keys of what can have the focus, which axe sees by its tabindex alone.
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': describedBy, tabindex: '0' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onText(update.state.doc.toString());
    }),
    keysOf(onRun),
    // Esc is the editor's own here: it stops no run and closes nothing.
    EditorView.domEventHandlers({
      keydown: (event) => {
        if (event.key === 'Escape') event.stopPropagation();
      },
      beforeinput: (event, view) => event.inputType === 'insertText' && replaceSelected(event.data, view),
    }),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, indentWithTab, ...defaultKeymap]),
    history(),
    lineNumbers(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ icons: false }),
    problemMark,
    language === 'sql' ? sqlSupport(tables) : pythonSupport(tables),
    look,
  ];
}

/** Where something is written over, a browser would keep its colours by styles of its own, which the page's policy refuses. */
function replaceSelected(text: string | null, view: EditorView): boolean {
  const { main } = view.state.selection;
  if (text === null || main.empty || view.composing) return false;
  const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type' });
  const isHandled = view.state
    .facet(EditorView.inputHandler)
    .some((handle) => handle(view, main.from, main.to, text, insert));
  if (!isHandled) view.dispatch(insert());
  return true;
}

const keysOf = (onRun: () => void): Extension =>
  Prec.highest(
    keymap.of([
      {
        key: 'Mod-Enter',
        run: (view) => {
          closeCompletion(view);
          onRun();
          return true;
        },
      },
      { key: 'Tab', run: acceptCompletion },
      {
        key: 'Escape',
        run: (view) => {
          if (completionStatus(view.state) === 'active') return false;
          // One that is still on its way is not seen yet.
          closeCompletion(view);
          view.setTabFocusMode(LEAVE_MS);
          return true;
        },
      },
    ]),
  );

/** DuckDB's SQL is nearest to PostgreSQL's. */
const sqlSupport = (tables: () => readonly CompletedTable[]): Extension => [
  new LanguageSupport(PostgreSQL.language, [
    PostgreSQL.language.data.of({ autocomplete: namesInSql(tables) }),
    PostgreSQL.language.data.of({ autocomplete: keywordCompletionSource(PostgreSQL, true) }),
  ]),
  indentUnit.of('  '),
  EditorView.lineWrapping,
];

const pythonSupport = (tables: () => readonly CompletedTable[]): Extension => [
  python(),
  pythonLanguage.data.of({ autocomplete: namesInPython(tables) }),
  indentUnit.of('    '),
];
