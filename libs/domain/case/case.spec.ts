import { given, Refusal } from '@srd/kernel';
import type { CaseCommand } from './commands';
import type { CaseFact } from './events';
import { inspectionCase } from './rules';
import {
  approvedVisit,
  approvedWith,
  approveFindings,
  approveInspection,
  attendance,
  by,
  calendar,
  caseOpened,
  drawn,
  endVisit,
  fact,
  finding,
  hash,
  institution,
  member,
  notified,
  on,
  openCase,
  openVisit,
  planned,
  played,
  recordedWith,
  recordFindings,
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
import { replay } from './state';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const officer = by('officer-1', '2023-09-27');
const visit = (more: Partial<(typeof openVisit)['data']>): CaseCommand => ({ ...openVisit, data: { ...openVisit.data, ...more } });

describe('opening', () => {
  const open = (more: object): CaseCommand => ({ type: 'OpenCase', data: { ...caseOpened, ...more } });

  it('R25 refuses a case without an item', () => inCase([]).when(open({ items: [] })).refused('NO_ITEMS'));
  it('R50 refuses a window that ends before it begins', () =>
    inCase([]).when(open({ window: { from: '2023-09-30', to: '2023-09-01' } })).refused('WINDOW_REVERSED'));
  it('R69 case/1 knows no self-inspection', () =>
    inCase([]).when(open({ selfInspection: 'first' })).refused('SELF_INSPECTION_UNKNOWN'));
  it('R69 case/2 may ask for self-inspection first', () =>
    expect(inCase([]).when(open({ procedure: 'case/2', selfInspection: 'first' })).recorded).toHaveLength(1));
  it('R52 refuses a case without an inspecting department', () => inCase([]).when(open({ departments: [] })).refused('NO_DEPARTMENT'));
  it('refuses to open a case twice', () => inCase(planned).when(open({})).refused('CASE_EXISTS'));
  it('refuses anything before the opening', () => inCase([]).when(takeObject[0]).refused('CASE_UNKNOWN'));
  it('refuses a version of the procedure that does not exist', () =>
    inCase([]).when(open({ procedure: 'case/9' })).refused('PROCEDURE_UNKNOWN'));
});

describe('the object', () => {
  const named = (more: object = {}): CaseCommand => ({
    type: 'NameObject',
    data: {
      institution,
      ground: 'complaint',
      source: { reference: '投诉2023-17', receivedOn: on('2023-08-30') },
      approvedBy: 'leader-1',
      urgent: null,
      occurredOn: on('2023-09-04'),
      ...more,
    },
  });
  const forCause = played([openCase({ purpose: 'for-cause' })]);

  it('R55 takes the object that was drawn', () => expect(stateOf(drawn).context.object?.id).toBe('firm-1'));
  it('R55 refuses an object of another sector', () =>
    inCase(planned)
      .when({ type: 'TakeDrawnObject', data: { institution: { ...institution, sector: 'notary-office' }, draw: 'draw-1', transcriptHash: hash('a'), rank: 1, occurredOn: on('2023-09-04') } }, officer)
      .refused('NOT_IN_SECTOR'));
  it('R64 a random case takes no named object', () => inCase(planned).when(named(), officer).refused('OUT_OF_TURN'));
  it('R89 a for-cause case takes the named object with its ground', () =>
    expect(inCase(forCause).when(named(), officer).state).toMatchObject({ context: { cause: { ground: 'complaint' } } }));
  it('R89 refuses a for-cause inspection that nobody approved', () =>
    inCase(forCause).when(named({ approvedBy: null }), officer).refused('CAUSE_NOT_APPROVED'));
  it('R89 refuses one that its own proposer approved', () =>
    inCase(forCause).when(named({ approvedBy: 'officer-1' }), officer).refused('SELF_APPROVED'));
  it('R90 an urgent one may be approved within the set time afterwards', () => {
    const urgent = { reason: '证据可能灭失', approvalDueOn: on('2023-09-06') };
    const state = stateOf(played([[named({ approvedBy: null, urgent }), 'officer-1', '2023-09-04']], forCause));
    expect(deadlines(state)).toContainEqual(expect.objectContaining({ kind: 'urgent-approval', on: '2023-09-06' }));
  });
  it('R58 refuses what has not happened yet', () =>
    inCase(planned).when(takeObject[0], by('officer-1', '2023-09-03')).refused('DAY_IN_FUTURE'));

  it('a number that is not needed ends as voided', () => {
    const voided = played([[{ type: 'VoidCase', data: { reason: '抽取数减少', requestedBy: 'officer-1' } }, 'head-1']], planned);
    expect(stage(stateOf(voided))).toEqual({ code: 'voided', label: '终止' });
    expect(deadlines(stateOf(voided))).toEqual([]);
    inCase(voided).when(takeObject[0]).refused('OUT_OF_TURN');
  });
  it('who asks for voiding does not approve it', () =>
    inCase(planned).when({ type: 'VoidCase', data: { reason: '重复', requestedBy: 'officer-1' } }, officer).refused('SELF_APPROVED'));
  it('once the visit is open, a case cannot be voided', () =>
    inCase(visiting).when({ type: 'VoidCase', data: { reason: '重复', requestedBy: 'head-1' } }, officer).refused('OUT_OF_TURN'));
});

describe('the team', () => {
  const team = (...inspectors: ReturnType<typeof member>[]): CaseCommand => ({
    type: 'TakeDrawnTeam',
    data: { inspectors, draw: 'draw-2', transcriptHash: hash('b'), occurredOn: on('2023-09-05') },
  });
  const replace = (more: object = {}): CaseCommand => ({
    type: 'ReplaceInspector',
    data: { outgoing: 'i2', incoming: member('i3'), reason: '病假', draw: 'draw-3', transcriptHash: hash('c'), ...more },
  });

  it('R60 takes two', () => expect(stateOf(staffed).context.team).toHaveLength(2));
  it('R60 refuses a team of one', () => inCase(drawn).when(team(member('i1'))).refused('TOO_FEW_INSPECTORS'));
  it('R60 refuses one person twice', () => inCase(drawn).when(team(member('i1'), member('i1'))).refused('INSPECTOR_TWICE'));
  it('R22 refuses an expired certificate', () =>
    inCase(drawn).when(team(member('i1'), { ...member('i2'), certificateValidUntil: on('2023-09-03') }), officer).refused('CERTIFICATE_INVALID'));
  it('R68 each department fills its seats', () => {
    const joint = played([openCase({ departments: [{ organ: 'chaozhou', seats: 2 }, { organ: 'ndrc', seats: 1 }] }), takeObject]);
    inCase(joint).when(team(member('i1'), member('i2'))).refused('SEATS_NOT_FILLED');
    inCase(joint).when(team(member('i1'), member('i2'), member('x', 'other'))).refused('NOT_A_DEPARTMENT');
    expect(inCase(joint).when(team(member('i1'), member('i2'), member('p1', 'ndrc'))).recorded).toHaveLength(1);
  });
  it('R56 a random case takes no appointed team', () =>
    inCase(drawn).when({ type: 'AppointTeam', data: { inspectors: [member('i1'), member('i2')], reason: '熟悉', occurredOn: on('2023-09-05') } }, officer).refused('OUT_OF_TURN'));
  it('R56 a replacement in a random case is drawn too', () => {
    inCase(staffed).when(replace({ draw: null, transcriptHash: null })).refused('REPLACEMENT_NOT_DRAWN');
    inCase(staffed).when(replace({ outgoing: 'i9' })).refused('NOT_IN_TEAM');
    inCase(staffed).when(replace({ reason: '' })).refused('REASON_MISSING');
    expect(stateOf(played([[replace()]], staffed)).context.team.map((one) => one.inspector)).toEqual(['i1', 'i3']);
  });
  it('R60 an inspector cannot be replaced once findings are recorded', () =>
    inCase(recordedWith([finding('f1', 'nothing-found')])).when(replace(), officer).refused('OUT_OF_TURN'));

  it('R61 a requested recusal blocks the visit, a granted one until the replacement', () => {
    const ask: CaseCommand = { type: 'RequestRecusal', data: { recusal: 'r1', inspector: 'i2', ground: '曾任职', occurredOn: on('2023-09-21') } };
    const decide = (granted: boolean): CaseCommand => ({ type: 'DecideRecusal', data: { recusal: 'r1', granted, reason: '查明', asInspector: null } });
    const asked = played([[ask, 'officer-1', '2023-09-21']], notified);
    inCase(asked).when(visit({}), officer).refused('RECUSAL_UNDECIDED');
    inCase(asked).when({ ...decide(true), data: { recusal: 'r1', granted: true, reason: '查明', asInspector: 'i1' } } as CaseCommand).refused('APPROVER_IN_TEAM');
    const granted = played([[decide(true), 'head-1']], asked);
    inCase(granted).when(visit({}), officer).refused('RECUSED_INSPECTOR');
    inCase(granted).when(replace({ outgoing: 'i1', incoming: member('i2') })).refused('RECUSED_INSPECTOR');
    const declined = played([[decide(false), 'head-1']], asked);
    expect(inCase(declined).when(visit({}), officer).recorded).toHaveLength(1);
    inCase(declined).when(decide(true)).refused('ALREADY_APPROVED');
  });
  it('R61 an interest that comes to light after the result flags the case and leaves the result', () => {
    const approved = approvedWith([finding('f1', 'nothing-found')]);
    const state = stateOf(played([[{ type: 'DiscloseInterest', data: { inspector: 'i1', relation: '近亲属', occurredOn: on('2023-09-30') } }]], approved));
    expect(state.context.flags).toEqual(['interest-disclosed:i1']);
    expect(state.context.findings).toEqual(stateOf(approved).context.findings);
  });
});

describe('approval, notice, visit', () => {
  it('R72 an inspection is approved by somebody outside the team', () => {
    inCase(staffed).when({ type: 'ApproveInspection', data: { asInspector: 'i1', unannounced: false, reason: '' } }).refused('APPROVER_IN_TEAM');
    inCase(approvedVisit).when(approveInspection[0]).refused('ALREADY_APPROVED');
    inCase(staffed).when({ type: 'ApproveInspection', data: { asInspector: null, unannounced: true, reason: '' } }).refused('REASON_MISSING');
  });
  it('refuses a notice before the approval', () => inCase(staffed).when(serveNotice[0], officer).refused('APPROVAL_MISSING'));
  it('R65 the visit is opened at the registered premises', () => {
    expect(inCase(notified).when(openVisit, officer).recorded).toHaveLength(1);
    inCase(notified).when(visit({ premises: '别处' }), officer).refused('NOT_AT_PREMISES');
    expect(inCase(notified).when(visit({ premises: '别处', elsewhere: '已搬迁未变更登记' }), officer).recorded).toHaveLength(1);
  });
  it('R66 a documentary inspection is not bound to the premises', () => {
    const documentary = played([openCase({ method: 'documentary' }), takeObject, takeTeam, approveInspection, serveNotice]);
    expect(inCase(documentary).when(visit({ premises: '本局' }), officer).recorded).toHaveLength(1);
  });
  it('R64 refuses any object but the drawn one', () => inCase(notified).when(visit({ institution: 'firm-2' }), officer).refused('NOT_THE_DRAWN_OBJECT'));
  it('R22 refuses a certificate that is not valid on the day of the visit', () =>
    inCase(notified)
      .when(visit({ present: [attendance('i1'), { inspector: 'i2', certificateValidUntil: on('2023-09-26') }] }), officer)
      .refused('CERTIFICATE_INVALID'));
  it('R60 refuses a visit by one of the two', () => inCase(notified).when(visit({ present: [attendance('i1')] }), officer).refused('TOO_FEW_INSPECTORS'));
  it('R60 refuses who is not in the team', () => {
    inCase(notified).when(visit({ present: [attendance('i1'), attendance('i9')] }), officer).refused('NOT_IN_TEAM');
    inCase(notified).when(visit({ inspector: 'i9' }), officer).refused('NOT_IN_TEAM');
    inCase(notified).when(visit({ present: [attendance('i1'), attendance('i1')] }), officer).refused('INSPECTOR_TWICE');
  });
  it('R58 refuses a visit dated before the draw', () => inCase(notified).when(visit({ occurredOn: on('2023-09-04') }), officer).refused('DRAW_AFTER_VISIT'));
  it('refuses a visit without the inspection code', () => inCase(notified).when(visit({ visitCode: '' }), officer).refused('VISIT_CODE_MISSING'));
  it('an unannounced visit needs no notice beforehand; it may be served on arrival', () => {
    const unannounced = played([[{ type: 'ApproveInspection', data: { asInspector: null, unannounced: true, reason: '防止转移材料' } }, 'head-1']], staffed);
    const arrived = played([[openVisit, 'inspector-1', '2023-09-27']], unannounced);
    expect(stage(stateOf(arrived)).code).toBe('inspecting');
    const served: CaseCommand = { type: 'ServeNotice', data: { occurredOn: on('2023-09-27'), document: '通知', selfInspectionDueOn: null } };
    expect(stateOf(played([[served]], arrived)).context.noticeOn).toBe('2023-09-27');
    inCase(approvedVisit).when(openVisit, officer).refused('NOTICE_MISSING');
  });
  it('before the duties bind, neither approval nor notice nor code is demanded', () => {
    const off = { value: { required: false, inForceFrom: '2025-01-01' }, source: terms.notice.source };
    const early = played([openCase({ terms: { ...terms, approval: off, notice: off, visitCode: off } }), takeObject, takeTeam]);
    expect(inCase(early).when(visit({ visitCode: null }), officer).recorded).toHaveLength(1);
  });

  it('trap 9 the last visit counts and both units are shown', () => {
    const ended = stateOf(visited);
    expect(ended.context.dues?.publication).toMatchObject({ on: '2023-10-03', otherUnitOn: '2023-10-11' });
    const second = played(
      [
        [visit({ visit: 'v2', occurredOn: on('2023-10-09') }), 'inspector-1', '2023-10-09'],
        [{ ...endVisit, data: { ...endVisit.data, visit: 'v2', occurredOn: on('2023-10-10') } }, 'inspector-1', '2023-10-10'],
      ],
      visited,
    );
    expect(stateOf(second).context.dues?.publication.on).toBe('2023-10-15');
  });
  it('a visit does not end before it began, nor by a stranger', () => {
    inCase(visiting).when({ ...endVisit, data: { ...endVisit.data, occurredOn: on('2023-09-26') } }, by('inspector-1', '2023-09-28')).refused('VISIT_ENDS_BEFORE_START');
    inCase(visiting).when({ ...endVisit, data: { ...endVisit.data, asInspector: null } }, by('inspector-1', '2023-09-28')).refused('NOT_IN_TEAM');
    inCase(visiting).when({ ...endVisit, data: { ...endVisit.data, visit: 'v7' } }, by('inspector-1', '2023-09-28')).refused('OUT_OF_TURN');
  });
});

describe('self-inspection (case/2)', () => {
  const notice: CaseCommand = { type: 'ServeNotice', data: { occurredOn: on('2023-09-20'), document: '通知', selfInspectionDueOn: on('2023-09-25') } };
  const report: CaseCommand = { type: 'ReportSelfInspection', data: { occurredOn: on('2023-09-22'), summary: '已自查', evidence: [] } };
  const upTo = (selfInspection: 'first' | 'alongside') =>
    played([openCase({ procedure: 'case/2', selfInspection }), takeObject, takeTeam, approveInspection, [notice, 'officer-1', '2023-09-20']]);

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
    const case2 = played([openCase({ procedure: 'case/2', selfInspection: 'first' }), takeObject, takeTeam, approveInspection]);
    inCase(case2).when(without, officer).refused('SELF_INSPECTION_DAY_MISSING');
    inCase(approvedVisit).when(notice, officer).refused('SELF_INSPECTION_DAY_MISSING');
  });
});

