import { addMonths, day, Refusal } from '@srd/kernel';
import { flawOfRequest } from '@srd/proof/draw';
import type { BarFacts, InspectorFact } from './index';
import { teamRequest } from './index';
import { head, inspector, noBars, teamCase, witnesses } from './selection.fixture';

const prepare = (
  cases: Parameters<typeof teamRequest>[1],
  inspectors: readonly InspectorFact[],
  bars: Partial<BarFacts> = {},
) =>
  teamRequest({ ...head(), series: 'task-4:team', from: null }, cases, inspectors, { ...noBars, ...bars }, witnesses);

function refusalOf(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('not refused');
}

const interest = (person: string, object: string) => ({ person, object, from: null, until: null });

describe('teamRequest', () => {
  const four = ['a', 'b', 'c', 'd'].map((letter) => inspector(letter, { capacity: 1 }));

  it('R56 R60 is a valid document with the least cap', () => {
    const { request } = prepare([teamCase('case-1', 'firm-01'), teamCase('case-2', 'firm-02')], four);
    expect(flawOfRequest(request)).toBeNull();
    expect(request.cap).toBe(1);
    expect(
      prepare([teamCase('case-1', 'firm-01'), teamCase('case-2', 'firm-02')], [inspector('a'), inspector('b')]).request
        .cap,
    ).toBe(2);
  });
  it('C24 names no inspector: labels in the order of the ids of this draw, persons apart', () => {
    const { request, people } = prepare([teamCase('case-1', 'firm-01')], [inspector('b'), inspector('a')]);
    expect(request.inspectors.map(({ id, name }) => [id, name])).toEqual([
      ['i-a', '检查员 01'],
      ['i-b', '检查员 02'],
    ]);
    expect(JSON.stringify(request)).not.toContain('person-');
    expect(people['i-a']).toBe('person-a');
  });
  it('trap 5 finds the only complete assignment possible: T2 takes A and B only', () => {
    const cases = [teamCase('t1', 'x'), teamCase('t2', 'y')];
    const { request } = prepare(cases, four, { interests: [interest('person-c', 'y'), interest('person-d', 'y')] });
    expect(request.barred).toEqual([
      { case: 't2', inspector: 'i-c', reason: 'recusal' },
      { case: 't2', inspector: 'i-d', reason: 'recusal' },
    ]);
    expect(request.cap).toBe(1);
  });
  it('R59 R61 trap 5 refuses what cannot be filled, says why and until when, and records nothing', () => {
    const refusal = refusalOf(() =>
      prepare(
        [teamCase('t1', 'x')],
        ['a', 'b', 'c'].map((letter) => inspector(letter)),
        {
          interests: [interest('person-a', 'x')],
          inspections: [{ person: 'person-b', object: 'x', visitedOn: day('2023-03-09') }],
        },
      ),
    );
    expect(refusal.code).toBe('TEAM_INFEASIBLE');
    expect(refusal.detail).toContain('1 家机构需 2 人次');
    expect(refusal.detail).toContain('检查员 02须至2024-03-09方可再查同一对象');
    expect(refusal.data).toMatchObject({
      shortage: { needed: 2, turns: 1 },
      rotation: [{ case: 't1', inspector: 'i-b', until: '2024-03-09' }],
    });
  });
  it('R60 refuses a seat plan of one', () => {
    const single = teamCase('t1', 'x', { seats: [{ organs: [], count: 1, field: null }] });
    expect(refusalOf(() => prepare([single], four)).code).toBe('TOO_FEW_INSPECTORS');
  });
  it('R22 trap 5 a certificate that ends before the planned day bars, one that ends on it does not', () => {
    const days = { from: day('2023-09-09'), to: day('2023-09-09') };
    const until = (letter: string, last: string) =>
      inspector(letter, { certificates: [{ validFrom: day('2023-01-01'), validUntil: day(last) }] });
    const { request } = prepare(
      [teamCase('t1', 'x', { days })],
      [until('a', '2023-09-03'), until('b', '2023-09-09'), inspector('c')],
    );
    expect(request.barred).toEqual([{ case: '*', inspector: 'i-a', reason: 'certificate' }]);
  });
  it('R22 a certificate for another field bars; a renewed one covers the days together with the old', () => {
    const days = { from: day('2023-08-01'), to: day('2023-08-31') };
    const renewed = inspector('b', {
      certificates: [
        { validFrom: day('2023-01-01'), validUntil: day('2023-08-15') },
        { validFrom: day('2023-08-16'), validUntil: day('2024-08-15') },
      ],
    });
    const { request } = prepare(
      [teamCase('t1', 'x', { days })],
      [inspector('a', { fields: ['notary-office'] }), renewed, inspector('c')],
    );
    expect(request.barred.map(({ inspector: id }) => id)).toEqual(['i-a']);
  });
  it('trap 5 absences and those who left stand among the bars', () => {
    const away = inspector('a', { absences: [{ from: day('2023-08-01'), to: day('2023-08-20') }] });
    const { request } = prepare(
      [teamCase('t1', 'x')],
      [away, inspector('b', { active: false }), inspector('c'), inspector('d')],
    );
    expect(request.barred).toEqual([
      { case: '*', inspector: 'i-a', reason: 'unavailable' },
      { case: '*', inspector: 'i-b', reason: 'unavailable' },
    ]);
  });
  it('R59 C14 trap 6 rotation counts visits, ends with its period, and a leader may waive it', () => {
    const three = ['a', 'b', 'c'].map((letter) => inspector(letter));
    const visitedOn = day('2022-08-10');
    const inspections = [{ person: 'person-a', object: 'x', visitedOn }];
    const barred = (bars: Partial<BarFacts>) => prepare([teamCase('t1', 'x')], three, bars).request.barred;
    expect(addMonths(visitedOn, 12)).toBe('2023-08-10');
    expect(barred({ inspections })).toEqual([{ case: 't1', inspector: 'i-a', reason: 'rotation' }]);
    expect(barred({ inspections, rotationMonths: 6 })).toEqual([]);
    expect(barred({ inspections: [{ ...inspections[0]!, visitedOn: day('2022-08-09') }] })).toEqual([]);
    expect(barred({ inspections: [{ ...inspections[0]!, object: 'y' }] })).toEqual([]);
    expect(barred({ inspections, rotationWaivers: [{ person: 'person-a', object: 'x' }] })).toEqual([]);
  });
  it('R61 an interest that ended before the planned days does not bar', () => {
    const three = ['a', 'b', 'c'].map((letter) => inspector(letter));
    const ended = { ...interest('person-a', 'x'), until: day('2023-01-31') };
    expect(prepare([teamCase('t1', 'x')], three, { interests: [ended] }).request.barred).toEqual([]);
  });
  it('R4 a joint case has a seat for each department, filled from its own library', () => {
    const joint = teamCase('t1', 'x', {
      seats: [
        { organs: ['chaozhou'], count: 2, field: 'law-firm' },
        { organs: ['drc'], count: 1, field: 'price' },
      ],
    });
    const partner = inspector('p', { organ: 'drc', fields: ['price'] });
    const { request } = prepare([joint], [inspector('a'), inspector('b'), partner]);
    expect(request.barred).toEqual([]);
    expect(request.cases[0]?.seats).toEqual([
      { organs: ['chaozhou'], count: 2 },
      { organs: ['drc'], count: 1 },
    ]);
    expect(refusalOf(() => prepare([joint], [inspector('a'), inspector('b'), inspector('c')])).code).toBe(
      'TEAM_INFEASIBLE',
    );
  });
});
