export type { Figure, FigureReading, NumberFigure } from './figure';
export { figuresIn } from './read';
export { type FigureSource, KnownFigures } from './sources';
export { type FigureWithoutSource, unsourcedFigures } from './unsourced';
