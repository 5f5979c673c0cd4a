import { readSqliteEventLog } from '@srd/adapters/sqlite';
import type { Answer, Done, Problem } from './client';
import { recordFile } from './place';
import { until, type House } from './server';

/** One bad command, read as a line: what is wrong with it, who gives it to what, and what it is answered. */
export type BadCommand = readonly [
  wrong: string,
  who: string,
  /** `<path>/<id>` */
  subject: string,
  command: string,
  data: object | (() => object),
  /** Status and code. */
  answer: string,
  /** The article; of a form that isn't well made, the members that are wrong. */
  article: string,
];

/** Where the subject stands for its reader, and everything that the event log holds. */
async function standing(house: House, who: string, subject: string) {
  const { status, etag } = await house.as(who).get(`/api/v1/${subject}`);
  return { status, etag, recorded: await recorded(house) };
}

/** Last position in the file of the events, read beside the running server. */
export async function recorded({ place }: House): Promise<number> {
  const log = readSqliteEventLog(recordFile(place));
  try {
    return (await log.head()) ?? 0;
  } finally {
    await log.close();
  }
}

/** Waits until what follows from earlier commands by itself has followed. */
export async function atRest(house: House): Promise<void> {
  let last = -1;
  await until(async () => {
    const now = await recorded(house);
    const still = now === last;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 250));
    return still;
  }, 'the rest');
}

/** The command is refused with this status and code, in Chinese, by this article; and nothing is recorded anywhere. */
export async function expectRefused(house: House, line: BadCommand): Promise<void> {
  const [, who, subject, command, data, answer, article] = line;
  const before = await standing(house, who, subject);
  const { status, body } = await ask(house, who, subject, command, typeof data === 'function' ? data() : data);
  const because = body.errors?.map(({ pointer }) => pointer).join(' ') ?? body.basis;
  expect([command, `${status} ${body.code}`, because]).toEqual([command, answer, article]);
  expect(body.title).toMatch(/[一-鿿]{4}/);
  expect(body.detail).toMatch(/[一-鿿]{2}/);
  expect(await standing(house, who, subject)).toEqual(before);
}

async function ask(house: House, who: string, subject: string, command: string, data: object) {
  const slash = subject.indexOf('/');
  const give = (headers = {}): Promise<Answer<Done & Problem>> =>
    house.as(who).ask(subject.slice(0, slash), subject.slice(slash + 1), command, data, headers);
  const answer = await give();
  // Who may not read a subject has no version of it to quote, and makes one up.
  return answer.status === 428 ? give({ 'if-match': '"0"' }) : answer;
}
