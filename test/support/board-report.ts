import { Readable } from 'node:stream';
import type { App } from '../../src/main/compose';
import type { DocumentId, Language, MessageId, PinTarget, ReportId, ThreadId } from '../../src/preload/contract';
import { addData, ask } from './app';
import { docx } from './documents/make';

/** Thirty branches with fourteen columns, among them days, money, shares, and names of other scripts. */
const TOWNS = [
  'Nürnberg',
  'Łódź',
  '東京',
  'Αθήνα',
  'Zürich',
  'São Paulo',
  'Αθήνα Sud',
  'Besançon',
  'Ostrava',
  'Bremen',
];
const HEADS = {
  en: 'branch,region,manager,opened_on,staff,floor_area,revenue,cost,orders,returns,target,rent,open_sundays,remark',
  de: 'Filiale,Region,Leitung,Eröffnet am,Mitarbeiter,Fläche,Umsatz,Kosten,Aufträge,Retouren,Ziel,Miete,Sonntags offen,Bemerkung',
};
const REGIONS = { en: ['North', 'South', 'East', 'West'], de: ['Nord', 'Süd', 'Ost', 'West'] };
const REMARKS = {
  en: ['', 'Closed for two weeks because of works on the tram line', '=SUM(A1:A9)', 'New manager since June'],
  de: ['', 'Wegen der Arbeiten an der Straßenbahn zwei Wochen geschlossen', '=SUMME(A1:A9)', 'Neue Leitung seit Juni'],
};

export function branches(language: Language): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const lines = Array.from({ length: 30 }, (_, at) => {
    const revenue = 182_400 + ((at * 7_919) % 640_000) + 0.37 * at;
    return [
      `${TOWNS[at % TOWNS.length]} ${at + 1}`,
      REGIONS[language][at % 4],
      ['Dr. Anna Müller-Lüdenscheidt', 'José García', '山田 太郎', 'Żaneta Wójcik', 'Bo Ek'][at % 5],
      `20${two(5 + (at % 20))}-${two((at % 12) + 1)}-${two((at % 28) + 1)}`,
      4 + (at % 17),
      180 + at * 23,
      revenue.toFixed(2),
      (revenue * (0.61 + (at % 7) / 50)).toFixed(2),
      900 + at * 131,
      at * 3,
      (revenue * 1.05).toFixed(2),
      (2_100 + at * 77.5).toFixed(2),
      at % 3 === 0,
      REMARKS[language][at % 4],
    ].join(',');
  });
  return `${[HEADS[language], ...lines].join('\n')}\n`;
}

const POLICY = {
  en: [
    'Returns',
    'Goods can be returned within thirty days, unused and in their box. We pay the way back. The money is returned within a week.',
  ],
  de: [
    'Retouren',
    'Waren können innerhalb von dreißig Tagen unbenutzt zurückgegeben werden. Wir tragen die Kosten der Rücksendung. Das Geld kommt binnen einer Woche zurück.',
  ],
};

const ASKED = {
  en: {
    title: 'Branches of Nordlicht Handels GmbH in 2025',
    file: 'branches.csv',
    policy: 'returns.docx',
    table: 'total revenue, total cost and number of orders by branch',
    chart: 'bar chart of total revenue by region',
    figure: 'total revenue',
    all: 'show all rows',
    quote: 'Within how many days can goods be returned?',
    said: 'Goods can be returned within thirty days, unused and in their box.',
    text: '## What to decide\n\nRevenue is **above plan** in three of four regions. The board is asked to decide on:\n\n1. the lease of the branch in *Bremen*,\n2. opening hours on Sundays.\n\n| Branch | Decision |\n|---|---|\n| Bremen 10 | lease until 2027 |\n| 東京 3 | none |',
  },
  de: {
    title: 'Filialen der Nordlicht Handels GmbH im Jahr 2025',
    file: 'Filialen.csv',
    policy: 'Retouren.docx',
    table: 'Gesamtumsatz und Gesamtkosten je Filiale',
    chart: 'Balkendiagramm Umsatz je Region',
    figure: 'Gesamtumsatz',
    all: 'zeige alle Zeilen',
    quote: 'Innerhalb von wie vielen Tagen können Waren zurückgegeben werden?',
    said: 'Waren können innerhalb von dreißig Tagen unbenutzt zurückgegeben werden.',
    text: '## Was zu entscheiden ist\n\nDer Umsatz liegt in drei von vier Regionen **über Plan**. Der Vorstand wird gebeten zu entscheiden über:\n\n1. den Mietvertrag der Filiale *Bremen*,\n2. die Öffnung an Sonntagen.\n\n| Filiale | Entscheidung |\n|---|---|\n| Bremen 10 | Mietvertrag bis 2027 |\n| 東京 3 | keine |',
  },
} satisfies Record<Language, Record<string, string>>;

/** A report of text, a figure, an answer with a chart, tables of thirty rows and of fourteen columns, and a quote; and its thread. */
export async function boardReport(app: App, language: Language): Promise<{ reportId: ReportId; threadId: ThreadId }> {
  const asked = ASKED[language];
  const dataset = await addData(app, asked.file, branches(language));
  const file = await app.services.files.add(asked.policy, Readable.from([docx(POLICY[language])]));
  const { id } = await app.services.documents.add({ fileId: file.id });
  await app.services.documents.settled(id);
  const about = { datasetIds: [dataset.id], documentIds: [id as DocumentId] };
  let threadId: ThreadId | null = null;
  let reportId: ReportId | null = null;
  const pin = async (target: PinTarget) => {
    reportId = (await app.services.reports.pin({ reportId, target })).reportId;
  };
  for (const question of ['table', 'chart', 'figure', 'all', 'quote'] as const) {
    const { thread_id } = await ask(app, asked[question], threadId ? { threadId } : about);
    threadId = thread_id as ThreadId;
    const answer = app.services.threads.messages({ threadId, limit: 50 }).messages.at(-1)!;
    const calls = app.services.runs.ofThread({ threadId }).flatMap((run) => run.steps.flatMap((step) => step.calls));
    const resultId = calls.findLast((call) => call.result)?.result?.id;
    if (question === 'figure' && resultId) await pin({ kind: 'figure', resultId, row: 0, column: 0 });
    else if (question === 'all' && resultId) await pin({ kind: 'table', resultId });
    else await pin({ kind: 'answer', messageId: answer.id as MessageId });
  }
  if (threadId === null || reportId === null) throw new Error('nothing was asked');
  await pin({ kind: 'quote', threadId, documentId: id as DocumentId, quote: asked.said, place: null });
  const { blocks } = await app.services.reports.get({ reportId });
  await app.services.reports.addText({ reportId, markdown: asked.text, before: blocks[0]?.id ?? null });
  app.services.reports.rename({ reportId, title: asked.title });
  return { reportId, threadId };
}
