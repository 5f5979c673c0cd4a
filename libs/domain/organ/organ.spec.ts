import { context, day, given } from '@srd/kernel';
import {
  chaozhou2023,
  chaozhouCounty2023,
  currentRules,
  kazuo2024,
  lineSectionOf,
  organ,
  partnerDepartment,
  plainLine,
  plainText,
  rulesVersion,
  type OrganCommand,
  type OrganEvent,
  type OrganPreset,
  type RuleChanges,
  type Section,
  type Sourced,
} from './index';

const found = (preset: OrganPreset, id = 'chaozhou'): OrganCommand & { type: 'FoundOrgan' } => ({
  type: 'FoundOrgan',
  data: { organ: id, ...preset },
});
const founded: OrganEvent = { type: 'OrganFounded', data: { organ: 'chaozhou', ...chaozhou2023 } };
const own = <T>(value: T): Sourced<T> => ({ value, source: { kind: 'own', note: '本机关自定' } });
const revise = (changes: RuleChanges, reason = '工作需要'): OrganCommand => ({
  type: 'ReviseRules',
  data: { changes, reason },
});

describe('founding an organ', () => {
  it.each([
    ['R36 R38 R40 R41 潮州 2023', chaozhou2023],
    ['R37 R39 a county under 潮州', chaozhouCounty2023('潮安区司法局', 'chaozhou-city')],
    ['R42–R46 喀左 2024', kazuo2024],
    ['R4 a partner department', partnerDepartment],
  ])('C15 records %s with its rules as version 1', (_name, preset) => {
    const outcome = given(organ, []).when(found(preset));
    expect(outcome.recorded).toEqual([{ type: 'OrganFounded', data: { organ: 'chaozhou', ...preset } }]);
    expect(outcome.state && currentRules(outcome.state)).toMatchObject({
      version: 1,
      rules: preset.rules,
      reason: null,
    });
  });
  it('R1 R2 finds the line section of a sector', () => {
    const { state } = given(organ, [founded]);
    expect(state && lineSectionOf(state, 'law-firm')).toBe('lawyer-administration');
    expect(state && lineSectionOf(state, 'notary-office')).toBe('public-legal-services');
  });
  const sectionsRefused = (sections: readonly Section[]) => {
    const outcome = given(organ, []).when(found({ ...chaozhou2023, sections }));
    outcome.refused('SECTION_INVALID');
    return outcome.refusal?.detail;
  };
  it('R1 R2 refuses a sector with two line sections', () => {
    const [lawyers, services, supervision] = chaozhou2023.sections;
    const twice = [lawyers!, { ...services!, sectors: ['law-firm' as const] }, supervision!];
    expect(sectionsRefused(twice)).toContain('一个行业只由一个业务科室主管');
    expect(sectionsRefused([{ ...lawyers!, sectors: ['bank' as 'law-firm'] }, supervision!])).toContain('bank');
    const beside = [
      lawyers!,
      { ...services!, kind: 'licensing' as const, sectors: ['law-firm' as const] },
      supervision!,
    ];
    expect(given(organ, []).when(found({ ...chaozhou2023, sections: beside })).recorded).toHaveLength(1);
  });
  it('R3 refuses an organ without a supervision section, and with two', () => {
    const [lawyers, services, supervision] = chaozhou2023.sections;
    expect(sectionsRefused([lawyers!, services!])).toContain('须有且只有一个');
    expect(sectionsRefused([lawyers!, supervision!, { ...supervision!, id: 'second' }])).toContain('须有且只有一个');
  });
  it('refuses a second founding, an organ as its own superior and a name with hidden characters', () => {
    given(organ, [founded]).when(found(chaozhou2023)).refused('ORGAN_FOUNDED');
    given(organ, [])
      .when(found({ ...chaozhou2023, superior: 'chaozhou' }))
      .refused('ORGAN_INVALID');
    given(organ, [])
      .when(found({ ...chaozhou2023, name: '潮州\u202e市司法局' }))
      .refused('ORGAN_INVALID');
  });
  it('R34 refuses rules with one missing', () => {
    const { teamSize: _left, ...rules } = chaozhou2023.rules;
    given(organ, [])
      .when(found({ ...chaozhou2023, rules: rules as typeof chaozhou2023.rules }))
      .refused('RULE_MISSING');
  });
});

