import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Report, ReportBlock, ReportBlockId, ReportId } from '#contract';
import { keys, useClient } from '../../bridge';
import { isDone, tellSaved, undoNotification, useWords } from '../../ui';

type Step = () => Promise<unknown>;

/** What can be done to the blocks of a report; each change can be taken back, the last one first. */
export function useBlockCommands(reportId: ReportId) {
  const client = useClient();
  const cache = useQueryClient();
  const { ui } = useWords();
  const undoing = useRef<Step[]>([]);
  return useMemo(() => {
    const words = ui.reports;
    const told = (work: Promise<unknown>) => isDone(work, words.notDone);
    const key = keys.report(reportId);
    const blocks = () => cache.getQueryData<Report>(key)?.blocks ?? [];
    /** Shown before it is saved, so that what is dragged stays where it is dropped. */
    const show = (change: (blocks: ReportBlock[]) => ReportBlock[]) => {
      // What is still on its way is older: it would put the blocks back, and take the focus from the one that is moved.
      void cache.cancelQueries({ queryKey: key }, { revert: false });
      cache.setQueryData<Report>(key, (report) => report && { ...report, blocks: change(report.blocks) });
    };
    const done = async (work: Promise<unknown>, undo: Step) => {
      const isSaved = await told(work);
      if (isSaved) undoing.current.push(undo);
      else void cache.invalidateQueries({ queryKey: key });
      return isSaved;
    };
    const after = (id: ReportBlockId) => blocks()[blocks().findIndex((block) => block.id === id) + 1]?.id ?? null;
    const moveTo = (blockId: ReportBlockId, before: ReportBlockId | null) => {
      show((all) => moved(all, blockId, before));
      return client.reports.move({ blockId, before });
    };
    const remove = (blockId: ReportBlockId) => {
      show((all) => all.filter((block) => block.id !== blockId));
      return client.reports.remove({ blockId });
    };
    const write = (blockId: ReportBlockId, markdown: string) => {
      show((all) =>
        all.map((block) => (block.id === blockId ? { ...block, content: { kind: 'text', markdown } } : block)),
      );
      return client.reports.editText({ blockId, markdown });
    };
    return {
      move: (blockId: ReportBlockId, before: ReportBlockId | null) => {
        const back = after(blockId);
        return done(moveTo(blockId, before), () => moveTo(blockId, back));
      },
      remove: async (blockId: ReportBlockId, name: string) => {
        const putBack = () => client.reports.putBack({ blockId });
        if (await done(remove(blockId), putBack)) undoNotification(words.removed(name), () => void told(putBack()));
      },
      addText: async (markdown: string, before: ReportBlockId | null) => {
        const adding = client.reports.addText({ reportId, markdown, before });
        await done(adding, async () => remove((await adding).id));
      },
      editText: (blockId: ReportBlockId, markdown: string, earlier: string) =>
        done(write(blockId, markdown), () => write(blockId, earlier)),
      renew: async (blockId: ReportBlockId) => {
        if (await told(client.reports.renew({ blockId }))) notifications.show({ message: words.renewed });
      },
      saveChart: (blockId: ReportBlockId) => tellSaved(client.reports.saveChart({ blockId })),
      /** Takes the last change back. */
      undo: () => {
        const step = undoing.current.pop();
        if (step) void told(step());
      },
    };
  }, [client, cache, ui, reportId]);
}

export function moved(blocks: readonly ReportBlock[], id: ReportBlockId, before: ReportBlockId | null): ReportBlock[] {
  const block = blocks.find((known) => known.id === id);
  if (!block || before === id) return [...blocks];
  const others = blocks.filter((known) => known.id !== id);
  const at = others.findIndex((known) => known.id === before);
  return others.toSpliced(at === -1 ? others.length : at, 0, block);
}