describe('result', () => {
  const inspector = by('inspector-1', '2023-09-29');
  const evidence = (sha256: string): CaseCommand => ({ type: 'AddEvidence', data: { sha256, name: '照片.jpg', size: 10, disposition: null } });

  it('R72 records findings by a member, within the items', () => {
    expect(inCase(visited).when(recordFindings([finding('f1', 'nothing-found')]), inspector).recorded).toHaveLength(1);
    inCase(visited).when(recordFindings([finding('f1', 'nothing-found')], { asInspector: null }), inspector).refused('NOT_IN_TEAM');
    inCase(visited).when(recordFindings([finding('f1', 'risk', { item: 'item-9' })]), inspector).refused('ITEM_NOT_IN_SCOPE');
    inCase(visited).when(recordFindings([]), inspector).refused('NO_FINDINGS');
    inCase(visited).when(recordFindings([finding('f1', 'risk'), finding('f1', 'risk')]), inspector).refused('FINDING_TWICE');
    inCase(visited).when(recordFindings([finding('f1', 'nothing-found'), finding('f2', 'risk')]), inspector).refused('FINDING_CONTRADICTS');
  });
  it('trap 14 no result without a signature or a recorded refusal', () => {
    inCase(visited).when(recordFindings([finding('f1', 'risk')], { signature: null }), inspector).refused('SIGNATURE_MISSING');
    inCase(visited).when(recordFindings([finding('f1', 'risk')], { signature: { kind: 'refused', reason: ' ' } }), inspector).refused('SIGNATURE_MISSING');
    expect(inCase(visited).when(recordFindings([finding('f1', 'risk')], { signature: { kind: 'refused', reason: '负责人拒签' } }), inspector).recorded).toHaveLength(1);
  });
  it('R83 unreachable needs two dated attempts with evidence', () => {
    const contact = (day: string) => ({ on: on(day), how: '电话', evidence: hash('d') });
    const unreachable = (...days: string[]) => recordFindings([finding('f1', 'unreachable', { contacts: days.map(contact) })]);
    inCase(visited).when(unreachable('2023-09-27', '2023-09-28'), inspector).refused('CONTACTS_MISSING');
    const shown = played([[evidence(hash('d')), 'inspector-1', '2023-09-28']], visited);
    inCase(shown).when(unreachable('2023-09-27', '2023-09-27'), inspector).refused('CONTACTS_MISSING');
    expect(inCase(shown).when(unreachable('2023-09-27', '2023-09-28'), inspector).recorded).toHaveLength(1);
  });
  it('evidence is added once, by its hash, without a path', () => {
    inCase(visiting).when(evidence('xyz')).refused('EVIDENCE_INVALID');
    inCase(visiting).when({ type: 'AddEvidence', data: { sha256: hash('d'), name: '../x', size: 1, disposition: null } }).refused('EVIDENCE_INVALID');
    inCase(played([[evidence(hash('d'))]], visiting)).when(evidence(hash('d'))).refused('EVIDENCE_TWICE');
    inCase(visited).when(recordFindings([finding('f1', 'risk')], { evidence: [hash('e')] }), inspector).refused('EVIDENCE_UNKNOWN');
  });
  it('R72 C7 trap 14 neither the recorder nor a member of the team approves', () => {
    const recorded = recordedWith([finding('f1', 'nothing-found')]);
    inCase(recorded).when(approveFindings, by('inspector-1', '2023-09-30')).refused('RECORDER_APPROVES');
    inCase(recorded).when({ type: 'ApproveFindings', data: { department: 'chaozhou', asInspector: 'i2' } }, by('inspector-2', '2023-09-30')).refused('APPROVER_IN_TEAM');
    expect(inCase(recorded).when(approveFindings, by('head-1', '2023-09-30')).recorded).toHaveLength(1);
  });
  it('R72 a returned result is 检查中 again and the clock goes on', () => {
    const recorded = recordedWith([finding('f1', 'risk')]);
    const returned = played([[{ type: 'ReturnFindings', data: { department: 'chaozhou', reason: '事实不清', asInspector: null } }, 'head-1', '2023-10-02']], recorded);
    expect(stage(stateOf(returned))).toEqual({ code: 'inspecting', label: '检查中' });
    expect(deadlines(stateOf(returned)).find((one) => one.kind === 'publication')?.on).toBe('2023-10-03');
    const again = played([[recordFindings([finding('f2', 'nothing-found')], { occurredOn: on('2023-10-02') }), 'inspector-1', '2023-10-02']], returned);
    expect(stateOf(again).context.findings.map((one) => one.finding)).toEqual(['f2']);
    expect(stateOf(again).context.sections[0]?.returned[0]?.findings[0]?.finding).toBe('f1');
  });
  it('C28 an institution that was deregistered is a result by record, approved and published', () => {
    const gone = recordFindings([finding('f1', 'deregistered')], { asInspector: null, signature: { kind: 'nobody-there', reason: '已注销' }, occurredOn: on('2023-09-22') });
    const recorded = played([[gone, 'officer-1', '2023-09-22']], notified);
    expect(stage(stateOf(recorded)).code).toBe('awaiting-approval');
    const approved = played([[approveFindings, 'head-1', '2023-09-23']], recorded);
    expect(stateOf(approved).context.debts[0]?.due.on).toBe('2023-09-27');
    expect(stage(stateOf(approved)).code).toBe('awaiting-publication');
    inCase(notified).when(recordFindings([finding('f1', 'risk')]), inspector).refused('OUT_OF_TURN');
  });
  it('R68 a joint result has a section per department, each approved by its own', () => {
    const joint = played([
      openCase({ departments: [{ organ: 'chaozhou', seats: 2 }, { organ: 'ndrc', seats: 1 }] }),
      takeObject,
      [{ type: 'TakeDrawnTeam', data: { inspectors: [member('i1'), member('i2'), member('p1', 'ndrc')], draw: 'd', transcriptHash: hash('b'), occurredOn: on('2023-09-05') } }, 'system:selection', '2023-09-05'],
      approveInspection,
      serveNotice,
      [openVisit, 'inspector-1', '2023-09-27'],
      [endVisit, 'inspector-1', '2023-09-28'],
      [recordFindings([finding('f1', 'nothing-found')]), 'inspector-1', '2023-09-29'],
    ]);
    expect(stage(stateOf(joint)).code).toBe('inspecting');
    inCase(joint).when({ type: 'NoteDepartmentAbsence', data: { department: 'chaozhou', reason: 'x', occurredOn: on('2023-09-28') } }, inspector).refused('OWN_SECTION_ABSENT');
    const absent = played([[{ type: 'NoteDepartmentAbsence', data: { department: 'ndrc', reason: '未到场', occurredOn: on('2023-09-28') } }]], joint);
    expect(stage(stateOf(absent)).code).toBe('awaiting-approval');
    const partner = recordFindings([finding('p1', 'nothing-found')], { department: 'ndrc', asInspector: 'p1' });
    const both = played([[partner, 'partner-1', '2023-09-29'], [approveFindings, 'head-1', '2023-09-30']], joint);
    expect(stage(stateOf(both)).code).toBe('awaiting-approval');
    const done = played([[{ type: 'ApproveFindings', data: { department: 'ndrc', asInspector: null } }, 'partner-head', '2023-09-30']], both);
    expect(stage(stateOf(done)).code).toBe('awaiting-publication');
  });
});

