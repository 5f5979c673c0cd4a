import { type CauseGround, type OpenCase } from '@srd/domain/case';
import type { DrawModes } from '@srd/domain/organ';
import type { Institution } from '@srd/domain/roster';
import type { RiskFact } from '@srd/domain/selection';
import { groundLabels, standing, type StandingState } from '@srd/domain/standing';
import { addMonths, dayOf, type Day, type Id } from '@srd/kernel';
import { listedObjects } from '../listed';
import { standingStream } from './ids';
import { casesOfObjects, type Sources } from './object-cases';

/** 近三年. */
const MONTHS = 36;
const COMPLAINTS: readonly CauseGround[] = ['complaint', 'appeal', 'report'];

/** What this system's own record holds against an institution within three years, each with where it is to be read (R97). */
export type RiskRecord = {
  /** Cases opened on a complaint, an appeal or a report. */
  readonly complaints: readonly Id[];
  /** Penalties that stand, by document number. */
  readonly penalties: readonly string[];
  /** Rectifications that were late or failed their revisit, as `case:measure`. */
  readonly overdue: readonly Id[];
};

function recordOf(files: readonly OpenCase[], numberOf: (file: OpenCase) => Id, since: Day): RiskRecord {
  const complaints = files.filter(({ context: { cause } }) =>
    cause ? COMPLAINTS.includes(cause.ground) && cause.source.receivedOn >= since : false,
  );
  const measures = files.flatMap((file) => file.context.dispositions.map((one) => ({ file, one })));
  return {
    complaints: complaints.map(numberOf),
    penalties: measures.flatMap(({ one: { penalty } }) =>
      penalty && penalty.annulledOn === null && penalty.decidedOn >= since ? [penalty.documentNumber] : [],
    ),
    overdue: measures.flatMap(({ file, one }) => {
      const late = file.context.passed.some(
        (id) => id.startsWith(`correction:${one.disposition}:`) && id.slice(-10) >= since,
      );
      const failed = one.rounds.some(({ outcome, revisit }) => outcome === 'failed' && (revisit?.on ?? since) >= since);
      return late || failed ? [`${numberOf(file)}:${one.disposition}`] : [];
    }),
  };
}

/** The record of each institution, by its id. */
export async function riskRecords(sources: Sources, objects: readonly Id[]): Promise<ReadonlyMap<Id, RiskRecord>> {
  const since = addMonths(dayOf(sources.stores.clock.now()), -MONTHS);
  const files = await casesOfObjects(sources, objects);
  return new Map(
    objects.map((id) => {
      const own = files.filter(({ context }) => context.object?.id === id);
      return [id, recordOf(own, ({ context }) => context.opened.number, since)];
    }),
  );
}

/** What the roster says and what the record says of the same years: the larger of the two, as neither need be complete (R49, R97). */
export function riskOf({ particulars }: Institution, record: RiskRecord | undefined): RiskFact {
  const { complaints, penalties, creditGrade } = particulars;
  const grade = creditGrade?.grade ?? null;
  if (!record) return { complaints, penalties, grade };
  return {
    complaints: Math.max(complaints, record.complaints.length),
    penalties: Math.max(penalties, record.penalties.length),
    overdue: record.overdue.length,
    grade,
  };
}

const words = ({ proposal, listing }: StandingState): string =>
  `${proposal?.subject?.listName ?? '名单'}，${listing?.listedOn ?? ''}列入：${proposal ? groundLabels[proposal.ground] : ''}`;

/** Why each listed object stands among the raised ones, read from its standing: the draw rests on it (R91, R92). */
export async function listingReasons(
  { evidence, stores }: Sources,
  objects: readonly Id[],
): Promise<ReadonlyMap<Id, readonly string[]>> {
  const reasons = new Map<Id, readonly string[]>();
  for (const object of listedObjects(stores.views, objects)) {
    const told: string[] = [];
    for (const list of ['abnormal', 'credit']) {
      const stream = standingStream(object, list);
      if ((await evidence.glance(standing, stream)).stage === 'listed')
        told.push(words(await evidence.of(standing, stream)));
    }
    if (told.length > 0) reasons.set(object, told);
  }
  return reasons;
}

/** The indicators in words, where they raise somebody. */
export function indicatorWords({ complaints, penalties, overdue = 0, grade }: RiskFact, modes: DrawModes | undefined) {
  const weights = modes?.weights?.value;
  const many = modes?.manyComplaints?.value;
  const graded = weights?.grades.some((each) => each.grade === grade && each.add > 0) ?? false;
  const complained = (weights && weights.perComplaint > 0) || (many !== undefined && complaints >= many);
  return [
    ...(complaints > 0 && complained ? [`近三年投诉举报${complaints}件`] : []),
    ...(penalties > 0 && weights && weights.perPenalty > 0 ? [`近三年处罚${penalties}件`] : []),
    ...(overdue > 0 && (weights?.perOverdue ?? 0) > 0 ? [`近三年整改逾期或回访未改正${overdue}件`] : []),
    ...(graded ? [`信用等级${grade ?? ''}`] : []),
  ];
}
