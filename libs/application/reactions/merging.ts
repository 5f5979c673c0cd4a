import { inspectionCase, type CaseEvent } from '@srd/domain/case';
import type { Reaction } from '@srd/runtime';
import type { Cause, Follow } from './follow';

/** A for-cause case that was merged into a drawn visit needs no visit of its own any more (trap 11, B二(八)). */
export function merging(follow: Follow): Reaction {
  return {
    name: 'merged-causes',
    on: {
      CauseMerged: async (event) => {
        const { data } = event as unknown as Cause<CaseEvent, 'CauseMerged'>;
        const evidence = follow.evidence(event);
        const file = await evidence.of(inspectionCase, `case-${data.case}`);
        if (!file || file.value === 'voided') return;
        const reason = `已并入 ${event.stream.slice('case-'.length)} 号案件一并检查`;
        // Whoever decided on the merger asks, the system only carries it out.
        const voided = { type: 'VoidCase', data: { reason, requestedBy: event.actor } } as const;
        await follow.giveCase(event, 'merger', data.case, voided, evidence);
      },
    },
  };
}
