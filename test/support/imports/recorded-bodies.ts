import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Need } from '../needs';

const root = process.env.ASSAY_RECORDINGS ?? join(process.cwd(), '../shared/reference/recordings');
const folder = join(root, 'assistants-v2/openai-dotnet/AssistantsTests');

export const recordingsOf: Need = {
  name: 'recordings of assistants-v2',
  missing: existsSync(folder) ? null : 'set ASSAY_RECORDINGS',
};

/** What an Assistants server has answered, a recording after the other. */
export function recordedBodies(): { name: string; bodies: unknown[] }[] {
  return readdirSync(folder).map((name) => {
    const { Entries } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      Entries: { ResponseBody: unknown }[];
    };
    return { name, bodies: Entries.map(({ ResponseBody }) => ResponseBody) };
  });
}
