import type { Id } from '@srd/kernel';
import type { BarReason } from './document';
import type { Remedy } from './remedy';

/** One of a seat's places: the `nth` (from 0) inspector whom the `seat`-th seat of the case asks for. */
export type ShortPlace = {
  readonly case: Id;
  readonly object: Id;
  readonly seat: number;
  readonly nth: number;
  readonly organs: readonly Id[];
};

/** Why somebody can't take any of the seats, or not all that their organ would fit. */
export type RemovedInspector = {
  readonly inspector: Id;
  /** `capacity`: may take no case at all in this draw. `organ`: none of the seats asks for theirs. */
  readonly reason: BarReason | 'capacity' | 'organ';
  /** The cases of the set that this reason keeps them from. */
  readonly cases: readonly Id[];
  /** Whether they can still take another of the seats. */
  readonly usable: boolean;
};

/** Why an inspector draw can't be frozen: what can't be filled, what there is, who was ruled out by what, what would help. */
export type Shortage = {
  /** Can't be filled together; without any one of them the others can. One more than `turns`. */
  readonly places: readonly ShortPlace[];
  readonly cases: readonly Id[];
  /** How many inspectors the seats of these places ask for in all. */
  readonly needed: number;
  /** How many of their places can be filled at most: the sum over `available`. */
  readonly turns: number;
  /** Who can take some of the seats, and how many of them. `capacity` binds where it is the smaller number. */
  readonly available: readonly { readonly inspector: Id; readonly turns: number; readonly capacity: number }[];
  readonly removed: readonly RemovedInspector[];
  /** Each alone makes everything complete. */
  readonly remedies: readonly Remedy[];
  /** All of it in a sentence or two, in Chinese. */
  readonly sentence: string;
};
