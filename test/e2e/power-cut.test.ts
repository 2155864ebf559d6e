import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { afterPowerCut, DISK_SHIM, forgetfulDisk } from '../support/disk-shim';
import { lostWrites } from '../support/lost-writes';
import { needs } from '../support/needs';
import { randomFrom } from '../support/random';
import { nothingYet, useUntilGone } from '../support/random-kills';
import { startApp } from '../support/running-app';

/** More with POWER_CUTS=100. */
const CUTS = Number(process.env.POWER_CUTS ?? 4);
const SEED = Number(process.env.KILLS_SEED ?? 11);

describe('a computer that loses power', needs(DISK_SHIM), () => {
  it(`has kept every acknowledged write, ${CUTS} times over`, { timeout: 60_000 + CUTS * 20_000 }, async () => {
    const root = mkdtempSync(join(tmpdir(), 'assay-power-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
    const random = randomFrom(SEED).next;
    const known = nothingYet();
    let disk = join(root, 'disk-0');
    for (let cut = 1; cut <= CUTS; cut += 1) {
      const synced = join(root, `synced-${cut}`);
      const app = await startApp(join(disk, 'data'), [], forgetfulDisk({ folder: disk, synced }));
      // Data's own files are written by another process, and made again from the file when they are gone.
      const using = [1, 2, 3].map(() => useUntilGone(app, null, known, random));
      await new Promise((resolve) => setTimeout(resolve, 300 + random() * 1_500));
      await app.kill();
      await Promise.all(using);
      const next = join(root, `disk-${cut}`);
      afterPowerCut(disk, synced, next);
      expect(lostWrites(join(next, 'data'), known), `after power cut ${cut}`).toEqual([]);
      rmSync(synced, { recursive: true });
      rmSync(disk, { recursive: true });
      disk = next;
    }
    const { messages, titles, drafts, files } = known;
    console.log(
      `${CUTS} power cuts: ${messages.size} questions, ${titles.size} titles, ${drafts.size} drafts, ${files.size} files acknowledged and kept, 0 lost`,
    );
    expect(messages.size + files.size).toBeGreaterThan(0);
  });
});
