import { inspectionCase, type OpenCase } from '@srd/domain/case';
import type { Id } from '@srd/kernel';
import { cases, type CaseRow } from '@srd/views';
import type { Evidence } from '../evidence';
import type { Stores } from '../ports';

/** What reading facts of other streams takes. */
export interface Sources {
  readonly evidence: Evidence;
  readonly stores: Stores;
}

/** Every case that one of the objects has had, at whichever level. */
export async function casesOfObjects({ evidence, stores }: Sources, objects: readonly Id[]) {
  const { rows } = stores.views.list(cases.name, { where: { object: objects }, limit: 100_000 });
  const files: OpenCase[] = [];
  for (const { row } of rows) {
    const file = await evidence.of(inspectionCase, `case-${(row as CaseRow).case}`);
    if (file) files.push(file);
  }
  return files;
}
