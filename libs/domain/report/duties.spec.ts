import { catalogue } from '@srd/domain/catalogue';
import { chaozhou2023, kazuo2024, organ, partnerDepartment, type Organ } from '@srd/domain/organ';
import { plan, type PlanState } from '@srd/domain/plan';
import { roster, type Particulars } from '@srd/domain/roster';
import { day, type Instant } from '@srd/kernel';
import { dayInYear, dutiesOf, isLapsed, report, type DutyFacts } from './index';

const at = (on: string): Instant => `${on}T02:00:00.000Z` as Instant;

function founded(on: string, preset = chaozhou2023): Organ {
  const data = { organ: 'chaozhou', ...preset };
  return organ.evolve(organ.initial, { type: 'OrganFounded', data, actor: 'system', at: at(on) } as never)!;
}

function rosterSince(on: string) {
  const data = {
    institution: 'x',
    organ: 'chaozhou',
    sector: 'law-firm',
    particulars: { name: '测试' } as Particulars,
    usccFault: null,
    occurredOn: day(on),
  } as const;
  return roster.evolve(roster.initial, { type: 'InstitutionRegistered', data, actor: 'officer', at: at(on) });
}

const empty: DutyFacts = {
  organ: founded('2023-01-03'),
  year: 2023,
  rosters: {},
  catalogue: catalogue.initial,
  plan: plan.initial,
  report: report.initial,
};

describe('R15 R16 R17 R99 C22 what an organ owes in a year', () => {
  it('C22 has rosters and item lists on 31 May and each section’s report on 31 October, by the articles that say so', () => {
    expect(dutiesOf(empty).map(({ duty, dueOn, rule }) => [duty, dueOn, rule])).toEqual([
      ['rosters', '2023-05-31', 'rostersBy'],
      ['items', '2023-05-31', 'rostersBy'],
      ['report:lawyer-administration', '2023-10-31', 'annualReportBy'],
      ['report:public-legal-services', '2023-10-31', 'annualReportBy'],
    ]);
    expect(dutiesOf(empty)[0]?.source).toMatchObject({ article: 'A一' });
    expect(dutiesOf(empty)[2]?.source).toMatchObject({ article: 'A三末段' });
  });
  it('R15 names each roster that is missing, and is done with the last of them', () => {
    const one = { ...empty, rosters: { 'law-firm': rosterSince('2023-05-08') } };
    expect(dutiesOf(one)[0]).toMatchObject({
      doneOn: null,
      missing: ['基层法律服务所检查对象名录库', '公证机构检查对象名录库', '司法鉴定机构检查对象名录库'],
    });
    const rosters = Object.fromEntries(
      ['law-firm', 'grassroots-office', 'notary-office', 'forensic-institution'].map((sector, index) => [
        sector,
        rosterSince(`2023-05-0${index + 1}`),
      ]),
    );
    expect(dutiesOf({ ...empty, rosters })[0]).toMatchObject({ doneOn: '2023-05-04', missing: [] });
    const late = { ...rosters, 'notary-office': rosterSince('2023-06-02') };
    const [duty] = dutiesOf({ ...empty, rosters: late });
    expect(duty).toMatchObject({ doneOn: '2023-06-02', missing: ['公证机构检查对象名录库'] });
    expect(isLapsed(duty!, day('2023-06-01'))).toBe(true);
  });
  it('R17 asks for the joint list of whoever plans a joint inspection', () => {
    const tasks = { t: { id: 't', status: 'drafted', content: { joint: true, number: 1 } } };
    const joint = { ...plan.initial, tasks } as unknown as PlanState;
    expect(dutiesOf({ ...empty, plan: joint }).map(({ duty }) => duty)).toContain('joint-items');
  });
  it('R99 is done on the day of the first sending, later issues change nothing', () => {
    const sections = { 'lawyer-administration': { sent: [{ on: day('2023-10-27') }, { on: day('2023-12-01') }] } };
    const sent = { ...report.initial, sections } as never;
    expect(dutiesOf({ ...empty, report: sent })[2]).toMatchObject({ doneOn: '2023-10-27', missing: [] });
  });
  it('trap 9 lapses on the day after its last one, and not before', () => {
    const [duty] = dutiesOf(empty);
    expect([isLapsed(duty!, day('2023-05-31')), isLapsed(duty!, day('2023-06-01'))]).toEqual([false, true]);
  });
  it('leaves be what was due before the organ began, and departments that draw nothing', () => {
    expect(dutiesOf({ ...empty, organ: founded('2023-08-01') }).map(({ kind }) => kind)).toEqual(['report', 'report']);
    expect(dutiesOf({ ...empty, organ: founded('2023-01-03', partnerDepartment) })).toEqual([]);
    const kazuo = dutiesOf({ ...empty, organ: founded('2024-04-16', kazuo2024), year: 2024 });
    expect(kazuo.map(({ source }) => source.kind)).toEqual(['own', 'own', 'own']);
  });
  it('takes the last day of a month that lacks the rule’s', () => {
    expect(dayInYear(2023, '02-30')).toBe('2023-02-28');
  });
});
