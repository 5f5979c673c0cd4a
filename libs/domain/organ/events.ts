import type { Day, DomainEvent, Id } from '@srd/kernel';
import type { OptionalRule, OrganRules, Sampling, Sector, Sourced } from './rule-values';

/** `line` 业务科室 (B二(三)), `supervision` 法治督察科/法治工作部门 (A二(二), B四(二)), `enforcement` 执法 (B二(四)), `licensing` 行政许可审批 (B三(三)). */
export const sectionKinds = ['line', 'supervision', 'enforcement', 'licensing'] as const;
/** `partner`: another department in joint inspections (A二(一)). */
export const organKinds = ['judicial', 'partner'] as const;
export const organLevels = ['municipal', 'county'] as const;

/** 科室. */
export type Section = {
  readonly id: Id;
  readonly name: string;
  readonly kind: (typeof sectionKinds)[number];
  /** The sectors that it looks after; a sector has one line section. */
  readonly sectors: readonly Sector[];
};

/** What an organ is, besides its rules. */
export type OrganProfile = {
  readonly name: string;
  readonly kind: (typeof organKinds)[number];
  readonly level: (typeof organLevels)[number];
  /** 上级司法行政机关, when it is in this system. */
  readonly superior: Id | null;
  readonly sections: readonly Section[];
};

/** Rules to be replaced, each with its source. A sector that is given null has no sampling any more, an optional rule no value. */
export type RuleChanges = {
  readonly [R in Exclude<keyof OrganRules, 'sampling' | OptionalRule>]?: OrganRules[R];
} & {
  readonly [R in OptionalRule]?: Required<OrganRules>[R] | null;
} & {
  readonly sampling?: { readonly [S in Sector]?: Sourced<Sampling> | null };
};

/** 机关设立: an organ begins to use the system, with its sections and the first version of its rules (C15). */
export type OrganFounded = DomainEvent<
  'OrganFounded',
  OrganProfile & { readonly organ: Id; readonly rules: OrganRules }
>;

/** 规则修订: a further version of the rules; earlier cases and draws keep theirs (C15, C16, trap 6). */
export type RulesRevised = DomainEvent<
  'RulesRevised',
  { readonly version: number; readonly changes: RuleChanges; readonly reason: string }
>;

/** 机关更名: what was done under the old name keeps it (trap 13). */
export type OrganRenamed = DomainEvent<
  'OrganRenamed',
  { readonly name: string; readonly reason: string; readonly occurredOn: Day }
>;

/** 科室调整 (B四(二)). */
export type SectionsRevised = DomainEvent<
  'SectionsRevised',
  { readonly sections: readonly Section[]; readonly reason: string; readonly occurredOn: Day }
>;

export type OrganEvent = OrganFounded | RulesRevised | OrganRenamed | SectionsRevised;
