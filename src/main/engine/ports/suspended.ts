/** Why a turn is given up where the process ends, and nothing else does: what goes on elsewhere is to go on. */
export class TurnSuspended extends Error {}
