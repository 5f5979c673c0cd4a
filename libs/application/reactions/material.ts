import { organ, lineSectionOf, type Sector } from '@srd/domain/organ';
import type { YearEvent } from '@srd/domain/report';
import type { Reaction } from '@srd/runtime';
import { CommandReport } from '../aggregates';
import { planOf } from '../desks/ids';
import { yearId } from '../years/facts';
import type { Cause, Follow } from './follow';

/** What a county hands up reaches each section of its superior that looks after one of the same sectors (A三末段; R100). */
export function material(follow: Follow): Reaction {
  return {
    name: 'county-material',
    on: {
      CountyMaterialHandedUp: async (event) => {
        const { data } = event as unknown as Cause<YearEvent, 'CountyMaterialHandedUp'>;
        const { organ: county, year } = planOf(event.stream.slice('report-'.length));
        const { section: from, to, issue, asOf, figures } = data;
        const evidence = follow.evidence(event);
        const superior = await evidence.of(organ, `organ-${to}`);
        if (!superior) return;
        const sections = new Set(data.sectors.map((sector: Sector) => lineSectionOf(superior, sector)));
        for (const section of [...sections].filter((one) => one !== undefined).sort()) {
          const command = { type: 'TakeMaterial', data: { section, county, from, issue, asOf, figures } };
          await follow.give(event, `material:${section}`, CommandReport, yearId(to, year), command, evidence);
        }
      },
    },
  };
}
