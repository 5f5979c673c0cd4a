import type { Sector } from '@srd/domain/organ';
import { conflictId } from '@srd/domain/plan';
import { lawyers, services, type Bureau } from './inspection';
import { counts, inspectors, institutionsOf, items, partner, partnerInspectors, table } from './seeds';
import type { House } from './server';

export const PLAN = 'chaozhou-2023';
/** Task of a 序号 of the table. */
export const task = (number: number): string => `${PLAN}-${number}`;

/** Which of the two line sections has the sector. */
export function bureauOf(sector: Sector): Bureau {
  return sector === 'law-firm' || sector === 'grassroots-office' ? lawyers : services;
}

/** A一: both kinds of library and the item lists, published. `few`: as many law firms as a short test needs. */
export async function prepare(house: House, on: string, firms: number = counts['law-firm']): Promise<void> {
  for (const [sector, count] of Object.entries({ ...counts, 'law-firm': firms }) as [Sector, number][]) {
    for (const each of institutionsOf(sector, count)) {
      const entry = { ...each, occurredOn: on };
      await house.as(bureauOf(sector).officer).give('rosters', `chaozhou.${sector}`, 'RegisterInstitution', entry);
    }
  }
  for (const each of inspectors) {
    await house.as('chaozhou-supervision').give('inspectors', 'chaozhou', 'EnrolInspector', each);
  }
  for (const each of partnerInspectors) {
    await house.as('fagaiju-officer').give('inspectors', 'fagaiju', 'EnrolInspector', each);
  }
  for (const each of items) {
    await house.as(bureauOf(each.sector).officer).give('catalogues', 'chaozhou', 'EnterItem', each);
    const publication = { items: [each.item], occurredOn: on };
    await house.as(bureauOf(each.sector).officer).give('catalogues', 'chaozhou', 'PublishItems', publication);
  }
}

/** The plan with the rows that are wanted, drafted by their sections. */
export async function draft(house: House, numbers: readonly number[]): Promise<void> {
  await house.as(lawyers.officer).give('plans', PLAN, 'DraftPlan', {
    title: '2023年潮州市司法局“双随机、一公开”抽查工作计划',
    documents: [{ name: '潮州市2023年度部门联合双随机抽查工作计划', number: '潮市监〔2023〕45号' }],
    source: { kind: 'document', document: '潮州市司法局2023年“双随机、一公开”抽查工作计划', article: '附件' },
  });
  for (const row of table.filter(({ number }) => numbers.includes(number))) {
    const content = { ...row, partners: row.joint ? [partner] : [] };
    const officer = row.section === 'lawyer-administration' ? lawyers.officer : services.officer;
    await house.as(officer).give('plans', PLAN, 'DraftTask', { task: task(row.number), content });
  }
}

/** The partner's consent and the decisions on what text and table say differently (C1, C2, C5, C6). */
export async function settle(house: House, numbers: readonly number[], on: string): Promise<void> {
  for (const number of numbers.filter((each) => each <= 2)) {
    await house.as('fagaiju-officer').give('plans', PLAN, 'RecordPartnerConsent', {
      task: task(number),
      document: `复函〔2023〕${number}号`,
      occurredOn: on,
    });
    await house.as(services.head).give('plans', PLAN, 'DecideConflict', {
      conflict: conflictId(task(number), 'RATIO_MISMATCH'),
      choice: 'text',
      reason: '计划正文为主文件，按正文比例执行',
    });
  }
  if (!numbers.includes(1)) return;
  await house.as(services.head).give('plans', PLAN, 'DecideConflict', {
    conflict: conflictId(task(1), 'PRACTITIONER_TOTAL_MISSING'),
    choice: 'of-drawn-institutions',
    reason: '检查抽中机构的司法鉴定人',
  });
}

/**
 * From the draft to the allotted tasks: sent in by the head, released by 法治督察科. `counted`: rows whose total isn’t the library’s;
 * `allotted`: the rows that go on to their section, all of them when left out.
 */
export async function planAndAllot(
  house: House,
  numbers: readonly number[],
  on: string,
  counted: readonly number[] = [],
  allotted = numbers,
): Promise<void> {
  await draft(house, numbers);
  await house.as(lawyers.head).give('plans', PLAN, 'SubmitPlan');
  await settle(house, numbers, on);
  for (const number of counted) {
    const conflict = conflictId(task(number), 'TOTAL_MISMATCH');
    const decision = { conflict, choice: 'library', reason: '以名录库为准' };
    await house.as(lawyers.head).give('plans', PLAN, 'DecideConflict', decision);
  }
  await house.as('chaozhou-supervision').give('plans', PLAN, 'ReleasePlan');
  for (const number of allotted) {
    await house.as('chaozhou-supervision').give('plans', PLAN, 'AllotTask', { task: task(number) });
  }
}
