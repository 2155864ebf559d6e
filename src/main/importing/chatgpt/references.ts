import { z } from 'zod';
import type { ChatMetadata } from './shapes';

/** Marks of sources as they were written: `【11†source】`, and letters for private use around what no reader is shown. */
const OLDER_MARK = /【\d+(?::\d+)?†[^【】\n]{0,200}】/g;
const NEWER_MARK = /\ue200[^\ue201\n]{0,2000}\ue201/g;
const REST_OF_MARK = /[\ue200-\ue206]/g;
const REFERENCES_AT_MOST = 500;

const Reference = z.looseObject({
  matched_text: z.string().min(1).max(4_000),
  items: z.array(z.unknown()).catch([]),
  url: z.string().optional().catch(undefined),
  title: z.string().nullish().catch(undefined),
});
const Link = z.looseObject({ url: z.string().max(2_000), title: z.string().nullish().catch(null) });
const Citation = z.looseObject({
  metadata: z.looseObject({ text: z.string().optional(), url: z.string(), title: z.string() }),
});

/** A text with links to its sources in the places of the marks that stood for them. */
export function cleanText(text: string, metadata: ChatMetadata): string {
  if (!/[【\ue200]/.test(text)) return text;
  let clean = text;
  for (const reference of metadata.content_references.slice(0, REFERENCES_AT_MOST)) {
    const read = Reference.safeParse(reference).data;
    if (!read || !/[【\ue200]/.test(read.matched_text)) continue;
    const links = [...read.items, read].flatMap((item) => Link.safeParse(item).data ?? []).slice(0, 10);
    clean = clean.replaceAll(read.matched_text, () => linked(links));
  }
  const cited = metadata.citations.flatMap((citation) => Citation.safeParse(citation).data?.metadata ?? []);
  let at = 0;
  clean = clean.replaceAll(OLDER_MARK, () => linked(cited.slice(at, ++at)));
  return clean.replaceAll(NEWER_MARK, '').replaceAll(REST_OF_MARK, '');
}

function linked(links: readonly { url: string; title?: string | null | undefined }[]): string {
  const shown = links.flatMap(({ url, title }) => {
    const address = /^https?:\/\/[^\s<>()]+$/.test(url) ? url : null;
    return address === null ? [] : [`[${label(title || hostOf(address))}](${address})`];
  });
  return shown.length === 0 ? '' : ` (${shown.join(', ')})`;
}

const label = (title: string): string =>
  title
    .slice(0, 200)
    .replaceAll(/[\\[\]`*_<>\n]/g, ' ')
    .trim();

const hostOf = (address: string): string => URL.parse(address)?.hostname ?? address;
