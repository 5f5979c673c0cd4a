import { createHash } from 'node:crypto';
import { assignmentOf, nextInspector, nextReserve, type Ranking, type TeamRequest } from '.';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

describe('who comes in', () => {
  const ranking: Ranking = {
    stratum: 'law-firm',
    order: ['f3', 'f1', 'f4', 'f2'].map((id, index) => ({ id, ticket: `${index}`.repeat(64) })),
  };

  it('R64 trap 4: for an object the next of the reserve list, and nobody else changes', () => {
    expect(nextReserve(ranking, 2, new Set())).toBe('f4');
    expect(nextReserve(ranking, 2, new Set(['f3', 'f4']))).toBe('f2');
    expect(nextReserve(ranking, 2, new Set(['f4', 'f2']))).toBeUndefined();
  });

  const request = {
    inspectors: ['a', 'b', 'c', 'd', 'e'].map((id) => ({
      id,
      name: id,
      organ: id === 'e' ? 'fgj' : 'sfj',
      capacity: id === 'd' ? 1 : 2,
    })),
    cases: [
      { id: 'X', object: 'x', seats: [{ organs: ['sfj'], count: 2 }] },
      {
        id: 'Y',
        object: 'y',
        seats: [
          { organs: ['sfj'], count: 1 },
          { organs: ['fgj'], count: 1 },
        ],
      },
    ],
    barred: [],
    cap: 1,
  } as unknown as TeamRequest;
  const seed = hash(new Uint8Array(1)).reduce((text, byte) => text + byte.toString(16).padStart(2, '0'), '');
  const ticket = (of: string, inspector: string): string =>
    createHash('sha256')
      .update('srd-assign/1/ticket\0')
      .update(Buffer.from(seed, 'hex'))
      .update(`${of}\0${inspector}`)
      .digest('hex');

  it('R56 R61 trap 6: for an inspector the smallest ticket among those who fit, are not barred and have room', () => {
    const teams = assignmentOf(request, seed, hash);
    const [team] = teams;
    const rest = ['a', 'b', 'c', 'd'].filter((id) => !team!.inspectors.includes(id));
    const busy = new Set(teams.flatMap(({ inspectors }) => inspectors));
    const expected = rest
      .filter((id) => id !== 'd' || !busy.has('d'))
      .sort((x, y) => (ticket('X', x) < ticket('X', y) ? -1 : 1));
    const first = nextInspector(request, seed, teams, { case: 'X', position: 0 }, [], hash)!;
    expect(first).toBe(expected[0]);
    const barred = [{ case: 'X', inspector: first, reason: 'recusal' }] as const;
    expect(nextInspector(request, seed, teams, { case: 'X', position: 0 }, barred, hash)).toBe(expected[1]);
    const all = expected.map((inspector) => ({ case: '*', inspector, reason: 'unavailable' }) as const);
    expect(nextInspector(request, seed, teams, { case: 'X', position: 1 }, all, hash)).toBeUndefined();
  });

  it('R60 keeps to the seat: only the one organ that the seat asks for', () => {
    const teams = assignmentOf(request, seed, hash);
    expect(nextInspector(request, seed, teams, { case: 'Y', position: 1 }, [], hash)).toBeUndefined();
    const without = teams.map((team) => ({ ...team, inspectors: team.inspectors.filter((id) => id !== 'e') }));
    expect(nextInspector(request, seed, without, { case: 'Y', position: 1 }, [], hash)).toBe('e');
    expect(() => nextInspector(request, seed, teams, { case: 'Y', position: 2 }, [], hash)).toThrow(RangeError);
  });
});
