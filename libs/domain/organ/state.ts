import type { Fact, Id, Instant } from '@srd/kernel';
import type { OrganEvent, OrganProfile, RuleChanges } from './events';
import { refuse } from './refusals';
import { optionalRules, type OrganRules, type Sampling, type Sector, type Sourced } from './rule-values';

/** One version of the rules: version 1 is the founding's. */
export type RulesVersion = {
  readonly version: number;
  readonly rules: OrganRules;
  readonly reason: string | null;
  readonly revisedBy: string;
  readonly revisedAt: Instant;
};

export type Organ = OrganProfile & {
  readonly organ: Id;
  readonly formerNames: readonly string[];
  readonly versions: readonly RulesVersion[];
};

/** null until the organ is founded. */
export type OrganState = Organ | null;

export const initial: OrganState = null;

/** The rules with some of them replaced. */
export function withChanges(rules: OrganRules, changes: RuleChanges): OrganRules {
  const { sampling: changedSampling, ...others } = changes;
  const sampling: { [S in Sector]?: Sourced<Sampling> } = { ...rules.sampling };
  for (const [sector, sourced] of Object.entries(changedSampling ?? {}) as [Sector, Sourced<Sampling> | null][]) {
    if (sourced === null) delete sampling[sector];
    else sampling[sector] = sourced;
  }
  const next: Record<string, unknown> = { ...rules, ...others, sampling };
  for (const rule of optionalRules) if (next[rule] === null) delete next[rule];
  return next as OrganRules;
}

/** The organ after one more fact. */
export function evolve(state: OrganState, fact: Fact<OrganEvent>): OrganState {
  const by = { revisedBy: fact.actor, revisedAt: fact.at };
  if (fact.type === 'OrganFounded') {
    if (state) return refuse('OUT_OF_TURN', '该机关已设立');
    const { rules, ...profile } = fact.data;
    return { ...profile, formerNames: [], versions: [{ version: 1, rules, reason: null, ...by }] };
  }
  if (!state) return refuse('OUT_OF_TURN', '该机关尚未设立');
  switch (fact.type) {
    case 'RulesRevised': {
      const { version, changes, reason } = fact.data;
      if (version !== state.versions.length + 1) refuse('OUT_OF_TURN', '规则的版本号不连续');
      const rules = withChanges(currentRules(state).rules, changes);
      return { ...state, versions: [...state.versions, { version, rules, reason, ...by }] };
    }
    case 'OrganRenamed':
      return { ...state, name: fact.data.name, formerNames: [...state.formerNames, state.name] };
    case 'SectionsRevised':
      return { ...state, sections: fact.data.sections };
    default:
      return refuse('OUT_OF_TURN');
  }
}

/** The newest version of an organ's rules. */
export function currentRules(organ: Organ): RulesVersion {
  return organ.versions.at(-1) ?? refuse('ORGAN_UNKNOWN');
}

/** The rules as a version said, for what was begun under it; undefined when there is no such version. */
export function rulesVersion(organ: Organ, version: number): RulesVersion | undefined {
  return organ.versions[version - 1];
}

/** The line section that looks after a sector (R1, R2). */
export function lineSectionOf(organ: Organ, sector: Sector): Id | undefined {
  return organ.sections.find((section) => section.kind === 'line' && section.sectors.includes(sector))?.id;
}
