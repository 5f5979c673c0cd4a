import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import { capWarning, countOf, mergeOffers } from './counting';
import type { CaseFact } from './events';
import { flagsOf } from './flags';
import { causeLabels } from './labels';
import { inspectionCase } from './rules';
import {
  approveFindings,
  approveInspection,
  by,
  calendar,
  finding,
  hash,
  member,
  on,
  planned,
  played,
  recordFindings,
  stateOf,
  terms,
} from './sample';
import {
  appointTeam,
  load,
  nameObject,
  openThird,
  ownRule,
  signedEnd,
  thirdNotified,
  thirdStaffed,
  thirdVisited,
  visitBy,
} from './sample-3';
import { deadlines } from './state';
import { causeGrounds } from './vocabulary';
import type { TeamBar } from './vocabulary-3';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const officer = by('officer-1', '2023-09-04');
const head = by('head-1', '2023-09-05');
const opened = played([openThird({ purpose: 'for-cause' })]);
const named = played([[nameObject(), 'officer-1', '2023-09-04']], opened);
const urgent = { reason: '证据可能灭失', approvalDueOn: on('2023-09-06') };

describe('the grounds', () => {
  it('R89 R90 R91 R92 trap 11 four grounds, the first with its five sources, each without a draw', () => {
    expect(causeGrounds.filter((ground) => causeLabels[ground].basis === 'B二(九)1')).toEqual([
      'complaint',
      'appeal',
      'report',
      'instruction',
      'transfer',
    ]);
    expect(new Set(causeGrounds.map((ground) => causeLabels[ground].basis)).size).toBe(4);
    for (const ground of causeGrounds) {
      expect(inCase(opened).when(nameObject({ ground }), officer).recorded).toHaveLength(1);
    }
  });
  it('R91 R92 who is inspected for being listed is listed', () => {
    inCase(opened)
      .when(nameObject({ ground: 'credit-listed', lists: ['abnormal'] }), officer)
      .refused('GROUND_NOT_HELD');
    inCase(opened)
      .when(nameObject({ ground: 'abnormal-listed', lists: [] }), officer)
      .refused('GROUND_NOT_HELD');
    const { recorded } = inCase(opened).when(nameObject({ ground: 'credit-listed', lists: ['credit'] }), officer);
    expect(recorded[0]?.data).not.toHaveProperty('lists');
  });
  it('R89 refuses a cause without its reference, and one in a drawn case', () => {
    inCase(opened)
      .when(nameObject({ source: { reference: '', receivedOn: on('2023-09-01') } }), officer)
      .refused('REASON_MISSING');
    inCase(planned).when(nameObject(), officer).refused('OUT_OF_TURN');
  });
});

