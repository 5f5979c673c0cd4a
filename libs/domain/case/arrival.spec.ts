import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import { countOf } from './counting';
import type { CaseFact } from './events';
import { flagsOf } from './flags';
import { publicVisit } from './public-visit';
import { inspectionCase } from './rules';
import {
  approveInspection,
  by,
  caseOpened,
  endVisit,
  finding,
  hash,
  notified,
  on,
  openVisit,
  played,
  recordFindings,
  serveNotice,
  stateOf,
  visited,
} from './sample';
import { ownRule, signedEnd, thirdNotified, thirdStaffed, thirdVisited, thirdVisiting, visitBy } from './sample-3';
import { deadlines, stage } from './state';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const inspector = by('inspector-1', '2023-09-29');
const onTheDay = by('inspector-1', '2023-09-28');

describe('opening', () => {
  it('trap 15 settings of case/3 are unknown to the earlier charts', () =>
    inCase([])
      .when({ type: 'OpenCase', data: { ...caseOpened, practice: { copy: ownRule(false) } } })
      .refused('PRACTICE_UNKNOWN'));
  it('R73 R102 the copy for back-up is due, unless the organ’s own rule says otherwise', () => {
    const due = (more: object) => deadlines(stateOf(thirdVisited(more))).map(({ kind }) => kind);
    expect(due({})).toContain('copy');
    expect(due({ practice: { copy: ownRule(false) } })).not.toContain('copy');
  });
  it('C8 C16 a day quotes the source that its term was pinned with', () =>
    expect(deadlines(stateOf(thirdVisited())).find(({ kind }) => kind === 'publication')?.basis).toBe('A二(五)'));
});

describe('moving a visit', () => {
  const move = (more: object = {}): CaseCommand => ({
    type: 'MoveVisit',
    data: {
      window: { from: on('2023-09-20'), to: on('2023-10-20') },
      reason: '台风停工',
      document: '改期通知1号',
      occurredOn: on('2023-09-21'),
      ...more,
    },
  });
  const head = by('head-1', '2023-09-21');

  it('R50 R71 moves the window with a reason; its deadline moves too and 法治督察科 sees a day outside the plan', () => {
    const moved = stateOf(played([[move(), 'head-1', '2023-09-21']], thirdNotified()));
    expect(deadlines(moved).find(({ kind }) => kind === 'window')?.on).toBe('2023-10-20');
    expect(flagsOf(moved).map(({ code }) => code)).toEqual(['moved-outside-plan']);
    expect(moved.context.opened.window).toEqual(caseOpened.window);
  });
  it('R50 refuses a visit outside the window until it is moved', () => {
    const late = visitBy(['i1', 'i2'], { occurredOn: on('2023-10-05') });
    const day = by('inspector-1', '2023-10-05');
    inCase(thirdNotified()).when(late, day).refused('OUTSIDE_WINDOW');
    const moved = played([[move(), 'head-1', '2023-09-21']], thirdNotified());
    expect(inCase(moved).when(late, day).recorded).toHaveLength(1);
  });
  it('R50 refuses no reason, no change, days gone by, a window turned round, and no new notice after the first', () => {
    const { when } = inCase(thirdNotified());
    when(move({ reason: '' }), head).refused('REASON_MISSING');
    when(move({ window: caseOpened.window }), head).refused('WINDOW_SAME');
    when(move({ window: { from: on('2023-09-01'), to: on('2023-09-20') } }), head).refused('WINDOW_PAST');
    when(move({ window: { from: on('2023-10-02'), to: on('2023-10-01') } }), head).refused('WINDOW_REVERSED');
    when(move({ document: null }), head).refused('NOTICE_MISSING');
    expect(inCase(thirdStaffed()).when(move({ document: null }), head).recorded).toHaveLength(1);
    inCase(thirdVisiting()).when(move(), by('head-1', '2023-09-27')).refused('OUT_OF_TURN');
    inCase(notified).when(move(), head).refused('OUT_OF_TURN');
  });
});

