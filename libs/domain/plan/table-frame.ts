import { currentRules, sectors, type DrawModes, type Organ, type Sector, type Source } from '@srd/domain/organ';
import type { TableFrame } from './table';
import type { TaskContent } from './task';

/** What the organ's sections and rules in force add to a table that is read in (R1, R2, R34). */
export function tableFrameOf(
  organ: Organ,
  year: number,
  source: Source,
  besides: {
    readonly items: TableFrame['items'];
    readonly higherDocument: TaskContent['higherDocument'];
    readonly modes?: DrawModes;
    readonly interpreted?: readonly Sector[];
  },
): TableFrame {
  const { rules, version } = currentRules(organ);
  const lines = organ.sections.filter(({ kind }) => kind === 'line');
  const sections = sectors.flatMap((sector) => {
    const line = lines.find((section) => section.sectors.includes(sector));
    return line ? [[sector, line.id] as const] : [];
  });
  return {
    year,
    source,
    sections: Object.fromEntries(sections),
    sampling: rules.sampling,
    disclosure: rules.disclosure.value,
    afterCessation: rules.afterCessation.value,
    ruleVersion: version,
    ...besides,
  };
}
