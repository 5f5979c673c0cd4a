import { day, type Day, type Instant } from '@srd/kernel';
import fc from 'fast-check';
import {
  asOf,
  burdenRows,
  caseAt,
  countBy,
  countFigures,
  endOf,
  figures,
  groupings,
  itemsOf,
  listingAt,
  type CaseMark,
  type Counted,
  type MarkedCase,
  type MarkedListing,
  type Moment,
} from './index';

type Told = Partial<CaseMark> & Pick<CaseMark, 'type' | 'stage' | 'on'>;

/** A case from what was told of it, each on the day it happened unless `at` says another. */
function marked(id: string, told: readonly Told[], change: Partial<MarkedCase> = {}): MarkedCase {
  let due: Day | null = null;
  return {
    case: id,
    organ: 'chaozhou',
    plan: 'chaozhou-2023',
    task: 'chaozhou-2023-4',
    section: 'lawyers',
    sector: 'law-firm',
    number: id,
    purpose: 'random',
    joint: false,
    object: `o-${id}`,
    name: `机构${id}`,
    marks: told.map((one, revision) => {
      due = one.dueOn ?? due;
      return { revision, at: `${one.on}T02:00:00.000Z` as Instant, published: false, ...one, dueOn: due };
    }),
    ...change,
  };
}

const on = day;
const opened = (on: Day): Told => ({ type: 'CaseOpened', stage: 'planned', on });
const visited = (on: Day, dueOn: Day): Told => ({ type: 'VisitEnded', stage: 'inspecting', on, dueOn });
const through: readonly Told[] = [
  opened(on('2023-06-05')),
  { type: 'ObjectDrawn', stage: 'awaiting-team', on: on('2023-07-10') },
  visited(on('2023-07-18'), on('2023-07-23')),
  { type: 'FindingsApproved', stage: 'awaiting-publication', on: on('2023-07-21') },
  { type: 'PublicationAcknowledged', stage: 'rectifying', published: true, on: on('2023-07-22') },
  { type: 'ReminderIssued', stage: 'rectifying', published: true, on: on('2023-08-01') },
  { type: 'FollowUpPassed', stage: 'closed', published: true, on: on('2023-09-01') },
];

function counted(cases: readonly MarkedCase[], moment: Moment, change: Partial<Counted> = {}): Counted {
  const then = cases.flatMap((one) => caseAt(one, moment) ?? []);
  return {
    year: 2023,
    moment,
    organs: ['chaozhou'],
    cases: then,
    draws: [],
    listings: [],
    institutions: [],
    ...change,
  };
}
const valueIn = (all: Counted, figure: string): number | null | undefined =>
  countFigures(all).find((one) => one.figure === figure)?.value;

