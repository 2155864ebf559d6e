// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, root } from './built.mjs';
import { asTyped } from './from-npm.mjs';

asTyped();
await ensureBuilt();
await import(pathToFileURL(join(root, 'out', 'main', 'report.js')).href);
