// @ts-check
/** `npm run import -- FILE`: threads that were written down elsewhere, brought into the library. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, root } from './built.mjs';
import { asTyped } from './from-npm.mjs';

asTyped();
await ensureBuilt();
await import(pathToFileURL(join(root, 'out', 'main', 'import.js')).href);
