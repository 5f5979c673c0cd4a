import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { access, hasOpened, type Access, type Subject } from '@srd/domain/access';
import type { Role } from '@srd/domain/account';
import { dayOf, type Day, type Id } from '@srd/kernel';
import { CommandRunner, type Outcome } from '@srd/runtime';
import { cases, type CaseRow } from '@srd/views';
import { CommandAccess } from './aggregates';
import { admitAs } from './desk';
import { accessStream } from './desks/log';
import { STORES, type Stores } from './ports';
import { visibleOrgans } from './queries';
import type { Who } from './who';

/** A case as lists call it. */
export interface CaseName {
  readonly number: string;
  /** Of the institution; null until one is drawn. */
  readonly name: string | null;
}

/** Who looked at what; a case with its name. */
export type AccessShown = Access & { readonly case: CaseName | null };

/** What stands on the record where an auditor gave no purpose. */
const UNSTATED = '未说明目的';

/** Who sees who looked: leaders and 法治督察科 of the organ, and auditors themselves. */
const OVERSEERS: readonly Role[] = ['leader', 'supervision-officer', 'auditor'];

/** 查阅留痕: auditors open a file with a purpose, once a file and day, and each opening is an event of the day (T17). */
@Injectable()
export class Readings {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly bus: CommandBus,
    private readonly runner: CommandRunner,
  ) {}

  /** Puts an auditor's first look at a file on the day's record; others pass. Who states no purpose isn't kept out: the record says so. */
  async open(who: Who, subject: Subject, organ: Id, purpose: string | undefined, correlation: string): Promise<void> {
    if (!who.grants.some(({ role }) => role === 'auditor')) return;
    const day = dayOf(this.stores.clock.now());
    const { state } = await this.runner.load(access, accessStream(day));
    if (hasOpened(state, who.account, subject)) return;
    await this.record(
      who,
      'auditor',
      { type: 'OpenReading', data: { subject, organ, purpose: purpose ?? UNSTATED } },
      correlation,
    );
  }

  /** Puts a reading or a bundle on the day's record. */
  async record(
    who: Who,
    role: string,
    command: { readonly type: string; readonly data: unknown },
    correlation: string,
  ): Promise<Outcome<unknown>> {
    const day = dayOf(this.stores.clock.now());
    return this.bus.execute(new CommandAccess(day, command, { actor: who.account, correlation, meta: { role } }));
  }

  /** Who looked at what on a day, of the organs that the asker sees. @throws Refusal */
  async ofDay(who: Who, day: Day): Promise<readonly AccessShown[]> {
    admitAs(who, OVERSEERS, { organ: who.organ });
    const { state } = await this.runner.load(access, accessStream(day));
    const seen = visibleOrgans(this.stores, who);
    return state.accesses
      .filter(({ organ }) => seen.includes(organ))
      .map((each) => ({ ...each, case: each.subject.kind === 'case' ? this.nameOf(each.subject.id) : null }));
  }

  private nameOf(id: Id): CaseName | null {
    const found = this.stores.views.get(cases.name, `case-${id}`);
    if (!found) return null;
    const { number, name } = found.row as CaseRow;
    return { number, name };
  }
}
