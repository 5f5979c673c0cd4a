import {
  plan,
  ratioInForce,
  sampleOf,
  tasksOf,
  type LevelFact,
  type PlanState,
  type TaskState,
} from '@srd/domain/plan';
import { poolOf, roster } from '@srd/domain/roster';
import { exclusionReasons, latest, namesOpen, objectsInForce, selectionWith } from '@srd/domain/selection';
import type { Id } from '@srd/kernel';
import { organs, type OrganRow } from '@srd/views';
import { planStream, selectionStream } from './ids';
import { organIn, type Sources } from './object-facts';
import { rosterStream } from './rosters';

const LIVE: readonly TaskState['status'][] = ['released', 'allotted', 'completed'];

/** The organ above and those right below: the levels that may come to the same door (R5, C10, C27). */
function relatedTo({ stores }: Sources, organ: Id): readonly Id[] {
  const rows = stores.views.list(organs.name, { limit: 10_000 }).rows.map(({ row }) => row as OrganRow);
  const superior = rows.find((row) => row.organ === organ)?.superior ?? null;
  const below = rows.filter((row) => row.superior === organ).map((row) => row.organ);
  return [...(superior === null ? [] : [superior]), ...below].sort();
}

/** Whom a task has drawn; names that are still held back are told to nobody outside its organ (trap 10). */
async function drawnBy(
  { evidence, stores }: Sources,
  task: TaskState,
  isVisible: boolean,
): Promise<readonly Id[] | null> {
  const state = await evidence.of(selectionWith(stores.hash), selectionStream(task.id));
  const attempt = latest(state);
  if (attempt?.phase !== 'revealed') return null;
  return isVisible || namesOpen(state, attempt) ? objectsInForce(attempt) : null;
}

async function strataOf(
  sources: Sources,
  organ: { readonly id: Id; readonly name: string },
  state: PlanState,
  isVisible: boolean,
): Promise<readonly LevelFact[]> {
  const facts: LevelFact[] = [];
  for (const task of tasksOf(state).filter(({ status }) => LIVE.includes(status))) {
    const drawn = await drawnBy(sources, task, isVisible);
    const { rounding, atLeast, objects: scope } = task.content;
    const rule = {
      basisPoints: ratioInForce(state, task)?.basisPoints ?? 0,
      rounding: rounding.value,
      atLeast: atLeast.value,
    };
    for (const sector of scope.sectors) {
      const pool = poolOf(await sources.evidence.of(roster, rosterStream(organ.id, sector)));
      const objects = pool
        .filter(({ status }) => exclusionReasons[status] === null)
        .map(({ institution }) => institution);
      const here = drawn?.filter((id) => pool.some(({ institution }) => institution === id)) ?? [];
      const { size } = sampleOf(rule, objects.length);
      const drawsLeft = drawn === null && task.status !== 'completed' ? 1 : 0;
      facts.push({ organ: organ.id, organName: organ.name, task: task.id, objects, size, drawsLeft, drawn: here });
    }
  }
  return facts;
}

/** What the plans of the levels above and below put on the institutions in the same year (R48, C10, C27). */
export async function levelFacts(
  sources: Sources,
  organ: Id,
  year: number,
  visible: readonly Id[],
): Promise<readonly LevelFact[]> {
  const facts: LevelFact[] = [];
  for (const id of relatedTo(sources, organ)) {
    const { name } = await organIn(sources.evidence, id);
    const state = await sources.evidence.of(plan, planStream(`${id}-${year}`));
    facts.push(...(await strataOf(sources, { id, name }, state, visible.includes(id))));
  }
  return facts;
}
