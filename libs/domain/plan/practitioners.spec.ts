import { drawBasis, type ConflictFinding, type PlanCommand, type TaskContent } from './index';
import {
  consent,
  decided,
  givenPlan,
  itemFacts,
  planWith,
  released,
  roster,
  row,
  submitted,
  supervision,
} from './plan.fixture';

const pool = [{ sector: 'forensic-institution', listed: false, of: 2, excluded: [] }] as const;
const allot = (counts?: readonly { sector: 'forensic-institution'; of: number }[]): PlanCommand => ({
  type: 'AllotTask',
  data: { task: 'task-1', pool, items: itemFacts, ...(counts && { practitioners: counts }) },
});
const ready = (choice: string) =>
  givenPlan(
    ...planWith(1),
    submitted,
    consent('task-1'),
    decided('task-1:RATIO_MISMATCH', 'table'),
    decided('task-1:PRACTITIONER_TOTAL_MISSING', choice),
    released,
  );

describe('practitioners beside the institutions', () => {
  it('R19 C5 of the drawn institutions: their number follows from the draw, their rule stands now', () => {
    const given = ready('of-drawn-institutions');
    expect(given.when(allot(), supervision).recorded).toMatchObject([
      {
        data: {
          cases: 1,
          practitioners: {
            from: 'drawn',
            quotas: [{ stratum: 'forensic-institution.practitioners', basisPoints: 2000, of: null, size: null }],
          },
        },
      },
    ]);
    expect(drawBasis(given.state, 'task-1').practitioners).toMatchObject({ from: 'drawn' });
  });
  it('R19 C5 all of them: the allotment counts them on the day', () => {
    const given = ready('all-practitioners');
    given.when(allot(), supervision).refused('POOL_MISMATCH');
    expect(given.when(allot([{ sector: 'forensic-institution', of: 21 }]), supervision).recorded).toMatchObject([
      { data: { practitioners: { from: 'all', quotas: [{ of: 21, size: 5 }] } } },
    ]);
  });
  it('R19 C5 institutions only: no practitioner is drawn', () => {
    const given = ready('institutions-only');
    const [event] = given.when(allot(), supervision).recorded;
    expect(event?.data).not.toHaveProperty('practitioners');
    expect(drawBasis(given.state, 'task-1').practitioners).toBeUndefined();
  });
  it('C5 takes a ratio of their own, and refuses one where practitioners are no objects', () => {
    const source = { kind: 'own', note: '本机关自定' } as const;
    const practitionerSample = {
      from: 'all',
      ratio: { basisPoints: 500, about: false, source },
      atLeast: { value: 2, source },
    } as const;
    const draft = (content: TaskContent): PlanCommand => ({ type: 'DraftTask', data: { task: 't', content } });
    const given = givenPlan(...planWith()).when(draft({ ...row(1), practitionerSample }));
    expect(drawBasis(given.state, 't').practitioners).toMatchObject({
      from: 'all',
      rule: { basisPoints: 500, atLeast: 2 },
    });
    givenPlan(...planWith())
      .when(draft({ ...row(4), practitionerSample }))
      .refused('PRACTITIONERS_NOT_OBJECTS');
  });
  it('C5 trap 2 compares the table’s number of practitioners with the roster’s', () => {
    const content = { ...row(1), totals: { institutions: 2, practitioners: 20 } };
    const library = [{ ...roster('forensic-institution', 2), practitioners: 21 }];
    const { state } = givenPlan(...planWith(), [{ type: 'DraftTask', data: { task: 't', content } }]).when({
      type: 'CheckPlan',
      data: { rosters: library },
    });
    expect(state.conflicts['t:PRACTITIONER_TOTAL_MISMATCH']?.finding).toEqual({
      code: 'PRACTITIONER_TOTAL_MISMATCH',
      table: 20,
      active: 21,
    } satisfies ConflictFinding);
    expect(state.conflicts['t:PRACTITIONER_TOTAL_MISSING']).toBeUndefined();
  });
});

describe('modes that the plan discloses', () => {
  const source = { kind: 'own', note: '本机关自定' } as const;
  const draft = (modes: TaskContent['modes']): PlanCommand => ({
    type: 'DraftTask',
    data: { task: 't', content: { ...row(4), ...(modes && { modes }) } },
  });
  it('R49 R54 C10 tells them to the draw with their sources, and the ratio and version that it quotes', () => {
    const modes = { coverage: { value: { years: 3, since: 2023 }, source }, yearlyCap: { value: 2, source } };
    const { state } = givenPlan(...planWith()).when(draft(modes));
    expect(drawBasis(state, 't')).toMatchObject({ modes, year: 2023, quoted: { ratioFrom: 'table', ruleVersion: 1 } });
  });
  it.each([
    { yearlyCap: { value: 0, source } },
    { manyComplaints: { value: 0.5, source } },
    { coverage: { value: { years: 0, since: 2023 }, source } },
    { weights: { value: { perComplaint: 1, perPenalty: 1, listed: 1, grades: [], atMost: 101 }, source } },
    { weights: { value: { perComplaint: -1, perPenalty: 1, listed: 1, grades: [], atMost: 9 }, source } },
    { capCounts: { value: 'none' as 'all', source } },
  ])('R48 R49 R54 R64 refuses a mode that no rule allows: %j', (modes) =>
    givenPlan(...planWith())
      .when(draft(modes))
      .refused('MODE_INVALID'),
  );
});
