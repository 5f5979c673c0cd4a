import { createHash } from 'node:crypto';
import { day } from '@srd/kernel';
import { verify } from '@srd/proof/draw';
import {
  latest,
  objectsInForce,
  practitionerRequest,
  publicView,
  type PractitionerFact,
  type SelectionCommand,
  type TaskFact,
} from './index';
import { drawsWith, head, nine, task, ten, witnesses } from './selection.fixture';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const { commit, close, end, givenDraw, open, reveal, seal } = drawsWith(hash);

const rule = { ...ten, basisPoints: 2000 };
const forensic: TaskFact = {
  ...task,
  task: 'task-1',
  sectors: ['forensic-institution'],
  practitioners: { from: 'drawn', rule },
};
const appraiser = (n: number, change: Partial<PractitionerFact> = {}): PractitionerFact => ({
  id: `p-${String(n).padStart(2, '0')}`,
  person: `person-${n}`,
  institution: 'forensic-1',
  sector: 'forensic-institution',
  excludedFor: null,
  ...change,
});
const twelve = Array.from({ length: 12 }, (_, i) => appraiser(i + 1));

type Freeze = Extract<SelectionCommand, { type: 'FreezePractitionerDraw' }>;
function freeze(practitioners: readonly PractitionerFact[] = twelve, change: Partial<Freeze['data']> = {}): Freeze {
  const prepared = practitionerRequest(head(), change.task ?? forensic, practitioners, witnesses);
  return {
    type: 'FreezePractitionerDraw',
    data: {
      ...prepared,
      commitment: commit(prepared.request),
      secret: { ciphertext: 'sealed' },
      contributorsPerDraw: 1,
      disclosure: 'at-reveal',
      task: forensic,
      practitioners,
      objectDraw: { objects: ['forensic-1'] },
      ...change,
    },
  };
}

