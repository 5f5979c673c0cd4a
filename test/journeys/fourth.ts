import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseBody } from './bodies';
import { draw } from './ceremony';
import { approve, approveAndNotify, caseAt, caseOf, file, lawyers, record, type Result } from './inspection';
import { loginOf } from './people';
import { PLAN, planAndAllot, prepare, task } from './preparation';
import { chaozhou, fagaiju } from './seeds';
import { House, until } from './server';

const { officer, leader } = lawyers;

/** What the tests read of a case from its result on. */
export interface FollowedCase extends CaseBody {
  readonly procedure: string;
  readonly copies: readonly { readonly sentBy: string; readonly receipt: string | null }[];
  readonly escalations: readonly {
    readonly escalation: string;
    readonly kind: string;
    readonly proposal: string;
    readonly answer: { readonly instruction: string } | null;
  }[];
  readonly guidance: readonly { readonly kind: string; readonly text: string }[];
  readonly revisits: readonly { readonly on: string; readonly changes: readonly object[] }[];
}

/** A publication as its section works on it. */
export interface DeskBody {
  readonly debt: string;
  readonly kind: string;
  readonly status: string;
  readonly draft: boolean;
  readonly notice: string | null;
  readonly content: Readonly<Record<string, string>>;
  readonly doubts: readonly { readonly field: string; readonly found: readonly string[] }[];
  readonly channels: readonly {
    readonly channel: string;
    readonly status: string;
    readonly receipt: string | null;
    readonly failure: string | null;
  }[];
}

/** A public result with its history. */
export interface PublicBody {
  readonly case: string;
  readonly publication: string;
  readonly notice: string | null;
  readonly result: string;
  readonly breachHandling: string;
  readonly publishedAt: string;
  readonly earlier: readonly { readonly publication: string; readonly kind: string; readonly notice: string | null }[];
}

const own = (value: unknown) => ({ value, source: { kind: 'own', note: '局长办公会议决定' } });

/** 潮州市司法局 with two channels and a procedure that follows the case on, the law firms drawn and their visits approved. */
export async function openFourth(
  cases: readonly number[],
  visitedOn: string,
  channels = ['portal', 'credit-platform'],
  caseProcedure: 'case/4' | 'case/5' = 'case/4',
) {
  const house = await House.open({ organs: [chaozhou, fagaiju], clock: '2023-05-08T01:00:00.000Z' });
  await prepare(house, '2023-05-08', 48);
  const changes = { caseProcedure: own(caseProcedure), channels: own(channels), receiptDays: own(2) };
  await house.as(leader).give('organs', 'chaozhou', 'ReviseRules', { changes, reason: '采用新的办案程序' });
  await house.on('2023-06-05');
  await planAndAllot(house, [4], '2023-06-05');
  await house.on('2023-07-10');
  await draw(house, { officer, plan: PLAN, series: task(4) });
  await caseAt(house, numbered(5), 'awaiting-team');
  await draw(house, { officer, plan: PLAN, series: `${task(4)}:team` });
  for (const number of cases) {
    await caseAt(house, numbered(number), 'awaiting-notice');
    await approveAndNotify(house, lawyers, numbered(number), '2023-07-10');
  }
  await house.on(visitedOn);
  for (const number of cases) await visitSigned(house, numbered(number), visitedOn);
  return house;
}

/** The case of a number of the task. */
export const numbered = (number: number): string => `${task(4)}-${number}`;

/** A visit that ends with a signature (trap 14). */
async function visitSigned(house: House, id: string, on: string): Promise<void> {
  const { team, object } = await caseOf(house, id);
  const leading = loginOf(team[0]?.inspector ?? '');
  const present = team.map(({ inspector }) => inspector);
  await house.as(leading).give('cases', id, 'OpenVisit', { present, occurredOn: on, premises: object?.premises });
  await file(house, id, leading, '现场照片.pdf');
  const { visits } = await caseOf(house, id);
  const signature = { kind: 'signed' };
  await house.as(leading).give('cases', id, 'EndVisit', { visit: visits.at(-1)?.visit, occurredOn: on, signature });
}

export const followed = (house: House, id: string) => caseOf(house, id) as Promise<FollowedCase>;

/** Recorded and approved. @returns the finding's id */
export async function found(house: House, id: string, on: string, result: Result): Promise<string> {
  await record(house, lawyers, id, on, result);
  await approve(house, lawyers, id);
  return (await caseOf(house, id)).findings[0]?.finding ?? '';
}

export function deskOf(house: House, id: string): Promise<readonly DeskBody[]> {
  return house.as(officer).list<DeskBody>(`/api/v1/cases/${id}/publications`);
}

/** Reads what is owed and posts it on the channels that wait for it. */
export async function readAndPost(house: House, id: string): Promise<DeskBody> {
  const owed = (await deskOf(house, id)).find(({ status }) => status === 'owed');
  if (!owed) throw new Error(`${id} owes nothing`);
  await house.as(officer).give('cases', id, 'ReviewPublication', { debt: owed.debt });
  for (const { channel } of owed.channels) {
    await house.as(officer).give('cases', id, 'PostPublication', { debt: owed.debt, channel, read: true });
  }
  await until(
    async () =>
      owed.channels.every(({ channel }) =>
        outbox(house, channel).some(({ id: sent }) => sent === `${id}.${owed.debt}`),
      ),
    `${id}.${owed.debt} at its channels`,
  );
  return owed;
}

const placeOf = (house: House, channel: string): string => join(house.place.dataDir, 'outbox', channel);

/** What lies at a channel, in the order of the ids. */
export function outbox(house: House, channel: string): readonly Readonly<Record<string, string | null>>[] {
  const place = placeOf(house, channel);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(place, name), 'utf8')) as Readonly<Record<string, string | null>>);
}

/** The channel answers with a receipt file, laid there whole. */
export function answer(house: House, channel: string, name: string, content: object): void {
  const place = join(placeOf(house, channel), 'receipts');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, `${name}.part`), JSON.stringify(content));
  renameSync(join(place, `${name}.part`), join(place, `${name}.json`));
}

/** Takes in whatever has arrived. */
export async function collect(house: House) {
  const { status, body } = await house
    .as(officer)
    .send<{ taken: number; refused: readonly { source: string; reason: string }[] }>(
      'POST',
      '/api/v1/publications/collect-receipts',
      {},
    );
  if (status !== 200) throw new Error(`receipts aren't taken in: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Out on all of its channels: read, posted, received. */
export async function publishAll(house: House, id: string): Promise<void> {
  const { debt, channels } = await readAndPost(house, id);
  for (const { channel } of channels) {
    const publication = `${id}.${debt}`;
    answer(house, channel, publication, { publication, accepted: true, receipt: `回执-${channel}-${debt}` });
  }
  const { refused } = await collect(house);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
}
