export type { Figure, NumberFigure, Reading } from './figure';
export { figuresIn } from './read';
export { type FigureSource, KnownFigures } from './sources';
export { type UnsourcedFigure, unsourcedFigures } from './unsourced';
