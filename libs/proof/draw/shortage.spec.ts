import { createHash } from 'node:crypto';
import { assignmentOf, leastCap, shortageOf, type Barred, type TeamPool, type TeamRequest } from '.';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

function pool(
  inspectors: Readonly<Record<string, number>>,
  cases: readonly string[],
  barred: readonly Barred[] = [],
): TeamPool {
  return {
    inspectors: Object.entries(inspectors).map(([id, capacity]) => ({ id, name: id, organ: 'sfj', capacity })),
    cases: cases.map((id) => ({ id, object: `of-${id}`, seats: [{ organs: [], count: 2 }] })),
    barred,
  };
}

describe('whether a team draw can be filled', () => {
  it('R56 R60 trap 5: T1 may have A–D, T2 only A and B, and every seed gives both their team', () => {
    const request = {
      ...pool(
        { A: 1, B: 1, C: 1, D: 1 },
        ['T1', 'T2'],
        [
          { case: 'T2', inspector: 'C', reason: 'recusal' },
          { case: 'T2', inspector: 'D', reason: 'rotation' },
        ],
      ),
      cap: 1,
    } as unknown as TeamRequest;
    expect(leastCap(request)).toBe(1);
    const orders = new Set<string>();
    for (let draw = 0; draw < 200; draw++) {
      const teams = assignmentOf(request, createHash('sha256').update(`${draw}`).digest('hex'), hash);
      expect(teams.map(({ inspectors }) => inspectors.toSorted())).toEqual([
        ['C', 'D'],
        ['A', 'B'],
      ]);
      orders.add(JSON.stringify(teams));
    }
    expect(orders.size).toBe(4);
  });

  it('R59 R60 R61 trap 5: of three inspectors one recused and one in rotation, it names them and what would help', () => {
    const shortage = shortageOf(
      pool(
        { A: 3, B: 3, C: 3 },
        ['X'],
        [
          { case: 'X', inspector: 'A', reason: 'recusal' },
          { case: 'X', inspector: 'B', reason: 'rotation' },
        ],
      ),
    );
    expect(shortage).toEqual({
      places: [
        { case: 'X', object: 'of-X', seat: 0, nth: 0, organs: [] },
        { case: 'X', object: 'of-X', seat: 0, nth: 1, organs: [] },
      ],
      cases: ['X'],
      needed: 2,
      turns: 1,
      available: [{ inspector: 'C', turns: 1, capacity: 3 }],
      removed: [
        { inspector: 'A', reason: 'recusal', cases: ['X'], usable: false },
        { inspector: 'B', reason: 'rotation', cases: ['X'], usable: false },
      ],
      remedies: [
        [{ kind: 'waive-rotation' }],
        [{ kind: 'borrow', people: 1, turns: 1, seats: [{ case: 'X', seat: 0, organs: [], count: 1 }] }],
      ],
      sentence:
        '1 家机构需 2 人次，可用 1 人，合计至多 1 人次；另有 1 人须回避、1 人上次检查过。' +
        '可行的办法：由负责人批准不受轮换限制；或者另借 1 名检查人员，共承担 1 人次。',
    });
  });

  it('R60 counts whole seats in the sentence and the fewest places in the set', () => {
    const shortage = shortageOf(
      pool(
        { A: 2, B: 2, C: 2, D: 2, E: 2, F: 2 },
        ['X', 'Y', 'Z'],
        [
          { case: '*', inspector: 'C', reason: 'certificate' },
          { case: '*', inspector: 'D', reason: 'recusal' },
          { case: '*', inspector: 'E', reason: 'rotation' },
          { case: '*', inspector: 'F', reason: 'rotation' },
        ],
      ),
    )!;
    expect(shortage.sentence).toMatch(
      /^3 家机构需 6 人次，可用 2 人、各限 2 次：4 人次；另有 1 人行政执法证无效或过期、1 人须回避、2 人上次检查过。/,
    );
    expect(shortage.places).toHaveLength(5);
    expect(shortage.remedies).toContainEqual([{ kind: 'raise-capacity', capacity: 3 }]);
  });

  it('leaves what can be filled out of the explanation', () => {
    const joint: TeamPool = {
      inspectors: [
        { id: 'a', name: 'a', organ: 'sfj', capacity: 9 },
        { id: 'b', name: 'b', organ: 'sfj', capacity: 9 },
        { id: 'c', name: 'c', organ: 'fgj', capacity: 0 },
      ],
      cases: [
        { id: 'plain', object: 'o1', seats: [{ organs: ['sfj'], count: 2 }] },
        {
          id: 'joint',
          object: 'o2',
          seats: [
            { organs: ['sfj'], count: 1 },
            { organs: ['fgj'], count: 1 },
          ],
        },
      ],
      barred: [],
    };
    const shortage = shortageOf(joint)!;
    expect(shortage.places).toEqual([{ case: 'joint', object: 'o2', seat: 1, nth: 0, organs: ['fgj'] }]);
    expect(shortage.removed).toEqual([
      { inspector: 'a', reason: 'organ', cases: ['joint'], usable: false },
      { inspector: 'b', reason: 'organ', cases: ['joint'], usable: false },
      { inspector: 'c', reason: 'capacity', cases: ['joint'], usable: false },
    ]);
    expect(shortage.sentence).toContain('1 家机构需 1 人次（限 fgj），无人可用；另有 1 人已无可用次数、2 人单位不符。');
  });

  it('answers at once when a seat asks for more than there could ever be', () => {
    const absurd: TeamPool = {
      ...pool({ A: 2, B: 2 }, []),
      cases: [{ id: 'X', object: 'x', seats: [{ organs: [], count: Number.MAX_SAFE_INTEGER }] }],
    };
    expect(leastCap(absurd)).toBeNull();
    const shortage = shortageOf(absurd)!;
    expect(shortage.places).toHaveLength(3);
    expect(shortage.remedies).toEqual([]);
    expect(shortage.sentence).toContain('请调整计划');
  });

  it('R56 is complete with one for each case when there are no cases', () => {
    expect(leastCap(pool({ A: 1 }, []))).toBe(1);
    expect(shortageOf(pool({}, []))).toBeNull();
  });
});
