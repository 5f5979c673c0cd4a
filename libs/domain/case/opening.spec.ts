import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import type { CaseFact } from './events';
import { inspectionCase } from './rules';
import {
  approvedWith,
  by,
  caseOpened,
  drawn,
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
  staffed,
  stateOf,
  takeObject,
  visiting,
} from './sample';
import { deadlines, stage } from './state';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const officer = by('officer-1', '2023-09-27');
const visit = (more: Partial<(typeof openVisit)['data']>): CaseCommand => ({
  ...openVisit,
  data: { ...openVisit.data, ...more },
});

describe('opening', () => {
  const open = (more: object): CaseCommand => ({ type: 'OpenCase', data: { ...caseOpened, ...more } });

  it('R25 refuses a case without an item', () =>
    inCase([])
      .when(open({ items: [] }))
      .refused('NO_ITEMS'));
  it('R50 refuses a window that ends before it begins', () =>
    inCase([])
      .when(open({ window: { from: '2023-09-30', to: '2023-09-01' } }))
      .refused('WINDOW_REVERSED'));
  it('R69 case/1 knows no self-inspection', () =>
    inCase([])
      .when(open({ selfInspection: 'first' }))
      .refused('SELF_INSPECTION_UNKNOWN'));
  it('R69 case/2 may ask for self-inspection first', () =>
    expect(inCase([]).when(open({ procedure: 'case/2', selfInspection: 'first' })).recorded).toHaveLength(1));
  it('R52 refuses a case without an inspecting department', () =>
    inCase([])
      .when(open({ departments: [] }))
      .refused('NO_DEPARTMENT'));
  it('refuses to open a case twice', () => inCase(planned).when(open({})).refused('CASE_EXISTS'));
  it('refuses anything before the opening', () => inCase([]).when(takeObject[0]).refused('CASE_UNKNOWN'));
  it('refuses a version of the procedure that does not exist', () =>
    inCase([])
      .when(open({ procedure: 'case/9' }))
      .refused('PROCEDURE_UNKNOWN'));
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
      .when(
        {
          type: 'TakeDrawnObject',
          data: {
            institution: { ...institution, sector: 'notary-office' },
            draw: 'draw-1',
            transcriptHash: hash('a'),
            rank: 1,
            occurredOn: on('2023-09-04'),
          },
        },
        officer,
      )
      .refused('NOT_IN_SECTOR'));
  it('R64 a random case takes no named object', () => inCase(planned).when(named(), officer).refused('OUT_OF_TURN'));
  it('R89 a for-cause case takes the named object with its ground', () =>
    expect(inCase(forCause).when(named(), officer).state).toMatchObject({
      context: { cause: { ground: 'complaint' } },
    }));
  it('R89 refuses a for-cause inspection that nobody approved', () =>
    inCase(forCause)
      .when(named({ approvedBy: null }), officer)
      .refused('CAUSE_NOT_APPROVED'));
  it('R89 refuses one that its own proposer approved', () =>
    inCase(forCause)
      .when(named({ approvedBy: 'officer-1' }), officer)
      .refused('SELF_APPROVED'));
  it('R90 an urgent one may be approved within the set time afterwards', () => {
    const urgent = { reason: '证据可能灭失', approvalDueOn: on('2023-09-06') };
    const state = stateOf(played([[named({ approvedBy: null, urgent }), 'officer-1', '2023-09-04']], forCause));
    expect(deadlines(state)).toContainEqual(expect.objectContaining({ kind: 'urgent-approval', on: '2023-09-06' }));
  });
  it('R58 refuses what has not happened yet', () =>
    inCase(planned).when(takeObject[0], by('officer-1', '2023-09-03')).refused('DAY_IN_FUTURE'));

  it('a number that is not needed ends as voided', () => {
    const voided = played(
      [[{ type: 'VoidCase', data: { reason: '抽取数减少', requestedBy: 'officer-1' } }, 'head-1']],
      planned,
    );
    expect(stage(stateOf(voided))).toEqual({ code: 'voided', label: '终止' });
    expect(deadlines(stateOf(voided))).toEqual([]);
    inCase(voided).when(takeObject[0]).refused('OUT_OF_TURN');
  });
  it('who asks for voiding does not approve it', () =>
    inCase(planned)
      .when({ type: 'VoidCase', data: { reason: '重复', requestedBy: 'officer-1' } }, officer)
      .refused('SELF_APPROVED'));
  it('once the visit is open, a case cannot be voided', () =>
    inCase(visiting)
      .when({ type: 'VoidCase', data: { reason: '重复', requestedBy: 'head-1' } }, officer)
      .refused('OUT_OF_TURN'));
});

