import { afterAll, afterEach, expect } from 'vitest';
import { ENGLISH, setLocale } from '../../src/preload/words/locale';
import { keepFoldersIn, removeFolders } from './temp-folder';

/**
 * Tests of what is left on a disk and of the whole app, measurements, and tests of packages of Python: Deno, which that runs
 * in, reads nothing below /dev.
 */
const ON_DISK =
  /[\\/]test[\\/](?:e2e|bench|main[\\/](?:storage|analysis[\\/]python|services[\\/](?:packages|data-for-code|python-start)))\b/;

keepFoldersIn(ON_DISK.test(expect.getState().testPath ?? '') ? 'disk' : 'memory');
afterAll(removeFolders);
// It is one for the process, which files of tests share.
afterEach(() => setLocale(ENGLISH));
