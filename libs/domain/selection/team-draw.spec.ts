import { createHash } from 'node:crypto';
import { verify } from '@srd/proof/draw';
import { latest, teamsInForce, type SelectionCommand, type SelectionEvent, type SelectionState } from './index';
import { drawsWith, inspector, nine, noBars, secret, teamCase, withCap } from './selection.fixture';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const { freezeTeams, whole, givenDraw, after } = drawsWith(hash);

const last = (state: SelectionState) => latest(state)!;

describe('inspector draw', () => {
  const cases = [teamCase('case-1', 'firm-01'), teamCase('case-2', 'firm-02')];
  const five = ['a', 'b', 'c', 'd', 'e'].map((letter) => inspector(letter, { capacity: 2 }));
  const team = freezeTeams(cases, five);

  it('R56 R60 assigns two to each and tells the persons apart from the draw’s ids', () => {
    const event = after(...whole(team)).at(-1) as Extract<SelectionEvent, { type: 'InspectorsDrawn' }>;
    expect(event.data.assigned.map(({ inspectors }) => inspectors.length)).toEqual([2, 2]);
    expect(event.data.teams[0]?.inspectors.every((id) => id.startsWith('person-'))).toBe(true);
    expect(JSON.stringify(event.data.transcript)).not.toContain('person-');
    expect(verify(event.data.transcript, hash).verdict).toBe('yes');
  });
  it('R64 refuses a case whose object was not drawn, and a request that does not quote the object draw', () => {
    const objectDraw = { transcriptHash: 'ab'.repeat(32), objects: ['firm-01'] };
    givenDraw()
      .when(freezeTeams(cases, five, noBars, objectDraw), nine)
      .refused('OBJECT_NOT_DRAWN');
    givenDraw()
      .when({ ...team, data: { ...team.data, objectDraw } }, nine)
      .refused('FROM_MISMATCH');
  });
  it('R64 refuses a cap that is not the least, people without record, a series of another kind', () => {
    const altered = (change: Partial<typeof team.data>): SelectionCommand => ({
      ...team,
      data: { ...team.data, ...change },
    });
    givenDraw()
      .when(altered({ request: withCap(team.data.request, 2) }), nine)
      .refused('CAP_NOT_LEAST');
    givenDraw()
      .when(altered({ people: {} }), nine)
      .refused('PEOPLE_INCOMPLETE');
    givenDraw()
      .when(altered({ request: { ...team.data.request, series: 'task-4' } }), nine)
      .refused('SERIES_MISMATCH');
  });
  it.each([
    ['R59', 'rotation'],
    ['R60', 'unavailable'],
    ['R61', 'recusal'],
  ] as const)('%s trap 5 refuses a request that cannot be filled for %s, and records nothing', (_number, reason) => {
    const barring = (inspectors: typeof five) => {
      const barred = inspectors.map(({ id }) => ({ case: '*', inspector: id, reason }));
      return givenDraw().when({ ...team, data: { ...team.data, request: { ...team.data.request, barred } } }, nine);
    };
    barring(five.slice(1)).refused('TEAM_INFEASIBLE');
    // Two are left for two cases: each of them goes to both.
    barring(five.slice(2)).refused('CAP_NOT_LEAST');
    expect(barring(five.slice(0, 1)).recorded).toHaveLength(1);
  });
  it('trap 6 the replacement is the next by ticket, not barred and not in the team', () => {
    const drawn = givenDraw(...whole(team));
    const [first] = teamsInForce(last(drawn.state));
    const replace = (
      alsoBarred: readonly { case: string; inspector: string; reason: 'recusal' }[] = [],
    ): SelectionCommand => ({
      type: 'ReplaceDrawnInspector',
      data: { case: 'case-1', seat: 0, reason: '当事人申请回避', alsoBarred },
    });
    const outcome = drawn.when(replace(), nine);
    const [event] = outcome.recorded as readonly Extract<SelectionEvent, { type: 'InspectorReplaced' }>[];
    expect(event?.data).toMatchObject({
      case: 'case-1',
      seat: 0,
      from: first?.inspectors[0],
      reason: '当事人申请回避',
    });
    expect(first?.inspectors).not.toContain(event?.data.to);
    expect(event?.data.toPerson).toMatch(/^person-/);
    expect(teamsInForce(last(outcome.state))[0]?.inspectors[0]).toBe(event?.data.to);
    const other = drawn.when(
      replace([{ case: 'case-1', inspector: event!.data.to, reason: 'recusal' }]),
      nine,
    ).recorded;
    expect((other[0]!.data as { to: string }).to).not.toBe(event?.data.to);
    const all = five.map(({ id }) => ({ case: '*', inspector: id, reason: 'recusal' as const }));
    drawn.when(replace(all), nine).refused('NO_REPLACEMENT');
    drawn
      .when({ type: 'ReplaceDrawnInspector', data: { case: 'case-1', seat: 5, reason: '请假', alsoBarred: [] } }, nine)
      .refused('SEAT_UNKNOWN');
  });
  it('who left a case does not come back to it', () => {
    const step: SelectionCommand = {
      type: 'ReplaceDrawnInspector',
      data: { case: 'case-1', seat: 0, reason: '请假', alsoBarred: [] },
    };
    const { state } = givenDraw(...whole(team), [step, nine], [step, nine]);
    const replaced = last(state).seatReplacements;
    expect(replaced[1]?.to).not.toBe(replaced[0]?.from);
  });
  it('an object draw and an inspector draw are not revealed by the other’s event', () => {
    const facts = after(...whole(team));
    const foreign = { ...facts.at(-1)!, type: 'ObjectsDrawn' } as (typeof facts)[number];
    const { evolve, initial } = drawsWith(hash).selection;
    const before = facts.slice(0, -1).reduce(evolve, initial);
    expect(() => evolve(before, foreign)).toThrow('DRAW_OUT_OF_TURN');
  });
});

it('no draw answers before a freeze', () =>
  givenDraw().when({ type: 'Reveal', data: { secret } }, nine).refused('NO_DRAW'));
