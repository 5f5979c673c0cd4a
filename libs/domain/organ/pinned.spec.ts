import { createHash } from 'node:crypto';
import { context, day, given, instant } from '@srd/kernel';
import { commitmentOf, requestHash } from '@srd/proof/draw';
import { chaozhou2023Table, drawBasis, plan, type PlanEvent, type PlanState } from '@srd/domain/plan';
import { latest, selectionWith, teamRequest, type InspectionFact, type InspectorFact } from '@srd/domain/selection';
import {
  chaozhou2023,
  currentRules,
  organ,
  rulesVersion,
  type OrganCommand,
  type OrganEvent,
  type Sourced,
} from './index';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const own = <T>(value: T): Sourced<T> => ({ value, source: { kind: 'own', note: '本机关自定' } });
const founded: OrganEvent = { type: 'OrganFounded', data: { organ: 'chaozhou', ...chaozhou2023 } };
const shorter: OrganCommand = {
  type: 'ReviseRules',
  data: {
    reason: '人员增加',
    changes: {
      rotationMonths: own(6),
      contributorsPerDraw: own(3),
      sampling: { 'law-firm': own({ basisPoints: 2000, rounding: 'floor' as const, atLeast: 2, perYear: 1 }) },
    },
  },
};

describe('a rule that is changed changes nothing that is open', () => {
  const before = given(organ, [founded]);
  const after = before.when(shorter).state!;

  it('R47 trap 6 the earlier version can still be read, and says what it said', () => {
    expect(currentRules(after).version).toBe(2);
    expect(rulesVersion(after, 1)?.rules).toEqual(chaozhou2023.rules);
  });

  it('R47 C15 trap 6 a row of the plan keeps ratio, rounding and minimum, and quotes the version it was written under', () => {
    const content = chaozhou2023Table({}, 1)[3]!;
    const source = { kind: 'document', document: 'A', article: 'A附件' } as const;
    const facts: readonly PlanEvent[] = [
      {
        type: 'PlanDrafted',
        data: { procedure: 'plan/1', organ: 'chaozhou', year: 2023, title: '', documents: [], source },
      },
      { type: 'TaskDrafted', data: { task: 't', content } },
    ];
    const state: PlanState = given(plan, facts).state;
    const { rules, quoted } = drawBasis(state, 't');
    expect(rules.open).toEqual({ basisPoints: 1000, rounding: 'ceil', atLeast: 1 });
    expect(rulesVersion(after, quoted.ruleVersion)?.rules.sampling['law-firm']?.value.basisPoints).toBe(1000);
    expect(currentRules(after).rules.sampling['law-firm']?.value.basisPoints).toBe(2000);
  });

  it('R59 trap 6 a frozen team draw keeps its twelve months and its number of witnesses; a new one has six', () => {
    const inspector = (letter: string): InspectorFact => ({
      id: `i-${letter}`,
      person: `person-${letter}`,
      organ: 'chaozhou',
      active: true,
      capacity: 3,
      certificates: [{ validFrom: day('2023-01-01'), validUntil: day('2023-12-31') }],
      fields: ['law-firm'],
      absences: [],
    });
    const inspections: readonly InspectionFact[] = [{ person: 'person-a', object: 'x', visitedOn: day('2022-12-01') }];
    const days = { from: day('2023-08-09'), to: day('2023-08-09') };
    const cases = [{ id: 'c-1', object: 'x', days, seats: [{ organs: ['chaozhou'], count: 2, field: null }] }];
    const head = {
      draw: 'd-1',
      series: 't:team',
      from: null,
      attempt: 1,
      organ: 'chaozhou',
      plan: 'chaozhou-2023',
      frozenAt: instant('2023-07-10T01:00:00.000Z'),
      revealBy: instant('2023-07-10T03:00:00.000Z'),
      beacon: null,
    };
    const under = (version: number) => {
      const { rotationMonths, contributorsPerDraw } = rulesVersion(after, version)!.rules;
      const bars = { interests: [], inspections, rotationWaivers: [], rotationMonths: rotationMonths.value };
      const witness = { by: 'w', role: '行业协会代表', person: null };
      const prepared = teamRequest(head, cases, ['a', 'b', 'c'].map(inspector), bars, [witness]);
      return { ...prepared, contributorsPerDraw: contributorsPerDraw.value };
    };
    expect(under(2).request.barred).toEqual([]);

    const selection = selectionWith(hash);
    const prepared = under(1);
    const commitment = commitmentOf('srd-assign/1', requestHash(prepared.request, hash), '5e'.repeat(32), hash);
    const { state } = given(selection, []).when(
      {
        type: 'FreezeTeamDraw',
        data: { ...prepared, commitment, secret: {}, disclosure: 'at-reveal', objectDraw: null },
      },
      context('officer-1', '2023-07-10T01:00:00.000Z'),
    );
    const open = latest(state)!;
    expect(open.contributorsNeeded).toBe(1);
    expect(open.request).toMatchObject({ barred: [{ case: 'c-1', inspector: 'i-a', reason: 'rotation' }] });
    given(selection, [])
      .when(
        {
          type: 'FreezeTeamDraw',
          data: {
            ...prepared,
            contributorsPerDraw: 3,
            commitment,
            secret: {},
            disclosure: 'at-reveal',
            objectDraw: null,
          },
        },
        context('officer-1', '2023-07-10T01:00:00.000Z'),
      )
      .refused('TOO_FEW_CONTRIBUTORS');
  });
});
