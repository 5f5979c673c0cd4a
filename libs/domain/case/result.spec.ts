import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import type { CaseFact } from './events';
import { inspectionCase } from './rules';
import {
  approveFindings,
  approveInspection,
  by,
  endVisit,
  finding,
  hash,
  member,
  notified,
  on,
  openCase,
  openVisit,
  played,
  recordedWith,
  recordFindings,
  serveNotice,
  stateOf,
  takeObject,
  visited,
  visiting,
} from './sample';
import { deadlines, stage } from './state';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);

describe('result', () => {
  const inspector = by('inspector-1', '2023-09-29');
  const evidence = (sha256: string): CaseCommand => ({
    type: 'AddEvidence',
    data: { sha256, name: '照片.jpg', size: 10, disposition: null },
  });

  it('R72 records findings by a member, none twice and none against another', () => {
    expect(inCase(visited).when(recordFindings([finding('f1', 'nothing-found')]), inspector).recorded).toHaveLength(1);
    inCase(visited)
      .when(recordFindings([finding('f1', 'nothing-found')], { asInspector: null }), inspector)
      .refused('NOT_IN_TEAM');
    inCase(visited).when(recordFindings([]), inspector).refused('NO_FINDINGS');
    inCase(visited)
      .when(recordFindings([finding('f1', 'risk'), finding('f1', 'risk')]), inspector)
      .refused('FINDING_TWICE');
    inCase(visited)
      .when(recordFindings([finding('f1', 'nothing-found'), finding('f2', 'risk')]), inspector)
      .refused('FINDING_CONTRADICTS');
  });
  it('R25 R64 refuses a finding on an item that this case has not', () =>
    inCase(visited)
      .when(recordFindings([finding('f1', 'risk', { item: 'item-9' })]), inspector)
      .refused('ITEM_NOT_IN_SCOPE'));
  it('R63 R72 a result is recorded, and only then approved', () => {
    inCase(visited).when(approveFindings, by('head-1', '2023-09-30')).refused('OUT_OF_TURN');
    const recorded = recordedWith([finding('f1', 'nothing-found')]);
    expect(recorded.at(-1)?.type).toBe('FindingsRecorded');
    expect(inCase(recorded).when(approveFindings, by('head-1', '2023-09-30')).recorded).toMatchObject([
      { type: 'FindingsApproved' },
    ]);
  });
  it('trap 14 no result without a signature or a recorded refusal', () => {
    inCase(visited)
      .when(recordFindings([finding('f1', 'risk')], { signature: null }), inspector)
      .refused('SIGNATURE_MISSING');
    inCase(visited)
      .when(recordFindings([finding('f1', 'risk')], { signature: { kind: 'refused', reason: ' ' } }), inspector)
      .refused('SIGNATURE_MISSING');
    expect(
      inCase(visited).when(
        recordFindings([finding('f1', 'risk')], { signature: { kind: 'refused', reason: '负责人拒签' } }),
        inspector,
      ).recorded,
    ).toHaveLength(1);
  });
  it('R83 unreachable needs two dated attempts with evidence', () => {
    const contact = (day: string) => ({ on: on(day), how: '电话', evidence: hash('d') });
    const unreachable = (...days: string[]) =>
      recordFindings([finding('f1', 'unreachable', { contacts: days.map(contact) })]);
    inCase(visited).when(unreachable('2023-09-27', '2023-09-28'), inspector).refused('CONTACTS_MISSING');
    const shown = played([[evidence(hash('d')), 'inspector-1', '2023-09-28']], visited);
    inCase(shown).when(unreachable('2023-09-27', '2023-09-27'), inspector).refused('CONTACTS_MISSING');
    expect(inCase(shown).when(unreachable('2023-09-27', '2023-09-28'), inspector).recorded).toHaveLength(1);
  });
  it('evidence is added once, by its hash, without a path', () => {
    inCase(visiting).when(evidence('xyz')).refused('EVIDENCE_INVALID');
    inCase(visiting)
      .when({ type: 'AddEvidence', data: { sha256: hash('d'), name: '../x', size: 1, disposition: null } })
      .refused('EVIDENCE_INVALID');
    inCase(played([[evidence(hash('d'))]], visiting))
      .when(evidence(hash('d')))
      .refused('EVIDENCE_TWICE');
    inCase(visited)
      .when(recordFindings([finding('f1', 'risk')], { evidence: [hash('e')] }), inspector)
      .refused('EVIDENCE_UNKNOWN');
  });
  it('R72 C7 trap 14 neither the recorder nor a member of the team approves', () => {
    const recorded = recordedWith([finding('f1', 'nothing-found')]);
    inCase(recorded).when(approveFindings, by('inspector-1', '2023-09-30')).refused('RECORDER_APPROVES');
    inCase(recorded)
      .when(
        { type: 'ApproveFindings', data: { department: 'chaozhou', asInspector: 'i2' } },
        by('inspector-2', '2023-09-30'),
      )
      .refused('APPROVER_IN_TEAM');
    expect(inCase(recorded).when(approveFindings, by('head-1', '2023-09-30')).recorded).toHaveLength(1);
  });
  it('R72 a returned result is 检查中 again and the clock goes on', () => {
    const recorded = recordedWith([finding('f1', 'risk')]);
    const returned = played(
      [
        [
          { type: 'ReturnFindings', data: { department: 'chaozhou', reason: '事实不清', asInspector: null } },
          'head-1',
          '2023-10-02',
        ],
      ],
      recorded,
    );
    expect(stage(stateOf(returned))).toEqual({ code: 'inspecting', label: '检查中' });
    expect(deadlines(stateOf(returned)).find((one) => one.kind === 'publication')?.on).toBe('2023-10-03');
    const again = played(
      [
        [
          recordFindings([finding('f2', 'nothing-found')], { occurredOn: on('2023-10-02') }),
          'inspector-1',
          '2023-10-02',
        ],
      ],
      returned,
    );
    expect(stateOf(again).context.findings.map((one) => one.finding)).toEqual(['f2']);
    expect(stateOf(again).context.sections[0]?.returned[0]?.findings[0]?.finding).toBe('f1');
  });
  it('C28 an institution that was deregistered is a result by record, approved and published', () => {
    const gone = recordFindings([finding('f1', 'deregistered')], {
      asInspector: null,
      signature: { kind: 'nobody-there', reason: '已注销' },
      occurredOn: on('2023-09-22'),
    });
    const recorded = played([[gone, 'officer-1', '2023-09-22']], notified);
    expect(stage(stateOf(recorded)).code).toBe('awaiting-approval');
    const approved = played([[approveFindings, 'head-1', '2023-09-23']], recorded);
    expect(stateOf(approved).context.debts[0]?.due.on).toBe('2023-09-27');
    expect(stage(stateOf(approved)).code).toBe('awaiting-publication');
    inCase(notified)
      .when(recordFindings([finding('f1', 'risk')]), inspector)
      .refused('OUT_OF_TURN');
  });
  it('R68 a joint result has a section per department, each approved by its own', () => {
    const joint = played([
      openCase({
        departments: [
          { organ: 'chaozhou', seats: 2 },
          { organ: 'ndrc', seats: 1 },
        ],
      }),
      takeObject,
      [
        {
          type: 'TakeDrawnTeam',
          data: {
            inspectors: [member('i1'), member('i2'), member('p1', 'ndrc')],
            draw: 'd',
            transcriptHash: hash('b'),
            occurredOn: on('2023-09-05'),
          },
        },
        'system:selection',
        '2023-09-05',
      ],
      approveInspection,
      serveNotice,
      [openVisit, 'inspector-1', '2023-09-27'],
      [endVisit, 'inspector-1', '2023-09-28'],
      [recordFindings([finding('f1', 'nothing-found')]), 'inspector-1', '2023-09-29'],
    ]);
    expect(stage(stateOf(joint)).code).toBe('inspecting');
    inCase(joint)
      .when(
        { type: 'NoteDepartmentAbsence', data: { department: 'chaozhou', reason: 'x', occurredOn: on('2023-09-28') } },
        inspector,
      )
      .refused('OWN_SECTION_ABSENT');
    const absent = played(
      [
        [
          {
            type: 'NoteDepartmentAbsence',
            data: { department: 'ndrc', reason: '未到场', occurredOn: on('2023-09-28') },
          },
        ],
      ],
      joint,
    );
    expect(stage(stateOf(absent)).code).toBe('awaiting-approval');
    const partner = recordFindings([finding('p1', 'nothing-found')], { department: 'ndrc', asInspector: 'p1' });
    const both = played(
      [
        [partner, 'partner-1', '2023-09-29'],
        [approveFindings, 'head-1', '2023-09-30'],
      ],
      joint,
    );
    expect(stage(stateOf(both)).code).toBe('awaiting-approval');
    const done = played(
      [[{ type: 'ApproveFindings', data: { department: 'ndrc', asInspector: null } }, 'partner-head', '2023-09-30']],
      both,
    );
    expect(stage(stateOf(done)).code).toBe('awaiting-publication');
  });
});
