const SURNAMES = Array.from('林陈黄郑吴蔡许洪谢邱庄苏曾卢沈杜温施翁纪');
const GIVEN = Array.from('甲乙丙丁戊己庚辛壬癸');

/**
 * Made-up names of natural persons, each with 演 in its middle so that nobody takes one for somebody real. They go into the register of
 * persons and nowhere else.
 */
export function madeUpName(index: number): string {
  const surname = SURNAMES[index % SURNAMES.length];
  const given = GIVEN[Math.floor(index / SURNAMES.length) % GIVEN.length];
  return `${surname ?? ''}演${given ?? ''}`;
}
