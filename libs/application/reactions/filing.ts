import { inspectionCase, resultClassLabels, withoutNumbers, type CaseEvent, type OpenCase } from '@srd/domain/case';
import { circular } from '@srd/domain/circular';
import { type EntryKind, type IntegrityEntered } from '@srd/domain/integrity';
import { groundLabels, standing } from '@srd/domain/standing';
import { dayOf, textAt, type Day, type RecordedEvent } from '@srd/kernel';
import type { Reaction } from '@srd/runtime';
import { CommandIntegrity } from '../aggregates';
import type { Evidence } from '../evidence';
import type { Follow } from './follow';

type Filed = Pick<IntegrityEntered['data'], 'organ' | 'object' | 'kind' | 'name'>;
type Told = Pick<IntegrityEntered['data'], 'entry' | 'subject' | 'text'> & {
  readonly overtakes?: readonly EntryKind[];
  readonly occurredOn?: Day;
};

/** 及时根据随机抽查结果更新诚信档案: what is recorded of cases, lists and circulars goes into the files of whom it concerns (R30, R95, R96). */
export function filing(follow: Follow): Reaction {
  async function enter(event: RecordedEvent, file: Filed, told: Told, evidence: Evidence): Promise<void> {
    const { occurredOn = occurredOnOf(event), overtakes = [], ...rest } = told;
    const source = { stream: event.stream, revision: event.revision };
    // An entry goes on to the credit platform, and nobody reads it before.
    const data = { ...file, ...rest, text: withoutNumbers(rest.text), overtakes, occurredOn, source };
    const command = { type: 'EnterIntegrity', data } as const;
    await follow.give(event, 'integrity', CommandIntegrity, file.object, command, evidence);
  }

  const ofCase =
    (tell: (event: RecordedEvent, file: OpenCase) => Told | null) =>
    async (event: RecordedEvent): Promise<void> => {
      if (!event.stream.startsWith('case-')) return;
      const evidence = follow.evidence(event);
      const file = await evidence.of(inspectionCase, event.stream);
      const object = file?.context.object;
      if (!file || !object) return;
      const told = tell(event, file);
      const { organ } = file.context.opened;
      const isPerson = object.institution !== undefined;
      const kind = isPerson ? 'practitioner' : 'institution';
      const filed = { organ, object: object.id, kind, name: isPerson ? null : object.name } as const;
      if (told) await enter(event, filed, told, evidence);
    };

  const ofListing =
    (entry: EntryKind, text: (event: RecordedEvent) => string, overtakes: readonly EntryKind[] = []) =>
    async (event: RecordedEvent): Promise<void> => {
      if (!event.stream.startsWith('standing-')) return;
      const evidence = follow.evidence(event);
      const { proposal, round } = await evidence.of(standing, event.stream);
      if (!proposal) return;
      const { organ, object, list, subject, ground } = proposal;
      const kind = subject?.kind ?? 'institution';
      const name = kind === 'institution' ? (subject?.institutionName ?? null) : null;
      const listName = subject?.listName ?? (list === 'abnormal' ? '执业异常对象名单' : '信用黑名单');
      const words = `${listName}：${entry === 'listed' ? groundLabels[ground] : text(event)}`;
      const told = { entry, subject: `${event.stream}:${round}`, text: words, overtakes };
      await enter(event, { organ, object, kind, name }, told, evidence);
    };

  const ofCircular =
    (entry: EntryKind, overtakes: readonly EntryKind[] = []) =>
    async (event: RecordedEvent): Promise<void> => {
      const evidence = follow.evidence(event);
      const { content } = await evidence.of(circular, event.stream);
      for (const { object, name, text, stance } of content?.named ?? []) {
        const { organ, number, title } = content!;
        const words = `${number}《${title}》${stance === 'commended' ? '通报表扬' : '通报批评'}：${text}`;
        const told = { entry, subject: event.stream, text: words, overtakes };
        await enter(event, { organ, object, kind: 'institution', name }, told, evidence);
      }
    };

  const measure = (entry: EntryKind, text: (event: RecordedEvent) => string, overtakes: readonly EntryKind[] = []) =>
    ofCase((event) => ({
      entry,
      subject: `${event.stream}:${textAt(event.data, 'disposition')}`,
      text: text(event),
      overtakes,
    }));
  const own = ({ data }: RecordedEvent): string => textAt(data, 'text');
  const reason = ({ data }: RecordedEvent): string => textAt(data, 'reason');
  const result = ofCase((event, file) => {
    const { sections, visits, resultOn } = file.context;
    if (!sections.every(({ status }) => status === 'approved' || status === 'absent')) return null;
    const occurredOn = visits.at(-1)?.endedOn ?? resultOn ?? dayOf(event.at);
    return { entry: 'result', subject: `${event.stream}:result`, text: resultOf(file), occurredOn };
  });

  return {
    name: 'integrity-files',
    on: {
      FindingsApproved: result,
      DepartmentAbsent: result,
      AmendmentApproved: ofCase((event, file) => ({
        entry: 'result-amended',
        subject: `${event.stream}:result`,
        text: resultOf(file),
        overtakes: ['result', 'result-amended'],
      })),
      CorrectionOrdered: measure('correction-ordered', own),
      FurtherCorrectionOrdered: measure('correction-ordered', reason),
      FollowUpPassed: measure('corrected', own),
      FollowUpFailed: measure('uncorrected', own),
      ReminderIssued: measure('guidance', (event) => `书面提醒：${own(event)}`),
      InterviewHeld: measure('guidance', (event) => `约谈负责人：${own(event)}`),
      GuidanceRecorded: measure('guidance', own),
      PenaltyDecided: measure('penalty', ({ data }) => {
        const { documentNumber, penalties } = data as unknown as Decided;
        return `${documentNumber}：${penalties.join('、')}`;
      }),
      PenaltyAnnulled: measure(
        'penalty-annulled',
        (event) => `${textAt(event.data, 'documentNumber')}撤销处罚：${reason(event)}`,
        ['penalty'],
      ),
      ListingConfirmed: ofListing('listed', reason),
      ListingExpired: ofListing('listing-ended', ({ data }) => `期限至${textAt(data, 'until')}届满`),
      ListingRepaired: ofListing('listing-ended', (event) => `信用修复，${reason(event)}`),
      ListingRemoved: ofListing('listing-ended', reason),
      ListingWithdrawn: ofListing('listing-withdrawn', reason, ['listed']),
      CircularIssued: ofCircular('circular'),
      CircularWithdrawn: ofCircular('circular-withdrawn', ['circular']),
    },
  };
}

type Decided = Extract<CaseEvent, { type: 'PenaltyDecided' }>['data'];

/** When it happened, where the event says so. */
function occurredOnOf({ data, at }: RecordedEvent): Day {
  const { occurredOn } = data as { occurredOn?: Day };
  return occurredOn ?? dayOf(at);
}

/** Number of the case and the classes of what was found in it, no text: that may name people. */
function resultOf({ context }: OpenCase): string {
  const classes = context.findings.filter(({ withdrawn }) => !withdrawn).map(({ resultClass }) => resultClass);
  const labels = [...new Set(classes)].map((each) => resultClassLabels[each]);
  return `${context.opened.number}：${labels.join('、') || '未检查'}`;
}
