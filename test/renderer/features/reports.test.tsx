import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Report, ReportBlock } from '../../../src/preload/contract';
import { ReportBlockId, ReportId } from '../../../src/preload/contract/ids';
import { german } from '../../../src/preload/words';
import { FakeBridge } from '../../support/fake-bridge';
import { threadId } from '../../support/rows';
import { openWindow, prepareWindow } from '../open-window';

prepareWindow();

const reportId = ReportId.parse('report_a');

function block(id: string, content: ReportBlock['content'], changes: Partial<ReportBlock> = {}): ReportBlock {
  return {
    id: ReportBlockId.parse(`block_${id}`),
    reportId,
    content,
    source: null,
    changes: [],
    createdAt: 1,
    ...changes,
  };
}

const text = (id: string, markdown: string) => block(id, { kind: 'text', markdown });

const source: NonNullable<ReportBlock['source']> = {
  threadId: threadId('a'),
  title: 'Sales of the year',
  ...{ messageId: null, callId: null, resultId: null, chartId: null, documentId: null },
  files: [],
  at: Date.UTC(2026, 10, 29, 12),
};

/** A report that keeps what is done to it. */
function openReport(blocks: ReportBlock[], words?: typeof german) {
  let shown = blocks;
  const report = (): Report => ({ id: reportId, title: 'For the board', blocks: shown, createdAt: 1, updatedAt: 1 });
  const bridge = new FakeBridge({
    'reports.list': () => [{ ...report(), blocks: shown.length }],
    'reports.get': report,
    'reports.move': ({ blockId, before }: { blockId: string; before: string | null }) => {
      const others = shown.filter(({ id }) => id !== blockId);
      const at = others.findIndex(({ id }) => id === before);
      shown = others.toSpliced(at === -1 ? others.length : at, 0, shown.find(({ id }) => id === blockId)!);
      return {};
    },
    'reports.remove': ({ blockId }: { blockId: string }) => {
      shown = shown.filter(({ id }) => id !== blockId);
      return {};
    },
    'reports.putBack': ({ blockId }: { blockId: string }) => {
      shown = blocks;
      return blocks.find(({ id }) => id === blockId);
    },
    'reports.editText': ({ blockId, markdown }: { blockId: string; markdown: string }) => {
      shown = shown.map((known) => (known.id === blockId ? { ...known, content: { kind: 'text', markdown } } : known));
      return shown.find(({ id }) => id === blockId);
    },
    'reports.rename': ({ title }: { title: string }) => ({ ...report(), title, blocks: shown.length }),
    'reports.renew': () => blocks[0],
  });
  return { bridge, ...openWindow(bridge, `#/reports/${reportId}`, words) };
}

const order = () => screen.getAllByRole('listitem').flatMap((item) => item.getAttribute('aria-label') ?? []);

