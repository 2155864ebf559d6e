/** What a model can do, and what it costs: the terms in which the app speaks of it as well. */
export { type Abilities, ReasoningEffort, type TokenPrice, unknownAbilities } from '#contract/models';
