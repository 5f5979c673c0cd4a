import { Inject, Injectable } from '@nestjs/common';
import { roles, type Role } from '@srd/domain/account';
import type { Id } from '@srd/kernel';
import { systemChance, type Person } from '@srd/runtime';
import {
  accounts,
  inspectorRows,
  practitionerRows,
  type AccountRow,
  type InspectorRow,
  type PractitionerRow,
} from '@srd/views';
import { admitAs } from './desk';
import { Engine } from './engine';
import { STORES, type Stores } from './ports';
import { visibleOrgans } from './queries';
import { refuse } from './refusals';
import type { Who } from './who';

export interface NamedPerson {
  readonly id: Id;
  readonly name: string;
}

const ENTERING: readonly Role[] = [
  'section-officer',
  'section-head',
  'supervision-officer',
  'account-admin',
  'partner-officer',
];
/** The register of natural persons, the one place where a name stands: events hold ids, so that a person can be forgotten. */
@Injectable()
export class People {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly engine: Engine,
  ) {}

  /** Enters somebody under a new id. The id is always the operating system's chance: it must not be guessed from a seed. */
  async enter(who: Who, person: Person): Promise<Id> {
    admitAs(who, ENTERING, { organ: who.organ });
    const id = `p-${Buffer.from(systemChance.bytes(10)).toString('hex')}`;
    await this.stores.persons.put(id, person);
    return id;
  }

  /**
   * Names of those who are known and not forgotten; certificates and telephones aren't for lists. An account's id gives the name of the
   * person behind it: events name accounts.
   */
  async names(who: Who, ids: readonly Id[]): Promise<readonly NamedPerson[]> {
    admitAs(who, roles, { organ: who.organ });
    const personOf = new Map(ids.map((id) => [id, this.personOf(id)]));
    const known = await this.stores.persons.get([...new Set(personOf.values())]);
    return [...personOf].flatMap(([id, person]) => {
      const found = known.get(person);
      return found ? [{ id, name: found.name }] : [];
    });
  }

  private personOf(id: Id): Id {
    const row = this.stores.views.get(accounts.name, `account-${id}`)?.row as AccountRow | undefined;
    return row?.person ?? id;
  }

  /** Makes somebody unreadable for ever (个人信息保护法第四十七条); what was recorded under the id stays. */
  async forget(who: Who, id: Id): Promise<void> {
    admitAs(who, ['leader'], { organ: who.organ });
    if (await this.stores.persons.isForgotten(id)) return;
    if (!(await this.stores.persons.get([id])).has(id)) refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的人员`);
    await this.engine.caughtUp();
    const seen = visibleOrgans(this.stores, who);
    if (this.organsOf(id).some((organ) => !seen.includes(organ))) refuse('OTHER_ORGAN', '该人员属于其他机关');
    await this.stores.persons.forget(id);
  }

  /** Organs in which the person holds an account, inspects, or whose roster has them. */
  private organsOf(id: Id): readonly Id[] {
    const { views } = this.stores;
    const holding = views.list(accounts.name, { where: { person: id }, limit: 200 }).rows;
    const inspecting = views
      .list(inspectorRows.name, { limit: 10_000 })
      .rows.filter(({ row }) => (row as InspectorRow).person === id);
    const practising = views.list(practitionerRows.name, { where: { person: id }, limit: 200 }).rows;
    return [...holding, ...inspecting, ...practising].map(
      ({ row }) => (row as AccountRow | InspectorRow | PractitionerRow).organ,
    );
  }
}
