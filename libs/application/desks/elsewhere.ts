import type { HeldLot, PlatformReceipt, SelectionCommand } from '@srd/domain/selection';
import type { Id } from '@srd/kernel';
import type { Team } from '@srd/proof/draw';
import { refuse } from '../refusals';
import { isOfPractitioners } from './ids';
import { objectPool, practitionerPool, teamPool, type PoolAsked, type SelectionFacts } from './pools';

type Ask<T extends SelectionCommand['type']> = Extract<SelectionCommand, { type: T }>['data'];

/** What a person says of a draw that was held elsewhere: its result. `assigned` names persons, whom the pool turns into the draw's ids. */
interface ResultAsked extends PoolAsked {
  readonly selected: readonly Id[];
  readonly reserve: readonly Id[];
  readonly assigned: readonly Team[];
}

/** Pool and result of a draw held elsewhere: the pool is built here as for a freeze; nobody hands one in (C23, R64). */
async function drawnElsewhere(asked: ResultAsked, facts: SelectionFacts) {
  const { selected, reserve, assigned } = asked;
  if (facts.id.includes(':team')) {
    if (selected.length + reserve.length > 0) refuse('RESULT_OF_OTHER_DRAW', '本系列抽取的是检查人员，不是检查对象');
    const pool = await teamPool(asked, facts);
    const idOf = new Map(Object.entries(pool.people).map(([id, person]) => [person, id]));
    const place = new Map(pool.request.cases.map(({ id }, index) => [id, index]));
    const teams = assigned.map((team) => ({
      case: team.case,
      inspectors: team.inspectors.map((person) => idOf.get(person) ?? person),
    }));
    const inOrder = teams.toSorted((a, b) => (place.get(a.case) ?? place.size) - (place.get(b.case) ?? place.size));
    return { kind: 'team', ...pool, assigned: inOrder } as const;
  }
  if (assigned.length > 0) refuse('RESULT_OF_OTHER_DRAW', '本系列抽取的是检查对象，不是检查人员');
  if (isOfPractitioners(facts.id)) {
    const pool = await practitionerPool(asked, facts);
    const idOf = new Map(Object.entries(pool.people).map(([id, person]) => [person, id]));
    const drawIds = (persons: readonly Id[]): readonly Id[] => persons.map((person) => idOf.get(person) ?? person);
    return { kind: 'practitioners', ...pool, selected: drawIds(selected), reserve: drawIds(reserve) } as const;
  }
  return { kind: 'objects', ...(await objectPool(asked, facts)), selected, reserve } as const;
}

/** 摇号、抽签 on the spot (B二(九), R57). */
export async function physicalLot(
  { held, ...asked }: ResultAsked & { readonly held: HeldLot },
  facts: SelectionFacts,
): Promise<Ask<'RecordPhysicalLot'>> {
  return { pool: await drawnElsewhere(asked, facts), held };
}

/** A draw that the provincial platform held (A二(二), R62, R63). */
export async function platformDraw(
  { receipt, ...asked }: ResultAsked & { readonly receipt: PlatformReceipt },
  facts: SelectionFacts,
): Promise<Ask<'ImportPlatformDraw'>> {
  return { pool: await drawnElsewhere(asked, facts), receipt };
}
