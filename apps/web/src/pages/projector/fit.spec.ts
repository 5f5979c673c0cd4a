import { fitted } from './fit';

/** Pixels of a letter on a wall of 1920 by 1080. */
function pixels(lines: number, longest: number): number {
  const [high = 0, wide = 0, most = 0] = fitted(lines, longest)
    .size.match(/[\d.]+/g)!
    .map(Number);
  return Math.min(high * 10.8, wide * 19.2, most * 10.8);
}

describe('what came out, on a wall', () => {
  it('is as large as it fits, for one name and for sixty', () => {
    expect(pixels(1, 9)).toBeCloseTo(97.2);
    expect(pixels(5, 9)).toBeGreaterThan(75);
    expect(pixels(20, 10)).toBeGreaterThan(36);
    expect(pixels(60, 10)).toBeGreaterThan(27);
  });

  it('never needs more than the height that is left', () => {
    for (const lines of [1, 2, 3, 5, 8, 13, 20, 34, 60])
      for (const longest of [6, 10, 27]) {
        const { columns } = fitted(lines, longest);
        const high = Math.ceil(lines / columns) * pixels(lines, longest) * 1.35;
        expect(high).toBeLessThanOrEqual(0.53 * 1080);
        expect(columns * (longest + 3) * pixels(lines, longest)).toBeLessThanOrEqual(0.93 * 1920);
      }
  });

  it('keeps few lines in one column, and fills more of them with many', () => {
    expect(fitted(2, 10).columns).toBe(1);
    expect(fitted(60, 10).columns).toBe(4);
  });
});
