import { OFFERS_LEAD } from '#contract/conventions';

/** Splits the questions an answer ends with from the rest of its text. */
export function splitOffers(text: string): { text: string; offers: string[] } {
  const lines = text.trimEnd().split('\n');
  const lead = lines.lastIndexOf(OFFERS_LEAD);
  const listed = lines.slice(lead + 1).filter((line) => line.trim() !== '');
  if (lead === -1 || listed.length === 0 || listed.some((line) => !line.startsWith('- '))) return { text, offers: [] };
  const offers = listed.map((line) => line.slice(2).replaceAll(/\\(?=[\\`*[\]<>|~#$_&])/g, ''));
  return { text: lines.slice(0, lead).join('\n').trimEnd(), offers };
}
