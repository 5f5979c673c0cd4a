import { canonicalize, type Id } from '@srd/kernel';
import type { Sector } from '@srd/domain/organ';
import { sampleOf, type Sample } from './sample';
import type { TaskContent } from './task';

/** What a roster holds on the day of the check: handed in by who asks, one per sector (R20). */
export type RosterFact = {
  readonly sector: Sector;
  readonly entries: readonly { readonly id: Id; readonly name: string; readonly active: boolean }[];
  /** Practitioners of its active institutions, where they are counted (C5). */
  readonly practitioners?: number;
};

/** A catalogue item as it stands on the day; `basis` is the statute and article, `null` where none is recorded (R25, C11). */
export type ItemFact = {
  readonly id: Id;
  readonly revision: number;
  readonly name: string;
  readonly sectors: readonly Sector[];
  readonly basis: string | null;
  readonly inForce: boolean;
};

type Weighed = { readonly basisPoints: number; readonly sample: Sample };

/** What one conflict says; the codes are those of procedure section 2 and trap 2. */
export type ConflictFinding =
  | {
      /** The text and the table give different ratios (C1, C2). */
      readonly code: 'RATIO_MISMATCH';
      readonly text: Weighed;
      readonly table: Weighed;
      readonly of: number;
      /** Whether the two give different samples today; if not, they may as the roster grows. */
      readonly differs: boolean;
    }
  | {
      /** A joint task without a partner, or without the consent of one (C6). */
      readonly code: 'JOINT_PARTNER_MISSING';
      readonly unconsented: readonly Id[];
    }
  | {
      /** The table's total isn't the number of active entries (trap 2). */
      readonly code: 'TOTAL_MISMATCH';
      readonly table: number;
      readonly active: number;
      /** Entries of the roster that aren't active: the likely difference, by name. */
      readonly missing: readonly { readonly id: Id; readonly name: string }[];
    }
  | {
      /** Practitioners are inspected but not counted (C5). */
      readonly code: 'PRACTITIONER_TOTAL_MISSING';
    }
  | {
      /** The table's number of practitioners isn't the roster's (C5, trap 2). */
      readonly code: 'PRACTITIONER_TOTAL_MISMATCH';
      readonly table: number;
      readonly active: number;
    }
  | {
      /** Sectors whose active entries are fewer than the least number asked for (R42, trap 1). */
      readonly code: 'MINIMUM_UNREACHABLE';
      readonly atLeast: number;
      readonly sectors: readonly { readonly sector: Sector; readonly active: number }[];
    }
  | {
      /** Items that no law provides for, and sectors left without an item that one does (R25, C11). */
      readonly code: 'ITEM_WITHOUT_BASIS';
      readonly items: readonly { readonly id: Id; readonly name: string; readonly flaw: ItemFlaw }[];
      readonly sectors: readonly Sector[];
    };

/** Why an item can't be inspected. */
export type ItemFlaw = 'not-in-catalogue' | 'no-basis' | 'not-in-force';

export type ConflictCode = ConflictFinding['code'];

/**
 * What can be decided about each conflict. A missing partner is mended by its consent, a missing basis by the item list, a least number
 * out of reach by a leader's waiver: no choice there.
 */
export const conflictChoices = {
  RATIO_MISMATCH: ['text', 'table'],
  TOTAL_MISMATCH: ['library'],
  PRACTITIONER_TOTAL_MISSING: ['of-drawn-institutions', 'institutions-only', 'all-practitioners'],
  PRACTITIONER_TOTAL_MISMATCH: ['library'],
  ITEM_WITHOUT_BASIS: [],
  JOINT_PARTNER_MISSING: [],
  MINIMUM_UNREACHABLE: [],
} as const satisfies Record<ConflictCode, readonly string[]>;

/** What a choice means. */
export const choiceLabels: Readonly<Record<string, string>> = {
  text: '按正文',
  table: '按计划表',
  library: '以名录库为准',
  'of-drawn-institutions': '检查抽中机构的人员',
  'institutions-only': '只检查机构',
  'all-practitioners': '从全部人员中抽取',
  waived: '豁免最低家数',
};

export const conflictLabels: Readonly<Record<ConflictCode, string>> = {
  RATIO_MISMATCH: '正文与计划表的抽取比例不一致',
  TOTAL_MISMATCH: '计划表的对象总数与名录库不一致',
  PRACTITIONER_TOTAL_MISSING: '未列明法律服务人员总数',
  JOINT_PARTNER_MISSING: '联合抽查缺少联合部门或其同意',
  PRACTITIONER_TOTAL_MISMATCH: '计划表的法律服务人员总数与名录库不一致',
  ITEM_WITHOUT_BASIS: '抽查事项缺少法定依据',
  MINIMUM_UNREACHABLE: '在册对象少于最低家数',
};

