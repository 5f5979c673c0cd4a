import { Inject, Injectable } from '@nestjs/common';
import { STORES, type Stores, type Who } from '@srd/application';
import { roleLabels } from '@srd/domain/case';
import { organs, type OrganRow } from '@srd/views';
import type { HeldRole, Me } from './desk.dto';

/** Says of an account what a page shows of it. */
@Injectable()
export class MeOf {
  constructor(@Inject(STORES) private readonly stores: Stores) {}

  async account({ account, person, organ, grants }: Who): Promise<Me> {
    const row = this.stores.views.get(organs.name, organ)?.row as OrganRow | undefined;
    const named = await this.stores.persons.get([person]);
    const roles = grants.map(({ role, section }): HeldRole => {
      const sectionName = row?.sections.find(({ id }) => id === section)?.name ?? null;
      return { role, label: roleLabels[role], section, sectionName };
    });
    const { name = organ, kind = 'judicial', level = 'county' } = row ?? {};
    return { account, person, name: named.get(person)?.name ?? null, organ: { id: organ, name, kind, level }, roles };
  }
}
