import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inlineTexts } from './support/inline-texts';

/** Files whose texts do not come from the catalogues yet. It only gets shorter. */
const NOT_MOVED: readonly string[] = [
  'app/AppPalette.tsx',
  'app/Shortcuts.tsx',
  'app/ThreadHeader.tsx',
  'app/composer-texts.ts',
  'app/theme.ts',
  'app/thread-parts.tsx',
  'bridge/http-bridge.ts',
  'bridge/upload.ts',
  'features/assistants/AnswerFields.tsx',
  'features/assistants/AssistantCard.tsx',
  'features/assistants/AssistantPicker.tsx',
  'features/assistants/AssistantsPage.tsx',
  'features/assistants/ToolFields.tsx',
  'features/assistants/assistant-fields.ts',
  'features/charts/ChartCard.tsx',
  'features/connections/AddConnection.tsx',
  'features/connections/ConnectionCard.tsx',
  'features/connections/ConnectionDetails.tsx',
  'features/connections/ConnectionState.tsx',
  'features/conversation/Comparison.tsx',
  'features/conversation/Conversation.tsx',
  'features/conversation/Markdown.tsx',
  'features/conversation/MessageView.tsx',
  'features/conversation/QuestionEdit.tsx',
  'features/conversation/RunState.tsx',
  'features/conversation/TableFrame.tsx',
  'features/conversation/copy-answer.ts',
  'features/conversation/tables-of.ts',
  'features/datasets/AttachmentTray.tsx',
  'features/datasets/ColumnTable.tsx',
  'features/datasets/DatasetPanel.tsx',
  'features/datasets/ProfileCard.tsx',
  'features/datasets/Reservations.tsx',
  'features/datasets/Workbook.tsx',
  'features/datasets/use-attachments.ts',
  'features/definitions/ConditionList.tsx',
  'features/definitions/FieldTable.tsx',
  'features/definitions/MeasureList.tsx',
  'features/definitions/RelationList.tsx',
  'features/documents/DocumentCard.tsx',
  'features/documents/PartTurner.tsx',
  'features/documents/SourceView.tsx',
  'features/documents/pdf.ts',
  'features/documents/words.ts',
  'features/endpoint/Access.tsx',
  'features/endpoint/Key.tsx',
  'features/endpoint/RequestTable.tsx',
  'features/endpoint/snippets.ts',
  'features/files/FileRow.tsx',
  'features/ledger/RequestReader.tsx',
  'features/ledger/SentPanel.tsx',
  'features/ledger/SentTotal.tsx',
  'features/models/AliasTable.tsx',
  'features/models/AnsweringNow.tsx',
  'features/models/BoundaryPicker.tsx',
  'features/models/ModelMenu.tsx',
  'features/models/ModelNotes.tsx',
  'features/models/ModelTable.tsx',
  'features/models/model-groups.ts',
  'features/packages/InterpreterSection.tsx',
  'features/packages/PackagesPage.tsx',
  'features/packages/SourceForm.tsx',
  'features/query/ChipMenu.tsx',
  'features/query/ReadingLine.tsx',
  'features/query/failure-text.ts',
  'features/recovery/Ways.tsx',
  'features/recovery/words.ts',
  'features/runs/CallView.tsx',
  'features/runs/LocalRuns.tsx',
  'features/runs/ResultView.tsx',
  'features/runs/RunInspector.tsx',
  'features/runs/SearchView.tsx',
  'features/runs/StepView.tsx',
  'features/runs/TurnNotes.tsx',
  'features/runs/editor/look.ts',
  'features/runs/editor/names-in-python.ts',
  'features/runs/editor/names-in-sql.ts',
  'features/runs/table-in-text.ts',
  'features/runs/use-runs.ts',
  'features/search/Palette.tsx',
  'features/settings/SettingsPage.tsx',
  'features/tables/Histogram.tsx',
  'features/tables/ResultGrid.tsx',
  'features/tables/TableFoot.tsx',
  'features/tables/shown-columns.ts',
  'features/tables/use-taking.ts',
  'features/threads/ThreadRow.tsx',
  'features/usage/BudgetNote.tsx',
  'features/usage/Budgets.tsx',
  'features/usage/UsagePage.tsx',
  'features/usage/periods.ts',
  'features/usage/usage-charts.ts',
  'ui/CopyButton.tsx',
  'ui/DataTable.tsx',
  'ui/Failure.tsx',
  'ui/chart/ChartDrawing.tsx',
  'ui/chart/ChartTooltip.tsx',
  'ui/chart/Furniture.tsx',
  'ui/chart/PieDrawing.tsx',
  'ui/chart/own-order.ts',
  'ui/chart/time-axis.ts',
  'ui/clipboard-table.ts',
  'ui/copied-picture.ts',
  'ui/format.ts',
  'ui/model-facts.ts',
  'ui/saved.ts',
  'ui/undo.tsx',
];

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
  'bridge/http-bridge.ts': ['Bearer {}'],
};

const ROOM = 'src/renderer/';

it('every text of the window comes from the catalogues', () => {
  const files = readdirSync(ROOM, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(ROOM.length))
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