describe('the presets', () => {
  it('R36 R38 R40 R41 give the city its ratios in basis points, with their articles', () => {
    const { sampling } = chaozhou2023.rules;
    expect(Object.values(sampling).map(({ value }) => value.basisPoints)).toEqual([1000, 2000, 3000, 5000]);
    expect(sampling['notary-office']?.source).toMatchObject({
      kind: 'document',
      article: expect.stringContaining('A二(三)3'),
    });
  });
  it('R37 R39 give the counties a fifth twice a year, one at least', () => {
    const { sections, rules } = chaozhouCounty2023('潮安区司法局', 'chaozhou');
    const { sampling } = rules;
    expect(sampling['law-firm']?.value).toEqual({ basisPoints: 2000, rounding: 'ceil', atLeast: 1, perYear: 2 });
    expect(sampling['grassroots-office']?.value).toMatchObject({ basisPoints: 2000, atLeast: 1, perYear: 2 });
    expect(sampling['notary-office']).toBeUndefined();
    expect(sections.map(({ kind, sectors }) => [kind, sectors.length])).toEqual([
      ['line', 5],
      ['supervision', 0],
    ]);
    expect(rules.singleAccountAdmin.value).toBe(true);
  });
  it('R42 R44 give 喀左 its numbers of bodies without a ratio that the scheme does not have', () => {
    const { sampling } = kazuo2024.rules;
    expect(sampling['law-firm']?.value).toMatchObject({ basisPoints: 0, atLeast: 2, perYear: 1 });
    expect(sampling['grassroots-office']?.value).toMatchObject({ basisPoints: 0, atLeast: 1, perYear: 1 });
  });
  it('R43 R45 R46 C12 check all where the scheme says only "one check a year", as 喀左 own setting', () => {
    for (const sector of ['notary-office', 'forensic-institution', 'legal-aid-agency'] as const) {
      expect(kazuo2024.rules.sampling[sector]).toMatchObject({
        value: { basisPoints: 10000, perYear: 1 },
        source: { kind: 'own' },
      });
    }
  });
  it('R73 C16 quote the 5 days for 潮州 and never for 喀左', () => {
    expect(chaozhou2023.rules.publication).toMatchObject({
      value: { days: 5, unit: 'calendar' },
      source: { article: 'A二(五)' },
    });
    expect(kazuo2024.rules.publication).toMatchObject({ value: { days: 5, unit: 'working' }, source: { kind: 'own' } });
    expect([chaozhou2023, kazuo2024].map(({ rules }) => rules.channels.value)).toEqual([
      ['portal'],
      ['portal', 'credit-platform'],
    ]);
    expect(JSON.stringify(kazuo2024)).not.toContain('潮州');
  });
  it('R8 喀左 has a 法治工作部门 and no 法治督察科', () => {
    expect(kazuo2024.sections.find(({ kind }) => kind === 'supervision')?.name).toBe('法治工作部门');
  });
  it('R15 R16 R17 R99 C22 give 潮州 its dates from the plan', () => {
    expect(chaozhou2023.rules.rostersBy).toMatchObject({
      value: '05-31',
      source: { kind: 'document', article: 'A一' },
    });
    expect(chaozhou2023.rules.annualReportBy).toMatchObject({ value: '10-31', source: { kind: 'document' } });
  });
  it('R59 C14 mark the twelve months as own setting, R60 two inspectors as law', () => {
    expect(chaozhou2023.rules.rotationMonths).toMatchObject({ value: 12, source: { kind: 'own' } });
    expect([chaozhou2023.rules.teamSize.value, kazuo2024.rules.teamSize.source]).toMatchObject([
      2,
      { article: 'B二(九)' },
    ]);
  });
});