describe('a draw of practitioners', () => {
  it('R19 C5 is a sub-pool of its own beside the institutions, by the plan’s rule', () => {
    const [event] = givenDraw().when(freeze(), nine).recorded;
    expect(event).toMatchObject({
      type: 'DrawFrozen',
      data: {
        series: 'task-1:practitioners',
        practitioners: 'drawn',
        request: { quotas: [{ stratum: 'forensic-institution.practitioners', of: 12, size: 3 }] },
      },
    });
  });
  it('R19 C24 names nobody: ids made for the draw, labels, who is who apart', () => {
    const { request, people } = freeze().data;
    expect(request.candidates[6]).toMatchObject({ id: 'p-07', name: '法律服务人员 07' });
    expect(JSON.stringify(request)).not.toContain('person-');
    expect(people['p-07']).toBe('person-7');
  });
  it('R19 C5 runs through the same ceremony and can be repeated by anybody', () => {
    const step = freeze();
    const { request } = step.data;
    const { state } = givenDraw([step, nine], seal(request, 1), close, open(request, 1), end, reveal);
    expect(objectsInForce(latest(state)!)).toHaveLength(3);
    expect(verify(publicView(state).attempts[0]?.transcript, hash).verdict).toBe('yes');
  });
  it('C5 R64 refuses somebody of an institution that was not drawn, and a draw before the institutions’', () => {
    givenDraw()
      .when(freeze([...twelve, appraiser(13, { institution: 'forensic-2' })]), nine)
      .refused('OBJECT_NOT_DRAWN');
    givenDraw()
      .when(freeze(twelve, { objectDraw: null }), nine)
      .refused('OBJECTS_NOT_DRAWN_YET');
  });
  it('C5 takes all of them where the plan says so, drawn institutions or not', () => {
    const all: TaskFact = { ...forensic, practitioners: { from: 'all', rule } };
    const both = [...twelve, appraiser(13, { institution: 'forensic-2' })];
    const outcome = givenDraw().when(freeze(both, { task: all, objectDraw: null }), nine);
    expect(outcome.recorded).toMatchObject([
      { data: { practitioners: 'all', request: { quotas: [{ of: 13, size: 3 }] } } },
    ]);
  });
  it('R19 somebody in two institutions holds one ticket, and an exclusion is seen', () => {
    const pool = [...twelve, appraiser(13, { person: 'person-1' }), appraiser(14, { excludedFor: '已注销执业' })];
    expect(freeze(pool).data.request.excluded).toEqual([
      { id: 'p-13', name: '法律服务人员 13', reason: '同一人员已以另一执业机构列入' },
      { id: 'p-14', name: '法律服务人员 14', reason: '已注销执业' },
    ]);
  });
  it('C5 refuses where the plan draws none, before the allotment, another rule, an empty pool', () => {
    const { practitioners: _, ...none } = forensic;
    givenDraw()
      .when({ ...freeze(), data: { ...freeze().data, task: none } }, nine)
      .refused('PRACTITIONERS_NOT_DRAWN');
    givenDraw()
      .when({ ...freeze(), data: { ...freeze().data, task: { ...forensic, allotted: false } } }, nine)
      .refused('TASK_NOT_ALLOTTED');
    const other: TaskFact = { ...forensic, practitioners: { from: 'drawn', rule: ten } };
    givenDraw()
      .when({ ...freeze(), data: { ...freeze().data, task: other } }, nine)
      .refused('SIZE_NOT_THE_PLANS');
    givenDraw()
      .when(freeze([appraiser(1, { excludedFor: '已注销执业' })]), nine)
      .refused('POOL_EMPTY');
  });
  it('C5 R64 refuses rounding or minimum that aren’t the plan’s, another series, and a second freeze', () => {
    for (const wrong of [{ rounding: 'floor' as const }, { atLeast: rule.atLeast + 1 }]) {
      const other: TaskFact = { ...forensic, practitioners: { from: 'drawn', rule: { ...rule, ...wrong } } };
      givenDraw()
        .when({ ...freeze(), data: { ...freeze().data, task: other } }, nine)
        .refused('SIZE_NOT_THE_PLANS');
    }
    const request = { ...freeze().data.request, series: 'task-1' };
    givenDraw()
      .when({ ...freeze(), data: { ...freeze().data, request } }, nine)
      .refused('SERIES_MISMATCH');
    givenDraw([freeze(), nine]).when(freeze(), nine).refused('ALREADY_FROZEN');
  });
  it('R19 refuses a ticket that stands for another person, or for nobody', () => {
    const { people } = freeze().data;
    for (const whose of [{ 'p-01': 'person-9' }, { 'p-01': undefined as unknown as string }]) {
      givenDraw()
        .when({ ...freeze(), data: { ...freeze().data, people: { ...people, ...whose } } }, nine)
        .refused('PEOPLE_INCOMPLETE');
    }
  });
  it('C24 refuses a person’s own id in place of one made for the draw', () =>
    givenDraw()
      .when(freeze([appraiser(1, { id: 'person-1' }), appraiser(2)]), nine)
      .refused('PEOPLE_INCOMPLETE'));
  it('C23 R57 takes a lot that was held on the spot, under the draw’s ids, of the plan’s size and nobody else', () => {
    const { commitment: _, secret: __, ...pool } = freeze().data;
    const size = pool.request.quotas.reduce((sum, quota) => sum + quota.size, 0);
    const selected = pool.request.candidates.slice(0, size).map(({ id }) => id);
    const lot = (change: object): SelectionCommand => ({
      type: 'RecordPhysicalLot',
      data: {
        pool: { ...pool, kind: 'practitioners', selected, reserve: [], ...change },
        held: {
          method: 'balls',
          place: '局三楼会议室',
          occurredOn: day('2023-07-10'),
          heldBy: ['person-o1', 'person-o2'],
          evidence: [{ label: '现场录像', sha256: 'ab'.repeat(32) }],
        },
      },
    });
    const held = givenDraw().when(lot({}), nine);
    expect(held.recorded).toMatchObject([
      { type: 'LotRecorded', data: { series: 'task-1:practitioners', practitioners: 'drawn', selected } },
    ]);
    const attempt = latest(held.state)!;
    expect(objectsInForce(attempt)).toEqual(selected);
    expect(JSON.stringify(publicView(held.state))).not.toContain('person-');
    givenDraw()
      .when(lot({ selected: selected.slice(1) }), nine)
      .refused('SIZE_NOT_THE_PLANS');
    givenDraw()
      .when(lot({ selected: [...selected.slice(1), 'person-1'] }), nine)
      .refused('RESULT_NOT_THE_POOLS');
    givenDraw()
      .when(lot({ objectDraw: null }), nine)
      .refused('OBJECTS_NOT_DRAWN_YET');
  });
});
