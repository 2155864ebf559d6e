import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnswerReport } from './answer';

/** Puts an answer's pictures where other programs can open them: under names that end in what they are. */
export async function withNamedPictures(answer: AnswerReport, folder: string): Promise<AnswerReport> {
  if (answer.charts.length === 0) return answer;
  await mkdir(folder, { recursive: true });
  const charts = answer.charts.map(async (chart, index) => {
    const name = `${answer.run_id}-${index + 1}`;
    const png = join(folder, `${name}.png`);
    const svg = join(folder, `${name}.svg`);
    await Promise.all([copyFile(chart.png, png), copyFile(chart.svg, svg)]);
    return { ...chart, png, svg };
  });
  return { ...answer, charts: await Promise.all(charts) };
}
