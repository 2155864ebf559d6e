import { renderAsync } from '@resvg/resvg-js';
import type OpenAI from 'openai';
import { toFile } from 'openai';
import { expect, test } from 'vitest';
import type { Picture } from '../../../src/main/engine/ports';
import { unpack } from '../../../src/main/metadata';
import { asked, openEngine } from '../../support/engine';
import { done, type Script } from '../../support/scripted-model';

const drawn = async (width: number, height: number): Promise<Buffer> =>
  (
    await renderAsync(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="50%" height="100%" fill="red"/></svg>`,
    )
  ).asPng();
const size = (png: Uint8Array): number[] => [16, 20].map((at) => Buffer.from(png).readUInt32BE(at));

/** The smallest pictures of other formats: headers are all that is looked at. */
const GIF = Buffer.from(
  '47494638396102000300800000ffffff00000021f90400000000002c00000000020003000002028c53003b',
  'hex',
);
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080003000201011100ffd9', 'hex');
const WEBP = Buffer.from('524946461a000000574542505650384c0d0000002f0180000007101111888888fe0700', 'hex');

const uploaded = async (client: OpenAI, content: Buffer, name = 'picture.png') =>
  (await client.files.create({ file: await toFile(content, name), purpose: 'vision' })).id;

/** What a model gets of pictures, each asked for twice. */
async function shown(files: [Buffer, string?][], vision: boolean | null = null, role: 'user' | 'assistant' = 'user') {
  const seen: (Picture | null)[] = [];
  const looks: Script = async function* (turn) {
    for (const item of turn.items)
      for (const part of item.type === 'message' ? item.content : []) {
        if (part.type !== 'image_file') continue;
        await turn.picture(part.fileId);
        seen.push(await turn.picture(part.fileId));
      }
    yield { type: 'text', delta: 'Nice.' };
    yield done();
  };
  const { client, model } = await openEngine({ scripts: [looks] });
  model.abilities = { ...model.abilities, vision };
  const { assistant_id, threadId } = await asked(client);
  for (const [content, name] of files) {
    const file_id = await uploaded(client, content, name);
    await client.beta.threads.messages.create(threadId, {
      role,
      content: [{ type: 'image_file', image_file: { file_id } }],
    });
  }
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run.status).toBe('completed');
  const [step] = (await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId })).data;
  return { seen, leftOut: unpack(step?.metadata, 'assay_left_out')[0], turn: model.turns[0]! };
}

test('a model is given pictures of the thread as they are, by what their bytes say they are', async () => {
  const png = await drawn(40, 20);
  const { seen, leftOut } = await shown([[png], [GIF, 'a.png'], [JPEG], [WEBP]]);
  expect(seen.map((picture) => picture?.mediaType)).toEqual(['image/png', 'image/gif', 'image/jpeg', 'image/webp']);
  expect(Buffer.from(seen[0]!.bytes).equals(png)).toBe(true);
  expect(leftOut).toBeUndefined();
});

test('a picture with more detail than any server looks at is drawn smaller', async () => {
  const { seen } = await shown([[await drawn(9_000, 90)]]);
  expect(seen[0]?.mediaType).toBe('image/png');
  expect(size(seen[0]!.bytes)).toEqual([2_048, 20]);
});

test('what is no picture is left out, and the step says how many were', async () => {
  const huge = Buffer.from(await drawn(1, 1));
  huge.writeUInt32BE(100_000, 16);
  huge.writeUInt32BE(100_000, 20);
  const { seen, leftOut } = await shown([
    [Buffer.from('a,b\n1,2\n'), 'picture.png'],
    [JPEG.subarray(0, 12)],
    [huge],
    [GIF],
  ]);
  expect(seen.map((picture) => picture?.mediaType ?? null)).toEqual([null, null, null, 'image/gif']);
  expect(leftOut).toEqual({ toolResults: 0, messages: 0, pictures: 3 });
});

test('a model that cannot see is given none, and is told how many there were', async () => {
  const { seen, leftOut, turn } = await shown([[GIF], [GIF]], false);
  expect(seen).toEqual([null, null]);
  expect(turn.leftOut.pictures).toBe(2);
  expect(leftOut).toEqual({ toolResults: 0, messages: 0, pictures: 2 });
});

test('a model that cannot see has missed nothing where the pictures are those of answers', async () => {
  expect((await shown([[await drawn(4, 4)]], false, 'assistant')).leftOut).toBeUndefined();
});

test('a file that no message of the thread shows is not read', async () => {
  let picture: Picture | null | undefined;
  let other = '';
  const { client } = await openEngine({
    scripts: [
      async function* (turn) {
        picture = await turn.picture(other);
        yield done();
      },
    ],
  });
  other = await uploaded(client, GIF);
  const { assistant_id, threadId } = await asked(client);
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(picture).toBeNull();
});