describe('R98 the year’s figures', () => {
  it('完成率 counts publication, 完结率 the close, each on its day (trap 7)', () => {
    const one = marked('1', through);
    const other = marked('2', through.slice(0, 3));
    const figuresOn = (day: Day) =>
      ['completion', 'closure'].map((id) => valueIn(counted([one, other], asOf(day)), id));
    expect(figuresOn(on('2023-07-20'))).toEqual([0, 0]);
    expect(figuresOn(on('2023-07-22'))).toEqual([5000, 0]);
    expect(figuresOn(on('2023-09-01'))).toEqual([5000, 5000]);
  });
  it('R73 tells in time from overdue by the day that the visit set', () => {
    const late = marked('1', [...through.slice(0, 4), { ...through[4]!, on: on('2023-07-25') }]);
    expect(valueIn(counted([late], asOf(on('2023-07-24'))), 'overdue')).toBe(1);
    expect(valueIn(counted([late], asOf(on('2023-07-25'))), 'overdue')).toBe(0);
    expect(valueIn(counted([late], asOf(on('2023-07-25'))), 'in-time')).toBe(0);
    expect(valueIn(counted([marked('1', through)], asOf(on('2023-07-25'))), 'in-time')).toBe(1);
  });
  it('R26 C13 trap 11 the random share isn’t inflated by checks for cause; a merged visit has both purposes', () => {
    const directed = marked('2', through, { purpose: 'for-cause' });
    const merged = marked('3', [
      ...through.slice(0, 2),
      { type: 'CauseMerged', stage: 'awaiting-visit', on: on('2023-07-12') },
      ...through.slice(2),
    ]);
    const all = counted([marked('1', through), directed, merged], asOf(on('2023-09-30')));
    expect(['random', 'directed', 'purposes', 'random-share'].map((id) => valueIn(all, id))).toEqual([2, 2, 4, 5000]);
    const more = counted(
      [
        ...Array.from({ length: 12 }, (_, n) => marked(`c${n}`, through, { purpose: 'for-cause' })),
        marked('1', through),
      ],
      asOf(on('2023-09-30')),
    );
    expect(valueIn(more, 'random')).toBe(1);
    expect(valueIn(more, 'random-share')).toBe(769);
  });
  it('trap 12 a joint visit is one inspection', () => {
    const all = counted([marked('1', through, { joint: true }), marked('2', through)], asOf(on('2023-09-30')));
    expect([valueIn(all, 'joint'), valueIn(all, 'joint-share')]).toEqual([1, 5000]);
  });
  it('trap 3 counts voided draws beside all draws', () => {
    const draw = {
      kind: 'objects',
      organ: 'chaozhou',
      section: 'lawyers',
      task: 't',
      sector: null,
      frozenOn: on('2023-07-10'),
    };
    const draws = [
      { ...draw, draw: 't.1', voided: true },
      { ...draw, draw: 't.2', voided: false },
    ];
    const all = counted([], asOf(on('2023-07-11')), { draws });
    expect([valueIn(all, 'draws'), valueIn(all, 'voided-draws')]).toEqual([2, 1]);
    expect(itemsOf('voided-draws', all)?.map(({ id }) => id)).toEqual(['t.1']);
  });
  it('leaves voided cases and other organs’ out, and divides by nothing as null', () => {
    const voided = marked('1', [through[0]!, { type: 'CaseVoided', stage: 'voided', on: on('2023-07-01') }]);
    const all = counted([voided, marked('2', through, { organ: 'raoping' })], asOf(on('2023-09-30')));
    expect([valueIn(all, 'cases'), valueIn(all, 'completion')]).toEqual([0, null]);
  });
});

describe('R48 C10 C25 coverage and burden', () => {
  const institution = (id: string) =>
    ({ id, name: id, organ: 'chaozhou', section: 'lawyers', sector: 'law-firm' }) as const;
  const institutions = ['o-1', 'o-2', 'o-3'].map(institution);
  const county = marked('9', through, { organ: 'raoping', object: 'o-1', plan: 'raoping-2023' });

  it('C25 shows both: how many were reached, and how often each', () => {
    const all = counted([marked('1', through), marked('2', through), county], asOf(on('2023-09-30')), { institutions });
    expect(['covered', 'roster', 'coverage', 'borne', 'burden'].map((id) => valueIn(all, id))).toEqual([
      2, 3, 6667, 3, 15000,
    ]);
    expect(burdenRows(all).map(({ id, visits, by }) => [id, visits, by])).toEqual([
      ['o-1', 2, ['chaozhou', 'raoping']],
      ['o-2', 1, ['chaozhou']],
      ['o-3', 0, []],
    ]);
  });
});

