import type { ComponentType } from 'react';

/** Draws the choice of a model; null is the thread's. */
export type ModelChoice = ComponentType<{ label: string; value: string | null; onChoose(model: string | null): void }>;
