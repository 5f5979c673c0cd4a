import { currentRules } from '@srd/domain/organ';
import { plan, type PlanCommand, type PlanEvent, type PlanState, type TaskContent } from '@srd/domain/plan';
import type { Id } from '@srd/kernel';
import type { Entry, Facts } from '../desk';
import { planOf, planStream } from './ids';
import { organIn } from './object-facts';
import { demandSection } from './organs';
import { checkFacts, itemFacts, openCasesOf, poolsOf, practitionerCounts } from './plan-facts';

export { planOf, planStream } from './ids';
export { organIn } from './object-facts';

const withChecks = async (data: object, facts: Facts<PlanState>) =>
  ({ ...data, ...(await checkFacts(facts)) }) as never;

/** A row names the section that looks after its sectors. */
async function ofItsSection(data: { content: TaskContent }, { id, evidence }: Facts<PlanState>) {
  const { section, objects } = data.content;
  if (section !== '') await demandSection(evidence, planOf(id).organ, section, objects.sectors);
  return data as never;
}

/** The yearly plans with their tasks. */
export const planDesk: Entry<PlanState, PlanCommand, PlanEvent> = {
  decider: plan,
  stream: planStream,
  target: (state, command, id) => {
    if (state.organ === null && command.type !== 'DraftPlan') return undefined;
    const asked = command.data as { task?: Id; conflict?: Id; section?: Id; content?: TaskContent };
    const task = asked.task ?? (asked.conflict === undefined ? undefined : state.conflicts[asked.conflict]?.task);
    // A task that isn't in the plan yet belongs to the section that its row names.
    const content = (task === undefined ? undefined : state.tasks[task]?.content) ?? asked.content;
    const { section } = content ?? asked;
    const partners = content?.partners.map((partner) => partner.organ) ?? [];
    return { organ: planOf(id).organ, section: section ?? null, partners };
  },
  prepare: {
    DraftPlan: (data: object, { id }) => ({ ...data, ...planOf(id) }) as never,
    // A department consents for itself (R4).
    RecordPartnerConsent: async (data: object, { who, evidence }) => {
      if (!who) return data as never;
      return { ...data, partner: who.organ, name: (await organIn(evidence, who.organ)).name } as never;
    },
    DraftTask: ofItsSection,
    ReviseTask: ofItsSection,
    SubmitPlan: withChecks,
    CheckPlan: withChecks,
    AdjustTask: withChecks,
    AllotTask: async (data: { task: Id }, facts) => {
      const task = facts.state.tasks[data.task];
      if (!task) return data as never;
      const { rules } = currentRules(await organIn(facts.evidence, planOf(facts.id).organ));
      const tolerance = rules.toleranceBasisPoints?.value;
      return {
        ...data,
        pool: await poolsOf(task, facts),
        items: await itemFacts(task.content.items, facts),
        practitioners: await practitionerCounts(task, facts),
        ...(tolerance !== undefined && { toleranceBasisPoints: tolerance }),
      } as never;
    },
    CompleteTask: async (data: { task: Id }, facts) =>
      ({ ...data, openCases: await openCasesOf(data.task, facts) }) as never,
  },
};
