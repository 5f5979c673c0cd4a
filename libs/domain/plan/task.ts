import type { Day, Id } from '@srd/kernel';
import type {
  DrawModes,
  Sector,
  Source,
  Sourced,
  roundings,
  disclosures,
  cessations,
  InspectionMethod,
} from '@srd/domain/organ';

/** A ratio as a document prints it: 10% is 1000 basis points; `about` is the document's own 左右 (R47, C3). */
export type Ratio = { readonly basisPoints: number; readonly about: boolean; readonly source: Source };

/** 抽查时间: the days and the words of the table, 「2023年7-8月」 (R50). */
export type Window = { readonly from: Day; readonly to: Day; readonly text: string };

/** The department that inspects jointly (R4, R52, R68). */
export type Partner = { readonly organ: Id; readonly name: string };

/** A catalogue item as the plan quotes it (R23, R34). */
export type ItemReference = { readonly id: Id; readonly revision: number };

/** 抽查类型: 不定向, 定向. */
export const targetings = ['open', 'directed'] as const;
/** Direct, after a self-inspection, or alongside one. */
export const inspectionModes = ['direct', 'self-inspection-first', 'alongside'] as const;
/** Practitioners of the drawn institutions, or all. */
export const practitionerScopes = ['drawn', 'all'] as const;

/** How many practitioners are inspected beside the institutions (R19, C5); `ratio` null: that of the institutions. */
export type PractitionerSample = {
  readonly from: (typeof practitionerScopes)[number];
  readonly ratio: Ratio | null;
  readonly atLeast: Sourced<number>;
};

/** One row of the plan table with what the text and the organ's rules add to it (R33, R34). */
export type TaskContent = {
  /** 序号 */
  readonly number: number;
  /** 抽查任务名称 */
  readonly name: string;
  /** 实施部门, as written. */
  readonly inspectingBody: string;
  /** R51 */
  readonly targeting: (typeof targetings)[number];
  /** 抽查对象: the sectors whose rosters are drawn from, and whether the practitioners in them are inspected too (R19). */
  readonly objects: { readonly sectors: readonly Sector[]; readonly practitioners: boolean };
  /** 抽取比例: what the table says beside what the text says; `null` where a document is silent (C1, C2). */
  readonly ratios: { readonly table: Ratio | null; readonly text: Ratio | null };
  /** How a ratio becomes a number of objects (C3, C4). */
  readonly rounding: Sourced<(typeof roundings)[number]>;
  readonly atLeast: Sourced<number>;
  /** Ratio for listed objects, which form a stratum of their own (R49, C13); `null`: drawn together with the others. */
  readonly listedRatio: Ratio | null;
  /** 抽查对象总数 of the table, institutions and practitioners apart (C5). */
  readonly totals: { readonly institutions: number | null; readonly practitioners: number | null };
  /** 抽查时间 */
  readonly window: Window;
  /** 是否部门联合抽查 */
  readonly joint: boolean;
  readonly partners: readonly Partner[];
  /** The document of a higher body that a joint task rests on (R53). */
  readonly higherDocument: { readonly number: string; readonly link: string | null } | null;
  /** The line section that carries it out (R1, R2). */
  readonly section: Id;
  readonly items: readonly ItemReference[];
  /** 实地检查 or 书面检查 (R65–R67). */
  readonly method: InspectionMethod;
  /** Direct, after a self-inspection, or alongside one (R69). */
  readonly mode: (typeof inspectionModes)[number];
  /** When the drawn names become public (draw protocol, disclosure). */
  readonly disclosure: (typeof disclosures)[number];
  /** Whether the reserve takes the place of an object that ceased to exist after the draw (C28). */
  readonly afterCessation: (typeof cessations)[number];
  /** Version of the organ's rules that the values above were taken from. */
  readonly ruleVersion: number;
  /** How the draw departs from equal chances, as the plan discloses it (R49, R54). */
  readonly modes?: DrawModes;
  readonly practitionerSample?: PractitionerSample;
};

/** Names of the sectors as the plan table prints them. */
export const sectorLabels: Readonly<Record<Sector, string>> = {
  'law-firm': '律师事务所',
  'grassroots-office': '基层法律服务所',
  'notary-office': '公证机构',
  'forensic-institution': '司法鉴定机构',
  'legal-aid-agency': '法律援助机构',
};
