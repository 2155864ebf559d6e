export { ResultLead } from './ResultLead';
export { RunFooter, RunInspector } from './RunInspector';
export { doingNow, useRuns } from './use-runs';
export { type Pointed, useShownRun } from './use-shown-run';
