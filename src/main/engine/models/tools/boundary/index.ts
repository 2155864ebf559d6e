export { BOUNDARIES, BOUNDARY_KEY, type Boundary, boundaryOf, roomFor, rowsOf } from './boundary';
export { withoutValues } from './earlier';
export { type FunctionResult, functionOutput } from './function-output';
export { codeOutput, searchOutput } from './own-output';
