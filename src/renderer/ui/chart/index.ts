export { ChartDrawing, type ChartDrawingProps } from './ChartDrawing';
export { preferredHeight } from './layout';
export type { ChartTheme } from './palette';
export { prepare } from './series';
