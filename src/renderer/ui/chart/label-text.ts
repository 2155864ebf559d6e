import type { ChartSpec } from '#contract';

const BREAKS = /[\t\n\v\f\r\x85\u2028\u2029]+/g;
/** Control characters, marks that turn the text after them around, and what no XML file may hold. */
const UNSHOWN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** A name from the data as a picture can show it: on one line, and with a � for each character that cannot be shown. */
export function labelText(name: string): string {
  return name.replaceAll(BREAKS, ' ').replaceAll(UNSHOWN, '\ufffd').toWellFormed();
}

/** The chart with words that can be shown; its columns keep the names by which they are found. */
export function withLabels(spec: ChartSpec): ChartSpec {
  const labelled = <Axis extends { label?: string | undefined }>(axis: Axis): Axis =>
    axis.label === undefined ? axis : { ...axis, label: labelText(axis.label) };
  return { ...spec, title: labelText(spec.title), x: labelled(spec.x), y: spec.y.map(labelled) };
}