/** One conflict per task and code: `<task>:<code>`. */
export function conflictId(task: Id, code: ConflictCode): Id {
  return `${task}:${code}`;
}

/** Items of the task that can't be inspected, and sectors that have none left (R25, C11); `null` when nothing is wrong. */
function withoutBasis(task: TaskContent, facts: readonly ItemFact[]): ConflictFinding | null {
  const judged = task.items.map(({ id, revision }) => {
    const fact = facts.find((item) => item.id === id && item.revision === revision);
    const flaw: ItemFlaw | null = !fact
      ? 'not-in-catalogue'
      : !fact.inForce
        ? 'not-in-force'
        : fact.basis === null
          ? 'no-basis'
          : null;
    return { id, name: fact?.name ?? id, flaw, sectors: fact?.sectors ?? [] };
  });
  const items = judged.flatMap(({ id, name, flaw }) => (flaw === null ? [] : [{ id, name, flaw }]));
  const sound = judged.filter(({ flaw }) => flaw === null).flatMap(({ sectors }) => sectors);
  const sectors = task.objects.sectors.filter((sector) => !sound.includes(sector));
  return items.length + sectors.length > 0 ? { code: 'ITEM_WITHOUT_BASIS', items, sectors } : null;
}

/**
 * The conflicts in one task, given the rosters of its sectors and the partners that consented (C1, C2, C5, C6, trap 2); with `items`
 * the legal basis is judged too (C11).
 */
export function conflictsOf(
  task: TaskContent,
  rosters: readonly RosterFact[],
  consented: readonly Id[],
  items?: readonly ItemFact[],
): readonly ConflictFinding[] {
  const own = rosters.filter((roster) => task.objects.sectors.includes(roster.sector));
  const entries = own.flatMap((roster) => roster.entries);
  const active = entries.filter((entry) => entry.active).length;
  const findings: ConflictFinding[] = [];

  const { text, table } = task.ratios;
  if (text && table && text.basisPoints !== table.basisPoints) {
    const weigh = (basisPoints: number): Weighed => ({
      basisPoints,
      sample: sampleOf({ basisPoints, rounding: task.rounding.value, atLeast: task.atLeast.value }, active),
    });
    const [byText, byTable] = [weigh(text.basisPoints), weigh(table.basisPoints)];
    const differs = byText.sample.size !== byTable.sample.size;
    findings.push({ code: 'RATIO_MISMATCH', text: byText, table: byTable, of: active, differs });
  }

  const unconsented = task.partners.map((partner) => partner.organ).filter((organ) => !consented.includes(organ));
  if (task.joint && (unconsented.length > 0 || consented.length === 0)) {
    findings.push({ code: 'JOINT_PARTNER_MISSING', unconsented });
  }

  if (task.totals.institutions !== null && task.totals.institutions !== active) {
    const missing = entries.filter((entry) => !entry.active).map(({ id, name }) => ({ id, name }));
    findings.push({ code: 'TOTAL_MISMATCH', table: task.totals.institutions, active, missing });
  }

  if (task.objects.practitioners && task.totals.practitioners === null) {
    findings.push({ code: 'PRACTITIONER_TOTAL_MISSING' });
  }
  const counted = own.every((roster) => roster.practitioners !== undefined);
  const practising = own.reduce((sum, roster) => sum + (roster.practitioners ?? 0), 0);
  const stated = task.objects.practitioners ? task.totals.practitioners : null;
  if (counted && stated !== null && stated !== practising) {
    findings.push({ code: 'PRACTITIONER_TOTAL_MISMATCH', table: stated, active: practising });
  }
  const atLeast = task.atLeast.value;
  const short = own
    .map((roster) => ({ sector: roster.sector, active: roster.entries.filter((entry) => entry.active).length }))
    .filter((each) => each.active < atLeast);
  if (short.length > 0) findings.push({ code: 'MINIMUM_UNREACHABLE', atLeast, sectors: short });
  const unfounded = items ? withoutBasis(task, items) : null;
  return unfounded ? [...findings, unfounded] : findings;
}

/** Whether a conflict found again is still the one that was raised: a decision holds until what it weighed changes. */
export function sameFinding(a: ConflictFinding, b: ConflictFinding): boolean {
  const weighed = (finding: ConflictFinding): unknown =>
    finding.code === 'RATIO_MISMATCH'
      ? [finding.text.basisPoints, finding.text.sample.size, finding.table.basisPoints, finding.table.sample.size]
      : finding;
  return a.code === b.code && canonicalize(weighed(a)) === canonicalize(weighed(b));
}
