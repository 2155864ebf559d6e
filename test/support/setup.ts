import { afterAll } from 'vitest';
import { removeFolders } from './temp-folder';

afterAll(removeFolders);
