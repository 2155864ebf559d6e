export { Comparisons } from './comparisons';
export { Recordings } from './recordings';
export { ReportReruns } from './report-reruns';
export { Reruns } from './thread-reruns';
