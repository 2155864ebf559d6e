/** Roughly how wide Inter sets a text, in pixels. Drawing on the main side has no fonts to measure with. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const char of text) {
    if (/[il.,:;'|!·]/.test(char)) units += 0.29;
    else if (/[mwMW@%—]/.test(char)) units += 0.88;
    else if (/[A-Z0-9€$&]/.test(char)) units += 0.65;
    else if (char.charCodeAt(0) > 0x2e80) units += 1;
    else units += 0.55;
  }
  return units * size;
}

/** Texts as they fit, cut at the end; in the middle where some would read alike otherwise. */
export function fitNames(texts: readonly string[], width: number, size: number): string[] {
  const fitted = texts.map((text) => fitText(text, width, size));
  const alike = new Set(fitted).size < new Set(texts).size;
  return alike ? texts.map((text) => fitMiddle(text, width, size)) : fitted;
}

function fitMiddle(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = Array.from(text);
  let kept = characters.length - 1;
  const part = (from: number, until?: number) => characters.slice(from, until).join('');
  const cut = () =>
    `${part(0, Math.ceil(kept / 2)).trimEnd()}…${part(characters.length - Math.floor(kept / 2)).trimStart()}`;
  while (kept > 2 && textWidth(cut(), size) > width) kept -= 1;
  return cut();
}

/** The text in lines of this width, broken between words. */
export function linesOf(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(fitText(word, width, size));
  }
  return lines;
}

/** The text as it fits, cut with an ellipsis. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const fitted = Array.from(text);
  while (fitted.length > 1 && textWidth(`${fitted.join('')}…`, size) > width) fitted.pop();
  return `${fitted.join('').trimEnd()}…`;
}
