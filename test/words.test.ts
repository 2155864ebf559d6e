import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inlineTexts } from './support/inline-texts';

/** Files whose texts do not come from the catalogues yet. It only gets shorter. */
const NOT_MOVED: readonly string[] = [];

/** What looks like words and is none: keys, formats, selectors, code, and names in what others have made. */
const UNREAD: Record<string, readonly string[]> = {
  '*': [
    'Enter',
    'Escape',
    'Tab',
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'Backspace',
    'Delete',
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
  ],
  'app/DropTarget.tsx': ['Files'],
  'app/use-shortcuts.ts': ['input, textarea, select'],
  'app/theme.ts': ['"Inter Variable", Inter, "Segoe UI", system-ui, sans-serif'],
  'features/reports/ExportMenu.tsx': ['Letter'],
  // Failures are told by their code in other languages.
  'bridge/http-bridge.ts': ['Bearer {}', 'Assay is not running any more. Start it again; nothing was lost.'],
  'bridge/upload.ts': [
    'The connection to Assay was lost. Drop the file again.',
    'The upload was stopped.',
    'Assay gave no proper answer. Drop the file again.',
  ],
  'features/connections/AddConnection.tsx': ['https://models.example.com/v1'],
  'features/charts/use-missing-signs.ts': ['{}px "Inter Variable", system-ui, sans-serif'],
  // The built-in analyst reads it.
  'features/datasets/ProfileCard.tsx': ['What can I ask about this data?'],
  'features/endpoint/Key.tsx': ['assay-••••••••••••••••••••'],
  'features/files/FileRow.tsx': ['F2'],
  'features/models/AliasTable.tsx': ['gpt-4o'],
  'features/recovery/Ways.tsx': ['quarantine'],
  'features/tables/ResultGrid.tsx': ['thead th'],
  'features/tables/shown-columns.ts': ['General'],
  'features/threads/ThreadRow.tsx': ['F2'],
  'features/usage/Budgets.tsx': ['Tokens'],
  'ui/chart/ChartDrawing.tsx': ['Inter, sans-serif'],
  'ui/chart/ChartTooltip.tsx': ['1px solid {}', '0 4px 16px rgb(0 0 0 / 12%)'],
  'ui/chart/Furniture.tsx': ['Inter, "Inter Variable", "Segoe UI", system-ui, sans-serif'],
  'ui/chart/PieDrawing.tsx': ['1px solid {}'],
  'ui/format.ts': ['{} ms', '{} min {} s'],
};

/** Files that hold code, markup, styles, or words to recognise, and nothing that people read. */
const NO_TEXTS: readonly string[] = [
  'features/conversation/copy-answer.ts',
  'features/endpoint/snippets.ts',
  'features/runs/editor/look.ts',
  'features/runs/editor/names-in-python.ts',
  'features/runs/editor/names-in-sql.ts',
  'features/runs/table-in-text.ts',
  'ui/chart/own-order.ts',
  'ui/clipboard-table.ts',
  'ui/copied-picture.ts',
];

const ROOM = 'src/renderer/';

it('every text of the window comes from the catalogues', () => {
  const files = readdirSync(ROOM, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(ROOM.length))
    .filter((file) => !NO_TEXTS.includes(file))
    .sort();
  const inline = files.flatMap((file) => {
    const texts = inlineTexts(readFileSync(ROOM + file, 'utf8'), file.endsWith('x')).filter(
      (text) => !UNREAD[file]?.includes(text) && !UNREAD['*']?.includes(text),
    );
    return texts.length > 0 ? [{ file, texts }] : [];
  });
  expect(inline.filter(({ file }) => !NOT_MOVED.includes(file))).toEqual([]);
  expect(NOT_MOVED.filter((moved) => !inline.some(({ file }) => file === moved))).toEqual([]);
});

describe('a text for people is', () => {
  it.each([
    ['between tags', '<p>Nothing found</p>', 'Nothing found'],
    ['a word between tags', '<p>{count} rows</p>', 'rows'],
    ['a name that is read out', '<button aria-label="Close" />', 'Close'],
    ['a choice of two', "<Button title={on ? 'hide it' : label} />", 'hide it'],
    ['a sentence with values', `<Button title={\`Open \${name}\`} />`, 'Open {}'],
    ['a property of a notice', "notifications.show({ message: 'saved' })", 'saved'],
    ['a sentence anywhere', "tellFailure('It was not kept', error);", 'It was not kept'],
    ['what a function gives', "const stateText = () => 'Waiting';", 'Waiting'],
    ['what happened and what to do', "throw new AppError('gone', 'Start it again.');", 'Start it again.'],
  ])('%s', (_, source, text) => {
    expect(inlineTexts(source)).toEqual([text]);
  });

  it.each([
    ['a name of the program', "<Place kind='charts' data-kind='row of data' />"],
    ['a class', '<p className={on ? "row on" : "Row"} />'],
    ['a comparison', "if (event.key === 'Enter') send();"],
    ['a type', "type Kind = 'Two words' | 'three more words';"],
    ['a fault of the program', "throw new Error('No provider above');"],
    ['a sentence of the catalogue', '<p title={ui.files.open(name)}>{ui.files.none}</p>'],
    ['a sign', '<span>· 1 ×</span>'],
  ])('not %s', (_, source) => {
    expect(inlineTexts(source)).toEqual([]);
  });
});
