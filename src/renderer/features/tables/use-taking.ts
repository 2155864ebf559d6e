import { notifications } from '@mantine/notifications';
import type { ResultView } from '#contract';
import { useClient } from '../../bridge';
import { formatCount, tellFailure, tellSaved, useWords, writeClipboard } from '../../ui';
import { CELLS_AT_MOST, copied, copiedPart } from './copying';
import type { Selection } from './selection';
import type { ShownColumn } from './shown-columns';

/** What goes along with an answer that is copied. */
const ROWS_IN_ANSWER = 200;

interface Taking {
  view: ResultView;
  columns: readonly ShownColumn[];
  count: number;
  selection: Selection | null;
  /** What a file is called. */
  name: string;
}

/** Ways to take a table along: to the clipboard, into a file, with the answer that it stands in. */
export function useTaking({ view, columns, count, selection, name }: Taking) {
  const { ui } = useWords();
  const client = useClient();
  const copy = async (part: Selection | null): Promise<boolean> => {
    const what = { columns, count, selection: part };
    const { first, last, columns: chosen } = copiedPart(what);
    const cells = (last - first + 1) * chosen.length;
    if (cells > CELLS_AT_MOST) {
      notifications.show({
        color: 'red',
        title: ui.common.notCopied,
        message: ui.tables.tooManyCells(formatCount(cells)),
      });
      return false;
    }
    await writeClipboard(copied({ client, view, ...what }));
    return true;
  };
  const several =
    selection !== null &&
    (selection.anchor.row !== selection.focus.row || selection.anchor.column !== selection.focus.column);
  return {
    /** What is marked; all of it where that is one cell or none. */
    copy: () => copy(several ? selection : null),
    copyMarked: () => void copy(selection).catch((failure: unknown) => tellFailure(ui.common.notCopied, failure)),
    save: (format: 'csv' | 'xlsx') =>
      void tellSaved(
        client.results.save({
          ...view,
          format,
          name,
          columns: columns.map(({ at, title }) => ({ column: at, title })),
        }),
      ),
    asHtml: async (): Promise<string> => {
      const rows = Math.min(count, ROWS_IN_ANSWER);
      const { html } = await copied({ client, view, columns, count: rows, selection: null });
      return rows < count ? `${html}<p>${ui.tables.firstOfRows(formatCount(rows), formatCount(count))}</p>` : html;
    },
  };
}
