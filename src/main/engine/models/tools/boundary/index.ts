export { BOUNDARIES, BOUNDARY_KEY, type Boundary, boundaryOf, RESULT_ROWS, roomFor } from './boundary';
export { withoutValues } from './earlier';
export { type FunctionResult, functionOutput } from './function-output';
export { codeOutput, searchOutput } from './own-output';