describe('the team', () => {
  const team = (...inspectors: ReturnType<typeof member>[]): CaseCommand => ({
    type: 'TakeDrawnTeam',
    data: { inspectors, draw: 'draw-2', transcriptHash: hash('b'), occurredOn: on('2023-09-05') },
  });
  const replace = (more: object = {}): CaseCommand => ({
    type: 'ReplaceInspector',
    data: {
      outgoing: 'i2',
      incoming: member('i3'),
      reason: '病假',
      draw: 'draw-3',
      transcriptHash: hash('c'),
      ...more,
    },
  });

  it('R60 takes two', () => expect(stateOf(staffed).context.team).toHaveLength(2));
  it('R60 refuses a team of one', () =>
    inCase(drawn)
      .when(team(member('i1')))
      .refused('TOO_FEW_INSPECTORS'));
  it('R60 refuses one person twice', () =>
    inCase(drawn)
      .when(team(member('i1'), member('i1')))
      .refused('INSPECTOR_TWICE'));
  it('R22 refuses an expired certificate', () =>
    inCase(drawn)
      .when(team(member('i1'), { ...member('i2'), certificateValidUntil: on('2023-09-03') }), officer)
      .refused('CERTIFICATE_INVALID'));
  it('R68 each department fills its seats', () => {
    const joint = played([
      openCase({
        departments: [
          { organ: 'chaozhou', seats: 2 },
          { organ: 'ndrc', seats: 1 },
        ],
      }),
      takeObject,
    ]);
    inCase(joint)
      .when(team(member('i1'), member('i2')))
      .refused('SEATS_NOT_FILLED');
    inCase(joint)
      .when(team(member('i1'), member('i2'), member('x', 'other')))
      .refused('NOT_A_DEPARTMENT');
    expect(inCase(joint).when(team(member('i1'), member('i2'), member('p1', 'ndrc'))).recorded).toHaveLength(1);
  });
  it('R56 a random case takes no appointed team', () =>
    inCase(drawn)
      .when(
        {
          type: 'AppointTeam',
          data: { inspectors: [member('i1'), member('i2')], reason: '熟悉', occurredOn: on('2023-09-05') },
        },
        officer,
      )
      .refused('OUT_OF_TURN'));
  it('R56 a replacement in a random case is drawn too', () => {
    inCase(staffed)
      .when(replace({ draw: null, transcriptHash: null }))
      .refused('REPLACEMENT_NOT_DRAWN');
    inCase(staffed)
      .when(replace({ outgoing: 'i9' }))
      .refused('NOT_IN_TEAM');
    inCase(staffed)
      .when(replace({ reason: '' }))
      .refused('REASON_MISSING');
    expect(stateOf(played([[replace()]], staffed)).context.team.map((one) => one.inspector)).toEqual(['i1', 'i3']);
  });
  it('R60 an inspector cannot be replaced once findings are recorded', () =>
    inCase(recordedWith([finding('f1', 'nothing-found')]))
      .when(replace(), officer)
      .refused('OUT_OF_TURN'));

  it('R61 a requested recusal blocks the visit, a granted one until the replacement', () => {
    const ask: CaseCommand = {
      type: 'RequestRecusal',
      data: { recusal: 'r1', inspector: 'i2', ground: '曾任职', occurredOn: on('2023-09-21') },
    };
    const decide = (granted: boolean): CaseCommand => ({
      type: 'DecideRecusal',
      data: { recusal: 'r1', granted, reason: '查明', asInspector: null },
    });
    const asked = played([[ask, 'officer-1', '2023-09-21']], notified);
    inCase(asked).when(visit({}), officer).refused('RECUSAL_UNDECIDED');
    inCase(asked)
      .when({
        ...decide(true),
        data: { recusal: 'r1', granted: true, reason: '查明', asInspector: 'i1' },
      } as CaseCommand)
      .refused('APPROVER_IN_TEAM');
    const granted = played([[decide(true), 'head-1']], asked);
    inCase(granted).when(visit({}), officer).refused('RECUSED_INSPECTOR');
    inCase(granted)
      .when(replace({ outgoing: 'i1', incoming: member('i2') }))
      .refused('RECUSED_INSPECTOR');
    const declined = played([[decide(false), 'head-1']], asked);
    expect(inCase(declined).when(visit({}), officer).recorded).toHaveLength(1);
    inCase(declined).when(decide(true)).refused('ALREADY_APPROVED');
  });
  it('R61 an interest that comes to light after the result flags the case and leaves the result', () => {
    const approved = approvedWith([finding('f1', 'nothing-found')]);
    const state = stateOf(
      played(
        [[{ type: 'DiscloseInterest', data: { inspector: 'i1', relation: '近亲属', occurredOn: on('2023-09-30') } }]],
        approved,
      ),
    );
    expect(state.context.flags).toEqual(['interest-disclosed:i1']);
    expect(state.context.findings).toEqual(stateOf(approved).context.findings);
  });
});
