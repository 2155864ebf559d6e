import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { corpus } from '../support/documents/corpus';
import { retrievalRoom } from '../support/retrieval';

const { retrieval, add } = retrievalRoom();
const BEST = 5;

/** Plain FTS5 as it comes: unicode61, bm25 with its defaults, the question's words joined by OR. */
function plainSearch(documents: readonly { name: string; text: string }[]) {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE VIRTUAL TABLE plain USING fts5 (name UNINDEXED, body)');
  const insert = db.prepare('INSERT INTO plain (name, body) VALUES (?, ?)');
  for (const { name, text } of documents) insert.run(name, text);
  const ask = db.prepare('SELECT name FROM plain WHERE plain MATCH ? ORDER BY bm25(plain) LIMIT 10');
  return (question: string): string[] => {
    const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
    return ask.all(words.map((word) => `"${word}"`).join(' OR ')).map((row) => String(row.name));
  };
}

function measure(questions: readonly { text: string; answer: string }[], search: (question: string) => string[]) {
  const ranks = questions.map(({ text, answer }) => search(text).indexOf(answer));
  return {
    recall: ranks.filter((rank) => rank >= 0 && rank < BEST).length / ranks.length,
    mrr: ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / ranks.length,
  };
}

it('finds the right document among many like it', async () => {
  const { documents, questions } = corpus();
  for (const { name, text } of documents) await add(name, text, { storeId: 'corpus' });
  const plain = measure(questions, plainSearch(documents));
  const found = new Map<string, string[]>();
  for (const { text: query } of questions) {
    const passages = await retrieval().search({ storeIds: ['corpus'], query, limit: 10 });
    found.set(
      query,
      passages.map((passage) => passage.filename),
    );
  }
  const ours = measure(questions, (query) => found.get(query) ?? []);
  const said = ({ recall, mrr }: typeof ours) => `recall@${BEST} ${recall.toFixed(3)}, MRR ${mrr.toFixed(3)}`;
  console.log(`${documents.length} documents, ${questions.length} questions`);
  console.log(`ours:  ${said(ours)}`);
  console.log(`plain: ${said(plain)}`);
  expect(documents.length).toBeGreaterThanOrEqual(300);
  expect(questions.length).toBeGreaterThanOrEqual(100);
  expect(ours.recall).toBeGreaterThan(plain.recall);
  expect(ours.mrr).toBeGreaterThan(plain.mrr);
});
