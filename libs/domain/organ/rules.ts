import { canonicalize, isDay, isId, type Context, type Day, type DomainCommand, type Id } from '@srd/kernel';
import type { OrganEvent, OrganProfile, RuleChanges, Section } from './events';
import { plainLine, plainText } from './plain-text';
import { refuse } from './refusals';
import { checkChanges, checkWhole } from './rule-limits';
import { sectors, type OrganRules } from './rule-values';
import { currentRules, withChanges, type OrganState } from './state';

export type FoundOrgan = DomainCommand<'FoundOrgan', OrganProfile & { readonly organ: Id; readonly rules: OrganRules }>;
export type ReviseRules = DomainCommand<'ReviseRules', { readonly changes: RuleChanges; readonly reason: string }>;
export type RenameOrgan = DomainCommand<
  'RenameOrgan',
  { readonly name: string; readonly reason: string; readonly occurredOn: Day }
>;
export type ReviseSections = DomainCommand<
  'ReviseSections',
  { readonly sections: readonly Section[]; readonly reason: string; readonly occurredOn: Day }
>;
export type OrganCommand = FoundOrgan | ReviseRules | RenameOrgan | ReviseSections;

/** R1–R3: each sector has at most one line section; a judicial organ has one section for supervision. */
function checkedSections(kind: OrganProfile['kind'], sections: readonly Section[]): readonly Section[] {
  const looked = new Set<string>();
  const tidy = sections.map((section) => {
    if (!isId(section.id)) refuse('SECTION_INVALID', '科室编号不合格式');
    const name = plainLine(section.name) ?? refuse('SECTION_INVALID', `科室 ${section.id} 没有名称`);
    for (const sector of section.sectors) {
      if (!sectors.includes(sector)) refuse('SECTION_INVALID', `没有“${sector}”这一行业`);
      if (section.kind === 'line' && looked.has(sector)) {
        refuse('SECTION_INVALID', `“${name}”与另一业务科室主管同一行业，一个行业只由一个业务科室主管`);
      }
      if (section.kind === 'line') looked.add(sector);
    }
    return { ...section, name };
  });
  if (new Set(tidy.map(({ id }) => id)).size !== tidy.length) refuse('SECTION_INVALID', '科室编号重复');
  if (kind === 'judicial' && tidy.filter((section) => section.kind === 'supervision').length !== 1) {
    refuse('SECTION_INVALID', '须有且只有一个发布计划、接收抄送的科室（法治督察科或法治工作部门）');
  }
  return tidy;
}

function checkedReason(reason: string, occurredOn: Day | null, { today }: Context): string {
  if (occurredOn !== null && (!isDay(occurredOn) || occurredOn > today))
    refuse('ORGAN_INVALID', '发生日期不能晚于今日');
  return plainText(reason) ?? refuse('RULES_REASON_MISSING');
}

export function decide(command: OrganCommand, state: OrganState, context: Context): readonly OrganEvent[] {
  if (command.type === 'FoundOrgan') {
    if (state) refuse('ORGAN_FOUNDED');
    const { organ, rules, superior, kind, level } = command.data;
    if (!isId(organ)) refuse('ORGAN_INVALID', '机关编号不合格式');
    // Whose deployment an organ follows is another's (R6).
    if (superior !== null && (!isId(superior) || superior === organ)) {
      refuse('ORGAN_INVALID', '上级机关应为另一机关的编号');
    }
    const name = plainLine(command.data.name) ?? refuse('ORGAN_INVALID', '请填写机关名称');
    const sections = checkedSections(kind, command.data.sections);
    checkChanges(rules);
    checkWhole(rules);
    // A county bureau follows its superior and organises its own checks by its own rules (B二(三); R6).
    return [{ type: 'OrganFounded', data: { organ, name, kind, level, superior, sections, rules } }];
  }
  if (!state) return refuse('ORGAN_UNKNOWN');
  switch (command.type) {
    case 'ReviseRules': {
      const { changes } = command.data;
      const reason = checkedReason(command.data.reason, null, context);
      checkChanges(changes);
      const { rules, version } = currentRules(state);
      const revised = withChanges(rules, changes);
      if (canonicalize(revised) === canonicalize(rules)) refuse('RULES_UNCHANGED');
      checkWhole(revised);
      return [{ type: 'RulesRevised', data: { version: version + 1, changes, reason } }];
    }
    case 'RenameOrgan': {
      const { occurredOn } = command.data;
      const name = plainLine(command.data.name) ?? refuse('ORGAN_INVALID', '请填写机关名称');
      if (name === state.name) refuse('RULES_UNCHANGED', '名称没有改动');
      return [
        {
          type: 'OrganRenamed',
          data: { name, reason: checkedReason(command.data.reason, occurredOn, context), occurredOn },
        },
      ];
    }
    // The chain of duty may be arranged anew, under the same rules (R8).
    case 'ReviseSections': {
      const { occurredOn } = command.data;
      const sections = checkedSections(state.kind, command.data.sections);
      const reason = checkedReason(command.data.reason, occurredOn, context);
      return [{ type: 'SectionsRevised', data: { sections, reason, occurredOn } }];
    }
  }
}
