import { compareBytes, fromHex, utf8, type Hash, type Id } from '@srd/kernel';
import { tag } from './seal';
import type { Hex32 } from './document';

/** Who draws in which place: 32 bytes, of which the smallest come first; a tie goes to the smaller id. */
export type Ticket = {
  readonly id: Id;
  readonly bytes: Uint8Array;
  /** The first 48 bits as a number: decides nearly every comparison at once. */
  readonly start: number;
};

function ticket(id: Id, bytes: Uint8Array): Ticket {
  let start = 0;
  for (let index = 0; index < 6; index++) start = start * 256 + bytes[index]!;
  return { id, bytes, start };
}

/** Negative when the first ticket is drawn before the second. */
export function compareTickets(a: Ticket, b: Ticket): number {
  return a.start - b.start || compareBytes(a.bytes, b.bytes) || (a.id < b.id ? -1 : 1);
}

/** Ids are ASCII: one byte a character. */
function write(into: Uint8Array, at: number, id: Id): number {
  for (let index = 0; index < id.length; index++) into[at + index] = id.charCodeAt(index);
  return at + id.length;
}

const LONGEST_ID = 128;

/**
 * The tickets of an object draw: an object of weight w holds w and is drawn by the smallest, so that each next pick falls on
 * it with probability w / (sum of the weights still in).
 */
export function objectTickets(seed: Hex32, hash: Hash): (id: Id, weight: number) => Ticket {
  const prefix = tag('srd-draw/1', 'ticket');
  const buffer = new Uint8Array(prefix.length + 32 + LONGEST_ID + 5);
  buffer.set(prefix);
  buffer.set(fromHex(seed), prefix.length);
  const start = prefix.length + 32;
  return (id, weight) => {
    const end = write(buffer, start, id) + 5;
    buffer.fill(0, end - 5, end);
    const input = buffer.subarray(0, end);
    let least = hash(input);
    // A weight is at most 100: the last of the four bytes is enough.
    for (let j = 1; j < weight; j++) {
      buffer[end - 1] = j;
      const next = hash(input);
      if (compareBytes(next, least) < 0) least = next;
    }
    return ticket(id, least);
  };
}

/** The tickets of one case of an inspector draw. */
export function teamTickets(seed: Hex32, caseId: Id, hash: Hash): (inspector: Id) => Ticket {
  const prefix = tag('srd-assign/1', 'ticket');
  const ofCase = utf8(`${caseId}\0`);
  const start = prefix.length + 32 + ofCase.length;
  const buffer = new Uint8Array(start + LONGEST_ID);
  buffer.set(prefix);
  buffer.set(fromHex(seed), prefix.length);
  buffer.set(ofCase, prefix.length + 32);
  return (inspector) => ticket(inspector, hash(buffer.subarray(0, write(buffer, start, inspector))));
}
