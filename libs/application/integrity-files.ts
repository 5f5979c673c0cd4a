import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@srd/domain/account';
import { integrity, type IntegrityState } from '@srd/domain/integrity';
import { isId, type Id } from '@srd/kernel';
import { CommandRunner, type Folded } from '@srd/runtime';
import { Readings } from './access';
import type { Visit } from './case-files';
import { admitAs } from './desk';
import { integrityStream } from './desks/integrity';
import { STORES, type Stores } from './ports';
import { checkSees, demandRole } from './queries';
import { refuse } from './refusals';

/** Who may look into a practitioner's file: those who decide on it or prepare it, and who supervises them (C24). */
export const PERSONAL_READERS: readonly Role[] = [
  'section-officer',
  'section-head',
  'leader',
  'supervision-officer',
  'auditor',
];

/** Integrity files for those who may see them. A practitioner's is opened for a stated purpose by everybody, and each opening stays on record. */
@Injectable()
export class IntegrityFiles {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly runner: CommandRunner,
    private readonly readings: Readings,
  ) {}

  /** @throws Refusal UNKNOWN_SUBJECT, PURPOSE_REQUIRED, or 404 for what the asker doesn't see */
  async open(id: Id, { who, purpose, correlation }: Visit): Promise<Folded<IntegrityState>> {
    const folded = await this.runner.load(integrity, isId(id) ? integrityStream(id) : 'integrity');
    const { organ, kind } = folded.state;
    if (organ === null) return refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的诚信档案`);
    checkSees(this.stores, who, organ, 'integrityFiles');
    const subject = { kind: 'integrity-file', id } as const;
    if (kind === 'institution') {
      await this.readings.open(who, subject, organ, purpose, correlation);
      return folded;
    }
    demandRole(who, PERSONAL_READERS);
    if (purpose === undefined) return refuse('PURPOSE_REQUIRED', '查阅法律服务人员的诚信档案须在 purpose 中说明用途');
    const role = admitAs(who, PERSONAL_READERS, { organ: who.organ });
    const command = { type: 'OpenReading', data: { subject, organ, purpose } };
    await this.readings.record(who, role, command, correlation);
    return folded;
  }
}
