import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { needs } from '../support/needs';
import { DENO } from '../support/python';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';
import { until } from '../support/until';

describe('what makes Python start quickly', needs(DENO), () => {
  it('is made while nothing else is to do, before anybody asks for code', { timeout: 200_000 }, async () => {
    const cache = tempFolder();
    const app = await startApp(join(tempFolder(), 'data'), [], { XDG_CACHE_HOME: cache });
    onTestFinished(() => app.kill());
    const images = () =>
      existsSync(cache)
        ? readdirSync(cache, { recursive: true }).filter((name) => /python-\w+\.snapshot$/.test(String(name)))
        : [];
    expect(images()).toEqual([]);
    await until('the memory image', () => images().length > 0, { withinMs: 180_000 });
  });
});
