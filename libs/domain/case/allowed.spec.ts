import { allowed } from './allowed';
import {
  approvedWith,
  finding,
  member,
  hash,
  notified,
  openVisit,
  attendance,
  on,
  planned,
  played,
  publishedWith,
  recordedWith,
  stateOf,
  visited,
} from './sample';
import { thirdNotified } from './sample-3';
import { order } from './sample-measures';
import { deadlines } from './state';

describe('allowed', () => {
  it('R55 a random case waits for its object or its end', () =>
    expect(allowed(stateOf(planned)).commands).toEqual(['TakeDrawnObject', 'VoidCase', 'PassCaseDeadline']));
  it('R72 a recorded result is approved or returned', () =>
    expect(allowed(stateOf(recordedWith([finding('f1', 'risk')]))).commands).toEqual(
      expect.arrayContaining(['ApproveFindings', 'ReturnFindings']),
    ));
  it('B三(三) a finding admits the measures of its class, a disposition the steps of its life', () => {
    const facts = publishedWith([finding('f1', 'correction-ordered'), finding('f2', 'risk', { item: 'item-2' })]);
    const state = stateOf(played([[order('d1', 'f1'), 'officer-1', '2023-10-02']], facts));
    const { dispositions, findings, events } = allowed(state);
    expect(dispositions).toEqual([
      expect.objectContaining({
        disposition: 'd1',
        label: '整改中',
        events: ['RectificationReported', 'RectificationLapsed'],
      }),
    ]);
    expect(findings[1]?.commands).toEqual(['IssueReminder', 'HoldInterview', 'RecordGuidance']);
    expect(events).not.toContain('ListingProposalNoted');
  });
  it('R74 a debt is posted on the channels that have not taken it', () =>
    expect(allowed(stateOf(approvedWith([finding('f1', 'risk')]))).debts).toEqual([
      { debt: 'result-1', channels: ['portal', 'credit-platform'] },
    ]));
  it('R72 before the approval nothing follows from a finding', () => {
    const { dispositions, findings, debts } = allowed(stateOf(recordedWith([finding('f1', 'risk')])));
    expect([dispositions, findings, debts]).toEqual([[], [], []]);
  });
});

describe('allowed under case/3', () => {
  it('R61 shows what may be asked of team and day, each command where its own fact is expected', () => {
    expect(allowed(stateOf(thirdNotified())).commands).toEqual(
      expect.arrayContaining(['OrderRecusal', 'StateConflict', 'RequestReplacement', 'MoveVisit', 'MergeCause']),
    );
    expect(allowed(stateOf(notified)).commands).toEqual(expect.arrayContaining(['RequestRecusal', 'OrderRecusal']));
    expect(allowed(stateOf(notified)).commands).not.toContain('StateConflict');
  });
});

describe('deadlines', () => {
  it('R50 the window runs until the visit', () => {
    expect(deadlines(stateOf(notified))).toEqual([
      expect.objectContaining({ kind: 'window', on: '2023-09-30', passed: false }),
    ]);
    expect(deadlines(stateOf(visited)).some((one) => one.kind === 'window')).toBe(false);
  });
  it('R73 C8 C9 from the end of the visit: record +2, approve +4, publish and copy +5, both units shown', () =>
    expect(deadlines(stateOf(visited)).map((one) => [one.kind, one.on, one.otherUnitOn])).toEqual([
      ['record', '2023-09-30', '2023-10-08'],
      ['approve', '2023-10-02', '2023-10-10'],
      ['copy', '2023-10-03', '2023-10-11'],
      ['publication', '2023-10-03', '2023-10-11'],
    ]));
  it('R73 what is done is due no more', () =>
    expect(deadlines(stateOf(publishedWith([finding('f1', 'nothing-found')]))).map((one) => one.kind)).toEqual([
      'copy',
    ]));
});

it('trap 6 who was replaced before the visit was never there', () => {
  const replaced = played(
    [
      [
        {
          type: 'ReplaceInspector',
          data: { outgoing: 'i2', incoming: member('i3'), reason: '病假', draw: 'draw-3', transcriptHash: hash('c') },
        },
        'system:draw',
        '2023-09-21',
      ],
      [
        {
          ...openVisit,
          data: { ...openVisit.data, present: [attendance('i1'), attendance('i3')], occurredOn: on('2023-09-27') },
        },
        'inspector-1',
        '2023-09-27',
      ],
    ],
    notified,
  );
  expect(stateOf(replaced).context.visits[0]?.present.map((one) => one.inspector)).toEqual(['i1', 'i3']);
});
