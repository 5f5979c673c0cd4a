import { Inject, Injectable } from '@nestjs/common';
import { inspectionCase, partiesOf, type OpenCase } from '@srd/domain/case';
import { isId, type Id, type RecordedEvent } from '@srd/kernel';
import { CommandRunner } from '@srd/runtime';
import { Readings, type CaseName } from './access';
import { CaseReplay } from './case-replay';
import { STORES, type Stores } from './ports';
import { checkSees } from './queries';
import { refuse } from './refusals';
import type { Who } from './who';

/** How somebody comes to a file. */
export interface Visit {
  readonly who: Who;
  /** What an auditor opens it for. */
  readonly purpose?: string;
  readonly correlation: string;
}

/** Organs besides the case's own that take part in it and so see it. */
export function othersIn(state: OpenCase): readonly Id[] {
  const { partners, delegate, lenders } = partiesOf(state);
  return [...partners, ...lenders, ...(delegate === null ? [] : [delegate])];
}

/** Case files for those who may see them; an auditor's opening leaves its trace. */
@Injectable()
export class CaseFiles {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly runner: CommandRunner,
    private readonly readings: Readings,
  ) {}

  /** The case as it stands. @throws Refusal, or 404 */
  async open(id: Id, { who, purpose, correlation }: Visit): Promise<{ state: OpenCase; revision: number }> {
    const { state, revision } = await this.seen(id, who);
    await this.readings.open(who, { kind: 'case', id }, state.context.opened.organ, purpose, correlation);
    return { state, revision };
  }

  /** Which case it is, as every list shows it: that is no reading. @throws Refusal, or 404 */
  async name(id: Id, who: Who): Promise<CaseName> {
    const { context } = (await this.seen(id, who)).state;
    return { number: context.opened.number, name: context.object?.name ?? null };
  }

  private async seen(id: Id, who: Who): Promise<{ state: OpenCase; revision: number }> {
    const { state, revision } = await this.runner.load(inspectionCase, isId(id) ? `case-${id}` : 'case');
    // The same answer as for a case that isn't theirs to see: nobody learns that it exists.
    if (state === null) return refuse('UNKNOWN_SUBJECT');
    checkSees(this.stores, who, state.context.opened.organ, 'cases', othersIn(state));
    return { state, revision };
  }

  /** The case to be replayed, with all its events. @throws Refusal, or 404 */
  async replay(id: Id, visit: Visit): Promise<CaseReplay> {
    await this.open(id, visit);
    const events: RecordedEvent[] = await this.stores.log.read(`case-${id}`);
    return new CaseReplay(events);
  }
}
