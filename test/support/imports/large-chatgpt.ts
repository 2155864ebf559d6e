import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ImportOutcome } from '../../../src/preload/contract';
import { randomFrom } from '../random';
import { branchedConversation, chatConversation, chatNode } from './chatgpt';

type Json = Record<string, unknown>;
type Random = ReturnType<typeof randomFrom>;

export interface LargeExport {
  /** Of what is packed, before it is packed. */
  bytes: number;
  /** What has to come of its conversations. */
  outcomes: Partial<Record<ImportOutcome, number>>;
}

/** A text of a conversation, and what comes of it. */
interface Given {
  json: string;
  outcome: ImportOutcome;
}

const MB = 1024 ** 2;
const SYLLABLES = 'ka lo mi ter sen va du rin pol esch tra gu ben or li'.split(' ');
/** A file of conversations is begun anew from this size on, as exports of recent years are. */
const SPLIT_BYTES = 40 * MB;

/**
 * An export as ChatGPT has written them from 2023 to 2026, made up and the same each time: conversations of every shape,
 * attachments of which some lack, pictures, and damaged ones. It is never held in memory.
 */
export async function writeLargeExport(path: string, megabytes: number): Promise<LargeExport> {
  const target = createWriteStream(path);
  const zip = new Zip((error, chunk) => {
    if (error) target.destroy(error);
    else target.write(chunk);
  });
  const random = randomFrom(megabytes);
  const outcomes: LargeExport['outcomes'] = {};
  let [bytes, number, files] = [0, 0, 0];
  while (bytes < megabytes * MB) {
    const file = new ZipDeflate(`conversations-${String(files).padStart(3, '0')}.json`, { level: 1 });
    zip.add(file);
    file.push(strToU8('['));
    const attachments: [string, string][] = [];
    let size = 0;
    while (size < SPLIT_BYTES && bytes + size < megabytes * MB) {
      const shape = SHAPES[number % SHAPES.length] ?? plain;
      const { json, outcome } = shape(`c${number}`, random, (name, content) => attachments.push([name, content]));
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      file.push(strToU8(`${size === 0 ? '' : ',\n'}${json}`));
      size += json.length;
      number += 1;
      if (target.writableNeedDrain) await once(target, 'drain');
    }
    file.push(strToU8(']'), true);
    for (const [name, content] of attachments) {
      const attachment = new ZipPassThrough(name);
      zip.add(attachment);
      attachment.push(strToU8(content), true);
      size += content.length;
      if (target.writableNeedDrain) await once(target, 'drain');
    }
    bytes += size;
    files += 1;
  }
  zip.end();
  target.end();
  await once(target, 'close');
  return { bytes, outcomes };
}

type Attach = (name: string, content: string) => void;
type Shape = (id: string, random: Random, attach: Attach) => Given;

const given = (value: Json, outcome: ImportOutcome = 'imported'): Given => ({ json: JSON.stringify(value), outcome });

function words(random: Random, count: number): string {
  const word = () => Array.from({ length: 1 + random.below(3) }, () => random.pick(SYLLABLES)).join('');
  return Array.from({ length: count }, word).join(' ');
}

/** Questions and answers in turn. */
function turns(id: string, random: Random, count: number, size: number): Json[] {
  return Array.from({ length: count }, (_, at) =>
    chatNode(
      `${id}-${at}`,
      at === 0 ? 'root' : `${id}-${at - 1}`,
      at % 2 === 0 ? 'user' : 'assistant',
      words(random, at % 2 === 0 ? 20 : size),
      {
        at: 1_680_000_000 + at * 60,
        metadata: at % 2 === 0 ? {} : { model_slug: random.pick(['gpt-4', 'gpt-4o', 'o3']) },
      },
    ),
  );
}

const plain: Shape = (id, random) => given(chatConversation(id, turns(id, random, 8, 400)));

/** Of two hundred turns. */
const long: Shape = (id, random) => given(chatConversation(id, turns(id, random, 400, 600)));

/** As in 2023: no second id, no model, no list of what was moderated. */
const early: Shape = (id, random) => {
  const { conversation_id, default_model_slug, moderation_results, ...rest } = chatConversation(
    id,
    turns(id, random, 12, 300),
  );
  return given(rest);
};

const branched: Shape = (id) => given(branchedConversation(id));

/** Code with what it printed, on a table that came along. */
const withCode: Shape = (id, random, attach) => {
  const file = `file-Table${id.padStart(12, '0')}`;
  const rows = Array.from({ length: 2_000 }, (_, at) => `${at},${words(random, 3)},${random.below(10_000) / 100}`);
  attach(`${file}-sales.csv`, `id,item,amount\n${rows.join('\n')}\n`);
  return given(
    chatConversation(id, [
      chatNode(`${id}-q`, 'root', 'user', 'Sum the amounts', {
        metadata: { attachments: [{ id: file, name: 'sales.csv', size: 1, mimeType: 'text/csv' }] },
      }),
      chatNode(
        `${id}-c`,
        `${id}-q`,
        'assistant',
        { content_type: 'code', language: 'unknown', text: words(random, 200) },
        { recipient: 'python' },
      ),
      chatNode(
        `${id}-o`,
        `${id}-c`,
        'tool',
        { content_type: 'execution_output', text: words(random, 300) },
        { author: { role: 'tool', name: 'python', metadata: {} } },
      ),
      chatNode(`${id}-a`, `${id}-o`, 'assistant', words(random, 100)),
    ]),
  );
};

/** A file that was left out of the export, and a voice nobody can hear. */
const withLosses: Shape = (id, random) => {
  const content = {
    content_type: 'multimodal_text',
    parts: [
      words(random, 50),
      { content_type: 'audio_asset_pointer', asset_pointer: 'sediment://file_0123456789abcdef' },
    ],
  };
  return given(
    chatConversation(id, [
      chatNode(`${id}-q`, 'root', 'user', content, {
        metadata: { attachments: [{ id: 'file-NotInTheExport1', name: 'gone.csv', size: 1 }] },
      }),
      chatNode(`${id}-a`, `${id}-q`, 'assistant', words(random, 200)),
    ]),
    'partly',
  );
};

/** Nothing was said in it. */
const silent: Shape = (id) => given(chatConversation(id, []), 'skipped');

/** No conversation at all. */
const damaged: Shape = (_, random) => ({
  json: `{"title":"${words(random, 3)}","mapping":{`.concat('"x":oops}}'),
  outcome: 'skipped',
});

const SHAPES: readonly Shape[] = [
  plain,
  plain,
  early,
  withCode,
  plain,
  long,
  branched,
  plain,
  withLosses,
  early,
  plain,
  silent,
  plain,
  damaged,
];
