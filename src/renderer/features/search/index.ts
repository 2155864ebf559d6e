export { Palette, type PaletteAction } from './Palette';
