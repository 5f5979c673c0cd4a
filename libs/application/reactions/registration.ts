import { inspectionCase } from '@srd/domain/case';
import type { IntegrityState } from '@srd/domain/integrity';
import { standing } from '@srd/domain/standing';
import type { Evidence } from '../evidence';

/** 登记号 of an institution, as the first case or listing in its file has it; empty where the file was made of circulars only. */
export async function registrationIn({ entries }: IntegrityState, evidence: Evidence): Promise<string> {
  for (const { stream } of entries.map(({ source }) => source)) {
    if (stream.startsWith('case-')) {
      const file = await evidence.of(inspectionCase, stream);
      if (file?.context.object) return file.context.object.registrationNumber;
    }
    if (stream.startsWith('standing-')) {
      const { proposal } = await evidence.of(standing, stream);
      if (proposal?.subject) return proposal.subject.registrationNumber;
    }
  }
  return '';
}
