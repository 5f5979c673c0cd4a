import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import type { CaseFact } from './events';
import { inspectionCase } from './rules';
import {
  approvedVisit,
  approveInspection,
  attendance,
  by,
  endVisit,
  notified,
  on,
  openCase,
  openVisit,
  played,
  serveNotice,
  staffed,
  stateOf,
  takeObject,
  takeTeam,
  terms,
  visited,
  visiting,
} from './sample';
import { deadlines, stage } from './state';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const officer = by('officer-1', '2023-09-27');
const visit = (more: Partial<(typeof openVisit)['data']>): CaseCommand => ({
  ...openVisit,
  data: { ...openVisit.data, ...more },
});

describe('approval, notice, visit', () => {
  it('R72 C7 an inspection is approved by somebody outside the team', () => {
    inCase(staffed)
      .when({ type: 'ApproveInspection', data: { asInspector: 'i1', unannounced: false, reason: '' } })
      .refused('APPROVER_IN_TEAM');
    inCase(approvedVisit).when(approveInspection[0]).refused('ALREADY_APPROVED');
    inCase(staffed)
      .when({ type: 'ApproveInspection', data: { asInspector: null, unannounced: true, reason: '' } })
      .refused('REASON_MISSING');
  });
  it('refuses a notice before the approval', () =>
    inCase(staffed).when(serveNotice[0], officer).refused('APPROVAL_MISSING'));
  it('R65 the visit is opened at the registered premises', () => {
    expect(inCase(notified).when(openVisit, officer).recorded).toHaveLength(1);
    inCase(notified)
      .when(visit({ premises: '别处' }), officer)
      .refused('NOT_AT_PREMISES');
    expect(
      inCase(notified).when(visit({ premises: '别处', elsewhere: '已搬迁未变更登记' }), officer).recorded,
    ).toHaveLength(1);
  });
  it('R66 a documentary inspection is not bound to the premises', () => {
    const documentary = played([
      openCase({ method: 'documentary' }),
      takeObject,
      takeTeam,
      approveInspection,
      serveNotice,
    ]);
    expect(inCase(documentary).when(visit({ premises: '本局' }), officer).recorded).toHaveLength(1);
  });
  it('R64 refuses any object but the drawn one', () =>
    inCase(notified)
      .when(visit({ institution: 'firm-2' }), officer)
      .refused('NOT_THE_DRAWN_OBJECT'));
  it('R22 refuses a certificate that is not valid on the day of the visit', () =>
    inCase(notified)
      .when(
        visit({ present: [attendance('i1'), { inspector: 'i2', certificateValidUntil: on('2023-09-26') }] }),
        officer,
      )
      .refused('CERTIFICATE_INVALID'));
  it('R60 refuses a visit by one of the two', () =>
    inCase(notified)
      .when(visit({ present: [attendance('i1')] }), officer)
      .refused('TOO_FEW_INSPECTORS'));
  it('R60 refuses who is not in the team', () => {
    inCase(notified)
      .when(visit({ present: [attendance('i1'), attendance('i9')] }), officer)
      .refused('NOT_IN_TEAM');
    inCase(notified)
      .when(visit({ inspector: 'i9' }), officer)
      .refused('NOT_IN_TEAM');
    inCase(notified)
      .when(visit({ present: [attendance('i1'), attendance('i1')] }), officer)
      .refused('INSPECTOR_TWICE');
  });
  it('R58 refuses a visit dated before the draw', () =>
    inCase(notified)
      .when(visit({ occurredOn: on('2023-09-04') }), officer)
      .refused('DRAW_AFTER_VISIT'));
  it('refuses a visit without the inspection code', () =>
    inCase(notified)
      .when(visit({ visitCode: '' }), officer)
      .refused('VISIT_CODE_MISSING'));
  it('an unannounced visit needs no notice beforehand; it may be served on arrival', () => {
    const unannounced = played(
      [
        [
          { type: 'ApproveInspection', data: { asInspector: null, unannounced: true, reason: '防止转移材料' } },
          'head-1',
        ],
      ],
      staffed,
    );
    const arrived = played([[openVisit, 'inspector-1', '2023-09-27']], unannounced);
    expect(stage(stateOf(arrived)).code).toBe('inspecting');
    const served: CaseCommand = {
      type: 'ServeNotice',
      data: { occurredOn: on('2023-09-27'), document: '通知', selfInspectionDueOn: null },
    };
    expect(stateOf(played([[served]], arrived)).context.noticeOn).toBe('2023-09-27');
    inCase(approvedVisit).when(openVisit, officer).refused('NOTICE_MISSING');
  });
  it('before the duties bind, neither approval nor notice nor code is demanded', () => {
    const off = { value: { required: false, inForceFrom: '2025-01-01' }, source: terms.notice.source };
    const early = played([
      openCase({ terms: { ...terms, approval: off, notice: off, visitCode: off } }),
      takeObject,
      takeTeam,
    ]);
    expect(inCase(early).when(visit({ visitCode: null }), officer).recorded).toHaveLength(1);
  });

  it('trap 9 the last visit counts and both units are shown', () => {
    const ended = stateOf(visited);
    expect(ended.context.dues?.publication).toMatchObject({ on: '2023-10-03', otherUnitOn: '2023-10-11' });
    const second = played(
      [
        [visit({ visit: 'v2', occurredOn: on('2023-10-09') }), 'inspector-1', '2023-10-09'],
        [
          { ...endVisit, data: { ...endVisit.data, visit: 'v2', occurredOn: on('2023-10-10') } },
          'inspector-1',
          '2023-10-10',
        ],
      ],
      visited,
    );
    expect(stateOf(second).context.dues?.publication.on).toBe('2023-10-15');
  });
  it('a visit does not end before it began, nor by a stranger', () => {
    inCase(visiting)
      .when({ ...endVisit, data: { ...endVisit.data, occurredOn: on('2023-09-26') } }, by('inspector-1', '2023-09-28'))
      .refused('VISIT_ENDS_BEFORE_START');
    inCase(visiting)
      .when({ ...endVisit, data: { ...endVisit.data, asInspector: null } }, by('inspector-1', '2023-09-28'))
      .refused('NOT_IN_TEAM');
    inCase(visiting)
      .when({ ...endVisit, data: { ...endVisit.data, visit: 'v7' } }, by('inspector-1', '2023-09-28'))
      .refused('OUT_OF_TURN');
  });
});