it('a fact that is out of turn or unknown is refused while folding, with the state’s name', () => {
  expect(() => replay([...planned, fact({ type: 'CopyFiled', data: { recipient: 'x', receipt: 'r', occurredOn: on('2023-09-01') } })])).toThrow(/已计划/);
  expect(() => replay([...planned, { type: 'xstate.done.actor.x', data: {}, actor: 'a', at: planned[0]?.at } as never])).toThrow(Refusal);
});

it('trap 15 the case replays under the terms it was opened with', () => {
  const state = stateOf(visited);
  expect(state.context.opened.terms).toEqual(terms);
  expect(state.context.dues?.publication).toMatchObject({ rule: 'publication', source: { kind: 'document', document: 'A' } });
  expect(replay(visited)).toEqual(state);
});

it('R73 a calendar year that is missing stops a term in working days, and only that', () => {
  const working = { ...terms, publication: { ...terms.publication, value: { days: 5, unit: 'working' as const } } };
  const steps = [takeObject, takeTeam, approveInspection, serveNotice, [openVisit, 'inspector-1', '2023-09-27'] as const];
  const bare: CaseCommand = { ...endVisit, data: { ...endVisit.data, calendar: {} } };
  given(inspectionCase, played([openCase({ terms: working }), ...steps])).when(bare, by('i', '2023-09-28')).refused('CALENDAR_YEAR_MISSING');
  const { state } = given(inspectionCase, visiting).when(bare, by('i', '2023-09-28'));
  expect(state?.context.dues?.publication).toMatchObject({ on: '2023-10-03', otherUnitOn: null });
  expect(calendar['2023']).toBeDefined();
});
