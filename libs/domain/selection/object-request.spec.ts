import { flawOfRequest } from '@srd/proof/draw';
import { firm, firms, head, task, ten, witnesses } from './selection.fixture';
import { arrivedAfterFreeze, objectRequest, poolDifferences } from './index';

const source = { ...ten, basisPoints: 5000, atLeast: 0 };

describe('objectRequest', () => {
  it('R36 R55 48 firms at 10% make a request of 5 that is a valid document', () => {
    const { request } = objectRequest(head(), task, firms(48), witnesses);
    expect(request.quotas).toEqual([
      { stratum: 'law-firm', basisPoints: 1000, rounding: 'ceil', atLeast: 1, of: 48, size: 5 },
    ]);
    expect(request.series).toBe('task-4');
    expect(flawOfRequest(request)).toBeNull();
  });
  it('R55 orders candidates by id, whatever the order of the roster', () => {
    const shuffled = [firm(3), firm(1), firm(2)];
    expect(objectRequest(head(), task, shuffled, witnesses).request.candidates.map(({ id }) => id)).toEqual([
      'firm-01',
      'firm-02',
      'firm-03',
    ]);
  });
  it('trap 4 an exclusion is seen with its reason, never silent', () => {
    const roster = [
      firm(1),
      firm(2, { status: 'cancelled' }),
      firm(3, { status: 'suspended' }),
      firm(4, { excludedFor: '本年度检查次数已达上限' }),
    ];
    const { request } = objectRequest(head(), task, roster, witnesses);
    expect(request.candidates).toHaveLength(1);
    expect(request.excluded).toEqual([
      { id: 'firm-02', name: '律师事务所02', reason: '已注销' },
      { id: 'firm-03', name: '律师事务所03', reason: '停业整顿' },
      { id: 'firm-04', name: '律师事务所04', reason: '本年度检查次数已达上限' },
    ]);
  });
  it('R20 R55 draws only from the rosters of the task', () => {
    const roster = [firm(1), firm(2, { sector: 'notary-office' })];
    expect(objectRequest(head(), task, roster, witnesses).request.candidates.map(({ id }) => id)).toEqual(['firm-01']);
  });
  it('R49 C13 listed objects stand in their own stratum with the higher ratio, and stay in the pool', () => {
    const raised = { ...task, rules: { open: ten, listed: source } };
    const roster = [...firms(10), firm(11, { listed: true }), firm(12, { listed: true, weight: 5 })];
    const { request } = objectRequest(head(), raised, roster, witnesses);
    expect(request.quotas.map(({ stratum, of, size }) => [stratum, of, size])).toEqual([
      ['law-firm', 10, 1],
      ['law-firm.listed', 2, 1],
    ]);
    expect(request.candidates.find(({ id }) => id === 'firm-12')?.weight).toBe(5);
    const together = objectRequest(head(), task, roster, witnesses).request;
    expect(together.quotas.map(({ of }) => of)).toEqual([12]);
  });
  it('R19 C24 practitioners stand under labels; who is who is apart', () => {
    const roster = [firm(1), firm(2, { person: 'person-lawyer', name: '张三' })];
    const { request, people } = objectRequest(head(), task, roster, witnesses);
    expect(JSON.stringify(request)).not.toMatch(/张三|person-/);
    expect(request.candidates[1]?.name).toBe('法律服务人员 01');
    expect(people).toEqual({ 'firm-02': 'person-lawyer', 'witness-1': 'person-w1', 'witness-2': 'person-w2' });
  });
  it('R11 names contributors by id and role only', () => {
    const { request } = objectRequest(head(), task, firms(3), witnesses);
    expect(request.contributors[0]).toEqual({ by: 'witness-1', role: '行业协会代表' });
  });
  it('trap 4 a firm registered after the freeze is listed beside the draw, not in it', () => {
    const { request } = objectRequest(head(), task, firms(3), witnesses);
    expect(arrivedAfterFreeze(request, firms(4)).map(({ id }) => id)).toEqual(['firm-04']);
  });
});

describe('poolDifferences', () => {
  it('trap 3 lists every difference of the pool from the attempt before', () => {
    const before = objectRequest(
      head(1),
      task,
      [firm(1), firm(2), firm(3), firm(5, { status: 'suspended' })],
      witnesses,
    );
    const after = objectRequest(
      head(2),
      task,
      [firm(1, { weight: 3 }), firm(2, { status: 'cancelled' }), firm(4), firm(5)],
      witnesses,
    );
    expect(poolDifferences(before, after).map(({ id, change }) => [id, change])).toEqual([
      ['firm-01', 'altered'],
      ['firm-02', 'excluded'],
      ['firm-03', 'left'],
      ['firm-04', 'joined'],
      ['firm-05', 'readmitted'],
    ]);
  });
});
