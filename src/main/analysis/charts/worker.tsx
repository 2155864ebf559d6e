import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { Window } from 'happy-dom';
import type { Root } from 'react-dom/client';
import { setLocale, wordsIn } from '#words';
import { fontsOfSystem, ownFonts } from '../../processes';
import { FontCoverage } from './font-coverage';
import { type Drawn, DrawRequest } from './protocol';

/** The entry of the drawing worker: one message in, one picture out. */

const window = new Window({
  url: 'about:blank',
  settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true },
});
for (const name of [
  'document',
  'HTMLElement',
  'SVGElement',
  'Element',
  'Node',
  'MutationObserver',
  'getComputedStyle',
  'requestAnimationFrame',
  'cancelAnimationFrame',
] as const) {
  Object.defineProperty(globalThis, name, { value: Reflect.get(window, name), configurable: true, writable: true });
}
Object.defineProperty(globalThis, 'window', { value: window, configurable: true });

// React looks for a document when it is loaded, so it comes after.
const { createRoot } = await import('react-dom/client');
const { flushSync } = await import('react-dom');
const { ChartDrawing, missingSigns, textsIn } = await import('../../../renderer/ui/chart');

const fonts = ownFonts();
const ownSigns = new FontCoverage();
for (const path of fonts) ownSigns.add(path);
let allSigns: FontCoverage | null = null;

parentPort?.on('message', async (raw: unknown) => {
  let answer: Drawn;
  try {
    answer = await draw(DrawRequest.parse(raw));
  } catch (error) {
    answer = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
});

async function draw(request: DrawRequest): Promise<Drawn> {
  const { theme, locale, scale } = request;
  // Figures are written by plain functions; one picture is drawn at a time.
  setLocale(locale);
  const holder = document.createElement('div');
  document.body.append(holder);
  const root = createRoot(holder);
  try {
    await render(root, request, '');
    const needsMore = missingSigns(textsIn(holder), (sign) => ownSigns.has(sign)) !== '';
    const missing = needsMore ? missingSigns(textsIn(holder), (sign) => signsOfAll().has(sign)) : '';
    if (missing !== '') await render(root, request, missing);
    const surfaces = [...holder.querySelectorAll('svg.recharts-surface')];
    if (surfaces.length === 0) throw new Error('nothing was drawn');
    const svg = standalone(surfaces, theme === 'dark' ? '#202224' : '#ffffff');
    const png = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: scale },
      font: {
        loadSystemFonts: false,
        fontFiles: needsMore ? [...fonts, ...fontsOfSystem()] : fonts,
        defaultFontFamily: 'Inter',
      },
    })
      .render()
      .asPng();
    return { svg, png: new Uint8Array(png) };
  } finally {
    root.unmount();
    holder.remove();
  }
}

/** @param missing characters for which there is no font */
async function render(root: Root, request: DrawRequest, missing: string): Promise<void> {
  const { spec, table, theme, locale, width, height } = request;
  flushSync(() =>
    root.render(
      <ChartDrawing
        spec={spec}
        table={table}
        theme={theme}
        words={wordsIn(locale)}
        width={width}
        height={height}
        interactive={false}
        standalone
        missing={missing}
      />,
    ),
  );
  // recharts lays its axes out in effects that follow each other.
  for (let round = 0; round < 4; round += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Of the fonts of this system as well; they are large, and read when they are needed. */
function signsOfAll(): FontCoverage {
  if (!allSigns) {
    allSigns = new FontCoverage();
    for (const path of [...fonts, ...fontsOfSystem()]) allSigns.add(path);
  }
  return allSigns;
}

/** The drawing, or its panels below each other, as a file of its own: sized, on its background, and with nothing in it that acts or loads. */
function standalone(surfaces: readonly Element[], background: string): string {
  const plainId = idsInOrder();
  const width = surfaces[0]?.getAttribute('width') ?? '720';
  let height = 0;
  const panels = surfaces.map((surface) => {
    const top = height;
    height += Number(surface.getAttribute('height') ?? 360);
    const inner = innerOf(surface, plainId);
    return surfaces.length === 1 ? inner : `<g transform="translate(0 ${top})">${inner}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><rect width="100%" height="100%" fill="${background}"/>${panels.join('')}</svg>`;
}

function innerOf(surface: Element, plainId: (id: string) => string): string {
  for (const element of surface.querySelectorAll('script, foreignObject, image, a, style')) element.remove();
  for (const element of surface.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (/^(on|tabindex$|class$|style$|name$)/i.test(name)) element.removeAttribute(name);
      else if (value.includes('recharts')) element.setAttribute(name, value.replaceAll(RECHARTS_ID, plainId));
    }
  }
  // The document is HTML; a file of its own is XML, which knows only five names for characters, and not all characters.
  return surface.innerHTML.replaceAll('&nbsp;', '\u00a0').replaceAll(NO_XML, '\ufffd').toWellFormed();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters it is about
const NO_XML = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const RECHARTS_ID = /\brecharts[\w:-]*\d[\w:-]*|\brecharts-[a-z]+-[\w:]+/g;

/** recharts numbers its ids on and on; counted from 1 in each picture, the same chart is the same file. */
function idsInOrder(): (id: string) => string {
  const plain = new Map<string, string>();
  return (id) => {
    const known = plain.get(id) ?? `part${plain.size + 1}`;
    plain.set(id, known);
    return known;
  };
}
