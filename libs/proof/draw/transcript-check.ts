import type { DrawTranscript, ObjectTranscript } from './document';
import { drawRequest, witness } from './request-check';
import {
  firstFlaw,
  flawed,
  hex,
  id,
  isObject,
  list,
  nullOr,
  oneOf,
  record,
  text,
  type Check,
  type Flaw,
} from './shape';

/** Up to so many candidates a stratum's ranking stands whole in the transcript. */
export const WHOLE_RANKING = 10_000;

const entryShape = record({ ...witness, value: text, nonce: hex(16) });
const openedShape = record({ ...witness, seal: hex(32), value: text, nonce: hex(16) });
const absentShape = record({ ...witness, seal: hex(32), absent: oneOf(true) });

const contribution: Check = (value, pointer) => {
  (isObject(value) && Object.hasOwn(value, 'absent') ? absentShape : openedShape)(value, pointer);
};

/** Digits as published, separated by single spaces: one lottery result has one spelling, hence one seed. */
const published: Check = (value, pointer) => {
  if (typeof value !== 'string' || !/^[0-9]+(?: [0-9]+)*$/.test(value)) {
    flawed(pointer, '信标的值须为公布的数字，以单个空格分隔');
  }
};

const head = {
  request: drawRequest,
  commitment: hex(32),
  contributions: list(contribution),
  beacon: nullOr(record({ value: published })),
  secret: hex(32),
  seed: hex(32),
};

const ranked = record({ id, ticket: hex(32) });
const objectShape = record({
  ...head,
  ranking: list(record({ stratum: id, order: list(ranked) }, { orderHash: hex(32) })),
  selected: list(id),
});
const teamShape = record({ ...head, assigned: list(record({ case: id, inspectors: list(id) })) });

function checkRanking({ request, ranking }: ObjectTranscript): void {
  const counts = new Map<string, number>();
  for (const { stratum } of request.candidates) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  ranking.forEach(({ stratum, orderHash }, index) => {
    const large = (counts.get(stratum) ?? 0) > WHOLE_RANKING;
    if (large && orderHash === undefined) flawed(`/ranking/${index}`, '缺少成员 orderHash');
    if (!large && orderHash !== undefined) flawed(`/ranking/${index}`, '有协议未规定的成员 "orderHash"');
  });
}

/** What keeps a value, whose `request.protocol` is known to be of this specification, from being a transcript, or `null`. */
export function flawOfTranscript(value: unknown): Flaw | null {
  return firstFlaw(() => {
    const { protocol } = (value as DrawTranscript).request;
    (protocol === 'srd-assign/1' ? teamShape : objectShape)(value, '');
    if (protocol === 'srd-draw/1') checkRanking(value as ObjectTranscript);
  });
}

/** What keeps a value from being what a witness seals, `{ by, role, value, nonce }`, or `null`. */
export function flawOfEntry(value: unknown): Flaw | null {
  return firstFlaw(() => entryShape(value, ''));
}

/** What keeps a text from being the value of a beacon, or `null`. */
export function flawOfBeaconValue(value: unknown): Flaw | null {
  return firstFlaw(() => published(value, ''));
}