describe('leaving', () => {
  it('trap 14 nobody leaves without a signature or a recorded refusal', () => {
    const end = (signature: unknown): CaseCommand =>
      ({ ...endVisit, data: { ...endVisit.data, signature } }) as CaseCommand;
    const { when } = inCase(thirdVisiting());
    when(endVisit, onTheDay).refused('SIGNATURE_MISSING');
    when(end({ kind: 'refused', reason: '' }), onTheDay).refused('SIGNATURE_MISSING');
    const refused = when(end({ kind: 'refused', reason: '负责人拒签' }), onTheDay);
    expect(refused.state?.context.visits[0]?.signature).toEqual({ kind: 'refused', reason: '负责人拒签' });
  });
  it('trap 14 what was signed on site stands for the written result', () => {
    const written = recordFindings([finding('f1', 'nothing-found')], { signature: null });
    expect(inCase(thirdVisited()).when(written, inspector).recorded[0]).toMatchObject({
      data: { signature: { kind: 'signed' } },
    });
    inCase(visited).when(written, inspector).refused('SIGNATURE_MISSING');
  });
  it('an unannounced visit has its notice on arrival, before it ends', () => {
    const arrived = played(
      [
        [{ type: 'ApproveInspection', data: { asInspector: null, unannounced: true, reason: '防止转移' } }, 'head-1'],
        [visitBy(['i1', 'i2']), 'inspector-1', '2023-09-27'],
      ],
      thirdStaffed({ selfInspection: 'first' }),
    );
    inCase(arrived).when(signedEnd, onTheDay).refused('NOTICE_ON_ARRIVAL_MISSING');
    const shown = played([[{ ...serveNotice[0] }, 'inspector-1', '2023-09-27']], arrived);
    expect(inCase(shown).when(signedEnd, onTheDay).recorded).toHaveLength(1);
  });
  it('R73 trap 9 a visit of two days ends on the second, and that day counts', () => {
    const [visit] = stateOf(thirdVisited()).context.visits;
    expect([visit?.openedOn, visit?.endedOn]).toEqual(['2023-09-27', '2023-09-28']);
    expect(stateOf(thirdVisited()).context.resultOn).toBe('2023-09-28');
  });
});

it('R67 on site or by papers is counted apart', () => {
  expect(countOf(stateOf(thirdVisited())).method).toBe('onSite');
  expect(countOf(stateOf(thirdVisited({ method: 'documentary' }))).method).toBe('documentary');
});

describe('the visit’s code', () => {
  it('C24 the public page says that task and persons are real, the items and their articles, and no name', () => {
    const items = [{ id: 'item-1', revision: 1, name: '执业许可', basis: ['中华人民共和国律师法第四条'] }];
    const page = publicVisit(stateOf(thirdVisiting({ items })), ' JC-0001 ');
    expect(page).toEqual({
      organ: 'chaozhou',
      unitName: null,
      caseNumber: caseOpened.number,
      items: [{ name: '执业许可', basis: ['中华人民共和国律师法第四条'] }],
      method: '实地检查',
      openedOn: '2023-09-27',
      endedOn: null,
      purpose: '随机抽查',
      taskOnRecord: true,
      approved: true,
      inspectorsOnRecord: 2,
      basis: '国办发〔2024〕54号',
    });
    expect(JSON.stringify(page)).not.toMatch(/示例一|firm-1|"i1"/);
  });
  it('C24 an unknown code has no page, under every chart', () => {
    expect(publicVisit(stateOf(thirdVisiting()), 'JC-9999')).toBeNull();
    expect(publicVisit(stateOf(thirdNotified()), '')).toBeNull();
    expect(publicVisit(stateOf(visited), openVisit.data.visitCode ?? '')?.endedOn).toBe('2023-09-28');
  });
});

describe('self-inspection', () => {
  it('R69 case/3 knows it first, alongside and not at all', () => {
    const notice: CaseCommand = {
      type: 'ServeNotice',
      data: { occurredOn: on('2023-09-20'), document: '通知', selfInspectionDueOn: on('2023-09-25') },
    };
    const upTo = (selfInspection: 'first' | 'alongside') =>
      stateOf(played([approveInspection, [notice, 'officer-1', '2023-09-20']], thirdStaffed({ selfInspection })));
    expect(stage(upTo('first')).code).toBe('self-inspecting');
    expect(stage(upTo('alongside')).code).toBe('awaiting-visit');
    expect(stage(stateOf(thirdNotified())).code).toBe('awaiting-visit');
  });
});

describe('ceased', () => {
  it('C28 an institution that is gone ends by record, with its evidence on file before any visit', () => {
    const photo: CaseCommand = {
      type: 'AddEvidence',
      data: { sha256: hash('f'), name: '注销公告.pdf', size: 1, disposition: null },
    };
    const filed = played([[photo, 'officer-1', '2023-09-21']], thirdNotified());
    const gone = recordFindings([finding('f1', 'deregistered')], {
      asInspector: null,
      evidence: [hash('f')],
      signature: { kind: 'nobody-there', reason: '已注销' },
      occurredOn: on('2023-09-21'),
    });
    const ended = played([[gone, 'officer-1', '2023-09-21']], filed);
    expect(stage(stateOf(ended)).code).toBe('awaiting-approval');
    expect(countOf(stateOf(ended)).towardsCap).toBe(0);
  });
});
