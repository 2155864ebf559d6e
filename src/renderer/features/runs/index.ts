export { AdoptedAnswer } from './AdoptedAnswer';
export { ResultAction } from './ResultAction';
export { RunFooter, RunInspector } from './RunInspector';
export { doingNow, useRuns } from './use-runs';
export { useShownRun } from './use-shown-run';
