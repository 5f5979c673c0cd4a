import { countOf, halfYearOf, mergeOffers, partiesOf, visitsCounting } from './counting';
import { member, on, played, stateOf, takeObject, terms } from './sample';
import {
  joint,
  lent,
  nameObject,
  openThird,
  ownRule,
  teamOf,
  thirdNotified,
  thirdStaffed,
  thirdVisited,
  thirdVisiting,
} from './sample-3';

const named = stateOf(played([openThird({ purpose: 'for-cause' }), [nameObject(), 'officer-1', '2023-09-04']]));
const offered = (facts: Parameters<typeof stateOf>[0], cause = named) =>
  mergeOffers(cause, [{ case: 'a', state: stateOf(facts) }]).length;

describe('how a case counts', () => {
  it('R26 trap 12 a joint inspection is told from one of the organ’s own, and counts once', () => {
    expect(countOf(stateOf(thirdVisited({ departments: joint.slice(0, 1) })))).toMatchObject({
      joint: false,
      purposes: ['random'],
      towardsCap: 1,
    });
    expect(countOf(stateOf(played([openThird({ departments: joint }), takeObject]))).joint).toBe(true);
  });
  it('R37 R39 trap 13 June belongs to the first half and July to the second, by the plan or by the visit', () => {
    const window = (from: string, to: string) => ({ window: { from: on(from), to: on(to) } });
    const june = window('2023-06-30', '2023-09-30');
    expect(halfYearOf(stateOf(thirdStaffed(june)))).toMatchObject({
      byPlan: { half: 1 },
      byVisit: null,
      counted: { half: 1 },
    });
    expect(halfYearOf(stateOf(thirdStaffed(window('2023-07-01', '2023-09-30')))).byPlan).toEqual({
      year: 2023,
      half: 2,
    });
    const byVisit = { ...june, terms: { ...terms, halfYearBy: ownRule('visit' as const) } };
    expect(halfYearOf(stateOf(thirdVisited(byVisit))).counted.half).toBe(2);
    expect(halfYearOf(stateOf(thirdVisited(june))).counted.half).toBe(1);
  });
  it('R59 trap 6 nobody has inspected before the visit; from then on all who were there', () => {
    expect(visitsCounting(stateOf(thirdNotified()))).toEqual([]);
    expect(visitsCounting(stateOf(thirdVisiting())).map(({ person, visitedOn }) => [person, visitedOn])).toEqual([
      ['i1', '2023-09-27'],
      ['i2', '2023-09-27'],
    ]);
  });
});

describe('the offer to merge', () => {
  it('R48 C10 trap 11 stands while the drawn visit is still to come', () => {
    expect(offered(thirdNotified())).toBe(1);
    expect(offered(thirdVisiting())).toBe(0);
    expect(offered(thirdVisited())).toBe(0);
  });
  it('R48 trap 11 not for a case that has ended, for another object, or under the earlier charts', () => {
    const ended = played(
      [[{ type: 'VoidCase', data: { reason: '重复立案', requestedBy: 'officer-1' } }, 'head-1', '2023-09-21']],
      thirdNotified(),
    );
    expect(offered(ended)).toBe(0);
    expect(offered(thirdNotified({ procedure: 'case/2' }))).toBe(0);
    const institution = { ...nameObject().data.institution, id: 'firm-2' };
    const elsewhere = played([
      openThird({ purpose: 'for-cause' }),
      [nameObject({ institution }), 'officer-1', '2023-09-04'],
    ]);
    expect(offered(thirdNotified(), stateOf(elsewhere))).toBe(0);
  });
  it('C10 trap 11 not between two cases for cause, and not once the cause was looked into', () => {
    expect(mergeOffers(named, [{ case: 'b', state: named }])).toEqual([]);
    expect(mergeOffers(stateOf(thirdNotified()), [{ case: 'a', state: stateOf(thirdNotified()) }])).toEqual([]);
  });
});

describe('who has a part in a case', () => {
  it('R4 R21 trap 13 the partner that joins, and the organ that lent somebody', () => {
    expect(partiesOf(stateOf(thirdStaffed()))).toEqual({
      organ: 'chaozhou',
      partners: [],
      delegate: null,
      lenders: [],
    });
    const team = teamOf([member('i1'), lent, member('p1', 'ndrc')]);
    const jointly = played([openThird({ departments: joint }), takeObject, [team, 'system:selection', '2023-09-05']]);
    expect(partiesOf(stateOf(jointly))).toMatchObject({ partners: ['ndrc'], lenders: ['raoping'] });
  });
});
