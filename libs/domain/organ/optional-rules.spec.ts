import { caseVersions } from '@srd/domain/case';
import { given } from '@srd/kernel';
import {
  chaozhou2023,
  chaozhouCounty2023,
  currentRules,
  furtherFields,
  kazuo2024,
  organ,
  partnerDepartment,
  practiceRules,
  rulesVersion,
  type FurtherField,
  type OrganCommand,
  type OrganEvent,
  type RiskWeights,
  type RuleChanges,
  type Sourced,
} from './index';

const founded: OrganEvent = { type: 'OrganFounded', data: { organ: 'chaozhou', ...chaozhou2023 } };
const own = <T>(value: T): Sourced<T> => ({ value, source: { kind: 'own', note: '本机关自定' } });
const revise = (changes: RuleChanges): OrganCommand => ({
  type: 'ReviseRules',
  data: { changes, reason: '工作需要' },
});
const weights: RiskWeights = {
  perComplaint: 2,
  perPenalty: 10,
  listed: 20,
  grades: [{ grade: 'D', add: 15 }],
  atMost: 100,
};

describe('rules that may be left unsaid', () => {
  const { when, state } = given(organ, [founded]);

  it('R48 C10 R47 C3 presets give cap and tolerance as settings of their own, and no coverage cycle or weights', () => {
    for (const { rules } of [chaozhou2023, kazuo2024]) {
      expect(rules).toMatchObject({
        yearlyCap: { value: 2, source: { kind: 'own' } },
        toleranceBasisPoints: { value: 500, source: { kind: 'own' } },
      });
      expect([rules.coverageYears, rules.riskWeights]).toEqual([undefined, undefined]);
    }
  });
  it('R102 C16 asks for the copy where A does, and not where B is silent', () => {
    expect([chaozhou2023.rules.copy, kazuo2024.rules.copy?.value]).toEqual([undefined, false]);
  });
  it('C15 opens new cases under the newest chart, whichever the preset', () => {
    const presets = [chaozhou2023, chaozhouCounty2023('饶平县司法局', 'chaozhou'), kazuo2024, partnerDepartment];
    for (const { rules } of presets) expect(rules.caseProcedure.value).toBe(caseVersions.at(-1));
  });
  it('R54 R49 C13 takes a coverage cycle, weights and a number of complaints with their sources', () => {
    const changes = {
      coverageYears: own(3),
      coverageSince: own(2023),
      riskWeights: own(weights),
      manyComplaints: own(5),
    };
    expect(currentRules(when(revise(changes)).state!).rules).toMatchObject(changes);
  });
  it('R48 takes a rule back with null; one that must stand can not be taken back', () => {
    const { rules } = currentRules(when(revise({ yearlyCap: null, capCounts: null })).state!);
    expect([Object.hasOwn(rules, 'yearlyCap'), Object.hasOwn(rules, 'capCounts')]).toEqual([false, false]);
    when(revise({ teamSize: null } as unknown as RuleChanges)).refused('RULE_WITHOUT_SOURCE');
  });
  it.each([
    ['R48', { yearlyCap: own(0) }],
    ['R54', { coverageYears: own(1.5), coverageSince: own(2023) }],
    ['R49', { riskWeights: own({ ...weights, atMost: 101 }) }],
    ['R49', { riskWeights: own({ ...weights, perComplaint: -1 }) }],
    ['R49', { riskWeights: own({ ...weights, grades: [...weights.grades, ...weights.grades] }) }],
    ['R49', { riskWeights: own(null as unknown as RiskWeights) }],
    ['R49', { manyComplaints: own(0) }],
    ['R47 C3', { toleranceBasisPoints: own(10_001) }],
    ['trap 13', { halfYearBy: own('draw' as 'plan') }],
    ['trap 11', { capCounts: own('none' as 'all') }],
    ['trap 6', { recusalMeanwhile: own('stops' as 'waits') }],
    ['trap 11', { urgentApprovalWithin: own({ days: 0, unit: 'calendar' as const }) }],
    ['trap 12', { partnerAbsent: own('waits' as 'moved') }],
    ['trap 12', { teamCounts: own('all' as 'in-total') }],
    ['trap 9', { jointClock: own('first' as 'each') }],
    ['trap 11', { mergedCounts: own('twice' as 'once') }],
    ['R61', { conflictStatement: own('yes' as unknown as boolean) }],
    ['R102', { copy: own(1 as unknown as boolean) }],
    ['R75', { redaction: own({ words: [], also: ['inspectors' as 'legal-basis'] }) }],
    ['trap 10', { redaction: own({ words: ['案由', '案由'], also: [] }) }],
    ['R74', { receiptDays: own(0) }],
  ] as readonly (readonly [string, RuleChanges])[])('%s refuses a value out of range: %j', (_number, changes) => {
    when(revise(changes)).refused('RULE_OUT_OF_RANGE');
  });
  it('R75 lets an organ add who inspects and by which articles to the seven fields, and nothing else', () => {
    expect(furtherFields).toEqual(['inspecting-body', 'legal-basis']);
    const redaction = own({ words: [], also: furtherFields });
    expect(currentRules(when(revise({ redaction })).state!).rules.redaction).toEqual(redaction);
    for (const field of ['practitioners', 'inspectors']) {
      when(revise({ redaction: own({ words: [], also: [field as FurtherField] }) })).refused('RULE_OUT_OF_RANGE');
    }
  });
  it('R61 R102 traps 6, 11, 12 takes what cases are carried on by, each with its source, and takes it back', () => {
    const changes = {
      recusalMeanwhile: own('goes-on' as const),
      urgentApprovalWithin: own({ days: 2, unit: 'working' as const }),
      partnerAbsent: own('moved' as const),
      teamCounts: own('per-department' as const),
      jointClock: own('each' as const),
      mergedCounts: own('per-purpose' as const),
      conflictStatement: own(true),
      copy: own(false),
      redaction: own({ words: ['案由'], also: ['legal-basis' as const] }),
      receiptDays: own(2),
    };
    expect(Object.keys(changes)).toEqual(practiceRules);
    const { state: revised } = when(revise(changes));
    expect(currentRules(revised!).rules).toMatchObject(changes);
    const taken: OrganEvent = { type: 'RulesRevised', data: { version: 2, changes, reason: '工作需要' } };
    const { rules } = currentRules(given(organ, [founded, taken]).when(revise({ copy: null })).state!);
    expect([Object.hasOwn(rules, 'copy'), rules.jointClock]).toEqual([false, own('each')]);
  });
  it('R54 R48 refuses half of a pair, and a value without its source', () => {
    when(revise({ coverageYears: own(3) })).refused('RULES_INCONSISTENT');
    when(revise({ yearlyCap: null })).refused('RULES_INCONSISTENT');
    when(revise({ yearlyCap: { value: 2 } as Sourced<number> })).refused('RULE_WITHOUT_SOURCE');
  });
  it('R47 trap 6 leaves the version before as it was', () => {
    const outcome = when(revise({ yearlyCap: own(4) }));
    expect([1, 2].map((version) => rulesVersion(outcome.state!, version)?.rules.yearlyCap?.value)).toEqual([2, 4]);
    expect(state && currentRules(state).version).toBe(1);
  });
});

