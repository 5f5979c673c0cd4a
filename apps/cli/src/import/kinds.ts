import type { Id } from '@srd/kernel';
import { UsageError } from '../command';
import { inspectorColumns, readInspectors, type InspectorRow } from './inspector-rows';
import type { Desk, Place } from './place';
import { planColumns, readPlan, yearOf, type PlanRow } from './plan-rows';
import { readRoster, rosterColumns, type NamedPerson, type RosterRow } from './roster-rows';
import type { Checked, Column, Table } from './table';

/** What an option adds to a file. */
export interface Additions {
  /** Name of the file, for 数据来源. */
  readonly file: string;
  readonly year: number | undefined;
  readonly title: string | undefined;
  readonly higherDocument: string | null;
}

/** Rows that were checked, and how each goes in. */
export interface Batch {
  readonly checked: Checked<unknown>;
  /** What has to stand before the first row. @throws Refused */
  begin(desk: Desk): Promise<void>;
  /** @throws Refused */
  bringIn(value: unknown, desk: Desk): Promise<void>;
}

/** One kind of file. */
export interface Kind {
  readonly columns: readonly Column[];
  check(table: Table, place: Place, additions: Additions): Promise<Batch>;
}

function batch<T>(
  checked: Checked<T>,
  bringIn: (value: T, desk: Desk) => Promise<void>,
  begin?: Batch['begin'],
): Batch {
  return { checked, begin: begin ?? (async () => {}), bringIn: (value, desk) => bringIn(value as T, desk) };
}

async function entered(desk: Desk, person: NamedPerson | null): Promise<Id | null> {
  return person === null ? null : desk.enter(person);
}

/** 检查对象名录库 (B二(五)). */
const rosterKind: Kind = {
  columns: rosterColumns,
  async check(table, place, { file }) {
    const { today, organ } = place;
    const checked = readRoster(table, { today, source: `名录导入（${file}）`, known: await place.institutions() });
    return batch<RosterRow>(checked, async ({ institution, sector, particulars, head, contact, occurredOn }, desk) => {
      const people = { head: await entered(desk, head), contact: await entered(desk, contact) };
      const data = { institution, particulars: { ...particulars, ...people }, occurredOn };
      await desk.give('roster', `${organ}.${sector}`, { type: 'RegisterInstitution', data });
    });
  },
};

/** 执法检查人员名录库 (B二(四)). */
const inspectorsKind: Kind = {
  columns: inspectorColumns,
  async check(table, place) {
    const { today, organ } = place;
    const { sections } = await place.record();
    const checked = readInspectors(table, { today, sections, certificates: await place.certificates() });
    return batch<InspectorRow>(checked, async ({ person, section, fields, certificate }, desk) => {
      const data = { person: await desk.enter(person), section, fields, certificate };
      await desk.give('inspectors', organ, { type: 'EnrolInspector', data });
    });
  },
};

/** 抽查工作计划表 (A附件, R33). */
const planKind: Kind = {
  columns: planColumns,
  async check(table, place, additions) {
    const organ = await place.record();
    const year = additions.year ?? yearOf(table);
    if (year === undefined) throw new UsageError('由抽查时间看不出年度，请以 --year 给出');
    const plan = `${place.organ}-${year}`;
    const taken = await place.taskNumbers(plan);
    const title = additions.title ?? `${organ.name}${year}年“双随机、一公开”抽查工作计划`;
    const { higherDocument } = additions;
    const items = await place.items();
    const checked = readPlan(table, {
      organ,
      year,
      title,
      higherDocument,
      items,
      taken: taken ?? [],
    });
    const begin = async (desk: Desk): Promise<void> => {
      if (taken !== undefined) return;
      const documents =
        higherDocument === null ? [] : [{ name: '部门联合抽查所依据的上级文件', number: higherDocument }];
      const source = { kind: 'document', document: title, article: '抽查工作计划表' };
      await desk.give('plan', plan, { type: 'DraftPlan', data: { title, documents, source } });
    };
    return batch<PlanRow>(checked, (data, desk) => desk.give('plan', plan, { type: 'DraftTask', data }), begin);
  },
};

/** What can be imported. */
export const kinds: Readonly<Record<string, Kind>> = { roster: rosterKind, inspectors: inspectorsKind, plan: planKind };
