import type { Message } from '#contract';
import { sheetParts } from '#contract/conventions';

/** More sheets of one workbook than this are told as a number. */
const SHEETS_NAMED = 2;

/** What a question was asked about, as its chips name it; `title` has the whole names. */
export function tablesOf(
  attachments: Message['attachments'],
  sheetsWords: (count: number) => string,
): { name: string; title: string }[] {
  const names = attachments.flatMap((one) => ('datasetId' in one ? [one.name] : []));
  const files = Map.groupBy(names, (name) => sheetParts(name).file);
  return [...files].flatMap(([file, own]) =>
    own.length > SHEETS_NAMED
      ? [{ name: `${file} · ${sheetsWords(own.length)}`, title: own.join('\n') }]
      : own.map((name) => ({ name, title: name })),
  );
}
