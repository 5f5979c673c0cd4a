import { instant } from '@srd/kernel';
import { together, type Script } from './together';

const at = (day: number) => instant(`2024-03-${String(day).padStart(2, '0')}T01:00:00.000Z`);

describe('scripts side by side', () => {
  const told: string[] = [];
  /** Tells of each of its days, with work in between that others must not fall into. */
  const script =
    (name: string, ...days: readonly number[]): Script =>
    async (turn) => {
      for (const day of days) {
        await turn(at(day));
        told.push(`${name}${day} begins`);
        await new Promise((resolve) => setTimeout(resolve, 1));
        told.push(`${name}${day} ends`);
      }
    };
  beforeEach(() => told.splice(0));

  it('go on in order of date, one at a time, the earlier in the list first', async () => {
    await together([script('a', 1, 4, 9), script('b', 2, 4), script('c', 3)]);
    const order = ['a1', 'b2', 'c3', 'a4', 'b4', 'a9'];
    expect(told).toEqual(order.flatMap((moment) => [`${moment} begins`, `${moment} ends`]));
  });

  it('stop with what one of them throws', async () => {
    const failing: Script = async (turn) => {
      await turn(at(2));
      throw new Error('refused');
    };
    await expect(together([script('a', 1, 3), failing])).rejects.toThrow('refused');
    expect(told).toEqual(['a1 begins', 'a1 ends']);
  });

  it('may end without waiting for anything', async () => {
    await together([() => Promise.resolve(), script('a', 1)]);
    expect(told).toHaveLength(2);
  });
});
