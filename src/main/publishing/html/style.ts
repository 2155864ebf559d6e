import type { FootPart } from '../printed';
import type { Paper } from '../publication';

/** As a value of CSS. */
const footCss = (foot: readonly FootPart[]): string =>
  foot.map((part) => (typeof part === 'string' ? JSON.stringify(part) : `counter(${part.count})`)).join(' ');

/** Light and dark on screens, light on paper. */
export const styleOf = (paper: Paper, foot: readonly FootPart[]): string => `
:root { color-scheme: light dark; --ink: #1b1e22; --quiet: #5c636b; --line: #dfe2e6; --paper: #ffffff; --sheet: #f4f5f6; --tint: #f6f7f8; --accent: #2f5fd0; --warn: #9a5b00; --warn-tint: #fff7e8; }
@media (prefers-color-scheme: dark) { @media screen { :root { --ink: #e6e8ea; --quiet: #a0a7ae; --line: #3a3f44; --paper: #202224; --sheet: #17191a; --tint: #292c2f; --accent: #8fb0ff; --warn: #f0b860; --warn-tint: #33291a; } } }
* { box-sizing: border-box; }
html { background: var(--sheet); }
body { margin: 0; color: var(--ink); font: 15px/1.55 Inter, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
main { max-width: 860px; margin: 32px auto; padding: 56px 64px 64px; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }
header { margin-bottom: 32px; padding-bottom: 20px; border-bottom: 1px solid var(--line); }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; font-weight: 600; margin: 32px 0 8px; text-wrap: balance; }
h1 { font-size: 28px; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 20px; margin-top: 40px; } h3 { font-size: 16.5px; } h4, h5, h6 { font-size: 15px; }
h2 + h3 { margin-top: 12px; }
.subtitle { font-size: 17px; color: var(--quiet); margin: 8px 0 0; }
.day { color: var(--quiet); font-size: 13px; margin: 8px 0 0; }
p { margin: 10px 0; } ul, ol { margin: 10px 0; padding-inline-start: 24px; } li { margin: 4px 0; }
hr { border: 0; border-top: 1px solid var(--line); margin: 24px 0; }
code, pre { font-family: ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: 0.87em; }
code { background: var(--tint); border-radius: 4px; padding: 1px 4px; }
pre { background: var(--tint); border: 1px solid var(--line); border-radius: 6px; padding: 12px 14px; margin: 14px 0; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
pre code { background: none; padding: 0; }
blockquote { margin: 14px 0; padding-inline-start: 16px; border-inline-start: 3px solid var(--line); color: var(--quiet); }
.quote { color: var(--ink); border-inline-start-color: var(--accent); } .quote p { margin: 0; white-space: pre-line; }
.quote footer { margin-top: 6px; font-size: 12.5px; color: var(--quiet); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(165px, 1fr)); gap: 12px; margin: 20px 0; }
.figures > div { border: 1px solid var(--line); border-radius: 8px; padding: 12px 14px; min-width: 0; }
.figures dt { font-size: 12.5px; color: var(--quiet); } .figures dd { margin: 0; }
.value { font-size: 18px; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; } .detail { font-size: 12.5px; color: var(--quiet); }
.table, .chart { margin: 22px 0; } .scroll { overflow-x: auto; } .scroll + .scroll { margin-top: 18px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.4; }
caption, figcaption { text-align: start; font-weight: 600; font-size: 14px; padding-bottom: 6px; }
th, td { text-align: start; vertical-align: top; padding: 5px 10px; border-bottom: 1px solid var(--line); overflow-wrap: break-word; min-width: 3em; }
th:first-child, td:first-child { padding-inline-start: 2px; } th:last-child, td:last-child { padding-inline-end: 2px; }
th { font-weight: 600; border-bottom: 1.5px solid var(--quiet); vertical-align: bottom; }
.number, .end { text-align: end; font-variant-numeric: tabular-nums; } td.number { white-space: nowrap; } .center { text-align: center; }
.none { color: var(--quiet); text-align: center; padding: 16px; }
figure { margin: 22px 0; } .chart img { display: block; max-width: 100%; height: auto; background: #ffffff; border-radius: 4px; }
.note, .source { font-size: 12.5px; color: var(--quiet); margin: 6px 0; } .sourced > :first-child { margin-bottom: 4px; }
.notice { background: var(--tint); border-inline-start: 3px solid var(--accent); border-radius: 4px; padding: 9px 14px; white-space: pre-line; }
.notice.warning { background: var(--warn-tint); border-inline-start-color: var(--warn); }
@media screen { main:has(.lying) { max-width: 1280px; } .lying table { font-size: 12px; } .lying :is(th, td) { padding: 4px 6px; } main:has(.lying) > :not(.lying, header) { max-width: 732px; } }
@media screen and (max-width: 700px) { main { margin: 0; padding: 24px 18px; border: 0; border-radius: 0; } }
@page { size: ${paper === 'A4' ? 'A4' : 'letter'}; margin: 20mm 18mm 20mm; @bottom-right { content: ${footCss(foot)}; font: 8pt Inter, "Segoe UI", Arial, sans-serif; color: #5c636b; } }
@page lying { size: ${paper === 'A4' ? 'A4' : 'letter'} landscape; }
@media print {
  html { background: none; } body { font-size: 10pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { margin: 0; padding: 0; border: 0; max-width: none; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; margin-top: 24pt; } h3 { font-size: 11.5pt; } h4, h5, h6 { font-size: 10pt; }
  h1, h2, h3, h4, h5, h6, caption, figcaption { break-after: avoid; }
  p, li { orphans: 3; widows: 3; } .subtitle { font-size: 12pt; } .value { font-size: 13pt; }
  .figures { grid-template-columns: repeat(auto-fit, minmax(125px, 1fr)); gap: 8px; } .figures > div { padding: 7pt 8pt; }
  .chart, .figures, .notice, .quote, tr { break-inside: avoid; } .note, .source { break-before: avoid; font-size: 8pt; }
  table { font-size: 8.5pt; } thead { display: table-header-group; } .scroll { overflow: visible; } tbody tr:first-child { break-after: avoid; } tbody tr:last-child { break-before: avoid; } th, td { padding: 2.4pt 5pt; line-height: 1.3; } .lying table { font-size: 8pt; } .lying :is(th, td) { padding: 2.4pt 4pt; }
  .chart img { max-height: 130mm; width: auto; }
  .figures dt, .detail, .day, .quote footer { font-size: 8pt; }
  .lying { page: lying; }
}
`;