describe('the approval', () => {
  const termed = played([
    openThird({ purpose: 'for-cause', practice: { urgentApprovalWithin: ownRule({ days: 2, unit: 'calendar' }) } }),
  ]);
  const unapproved = { approvedBy: null, urgent };

  it('trap 11 an urgent one is approved within the set time, which the organ’s rule gives', () => {
    inCase(termed)
      .when(nameObject({ approvedBy: null, urgent: { ...urgent, approvalDueOn: on('2023-09-07') }, calendar }), officer)
      .refused('APPROVAL_TOO_LATE');
    expect(inCase(termed).when(nameObject({ ...unapproved, calendar }), officer).recorded).toHaveLength(1);
    inCase(opened)
      .when(nameObject({ approvedBy: null }), officer)
      .refused('CAUSE_NOT_APPROVED');
  });
  const rushed = played(
    [
      [nameObject(unapproved), 'officer-1', '2023-09-04'],
      [appointTeam(), 'head-1', '2023-09-05'],
      [visitBy(['i1', 'i2'], { occurredOn: on('2023-09-05') }), 'inspector-1', '2023-09-05'],
      [
        { type: 'ServeNotice', data: { occurredOn: on('2023-09-05'), document: '通知', selfInspectionDueOn: null } },
        'inspector-1',
      ],
      [{ ...signedEnd, data: { ...signedEnd.data, occurredOn: on('2023-09-05') } }, 'inspector-1', '2023-09-05'],
      [recordFindings([finding('f1', 'risk')], { occurredOn: on('2023-09-05') }), 'inspector-1', '2023-09-05'],
    ],
    opened,
  );
  it('trap 11 it arrives before its approval; its result isn’t approved before that', () => {
    inCase(rushed).when(approveFindings, by('head-1', '2023-09-06')).refused('APPROVAL_MISSING');
    const inTime = played([[approveInspection[0], 'leader-1', '2023-09-06']], rushed);
    expect(inCase(inTime).when(approveFindings, by('head-1', '2023-09-06')).recorded).toHaveLength(1);
    expect(flagsOf(stateOf(inTime))).toEqual([]);
  });
  it('R71 trap 11 approved too late, or not at all, it is flagged', () => {
    const flagged = expect.objectContaining({ code: 'urgent-approval-late', role: 'supervision-officer' });
    const late = played([[approveInspection[0], 'leader-1', '2023-09-08']], rushed);
    expect(flagsOf(stateOf(late))).toEqual([flagged]);
    const due = deadlines(stateOf(rushed)).find(({ kind }) => kind === 'urgent-approval');
    const pass: CaseCommand = { type: 'PassCaseDeadline', data: { deadline: due?.id ?? '' } };
    expect(flagsOf(stateOf(played([[pass, 'system:daily', '2023-09-07']], rushed)))).toEqual([flagged]);
  });
  it('C7 trap 11 who named the object doesn’t approve it', () =>
    inCase(rushed).when(approveInspection[0], by('officer-1', '2023-09-06')).refused('SELF_APPROVED'));
});

describe('the team', () => {
  const bar = (more: Partial<TeamBar> = {}): TeamBar => ({ inspector: 'i2', bar: 'interest', until: null, ...more });
  const rotation = bar({ bar: 'rotation', until: on('2024-03-01') });
  const waiver = { inspector: 'i2', by: 'leader-1', reason: '仅有两名持证人员' };

  it('R22 R60 R61 R59 trap 11 the same bars hold without a draw', () => {
    inCase(named)
      .when(appointTeam({ inspectors: [member('i1')] }), head)
      .refused('TOO_FEW_INSPECTORS');
    inCase(named)
      .when(appointTeam({ bars: [bar()] }), head)
      .refused('INSPECTOR_BARRED');
    inCase(named)
      .when(appointTeam({ bars: [rotation] }), head)
      .refused('INSPECTOR_BARRED');
    inCase(named)
      .when(appointTeam({ bars: [bar({ bar: 'certificate' })] }), head)
      .refused('INSPECTOR_BARRED');
    const { recorded } = inCase(named).when(appointTeam({ bars: [bar({ inspector: 'i7' })] }), head);
    expect(recorded[0]?.data).not.toHaveProperty('bars');
  });
  it('R59 trap 5 rotation alone is waived, by the leader, with a reason', () => {
    expect(inCase(named).when(appointTeam({ bars: [rotation], waivers: [waiver] }), head).recorded[0]).toMatchObject({
      data: { waivers: [waiver] },
    });
    inCase(named)
      .when(appointTeam({ bars: [bar()], waivers: [waiver] }), head)
      .refused('INSPECTOR_BARRED');
    inCase(named)
      .when(appointTeam({ bars: [rotation], waivers: [{ ...waiver, reason: '' }] }), head)
      .refused('REASON_MISSING');
    inCase(named)
      .when(appointTeam({ bars: [rotation], waivers: [{ ...waiver, by: 'head-1' }] }), head)
      .refused('SELF_APPROVED');
  });
  it('R93 a team of a for-cause case isn’t drawn', () =>
    inCase(named)
      .when(
        {
          type: 'TakeDrawnTeam',
          data: {
            inspectors: [member('i1'), member('i2')],
            draw: 'd',
            transcriptHash: hash('b'),
            occurredOn: on('2023-09-05'),
          },
        },
        head,
      )
      .refused('OUT_OF_TURN'));
});

