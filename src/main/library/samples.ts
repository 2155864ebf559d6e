import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Sample } from '#contract';

const Listing = z.array(
  z.object({ name: z.string(), file: z.string(), about: z.string(), questions: z.array(z.string()) }),
);

/** The sample files in `resources/samples`, as `samples.json` there lists them. */
export function openSamples(folder: string) {
  const listing = Listing.parse(JSON.parse(readFileSync(join(folder, 'samples.json'), 'utf8')));
  return {
    list: (): Sample[] =>
      listing.map(({ name, file, about, questions }) => ({
        name,
        about,
        questions,
        bytes: statSync(join(folder, file)).size,
      })),
    open: (name: string) => {
      const sample = listing.find((sample) => sample.name === name);
      return sample ? createReadStream(join(folder, sample.file)) : null;
    },
  };
}
