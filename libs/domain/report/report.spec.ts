import { context, day, given, type Context, type Id } from '@srd/kernel';
import type { YearCommand } from './commands';
import type { YearEvent } from './events';
import { report } from './index';

const year = {
  organ: 'chaozhou',
  year: 2023,
  sections: ['lawyers', 'services'],
  counties: ['raoping', 'fengxi'],
} as const;
const figures = [{ figure: 'cases', label: '案件', basis: 'A二(二)', unit: '件', value: 6, of: null }] as const;
const at = (actor: string, on: string): Context => context(actor, `${on}T02:00:00.000Z`);
type Step = readonly [YearCommand, Context];

/** What a row of commands records, each with who asked and when. */
function played(...steps: readonly Step[]) {
  const facts: (YearEvent & Pick<Context, 'actor' | 'at'>)[] = [];
  for (const [command, by] of steps) {
    const { recorded } = given(report, facts).when(command, by);
    facts.push(...recorded.map((event) => ({ ...event, actor: by.actor, at: by.at })));
  }
  return facts;
}

const sum = (change: object = {}): YearCommand => ({
  type: 'SumUp',
  data: {
    ...year,
    section: 'lawyers',
    asOf: day('2023-10-26'),
    analysis: '共抽取6家，均已公示。',
    conclusions: '继续推进全覆盖。',
    figures,
    ...change,
  },
});
const send = (change: object = {}): YearCommand => ({
  type: 'SendYearReport',
  data: { ...year, counties: [], section: 'lawyers', dueOn: day('2023-10-31'), ...change },
});
const receive: YearCommand = { type: 'ReceiveYearReport', data: { ...year, section: 'lawyers', receipt: '收文12号' } };
const summed: Step = [sum(), at('officer', '2023-10-27')];
const sent: Step = [send(), at('head', '2023-10-27')];

describe('A三末段 汇总、分析、总结', () => {
  it('R98 records the section’s figures as of a day that has ended, with analysis and conclusions', () => {
    expect(given(report, []).when(...summed).recorded).toMatchObject([
      { type: 'YearOpened', data: { procedure: 'report/1', organ: 'chaozhou', year: 2023 } },
      { type: 'SectionSummedUp', data: { section: 'lawyers', issue: 1, asOf: '2023-10-26', figures } },
    ]);
  });
  it('R98 refuses a day that isn’t over, another year’s, and empty words', () => {
    const by = at('officer', '2023-10-27');
    for (const asOf of ['2023-10-27', '2022-12-31'])
      given(report, []).when(sum({ asOf }), by).refused('REPORT_DAY_OPEN');
    given(report, [])
      .when(sum({ analysis: ' ' }), by)
      .refused('REPORT_TEXT_MISSING');
    given(report, [])
      .when(sum({ conclusions: '' }), by)
      .refused('REPORT_TEXT_MISSING');
    given(report, [])
      .when(sum({ section: 'kitchen' }), by)
      .refused('REPORT_SECTION_UNKNOWN');
  });
  it('R98 leaves a summary that was sent be until it is signed for, and then takes a further issue', () => {
    given(report, played(summed, sent))
      .when(...summed)
      .refused('REPORT_AWAITS_RECEIPT');
    const facts = played(summed, sent, [receive, at('supervision', '2023-10-30')]);
    const [again] = given(report, facts).when(sum({ asOf: '2023-12-20' }), at('officer', '2023-12-21')).recorded;
    expect(again).toMatchObject({ type: 'SectionSummedUp', data: { issue: 2 } });
  });
});