describe('the yearly cap', () => {
  it('R48 trap 11 twelve complaint cases on one firm: the cap is reached and 法治督察科 is told', () => {
    const codes = Array.from({ length: 12 }, (_, earlier) => {
      const complaint = nameObject({ load: load({ random: 1, forCause: earlier, cap: 3 }) });
      return flagsOf(stateOf(played([[complaint, 'officer-1', '2023-09-04']], opened))).map(({ code }) => code);
    });
    expect(codes.slice(0, 2)).toEqual([[], []]);
    expect(codes.slice(2)).toEqual(Array.from({ length: 10 }, () => ['cap-reached']));
    const last = nameObject({ load: load({ random: 1, forCause: 11, cap: 3 }) });
    expect(flagsOf(stateOf(played([[last, 'officer-1', '2023-09-04']], opened)))[0]).toMatchObject({
      role: 'supervision-officer',
      label: expect.stringContaining('已检查 12 次（随机 1，其他 11），上限 3 次'),
    });
  });
  it('R48 C25 a drawn inspection beyond the cap is approved with a reason only', () => {
    const approve = (more: object): CaseCommand => ({
      type: 'ApproveInspection',
      data: { asInspector: null, unannounced: false, reason: '', load: load({ random: 2 }), ...more },
    });
    inCase(thirdStaffed()).when(approve({}), head).refused('REASON_MISSING');
    expect(inCase(thirdStaffed()).when(approve({ reason: '上级部署' }), head).recorded).toHaveLength(1);
    expect(
      inCase(thirdStaffed()).when(approve({ load: load({ random: 1, forCause: 9 }) }), head).recorded,
    ).toHaveLength(1);
  });
  it('C10 what weighs follows the organ’s rule for drawn inspections, and everything weighs for the others', () => {
    const busy = load({ random: 1, forCause: 4 });
    expect(capWarning(busy, 'random')).toBe(false);
    expect(capWarning({ ...busy, counts: 'all' }, 'random')).toBe(true);
    expect(capWarning(busy, 'for-cause')).toBe(true);
  });
});

describe('merging with a drawn visit', () => {
  const merge = (more: object = {}): CaseCommand => ({
    type: 'MergeCause',
    data: {
      case: 'chaozhou-2023-c-1',
      ground: 'complaint',
      source: { reference: '投诉2023-17', receivedOn: on('2023-08-30') },
      occurredOn: on('2023-09-21'),
      other: { object: 'firm-1', purpose: 'for-cause', visited: false },
      ...more,
    },
  });
  const later = by('head-1', '2023-09-21');
  const merged = (more: object = {}) => {
    const facts = played([[merge(), 'head-1', '2023-09-21']], thirdNotified(more));
    return played(
      [
        [visitBy(['i1', 'i2']), 'inspector-1', '2023-09-27'],
        [signedEnd, 'inspector-1', '2023-09-28'],
      ],
      facts,
    );
  };

  it('trap 11 is offered where the object is drawn and not visited yet', () => {
    const cause = stateOf(named);
    const others = [
      { case: 'a', state: stateOf(thirdNotified()) },
      { case: 'b', state: stateOf(thirdVisited()) },
      { case: 'c', state: stateOf(named) },
    ];
    expect(mergeOffers(cause, others)).toEqual([
      { case: 'a', number: '潮司检〔2023〕4-1号', window: { from: '2023-07-01', to: '2023-09-30' } },
    ]);
    expect(mergeOffers(stateOf(thirdNotified()), others)).toEqual([]);
  });
  it('C13 trap 11 records both purposes and counts once towards the cap, or by purpose where the rule says so', () => {
    expect(countOf(stateOf(merged()))).toMatchObject({
      purposes: ['random', 'for-cause'],
      towardsCap: 1,
      visitedOn: '2023-09-27',
    });
    const all = { terms: { ...terms, capCounts: ownRule('all' as const) } };
    expect(countOf(stateOf(merged(all))).towardsCap).toBe(1);
    const each = { ...all, practice: { mergedCounts: ownRule('per-purpose' as const) } };
    expect(countOf(stateOf(merged(each))).towardsCap).toBe(2);
  });
  it('R26 trap 11 a for-cause case is reported apart and doesn’t inflate the random share', () =>
    expect(countOf(stateOf(named))).toMatchObject({ purposes: ['for-cause'], towardsCap: 0, visitedOn: null }));
  it('trap 11 refuses another object, a drawn or visited case, the same twice, and one after the visit', () => {
    const notified = thirdNotified();
    const other = { object: 'firm-1', purpose: 'for-cause', visited: false };
    inCase(notified)
      .when(merge({ other: { ...other, object: 'firm-2' } }), later)
      .refused('NOT_SAME_OBJECT');
    inCase(notified)
      .when(merge({ other: { ...other, purpose: 'random' } }), later)
      .refused('NOT_TO_MERGE');
    inCase(notified)
      .when(merge({ other: { ...other, visited: true } }), later)
      .refused('NOT_TO_MERGE');
    inCase(played([[merge(), 'head-1', '2023-09-21']], notified))
      .when(merge(), later)
      .refused('NOT_TO_MERGE');
    inCase(thirdVisited()).when(merge(), by('head-1', '2023-09-28')).refused('OUT_OF_TURN');
  });
});

