export { ChartDrawing, type ChartDrawingProps, coloredNames } from './ChartDrawing';
export { preferredHeight } from './layout';
export { missingSigns, textsIn } from './missing-signs';
export { type ChartOptions, optionsOf } from './options';
export { type ChartTheme, palettes } from './palette';
export { headUnit } from './panels';
export { prepare } from './series';