describe('self-inspection (case/2)', () => {
  const notice: CaseCommand = {
    type: 'ServeNotice',
    data: { occurredOn: on('2023-09-20'), document: '通知', selfInspectionDueOn: on('2023-09-25') },
  };
  const report: CaseCommand = {
    type: 'ReportSelfInspection',
    data: { occurredOn: on('2023-09-22'), summary: '已自查', evidence: [] },
  };
  const upTo = (selfInspection: 'first' | 'alongside') =>
    played([
      openCase({ procedure: 'case/2', selfInspection }),
      takeObject,
      takeTeam,
      approveInspection,
      [notice, 'officer-1', '2023-09-20'],
    ]);

  it('R69 first: the visit waits for the report', () => {
    expect(stage(stateOf(upTo('first'))).code).toBe('self-inspecting');
    inCase(upTo('first')).when(openVisit, officer).refused('OUT_OF_TURN');
    expect(stage(stateOf(played([[report, 'officer-1', '2023-09-22']], upTo('first')))).code).toBe('awaiting-visit');
  });
  it('R69 first: or for the day to pass', () => {
    const [deadline] = deadlines(stateOf(upTo('first'))).filter((one) => one.kind === 'self-inspection');
    const pass: CaseCommand = { type: 'PassCaseDeadline', data: { deadline: deadline?.id ?? '' } };
    inCase(upTo('first')).when(pass, by('system:daily', '2023-09-25')).refused('NOT_YET_DUE');
    const lapsed = played([[pass, 'system:daily', '2023-09-26']], upTo('first'));
    expect(lapsed.slice(-2).map((one) => one.type)).toEqual(['DeadlinePassed', 'SelfInspectionLapsed']);
    expect(stage(stateOf(lapsed)).code).toBe('awaiting-visit');
  });
  it('R69 alongside: a fact, not a state', () => {
    expect(stage(stateOf(upTo('alongside'))).code).toBe('awaiting-visit');
    const reported = played([[report, 'officer-1', '2023-09-22']], upTo('alongside'));
    expect(stateOf(reported).context.selfInspection).toBe('reported');
    expect(stage(stateOf(reported)).code).toBe('awaiting-visit');
    inCase(reported).when(report, officer).refused('OUT_OF_TURN');
  });
  it('R69 the notice names the last day exactly where self-inspection is asked', () => {
    const without = { ...serveNotice[0] };
    const case2 = played([
      openCase({ procedure: 'case/2', selfInspection: 'first' }),
      takeObject,
      takeTeam,
      approveInspection,
    ]);
    inCase(case2).when(without, officer).refused('SELF_INSPECTION_DAY_MISSING');
    const before = { ...notice, data: { ...notice.data, selfInspectionDueOn: on('2023-09-19') } } as CaseCommand;
    inCase(case2).when(before, officer).refused('SELF_INSPECTION_DAY_REVERSED');
    inCase(approvedVisit).when(notice, officer).refused('SELF_INSPECTION_DAY_MISSING');
  });
});
