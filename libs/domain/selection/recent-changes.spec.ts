import { createHash } from 'node:crypto';
import { instant } from '@srd/kernel';
import { objectRequest, publicView, recentOf, type RosterChange, type SelectionCommand } from './index';
import { drawsWith, firm, firms, head, nine, task, witnesses } from './selection.fixture';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const { freezeObjects, givenDraw } = drawsWith(hash);

const change = (id: string, kind: RosterChange['change'], at: string): RosterChange => ({
  id,
  name: `律师事务所${id.slice(-2)}`,
  change: kind,
  at: instant(at),
  by: 'officer-9',
});
const freezeAfter = (changes: readonly RosterChange[] | undefined, roster = firms(47)): SelectionCommand => {
  const { type, data } = freezeObjects({ roster });
  return { type, data: { ...data, ...(changes && { recentChanges: changes }) } };
};

describe('changes of the roster shortly before a freeze', () => {
  const gone = change('firm-48', 'removed', '2023-07-09T09:00:00.000Z');
  const shut = change('firm-03', 'status-changed', '2023-07-09T02:00:00.000Z');
  const earlier = change('firm-05', 'revised', '2023-07-09T01:00:00.000Z');
  const later = change('firm-06', 'revised', '2023-07-10T01:00:00.001Z');

  it('T1 R101 flags those of the last 24 hours in the freeze, oldest first, and no others', () => {
    const [event] = givenDraw().when(freezeAfter([gone, later, earlier, shut]), nine).recorded;
    expect(event?.data).toMatchObject({ recentChanges: [shut, gone] });
    expect(
      recentOf([change('x', 'removed', '2024-02-29T12:00:00.000Z')], instant('2024-03-01T11:00:00.000Z')),
    ).toHaveLength(1);
  });
  it('T1 R12 shows in public who changed and where they stand now, not who did it', () => {
    const roster = [...firms(47).slice(0, 2), firm(3, { status: 'suspended' }), ...firms(47).slice(3)];
    const { state } = givenDraw([freezeAfter([gone, shut], roster), nine]);
    const [attempt] = publicView(state).attempts;
    expect(attempt?.recentChanges?.map(({ id, change: kind, now }) => [id, kind, now])).toEqual([
      ['firm-03', 'status-changed', 'excluded'],
      ['firm-48', 'removed', 'not-in-pool'],
    ]);
    expect(JSON.stringify(attempt)).not.toContain('officer-9');
  });
  it('T1 tells that nothing changed from that nobody looked', () => {
    const seen = (changes?: readonly RosterChange[]) =>
      publicView(givenDraw([freezeAfter(changes), nine]).state).attempts[0]?.recentChanges;
    expect([seen([]), seen()]).toEqual([[], null]);
  });
  it('T1 trap 3 compares a first attempt with the organ’s last freeze of this kind', () => {
    const before = objectRequest(head(), { ...task, task: 'task-2022' }, firms(48), witnesses);
    const { type, data } = freezeObjects({ roster: firms(47) });
    const command: SelectionCommand = { type, data: { ...data, lastFreeze: { series: 'task-2022', ...before } } };
    const [attempt] = publicView(givenDraw([command, nine]).state).attempts;
    expect(attempt).toMatchObject({ differsFrom: 'task-2022', differences: [{ id: 'firm-48', change: 'left' }] });
  });
});