describe('A三末段 于11月前送法治督察科', () => {
  it('R99 C22 is in time on 31 October, and says so', () => {
    const { recorded } = given(report, played(summed)).when(send(), at('head', '2023-10-31'));
    expect(recorded).toMatchObject([
      { type: 'YearReportSent', data: { issue: 1, on: '2023-10-31', dueOn: '2023-10-31', late: false } },
    ]);
  });
  it('R99 refuses to be late without a reason, and keeps the reason', () => {
    const late = at('head', '2023-11-01');
    given(report, played(summed)).when(send(), late).refused('LATE_REASON_MISSING');
    const { recorded } = given(report, played(summed)).when(send({ lateReason: '县区材料迟交' }), late);
    expect(recorded).toMatchObject([{ data: { late: true, lateReason: '县区材料迟交' } }]);
  });
  it('R100 refuses to leave a county out in silence', () => {
    const without = send({ counties: year.counties });
    given(report, played(summed)).when(without, at('head', '2023-10-27')).refused('COUNTY_MATERIAL_MISSING');
    const named = send({ counties: year.counties, withoutReason: '两县区尚未启用系统' });
    expect(given(report, played(summed)).when(named, at('head', '2023-10-27')).recorded).toMatchObject([
      { data: { withoutCounties: ['raoping', 'fengxi'], withoutReason: '两县区尚未启用系统' } },
    ]);
  });
  it('R99 R102 is signed for once, by another than the sender', () => {
    given(report, played(summed)).when(receive, at('supervision', '2023-10-28')).refused('REPORT_NOT_SENT');
    given(report, played(summed, sent)).when(receive, at('head', '2023-10-28')).refused('SENDER_RECEIVES');
    const facts = played(summed, sent, [receive, at('supervision', '2023-10-30')]);
    expect(given(report, facts).state.sections['lawyers']).toMatchObject({
      status: 'received',
      receipts: [{ receipt: '收文12号', on: '2023-10-30', by: 'supervision' }],
    });
    given(report, facts).when(receive, at('supervision', '2023-10-31')).refused('REPORT_NOT_SENT');
  });
  it('R99 may be returned with a reason; the next sending is a new issue', () => {
    const back = (reason: string): YearCommand => ({
      type: 'ReturnYearReport',
      data: { ...year, section: 'lawyers', reason },
    });
    given(report, played(summed, sent)).when(back(' '), at('supervision', '2023-10-28')).refused('REASON_MISSING');
    const facts = played(
      summed,
      sent,
      [back('缺少分析'), at('supervision', '2023-10-28')],
      [sum(), at('officer', '2023-10-29')],
    );
    expect(given(report, facts).state.sections['lawyers']).toMatchObject({ status: 'summed', issue: 2 });
    given(report, played(summed)).when(back('缺少分析'), at('supervision', '2023-10-28')).refused('REPORT_NOT_SENT');
  });
});

