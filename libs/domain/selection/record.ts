import { canonicalize, utf8, toHex, type Day, type Hash, type Id, type Instant } from '@srd/kernel';
import type { DrawWitness, Hex32, Team } from '@srd/proof/draw';

export const drawWays = ['own', 'lot', 'platform'] as const;
/** Which of the three ways a draw was held (C23, R57). */
export type DrawWay = (typeof drawWays)[number];

/** 摇号、抽签 on the spot (B二(九)): how, where, by whom, and what was kept of it. */
export type HeldLot = {
  readonly method: LotMethod;
  readonly place: string;
  readonly occurredOn: Day;
  /** Persons of the office who held it, two at least; internal. */
  readonly heldBy: readonly Id[];
  /** Film, photographs, signed minutes: the files' SHA-256, so that they can be shown to be these. */
  readonly evidence: readonly EvidenceHash[];
};

export const lotMethods = { machine: '摇号机', balls: '摇号球', slips: '抽签', other: '其他随机方式' } as const;
export type LotMethod = keyof typeof lotMethods;

export type EvidenceHash = { readonly label: string; readonly sha256: Hex32 };

/** What the provincial platform gave back for a draw that was held on it (A二(二), R62, R63). */
export type PlatformReceipt = {
  readonly platform: string;
  /** 回执号 or task number on the platform. */
  readonly number: string;
  readonly drawnAt: Instant;
  /** The exported result or the receipt as a file. */
  readonly file: EvidenceHash;
};

/** What a draw that was held elsewhere can't prove, said plainly beside it. */
export const unproven = {
  'pool-after': '不能证明名录和数量在抽取之前已经固定：本系统在抽取之后才收到',
  chance: '不能由他人复算：没有随机数的来源可供核对，只能凭现场见证和留存的证据',
  repeated: '不能证明只抽取过一次：系统外有没有未登记的抽取，无从得知',
  'platform-chance': '不能由他人复算：平台不公开随机算法和种子，只能证明与平台回执一致',
  receipt: '回执由本机关录入，本系统未与平台核对其真伪',
} as const;
export type UnprovenCode = keyof typeof unproven;

export const unprovenBy: Readonly<Record<Exclude<DrawWay, 'own'>, readonly UnprovenCode[]>> = {
  lot: ['pool-after', 'chance', 'repeated'],
  platform: ['pool-after', 'platform-chance', 'repeated', 'receipt'],
};

/** The public document of such a draw: pool by its hash, result, evidence, limits. Natural persons under ids of the draw only. */
export type DrawRecord = {
  readonly way: Exclude<DrawWay, 'own'>;
  readonly draw: string;
  readonly series: Id;
  readonly attempt: number;
  readonly requestHash: Hex32;
  readonly selected: readonly Id[];
  readonly reserve: readonly Id[];
  readonly assigned: readonly Team[];
  readonly witnesses: readonly DrawWitness[];
  readonly held: Omit<HeldLot, 'heldBy'> | null;
  readonly receipt: PlatformReceipt | null;
  readonly unproven: readonly UnprovenCode[];
};

/** SHA-256 of the record's canonical JSON (RFC 8785): stands where the transcript's hash stands in a draw of our own. */
export function recordHash(record: DrawRecord, hash: Hash): Hex32 {
  return toHex(hash(utf8(canonicalize(record))));
}