describe('rules that A is silent on', () => {
  it('C17 R59 R60 bind its organs too: two inspectors by law, a rotation period that is marked as their own', () => {
    for (const { rules } of [chaozhou2023, chaozhouCounty2023('潮安区司法局', 'chaozhou')]) {
      expect(rules.teamSize).toMatchObject({ value: 2, source: { kind: 'document', article: '第四十二条' } });
      expect(rules.rotationMonths).toMatchObject({ value: 12, source: { kind: 'own' } });
    }
    given(organ, [founded])
      .when(revise({ teamSize: own(1) }))
      .refused('TEAM_RULE_BELOW_TWO');
  });
  it('R6 a county bureau names the organ whose deployment it follows, and has rules of its own', () => {
    const county = chaozhouCounty2023('潮安区司法局', 'chaozhou');
    const { state } = given(organ, []).when({ type: 'FoundOrgan', data: { organ: 'chaoan', ...county } });
    expect(state).toMatchObject({ superior: 'chaozhou', level: 'county' });
    expect(currentRules(state!).rules.sampling['law-firm']?.value.perYear).toBe(2);
    for (const superior of ['chaoan', 'no id']) {
      given(organ, [])
        .when({ type: 'FoundOrgan', data: { organ: 'chaoan', ...county, superior } })
        .refused('ORGAN_INVALID');
    }
    expect(
      given(organ, []).when({ type: 'FoundOrgan', data: { organ: 'kazuo', ...kazuo2024 } }).state?.superior,
    ).toBeNull();
  });
});
