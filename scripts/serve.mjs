// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, root } from './built.mjs';

await ensureBuilt();
await import(pathToFileURL(join(root, 'out', 'main', 'serve.js')).href);
