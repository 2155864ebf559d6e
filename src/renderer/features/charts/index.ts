export { ChartCard } from './ChartCard';
export { ChartGallery } from './ChartGallery';