describe('revising rules', () => {
  it('R59 C14 trap 6: a period of 6 months is version 2, and version 1 still says 12', () => {
    const outcome = given(organ, [founded]).when(revise({ rotationMonths: own(6) }));
    expect(outcome.recorded[0]).toMatchObject({ type: 'RulesRevised', data: { version: 2 } });
    const state = outcome.state!;
    expect([1, 2, 3].map((version) => rulesVersion(state, version)?.rules.rotationMonths.value)).toEqual([
      12,
      6,
      undefined,
    ]);
  });
  it('R60 refuses teams of one or none', () => {
    given(organ, [founded])
      .when(revise({ teamSize: own(1) }))
      .refused('TEAM_RULE_BELOW_TWO');
    given(organ, [founded])
      .when(revise({ teamSize: own(0) }))
      .refused('TEAM_RULE_BELOW_TWO');
  });
  it('R36 C3 refuses ratios outside 0–10000 basis points, fractions and a sample of nothing', () => {
    const sample = { basisPoints: 1000, rounding: 'ceil' as const, atLeast: 1, perYear: 1 };
    for (const wrong of [
      { basisPoints: 10_001 },
      { basisPoints: -1 },
      { basisPoints: 0.1 },
      { basisPoints: 0, atLeast: 0 },
      { perYear: 0 },
    ]) {
      given(organ, [founded])
        .when(revise({ sampling: { 'law-firm': own({ ...sample, ...wrong }) } }))
        .refused('RULE_OUT_OF_RANGE');
    }
  });
  it('refuses a value without a source, a rule that does not exist, a day that does not exist, no reason', () => {
    const bare = { value: 6 } as unknown as Sourced<number>;
    const { state: _s, when } = given(organ, [founded]);
    when(revise({ rotationMonths: bare })).refused('RULE_WITHOUT_SOURCE');
    when(revise({ luck: own(7) } as RuleChanges)).refused('RULE_UNKNOWN');
    when(revise({ sampling: { bank: own(7) } } as unknown as RuleChanges)).refused('RULE_UNKNOWN');
    when(revise({ annualReportBy: own('02-30') })).refused('RULE_OUT_OF_RANGE');
    when(revise({ rotationMonths: own(6) }, ' ')).refused('RULES_REASON_MISSING');
  });
  it('R73 C9 refuses an approval target after the day of publication', () => {
    given(organ, [founded])
      .when(revise({ approveWithin: own({ days: 9, unit: 'calendar' }) }))
      .refused('RULES_INCONSISTENT');
  });
  it('leaves the other sectors be, and rules that say the same', () => {
    const outcome = given(organ, [founded]).when(revise({ sampling: { 'notary-office': null } }));
    expect(Object.keys(currentRules(outcome.state!).rules.sampling)).toEqual([
      'law-firm',
      'grassroots-office',
      'forensic-institution',
    ]);
    given(organ, [founded])
      .when(revise({ teamSize: chaozhou2023.rules.teamSize }))
      .refused('RULES_UNCHANGED');
  });
  it('refuses anything before the founding, also when replaying', () => {
    given(organ, [])
      .when(revise({ rotationMonths: own(6) }))
      .refused('ORGAN_UNKNOWN');
    expect(() => given(organ, [{ type: 'RulesRevised', data: { version: 1, changes: {}, reason: '' } }])).toThrow(
      'OUT_OF_TURN',
    );
  });
});

describe('renaming and rearranging', () => {
  const rename: OrganCommand = {
    type: 'RenameOrgan',
    data: { name: '新潮州市司法局', reason: '机构改革', occurredOn: day('2024-06-01') },
  };
  it('trap 13: records the new name and keeps the former one', () => {
    expect(given(organ, [founded]).when(rename).state).toMatchObject({
      name: '新潮州市司法局',
      formerNames: ['潮州市司法局'],
    });
  });
  it('trap 13: refuses a day to come and a name that is the same', () => {
    given(organ, [founded])
      .when({ ...rename, data: { ...rename.data, occurredOn: day('2024-06-04') } }, context())
      .refused('ORGAN_INVALID');
    given(organ, [founded])
      .when({ ...rename, data: { ...rename.data, name: '潮州市司法局' } })
      .refused('RULES_UNCHANGED');
  });
  it('R8 rearranges sections under the same rules', () => {
    const sections = chaozhou2023.sections.map((section) => ({ ...section, name: `${section.name}（新）` }));
    const command: OrganCommand = {
      type: 'ReviseSections',
      data: { sections, reason: '调整', occurredOn: day('2024-06-01') },
    };
    const { state } = given(organ, [founded]).when(command);
    expect(state?.sections).toEqual(sections);
    expect(state?.versions).toHaveLength(1);
    given(organ, [founded])
      .when({ ...command, data: { ...command.data, sections: [] } })
      .refused('SECTION_INVALID');
  });
});

describe('text as it is kept', () => {
  it('keeps rare characters, in NFC and without outer blanks', () => {
    expect(plainLine(' 𠮷䶮律师事务所\u3000')).toBe('𠮷䶮律师事务所');
    expect(plainLine('e\u0301')).toBe('\u00e9');
    expect(plainText('一\r\n二')).toBe('一\n二');
  });
  it('is null for control, bidi and zero-width characters, half pairs, nothing', () => {
    for (const text of ['a\u0000', 'a\u202eb', 'a\u2066b', 'a\u200bb', '\ud800', ' ', 7, undefined])
      expect(plainLine(text)).toBeNull();
    expect(plainLine('一\n二')).toBeNull();
    expect(plainText('一\t\u2028二')).toBeNull();
  });
});