describe('R100 收集县区材料', () => {
  const county = { section: 'lawyers', county: 'raoping' } as const;
  const take: YearCommand = {
    type: 'TakeMaterial',
    data: { ...year, ...county, from: 'legal-services', issue: 1, asOf: day('2023-10-20'), figures },
  };
  const sign: YearCommand = { type: 'ReceiveMaterial', data: { ...year, ...county, receipt: '收文3号' } };
  const paper: YearCommand = {
    type: 'FileMaterial',
    data: { ...year, ...county, document: '饶司函〔2023〕9号', occurredOn: day('2023-10-20') },
  };
  const arrived: Step = [take, at('system:material', '2023-10-21')];

  it('R5 R100 a county hands its material up to its superior, with its own figures', () => {
    const hand = (superior: Id | null): YearCommand => ({
      type: 'HandUpMaterial',
      data: {
        ...year,
        organ: 'raoping',
        sections: ['legal-services'],
        counties: [],
        section: 'legal-services',
        superior,
        sectors: ['law-firm'],
        asOf: day('2023-10-20'),
        text: '全年开展两次。',
        figures,
      },
    });
    const by = at('county-head', '2023-10-21');
    expect(given(report, []).when(hand('chaozhou'), by).recorded.at(-1)).toMatchObject({
      type: 'CountyMaterialHandedUp',
      data: { to: 'chaozhou', issue: 1, on: '2023-10-21' },
    });
    given(report, []).when(hand(null), by).refused('NO_SUPERIOR');
  });
  it('R100 it arrives once, and the city’s section signs for it', () => {
    const facts = played(arrived);
    expect(given(report, facts).when(...arrived).recorded).toEqual([]);
    const { state } = given(report, facts).when(sign, at('officer', '2023-10-22'));
    expect(state.sections['lawyers']?.counties['raoping']).toMatchObject({ status: 'received', receipt: '收文3号' });
    given(report, []).when(sign, at('officer', '2023-10-22')).refused('MATERIAL_NOT_ARRIVED');
  });
  it('R100 material on paper is filed by its number, unless the county’s own has come', () => {
    expect(given(report, []).when(paper, at('officer', '2023-10-22')).recorded.at(-1)).toMatchObject({
      type: 'CountyMaterialFiled',
    });
    given(report, played(arrived)).when(paper, at('officer', '2023-10-22')).refused('MATERIAL_IN');
    given(report, []).when(paper, at('officer', '2023-10-19')).refused('REPORT_OCCURRED_LATER');
  });
  it('R5 the city guides and reminds its own counties, and no others', () => {
    const guide = (to: Id): YearCommand => ({
      type: 'GuideCounty',
      data: {
        ...year,
        section: 'lawyers',
        county: to,
        kind: 'reminder',
        text: '请于月底前报送',
        occurredOn: day('2023-10-20'),
      },
    });
    const { state } = given(report, []).when(guide('raoping'), at('officer', '2023-10-20'));
    expect(state.sections['lawyers']?.counties['raoping']).toMatchObject({
      status: 'awaited',
      guided: [{ kind: 'reminder', by: 'officer' }],
    });
    given(report, []).when(guide('elsewhere'), at('officer', '2023-10-20')).refused('COUNTY_UNKNOWN');
  });
});

describe('trap 9 a day of the year passes', () => {
  const due = {
    duty: 'report:lawyers',
    kind: 'report',
    section: 'lawyers',
    label: '律师工作管理科年度工作开展情况',
    dueOn: day('2023-10-31'),
    rule: 'annualReportBy',
    source: { kind: 'own', note: '测试' },
    doneOn: null,
    missing: ['律师工作管理科年度工作开展情况'],
  } as const;
  const lapse = (change: object = {}): YearCommand => ({
    type: 'LapseDuty',
    data: { ...year, duty: due.duty, due: { ...due, ...change } },
  });

  it('R99 trap 9 is recorded once, for the leader, and left be the second time', () => {
    const facts = played([lapse(), at('system:daily', '2023-11-01')]);
    expect(facts.at(-1)).toMatchObject({ type: 'DutyLapsed', data: { dueOn: '2023-10-31', escalatedTo: 'leader' } });
    expect(given(report, facts).when(lapse(), at('system:daily', '2023-11-20')).recorded).toEqual([]);
  });
  it('R99 trap 9 is refused on its last day, and when it was done in time', () => {
    given(report, []).when(lapse(), at('system:daily', '2023-10-31')).refused('DUTY_NOT_LAPSED');
    given(report, [])
      .when(lapse({ doneOn: '2023-10-31' }), at('system:daily', '2023-11-02'))
      .refused('DUTY_NOT_LAPSED');
    const late = given(report, []).when(lapse({ doneOn: '2023-11-01' }), at('system:daily', '2023-11-02'));
    expect(late.recorded.at(-1)).toMatchObject({ type: 'DutyLapsed' });
    const unknown: YearCommand = { type: 'LapseDuty', data: { ...year, duty: 'x', due: undefined } };
    given(report, []).when(unknown, at('system:daily', '2023-11-02')).refused('DUTY_UNKNOWN');
  });
});

it('refuses events out of turn while folding', () => {
  const [opened] = played(summed);
  const fold = (...events: readonly (YearEvent & Pick<Context, 'actor' | 'at'>)[]) => given(report, events);
  expect(() => fold(...played(summed).slice(1))).toThrow('OUT_OF_TURN');
  expect(() => fold(opened!, opened!)).toThrow('OUT_OF_TURN');
});