describe('trap 15 as known and as true', () => {
  const late = marked('1', [
    ...through.slice(0, 3),
    // Told on 12 October of 8 October.
    { type: 'ReminderIssued', stage: 'inspecting', on: on('2023-10-08'), at: '2023-10-12T02:00:00.000Z' as Instant },
  ]);
  it('“as known on 10-10” and “as true on 10-08” differ, and both are answered', () => {
    expect(valueIn(counted([late], asOf(on('2023-10-10'))), 'reminders')).toBe(0);
    expect(valueIn(counted([late], { known: endOf(on('2023-10-12')), on: on('2023-10-08') }), 'reminders')).toBe(1);
    expect(valueIn(counted([late], { known: endOf(on('2023-10-12')), on: on('2023-10-07') }), 'reminders')).toBe(0);
  });
  it('the evening ends at 24:00 in China', () => {
    const just = (at: string) =>
      valueIn(
        counted([marked('1', [{ ...opened(on('2023-10-31')), at: at as Instant }])], asOf(on('2023-10-31'))),
        'cases',
      );
    expect([just('2023-10-31T15:59:59.999Z'), just('2023-10-31T16:00:00.000Z')]).toEqual([1, 0]);
  });
  it('R91 R92 a listing stands from its confirmation to its last day, and not after an end that was known', () => {
    const mark = (type: string, day: Day, until: Day | null = null) => ({
      revision: 0,
      at: `${day}T02:00:00.000Z` as Instant,
      on: day,
      type,
      until,
    });
    const life: MarkedListing = {
      object: 'o',
      list: 'credit',
      organ: 'chaozhou',
      case: '1',
      marks: [mark('ListingProposed', on('2023-08-01')), mark('ListingConfirmed', on('2023-08-20'), on('2023-11-20'))],
    };
    const inForce = (day: Day, of = life) => listingAt(of, asOf(day))?.inForce;
    expect(
      ['2023-07-31', '2023-08-19', '2023-08-20', '2023-11-20', '2023-11-21'].map((each) => inForce(on(each))),
    ).toEqual([undefined, false, true, true, false]);
    const repaired = { ...life, marks: [...life.marks, mark('ListingRepaired', on('2023-10-10'))] };
    expect([inForce(on('2023-10-09'), repaired), inForce(on('2023-10-10'), repaired)]).toEqual([true, false]);
  });
});

describe('each number opens what it counts', () => {
  const stages = ['planned', 'inspecting', 'awaiting-publication', 'closed', 'abnormal'] as const;
  const types = ['VisitEnded', 'ReminderIssued', 'PublicationAcknowledged', 'CauseMerged', 'DeadlinePassed'] as const;
  const days = fc.integer({ min: 1, max: 28 }).map((n) => on(`2023-0${1 + (n % 9)}-${String(n).padStart(2, '0')}`));
  const told = fc.record({
    type: fc.constantFrom(...types),
    stage: fc.constantFrom(...stages),
    on: days,
    published: fc.boolean(),
  });
  const cases = fc.array(
    fc.tuple(
      fc.array(told, { maxLength: 6 }),
      fc.constantFrom('lawyers', 'services'),
      fc.constantFrom('chaozhou', 'raoping'),
      fc.boolean(),
    ),
    { maxLength: 12 },
  );

  it('R98 the sum of every division is the whole, and every number is the length of its list', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const all = counted(
          drawn.map(([steps, section, organ, random], n) =>
            marked(String(n), [opened(on('2023-01-01')), ...steps], {
              section,
              organ,
              purpose: random ? 'random' : 'for-cause',
            }),
          ),
          asOf(on('2023-12-31')),
          { organs: ['chaozhou', 'raoping'] },
        );
        const whole = countFigures(all);
        for (const { id } of figures.filter((one) => 'items' in one)) {
          const value = whole.find(({ figure }) => figure === id)?.value;
          expect(itemsOf(id, all)).toHaveLength(value!);
          for (const by of groupings) {
            const groups = countBy(all, by);
            const sum = groups.reduce((so, group) => so + group.figures.find(({ figure }) => figure === id)!.value!, 0);
            expect(sum).toBe(value);
            for (const { key, figures: own } of groups) {
              expect(itemsOf(id, all, { [by]: key })).toHaveLength(own.find(({ figure }) => figure === id)!.value!);
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });
  it('opens no list for a share, nor for a name that no figure has', () => {
    const none = counted([], asOf(on('2023-12-31')));
    expect([itemsOf('completion', none), itemsOf('x', none)]).toEqual([undefined, undefined]);
    const names = new Set(figures.map(({ id }) => id));
    for (const one of figures)
      if ('numerator' in one) expect(names.has(one.numerator) && names.has(one.denominator)).toBe(true);
  });
});
