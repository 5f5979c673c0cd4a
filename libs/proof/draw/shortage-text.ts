import type { Id } from '@srd/kernel';
import type { Measure } from './remedy';
import type { RemovedInspector, Shortage } from './shortage-facts';

type Facts = Omit<Shortage, 'sentence'>;

/** In this order: whoever is kept away by several is counted under the first. */
const REASONS = [
  ['certificate', '行政执法证无效或过期'],
  ['unavailable', '无法参加'],
  ['recusal', '须回避'],
  ['rotation', '上次检查过'],
  ['capacity', '已无可用次数'],
  ['organ', '单位不符'],
] as const satisfies readonly (readonly [RemovedInspector['reason'], string])[];

function counted(removed: readonly RemovedInspector[]): string {
  const first = new Map<string, string>();
  for (const [reason, label] of REASONS) {
    for (const each of removed) {
      if (each.reason === reason && !first.has(each.inspector)) first.set(each.inspector, label);
    }
  }
  const counts = new Map<string, number>();
  for (const label of first.values()) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => `${count} 人${label}`).join('、');
}

function supply({ available, turns }: Facts): string {
  const [first] = available;
  if (!first) return '无人可用';
  const evenly = available.every((each) => each.turns === first.turns && each.turns === each.capacity);
  return `可用 ${available.length} 人${evenly ? `、各限 ${first.turns} 次：` : '，合计至多 '}${turns} 人次`;
}

function measureText(measure: Measure, nameOf: (organ: Id) => string): string {
  switch (measure.kind) {
    case 'reschedule':
      return '改期或补办证件，使证件无效、无法参加的人员可以参加';
    case 'waive-rotation':
      return '由负责人批准不受轮换限制';
    case 'raise-capacity':
      return `把每人上限提高到 ${measure.capacity} 家`;
    case 'borrow': {
      const organs = [...new Set(measure.seats.flatMap((seat) => seat.organs))];
      const from = organs.length > 0 ? `（须符合席位所要求的单位：${organs.map(nameOf).join('、')}）` : '';
      return `另借 ${measure.people} 名检查人员，共承担 ${measure.turns} 人次${from}`;
    }
  }
}

/** The shortage in the words of the people who have to solve it. */
export function sentenceOf(facts: Facts, nameOf: (organ: Id) => string): string {
  const organs = [...new Set(facts.places.map((place) => place.organs.map(nameOf).join('、')))];
  const whose = organs.length === 1 && organs[0] !== '' ? `（限 ${organs[0]}）` : '';
  const gone = counted(facts.removed.filter(({ usable }) => !usable));
  const partly = counted(facts.removed.filter(({ usable }) => usable));
  const parts = [
    `${facts.cases.length} 家机构需 ${facts.needed} 人次${whose}，${supply(facts)}`,
    ...(gone ? [`另有 ${gone}`] : []),
    ...(partly ? [`可用人员中有 ${partly}，只能参加其中部分检查`] : []),
  ];
  const ways = facts.remedies
    .map((remedy) => remedy.map((measure) => measureText(measure, nameOf)).join('，并且'))
    .join('；或者');
  return `${parts.join('；')}。${ways ? `可行的办法：${ways}。` : '现有办法都不够，请调整计划。'}`;
}
