import type { Id } from '@srd/kernel';
import type { DrawModes, Sector } from '@srd/domain/organ';
import { strataRules } from './allotment-rules';
import { practitionersInForce } from './practitioners';
import type { PractitionerRule, SampleRule } from './sample';
import { ratioInForce, type PlanState } from './state';
import type { TaskContent } from './task';
import { taskIn } from './task-rules';

/** What a draw must know of its task: the shape is that of the selection's `TaskFact`, with the plan's choices beside it. */
export type DrawBasis = {
  readonly task: Id;
  readonly allotted: boolean;
  readonly sectors: readonly Sector[];
  readonly rules: { readonly open: SampleRule; readonly listed: SampleRule | null };
  readonly disclosure: TaskContent['disclosure'];
  readonly afterCessation: TaskContent['afterCessation'];
  readonly year?: number;
  /** How the plan says that its draw departs from equal chances (R49, R54). */
  readonly modes?: DrawModes;
  readonly practitioners?: PractitionerRule;
  /** Whose ratio it is, and the version of the organ's rules that the row was written under (C1, C15). */
  readonly quoted: { readonly ratioFrom: 'table' | 'text' | 'minimum-only'; readonly ruleVersion: number };
};

/** What a draw rests on (R32, R64). @throws Refusal TASK_UNKNOWN */
export function drawBasis(state: PlanState, id: Id): DrawBasis {
  const task = taskIn(state, id);
  const { objects, disclosure, afterCessation, modes, ruleVersion } = task.content;
  const practitioners = practitionersInForce(state, task);
  return {
    task: id,
    allotted: task.status === 'allotted',
    sectors: objects.sectors,
    rules: strataRules(state, task),
    disclosure,
    afterCessation,
    ...(state.year !== null && { year: state.year }),
    ...(modes && { modes }),
    ...(practitioners && { practitioners }),
    quoted: { ratioFrom: ratioInForce(state, task)?.from ?? 'minimum-only', ruleVersion },
  };
}
