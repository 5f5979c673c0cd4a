/** An organ (司法局 or a partner department), its sections and its versioned rules (stream `organ-<id>`). */
import { checked, type Decider } from '@srd/kernel';
import type { OrganEvent } from './events';
import { decide, type OrganCommand } from './rules';
import { evolve, initial, type OrganState } from './state';

export {
  cessations,
  disclosures,
  furtherFields,
  inspectionMethods,
  optionalRules,
  parties,
  practiceRules,
  roundings,
  sectors,
  termUnits,
} from './rule-values';
export type {
  Duty,
  FurtherField,
  InspectionMethod,
  ListingBasis,
  OptionalRule,
  OrganRules,
  Party,
  RedactionProfile,
  RiskWeights,
  Sampling,
  Sector,
  Source,
  Sourced,
  Term,
} from './rule-values';
export { plainLine, plainText } from './plain-text';
export { ruleHolds } from './rule-limits';
export { drawModesOf } from './draw-modes';
export type { DrawModes } from './draw-modes';
export { currentRules, lineSectionOf, rulesVersion } from './state';
export type { Organ, OrganState, RulesVersion } from './state';
export type { OrganCommand } from './rules';
export { organKinds, organLevels, sectionKinds } from './events';
export type { OrganEvent, OrganProfile, RuleChanges, Section } from './events';
export { organRefusals } from './refusals';
export { chaozhou2023, chaozhouCounty2023, kazuo2024, partnerDepartment } from './presets';
export type { OrganPreset } from './presets';

export const organ: Decider<OrganState, OrganCommand, OrganEvent> = checked({ initial, evolve, decide });
