import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import { countOf, halfYearOf, partiesOf } from './counting';
import type { CaseFact } from './events';
import { publicVisit } from './public-visit';
import { inspectionCase } from './rules';
import {
  approveInspection,
  approveFindings,
  by,
  drawn,
  finding,
  member,
  on,
  played,
  recordFindings,
  serveNotice,
  stateOf,
  takeObject,
  terms,
} from './sample';
import { openThird, ownRule, signedEnd, teamOf, thirdVisited, visitBy } from './sample-3';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const head = by('head-1', '2023-09-05');
const entrust = (more: object = {}): CaseCommand => ({
  type: 'DelegateInspection',
  data: {
    to: 'raoping',
    document: '潮司委〔2023〕2号',
    reason: '对象在饶平县',
    occurredOn: on('2023-09-05'),
    subordinates: ['raoping', 'chaoan'],
    ...more,
  },
});
const cityCase = played([openThird(), takeObject]);
const entrusted = played([[entrust(), 'leader-1', '2023-09-05']], cityCase);
const county = [member('c1', 'raoping'), member('c2', 'raoping')];

describe('entrusting downwards', () => {
  it('R7 trap 13 the case stays the city’s, the inspectors are the county’s', () => {
    const staffed = played([[teamOf(county), 'system:selection', '2023-09-05']], entrusted);
    expect(stateOf(staffed).context.opened.organ).toBe('chaozhou');
    expect(partiesOf(stateOf(staffed))).toEqual({ organ: 'chaozhou', partners: [], delegate: 'raoping', lenders: [] });
    expect(countOf(stateOf(staffed)).delegatedTo).toBe('raoping');
  });
  it('R7 trap 13 a third county cannot: neither entrusted nor with its people', () => {
    inCase(cityCase)
      .when(entrust({ to: 'kazuo' }), head)
      .refused('NOT_SUBORDINATE');
    inCase(entrusted)
      .when(teamOf([member('c1', 'raoping'), member('x1', 'chaoan')]), head)
      .refused('NOT_A_DEPARTMENT');
    inCase(cityCase).when(teamOf(county), head).refused('NOT_A_DEPARTMENT');
  });
  it('R7 trap 13 the county writes, the city approves', () => {
    const unit = (name: string) => ({ unitName: name });
    const recorded = played(
      [
        takeObject,
        [entrust(), 'leader-1', '2023-09-05'],
        [teamOf(county), 'system:selection', '2023-09-05'],
        approveInspection,
        serveNotice,
        [visitBy(['c1', 'c2']), 'inspector-c', '2023-09-27'],
        [{ ...signedEnd, data: { ...signedEnd.data, asInspector: 'c1' } }, 'inspector-c', '2023-09-28'],
        [recordFindings([finding('f1', 'nothing-found')], { asInspector: 'c1' }), 'inspector-c', '2023-09-29'],
      ],
      played([openThird(unit('潮州市司法局'))]),
    );
    const approve = (byOrgan: string): CaseCommand => ({
      type: 'ApproveFindings',
      data: { department: 'chaozhou', asInspector: null, byOrgan },
    });
    const day = by('head-c', '2023-09-30');
    inCase(recorded).when(approve('raoping'), day).refused('OTHER_UNIT_DECIDES');
    inCase(recorded).when(approve('chaoan'), day).refused('OTHER_UNIT_DECIDES');
    expect(inCase(recorded).when(approve('chaozhou'), by('head-1', '2023-09-30')).recorded).toHaveLength(1);
    expect(inCase(recorded).when(approveFindings, by('head-1', '2023-09-30')).recorded).toHaveLength(1);
  });
  it('R7 refuses an entrustment without its document, twice to the same, once there is a team, and under the earlier charts', () => {
    inCase(cityCase)
      .when(entrust({ document: '' }), head)
      .refused('REASON_MISSING');
    inCase(entrusted).when(entrust(), head).refused('ALREADY_DELEGATED');
    inCase(cityCase)
      .when(entrust({ to: 'chaozhou' }), head)
      .refused('ALREADY_DELEGATED');
    inCase(played([[teamOf(county), 'system:selection', '2023-09-05']], entrusted))
      .when(entrust({ to: 'chaoan' }), head)
      .refused('OUT_OF_TURN');
    inCase(drawn).when(entrust(), head).refused('OUT_OF_TURN');
  });
  it('R7 is taken back, or given to another lower organ, before there is a team', () => {
    const back = played([[entrust({ to: 'chaozhou' }), 'leader-1', '2023-09-05']], entrusted);
    expect(partiesOf(stateOf(back)).delegate).toBeNull();
    expect(inCase(back).when(teamOf([member('i1'), member('i2')]), head).recorded).toHaveLength(1);
    inCase(back).when(teamOf(county), head).refused('NOT_A_DEPARTMENT');
  });
});

describe('levels and years', () => {
  it('trap 13 R37 R39 a half-year’s task counts by the plan’s date or by the visit’s, and both are shown', () => {
    const window = { from: on('2023-06-30'), to: on('2023-09-30') };
    const state = stateOf(thirdVisited({ window }));
    expect(halfYearOf(state)).toEqual({
      byPlan: { year: 2023, half: 1 },
      byVisit: { year: 2023, half: 2 },
      counted: { year: 2023, half: 1 },
    });
    const byVisit = { window, terms: { ...terms, halfYearBy: ownRule('visit' as const) } };
    expect(halfYearOf(stateOf(thirdVisited(byVisit))).counted).toEqual({ year: 2023, half: 2 });
    expect(halfYearOf(stateOf(entrusted)).byVisit).toBeNull();
  });
  it('trap 13 a unit that is renamed keeps its old name in old cases', () => {
    const state = stateOf(thirdVisited({ unitName: '潮安县司法局' }));
    expect(publicVisit(state, 'JC-0001')?.unitName).toBe('潮安县司法局');
  });
});