describe('opened and named in one step', () => {
  const opened = openThird({ purpose: 'for-cause' });
  const open = (more: object = {}, how: object = {}): CaseCommand => {
    const { approvedBy: _, ...named } = nameObject().data;
    const data = {
      opened: { ...(opened[0].data as object), ...how },
      named: { ...named, proposedBy: 'officer-1', ...more },
    };
    return { type: 'OpenForCause', data } as CaseCommand;
  };
  const leader = by('leader-1', '2023-09-04');

  it('R89 R93 trap 11 whoever opens it approves it, on another’s proposal', () => {
    const { recorded, state } = inCase([]).when(open(), leader);
    expect(recorded.map(({ type }) => type)).toEqual(['CaseOpened', 'ObjectNamed']);
    expect(recorded[1]?.data).toMatchObject({ approvedBy: 'leader-1', proposedBy: 'officer-1' });
    expect(state?.context).toMatchObject({ approvedBy: 'leader-1', namedBy: 'leader-1', team: [] });
  });
  it('C7 trap 11 refuses one’s own proposal, none at all, and a drawn case', () => {
    inCase([])
      .when(open({ proposedBy: 'leader-1' }), leader)
      .refused('SELF_APPROVED');
    inCase([])
      .when(open({ proposedBy: null }), leader)
      .refused('CAUSE_NOT_APPROVED');
    inCase([])
      .when(open({}, { purpose: 'random' }), leader)
      .refused('CAUSE_NOT_APPROVED');
    inCase([])
      .when(open({}, { items: [] }), leader)
      .refused('NO_ITEMS');
  });
  it('trap 11 an urgent one is open without approval; a case that is open isn’t opened again', () => {
    const { recorded } = inCase([]).when(open({ proposedBy: null, urgent }), officer);
    expect(recorded[1]?.data).toMatchObject({ approvedBy: null, urgent });
    expect(recorded[1]?.data).not.toHaveProperty('proposedBy');
    inCase(named).when(open(), leader).refused('CASE_EXISTS');
  });
  it('R60 R61 a replacement by hand meets the same bars', () => {
    const staffed = played([[appointTeam(), 'head-1', '2023-09-05']], named);
    const replace = (bars: readonly TeamBar[]): CaseCommand => ({
      type: 'ReplaceInspector',
      data: { outgoing: 'i2', incoming: member('i3'), reason: '请假', draw: null, transcriptHash: null, bars },
    });
    inCase(staffed)
      .when(replace([{ inspector: 'i3', bar: 'interest', until: null }]), head)
      .refused('INSPECTOR_BARRED');
    expect(inCase(staffed).when(replace([]), head).recorded[0]?.data).not.toHaveProperty('bars');
  });
});
