import { Injectable } from '@nestjs/common';
import { organs, plans, type OrganRow, type PlanRow } from '@srd/views';
import { Reader } from '../queries';
import type { Field } from './asked';

/** The organs by name, and what lists are filtered by. */
@Injectable()
export class Organs {
  constructor(private readonly reader: Reader) {}

  private rows(): readonly OrganRow[] {
    return this.reader.stores.views.list(organs.name, { limit: 1_000 }).rows.map(({ row }) => row as OrganRow);
  }

  nameOf(id: string): string {
    return this.rows().find(({ organ }) => organ === id)?.name ?? id;
  }

  sectionOf(organ: string, id: string): string {
    const sections = this.rows().find((each) => each.organ === organ)?.sections ?? [];
    return sections.find((each) => each.id === id)?.name ?? id;
  }

  /** The judicial organs: the others only take part. */
  choices(): readonly (readonly [string, string])[] {
    return this.rows().flatMap(({ organ, name, kind }) => (kind === 'judicial' ? [[organ, name] as const] : []));
  }

  field(): Field {
    return { name: 'organ', label: '机关', options: this.choices() };
  }

  /** Released plans, newest year first. */
  plans(): readonly PlanRow[] {
    const { rows } = this.reader.stores.views.list(plans.name, { where: { phase: 'released' }, limit: 1_000 });
    return rows.map(({ row }) => row as PlanRow).sort((a, b) => b.year - a.year || (a.plan < b.plan ? -1 : 1));
  }

  /** The years that have a released plan. */
  years(): Field {
    const years = [...new Set(this.plans().map(({ year }) => String(year)))];
    return { name: 'year', label: '年度', options: years.map((year) => [year, `${year}年`]) };
  }
}
