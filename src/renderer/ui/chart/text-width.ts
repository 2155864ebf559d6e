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

/** The text as it fits, cut with an ellipsis. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let fitted = text;
  while (fitted.length > 1 && textWidth(`${fitted}…`, size) > width) fitted = fitted.slice(0, -1);
  return `${fitted.trimEnd()}…`;
}
