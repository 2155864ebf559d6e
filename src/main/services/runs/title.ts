const LONGEST = 60;

/** A thread is named after its first question, without the code in it, cut at a word. */
export function titleFrom(prompt: string): string {
  const prose = prompt.replaceAll(/```[\s\S]*?(?:```|$)/g, ' ');
  const line = (prose.trim() === '' ? prompt.replaceAll(/```\w*/g, ' ') : prose)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const plain = line.charAt(0).toUpperCase() + line.slice(1).replace(/[?!.\s]+$/, '');
  if (plain.length <= LONGEST) return plain || 'New thread';
  const cut = plain.slice(0, LONGEST);
  const space = cut.lastIndexOf(' ');
  return `${space > LONGEST / 2 ? cut.slice(0, space) : cut}…`;
}
