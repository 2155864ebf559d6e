export type ChartTheme = 'light' | 'dark';

export interface Palette {
  background: string;
  ink: string;
  muted: string;
  faint: string;
  /** Grid. */
  line: string;
  axis: string;
  series: readonly string[];
}

/** Fixed colours rather than CSS variables: a picture has to stand on its own. */
export const palettes: Record<ChartTheme, Palette> = {
  light: {
    background: '#ffffff',
    ink: '#1c1c1a',
    muted: '#5f5e59',
    faint: '#73726c',
    line: '#ecebe7',
    axis: '#c4c3bd',
    series: [
      '#2f5d8a',
      '#c26d3f',
      '#4f8a63',
      '#8a6aa8',
      '#b08a2a',
      '#3a8a91',
      '#b2537a',
      '#6b6a65',
      '#7a9440',
      '#94664a',
      '#5169b5',
      '#a39a8c',
    ],
  },
  dark: {
    background: '#202224',
    ink: '#e9e8e4',
    muted: '#a9a8a2',
    faint: '#908f89',
    line: '#2f3235',
    axis: '#4c5054',
    series: [
      '#7fb0de',
      '#e09a72',
      '#8fc3a2',
      '#bda0da',
      '#dcb262',
      '#79c4ca',
      '#e08fb0',
      '#a3a29c',
      '#b5cc7a',
      '#c9a086',
      '#99a9e8',
      '#d6d1c7',
    ],
  },
};

/** Lines differ by dash as well, for eyes and printers that do not tell the colours apart. */
export const DASHES = [undefined, '7 3', '2 3', '9 3 2 3', '5 2', '9 2 2 2 2 2'] as const;

export const seriesColor = (palette: Palette, index: number): string =>
  palette.series[index % palette.series.length] ?? palette.ink;

const inOrder = new Intl.Collator('en', { numeric: true });

/**
 * The colours given out by name: of the same names each has the same one in every chart, in whatever order they stand. Who
 * loses its colour to a name for which it was chosen gets the first that is free.
 */
export function colouredByName(
  palette: Palette,
  names: readonly string[],
  chosen: readonly { name: string; color: number }[] = [],
): Palette {
  if (names.length === 0) return palette;
  const own = new Map(chosen.flatMap(({ name, color }) => (names.includes(name) ? [[name, color] as const] : [])));
  const taken = new Set(own.values());
  const others = names.toSorted(inOrder.compare).flatMap((name, at) => (own.has(name) ? [] : [{ name, at }]));
  const keeping = others.filter(({ at }) => !taken.has(at % palette.series.length));
  const free = palette.series
    .map((_, at) => at)
    .filter((at) => !taken.has(at) && !keeping.some((kept) => kept.at % palette.series.length === at));
  for (const { name, at } of others) own.set(name, keeping.some((kept) => kept.at === at) ? at : (free.shift() ?? at));
  return { ...palette, series: names.map((name) => seriesColor(palette, own.get(name) ?? 0)) };
}
