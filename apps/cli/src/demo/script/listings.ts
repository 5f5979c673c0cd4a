import type { LegalBasis } from '@srd/domain/catalogue';
import { standing } from '@srd/domain/standing';
import type { Id } from '@srd/kernel';
import { file, type Bureau } from './inspections';
import type { Stage } from './stage';

export type List = 'abnormal' | 'credit';

/** The standing of a case's object with a list. */
export async function standingOf(stage: Stage, id: Id, list: List): Promise<Id> {
  return `${(await stage.file(id)).context.object?.id ?? ''}.${list}`;
}

/** R83: shall be listed, after two dated attempts. */
export async function proposeUnreachable(
  stage: Stage,
  { officer }: Bureau,
  id: Id,
  legalBasis: readonly LegalBasis[],
): Promise<void> {
  const { findings } = (await stage.file(id)).context;
  const contacts = findings.find(({ resultClass }) => resultClass === 'unreachable')?.contacts ?? [];
  await stage.as(officer).give('standing', await standingOf(stage, id, 'abnormal'), 'ProposeListing', {
    ground: 'unreachable',
    legalBasis,
    reason: '通过登记的执业场所两次联系未果',
    case: id,
    contactAttempts: contacts.map(({ on, evidence }) => ({ attemptedOn: on, evidence: [evidence] })),
  });
}

/** R86: may be listed, with a reason, who took no heed of reminder and interview. */
export async function proposeUnheeded(
  stage: Stage,
  { officer }: Bureau,
  id: Id,
  legalBasis: readonly LegalBasis[],
  reason: string,
): Promise<void> {
  const proposal = { ground: 'unheeded', legalBasis, reason, case: id, disposition: 'd1' };
  await stage.as(officer).give('standing', await standingOf(stage, id, 'abnormal'), 'ProposeListing', proposal);
}

/** R87, on a penalty decision and with a legal basis of its own (C19). */
export async function proposeForPenalty(
  stage: Stage,
  { officer }: Bureau,
  id: Id,
  legalBasis: readonly LegalBasis[],
): Promise<void> {
  const penalty = (await stage.file(id)).context.dispositions.find(({ disposition }) => disposition === 'd1')?.penalty;
  await stage.as(officer).give('standing', await standingOf(stage, id, 'credit'), 'ProposeListing', {
    ground: 'penalty',
    legalBasis,
    class: 'ordinary',
    reason: '已作出处罚决定，依规定提请列入',
    case: id,
    disposition: 'd1',
    penalty: { number: penalty?.documentNumber, decidedOn: penalty?.decidedOn },
  });
}

/** 告知: the institution may be heard until the organ's days have passed. */
export async function serveListingNotice(stage: Stage, { officer }: Bureau, id: Id, list: List): Promise<void> {
  const told = { occurredOn: stage.today };
  await stage.as(officer).give('standing', await standingOf(stage, id, list), 'ServeListingNotice', told);
}

/** 陈述申辩 within the days. */
export async function hearListed(stage: Stage, { officer }: Bureau, id: Id, list: List): Promise<void> {
  const evidence = [await file(stage, id, officer, '列入名单陈述申辩材料.pdf')];
  const heard = { occurredOn: stage.today, evidence };
  await stage.as(officer).give('standing', await standingOf(stage, id, list), 'RecordHearing', heard);
}

/** 决定列入 by a leader, who didn't propose it. */
export async function confirmListing(
  stage: Stage,
  { leader }: Bureau,
  id: Id,
  list: List,
  decision: { readonly until: string | null; readonly reason: string },
): Promise<void> {
  await stage.as(leader).give('standing', await standingOf(stage, id, list), 'ConfirmListing', decision);
}

/** 公示 of what is owed, of the entry or of its end, on each channel with its receipt (R74). */
export async function postListing(stage: Stage, { officer }: Bureau, id: Id, list: List): Promise<void> {
  const subject = await standingOf(stage, id, list);
  const { publications } = await stage.read(standing, `standing-${subject.replace('.', '-')}`);
  for (const { publication, channels } of publications.filter(({ status }) => status === 'owed')) {
    for (const channel of channels) {
      const posting = { publication, channel };
      await stage.as(officer).give('standing', subject, 'PostListing', posting);
      const receipt = `演示回执-${channel}-${subject}-${publication}`;
      await stage.as(officer).give('standing', subject, 'AcknowledgeListingPosting', { ...posting, receipt });
    }
  }
}

/** 修复、移出: asked for with its papers, which somebody else decides on (C20). */
export async function requestEnd(
  stage: Stage,
  { officer }: Bureau,
  id: Id,
  list: List,
  way: 'repaired' | 'removed',
  reason: string,
): Promise<void> {
  const evidence = [await file(stage, id, officer, '申请及证明材料.pdf')];
  const request = { way, reason, occurredOn: stage.today, evidence };
  await stage.as(officer).give('standing', await standingOf(stage, id, list), 'RequestListingEnd', request);
}

export async function grantEnd(stage: Stage, { leader }: Bureau, id: Id, list: List, reason: string): Promise<void> {
  await stage.as(leader).give('standing', await standingOf(stage, id, list), 'GrantListingEnd', { reason });
}
