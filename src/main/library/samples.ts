import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Sample } from '#contract/datasets';

const Listing = z.array(Sample.omit({ bytes: true }).extend({ file: z.string() }));

/** The sample files in `resources/samples`, as `samples.json` there lists them. */
export function openSamples(folder: string) {
  const listing = Listing.parse(JSON.parse(readFileSync(join(folder, 'samples.json'), 'utf8')));
  return {
    list: (): Sample[] =>
      listing.map(({ file, ...sample }) => ({ ...sample, bytes: statSync(join(folder, file)).size })),
    open: (name: string) => {
      const sample = listing.find((sample) => sample.name === name);
      return sample ? createReadStream(join(folder, sample.file)) : null;
    },
  };
}