describe('a report', () => {
  it('shows its parts in their order, and moves them with Alt and the arrows; the focus stays on what is moved', async () => {
    const { user, bridge } = openReport([text('a', 'One'), text('b', 'Two'), text('c', 'Three')]);
    const handle = await screen.findByRole('button', { name: 'Move text: Three' });
    handle.focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(order()).toEqual(['text: One', 'text: Three', 'text: Two']);
    expect(bridge.inputsOf('reports.move')).toEqual([{ blockId: 'block_c', before: 'block_b' }]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move text: Three' }));
    expect(screen.getByText('Moved to place 2 of 3')).toBeTruthy();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(order()).toEqual(['text: One', 'text: Two', 'text: Three']));
  });

  it('moves on and keeps the focus while an earlier state of it is still on its way', async () => {
    const { user, bridge } = openReport([text('a', 'One'), text('b', 'Two'), text('c', 'Three')]);
    const handle = await screen.findByRole('button', { name: 'Move text: Three' });
    const read = bridge.inputsOf('reports.get').length;
    const earlier = Promise.withResolvers<Report>();
    const before = [text('a', 'One'), text('b', 'Two'), text('c', 'Three')];
    bridge.answer('reports.get', () => earlier.promise);
    act(() => bridge.emit({ name: 'reports.changed', data: { reportId } }));
    await expect.poll(() => bridge.inputsOf('reports.get').length).toBe(read + 1);
    handle.focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(order()).toEqual(['text: One', 'text: Three', 'text: Two']);
    await act(async () =>
      earlier.resolve({ id: reportId, title: 'For the board', blocks: before, createdAt: 1, updatedAt: 2 }),
    );
    expect(order()).toEqual(['text: One', 'text: Three', 'text: Two']);
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(order()).toEqual(['text: Three', 'text: One', 'text: Two']);
  });

  it('takes a part out, and brings it back', async () => {
    const { user, bridge } = openReport([text('a', 'One'), text('b', 'Two')]);
    await user.click(await screen.findByRole('button', { name: 'Actions for text: One' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Remove from report' }));
    expect(order()).toEqual(['text: Two']);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(bridge.inputsOf('reports.putBack')).toEqual([{ blockId: 'block_a' }]);
  });

  it('has its text written where it stands', async () => {
    const { user, bridge } = openReport([text('a', 'One')]);
    await user.click(await screen.findByRole('button', { name: 'Actions for text: One' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Edit text' }));
    const field = screen.getByRole('textbox', { name: 'Text, in Markdown' });
    await user.type(field, ' and **more**');
    await user.keyboard('{Escape}');
    expect(bridge.inputsOf('reports.editText')).toEqual([{ blockId: 'block_a', markdown: 'One and **more**' }]);
    expect((await screen.findByText('more')).tagName).toBe('STRONG');
  });

  it('is renamed by its title', async () => {
    const { bridge } = openReport([]);
    const title = await screen.findByRole('textbox', { name: 'Title of the report' });
    fireEvent.change(title, { target: { value: 'November' } });
    fireEvent.blur(title);
    await waitFor(() => expect(bridge.inputsOf('reports.rename')).toEqual([{ reportId, title: 'November' }]));
  });

  it('says where a part is from and what has changed since, in either language', async () => {
    const quote = block(
      'q',
      { kind: 'quote', quote: 'It grew by four percent.', name: 'handbook.pdf', place: null },
      {
        source: {
          ...source,
          files: [{ fileId: 'fil_1', name: 'handbook.pdf', content: 'x', definedAt: null }],
        } as never,
        changes: [
          { code: 'file_replaced', name: 'handbook.pdf', at: Date.UTC(2026, 10, 30, 12) },
          { code: 'thread_deleted' },
        ],
      },
    );
    const english = openReport([quote]);
    const part = await screen.findByRole('listitem', { name: 'quote: handbook.pdf' });
    expect(part.textContent).toContain('From Sales of the year · handbook.pdf · Nov 29, 2026');
    expect(within(part).getByText('There is a newer handbook.pdf, of Nov 30, 2026.')).toBeTruthy();
    expect(within(part).getByText('Its thread is deleted.')).toBeTruthy();
    english.unmount();
    openReport([quote], german);
    const own = await screen.findByRole('listitem', { name: 'Zitat: handbook.pdf' });
    expect(within(own).getByText('Der Verlauf dazu ist gelöscht.')).toBeTruthy();
  });

  it('takes the newest version of what it shows where it is asked to', async () => {
    const table = {
      columns: [{ name: 'n', type: 'integer' as const }],
      rows: [[1]],
      rowCount: 3,
      about: null,
      names: null,
    };
    const changed = block(
      't',
      { kind: 'table', table, reading: null },
      { source, changes: [{ code: 'newer_version', at: 1 }] },
    );
    const { user, bridge } = openReport([changed]);
    expect(await screen.findByText('The first 1 of 3 rows.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Take the newest version' }));
    expect(bridge.inputsOf('reports.renew')).toEqual([{ blockId: 'block_t' }]);
  });
});
