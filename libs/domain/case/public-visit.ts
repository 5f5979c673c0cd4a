import type { Day, Id } from '@srd/kernel';
import { methodLabels } from './labels';
import type { OpenCase } from './state';

/** What the public page says of a visit's code: that it is real, whose it is and on what it rests. No person and no institution (C24). */
export type PublicVisit = {
  readonly organ: Id;
  /** The unit's name as the case has it; null where the organ's own record tells it. */
  readonly unitName: string | null;
  readonly caseNumber: string;
  readonly items: readonly { readonly name: string; readonly basis: readonly string[] }[];
  readonly method: string;
  readonly openedOn: Day;
  readonly endedOn: Day | null;
  readonly purpose: string;
  /** The task stands in the organ's record, approved where the duty binds. */
  readonly taskOnRecord: true;
  readonly approved: boolean;
  /** Each of those present is a registered inspector whose certificate is valid that day (R22). */
  readonly inspectorsOnRecord: number;
  readonly basis: string;
};

/** The answer to who scans or types the code that was shown on arrival (国办发〔2024〕54号); null when no visit of the case has it. */
export function publicVisit({ context }: OpenCase, code: string): PublicVisit | null {
  const { opened, visits, approvedBy, delegation } = context;
  const visit = visits.find(({ visitCode }) => visitCode !== null && visitCode === code.trim());
  if (!visit) return null;
  return {
    organ: opened.organ,
    unitName: opened.unitName ?? null,
    caseNumber: opened.number,
    items: opened.items.map(({ name, basis = [] }) => ({ name, basis })),
    method: methodLabels[opened.method],
    openedOn: visit.openedOn,
    endedOn: visit.endedOn,
    purpose: opened.purpose === 'random' ? '随机抽查' : '不受随机抽查限制的检查',
    taskOnRecord: true,
    approved: approvedBy !== null,
    inspectorsOnRecord: visit.present.length,
    basis: delegation ? 'B二(三)委托检查、国办发〔2024〕54号' : '国办发〔2024〕54号',
  };
}
