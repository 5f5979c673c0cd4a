/** An organ (司法局 or a partner department), its sections and its versioned rules. */
export { sectors } from './rule-values';
export type { Duty, OrganRules, Sampling, Sector, Source, Sourced, Term } from './rule-values';
