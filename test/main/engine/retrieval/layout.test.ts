import { expect, test } from 'vitest';
import { layouts } from '../../../support/documents/layouts';
import { placedPdf } from '../../../support/documents/placed-pdf';
import { retrievalRoom } from '../../../support/retrieval';

const { retrieval, add } = retrievalRoom();

test.each(layouts.map(({ name, ...layout }) => [name, layout] as const))(
  'a page is read as people read it: %s',
  async (_, { page, reads }) => {
    const { fileId } = await add('page.pdf', placedPdf([page]));
    expect(retrieval().text(fileId)?.text.trim()).toBe(reads);
  },
);
