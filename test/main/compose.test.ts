import { expect, it } from 'vitest';
import { openTestApp } from '../support/app';
import { tempFolder } from '../support/temp-folder';

it('lets go of the data folder also when one of its parts does not end well', async () => {
  const folder = tempFolder();
  const first = await openTestApp(folder, { withEngine: false });
  first.services.runs.close = () => Promise.reject(new Error('a run would not end'));
  await expect(first.close()).rejects.toThrow('a run would not end');
  const second = await openTestApp(folder, { withEngine: false });
  await second.close();
});
