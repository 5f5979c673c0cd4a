import { calendar, calendarDays } from '@srd/domain/calendar';
import { inspectionCase, type CaseCommand, type CaseEvent, type CaseState, type OpenCase } from '@srd/domain/case';
import { inspectorOf, inspectors } from '@srd/domain/inspectors';
import type { Day, Id } from '@srd/kernel';
import type { Entry, Facts } from '../desk';
import { refuse } from '../refusals';
import { CALENDAR } from './organs';

/** Stands for a certificate that there isn't. */
const NEVER = '0001-01-01' as Day;

type CaseFacts = Facts<CaseState>;
type Data = Readonly<Record<string, unknown>>;

function opened({ state, id }: CaseFacts): OpenCase {
  return state ?? refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的案件`);
}

async function withCalendar(data: Data, { evidence }: CaseFacts): Promise<Data> {
  return { ...data, calendar: calendarDays(await evidence.of(calendar, CALENDAR)) };
}

/** The asker's own entry among the organ's inspectors, so that nobody approves what they inspected (C7). */
async function asInspector(data: Data, { evidence, who }: CaseFacts): Promise<Data> {
  if (!who) return { ...data, asInspector: null };
  const roster = await evidence.of(inspectors, `inspectors-${who.organ}`);
  return { ...data, asInspector: inspectorOf(roster, who.person) ? who.person : null };
}

/** The first free id of a kind within the case: `f1`, `d2` … */
function nextId(letter: string, taken: readonly Id[]): Id {
  let number = taken.length + 1;
  while (taken.includes(`${letter}${number}`)) number++;
  return `${letter}${number}`;
}

/** A measure's id where the asker begins one and gave none. */
function withDisposition(data: Data, facts: CaseFacts): Data {
  const taken = opened(facts).context.dispositions.map(({ disposition }) => disposition);
  return { ...data, disposition: data['disposition'] ?? nextId('d', taken) };
}

/** Who is there, with the certificate that is valid on the day (R22); the opener is the asker. */
async function openVisit(data: Data, facts: CaseFacts): Promise<Data> {
  const { context } = opened(facts);
  const { present, occurredOn, ...rest } = data as { present: readonly Id[]; occurredOn: Day };
  const organOf = new Map(context.team.map((member) => [member.inspector, member.organ]));
  const attendance = [];
  for (const inspector of present) {
    const organ = organOf.get(inspector) ?? context.opened.organ;
    const roster = await facts.evidence.of(inspectors, `inspectors-${organ}`);
    const begun = (inspectorOf(roster, inspector)?.certificates ?? []).filter(
      ({ validFrom }) => validFrom <= occurredOn,
    );
    const last = begun
      .map(({ validUntil }) => validUntil)
      .sort()
      .at(-1);
    attendance.push({ inspector, certificateValidUntil: last ?? NEVER });
  }
  const code = Buffer.from(facts.stores.chance.bytes(5)).toString('hex').toUpperCase();
  return {
    ...rest,
    occurredOn,
    visit: nextId(
      'v',
      context.visits.map(({ visit }) => visit),
    ),
    institution: context.object?.id ?? '',
    inspector: facts.who?.person ?? '',
    present: attendance,
    visitCode: context.opened.terms.visitCode.value.required ? code : null,
  };
}

function recordFindings(data: Data, facts: CaseFacts): Data {
  const taken = opened(facts).context.findings.map(({ finding }) => finding);
  const findings = (data['findings'] as readonly Data[]).map((finding) => {
    const id = (finding['finding'] as Id | undefined) ?? nextId('f', taken);
    taken.push(id);
    return { severity: 'none', contacts: [], ...finding, finding: id };
  });
  return { evidence: [], ...data, findings };
}

type Step = (data: Data, facts: CaseFacts) => Data | Promise<Data>;

/** One preparation after the other. */
function all(...steps: readonly Step[]): never {
  const run: Step = async (data, facts) => {
    let prepared = data;
    for (const step of steps) prepared = await step(prepared, facts);
    return prepared;
  };
  return run as never;
}

/** Each department writes and approves its own section of a joint inspection, and no other's (R4, trap 12). */
const ownDepartment: Step = (data, facts) => {
  const own = facts.who?.organ ?? opened(facts).context.opened.organ;
  const { department = own } = data;
  if (facts.who && department !== own) refuse('OTHER_ORGAN', '联合检查中各部门只录入、审批本部门的结果');
  return { ...data, department };
};

/** The cases: what a command needs of the calendar, of the inspectors' certificates and of who asks is added here. */
export const caseDesk: Entry<CaseState, CaseCommand, CaseEvent> = {
  decider: inspectionCase,
  stream: (id) => `case-${id}`,
  target: (state, command) => {
    if (state === null) return command.type === 'OpenCase' ? targetOf(command.data as never) : undefined;
    return targetOf(state.context.opened);
  },
  prepare: {
    DecideRecusal: all(asInspector),
    ApproveInspection: all(asInspector),
    OpenVisit: all(openVisit),
    EndVisit: all(withCalendar, asInspector),
    RecordFindings: all(recordFindings, ownDepartment, withCalendar, asInspector),
    ReturnFindings: all(ownDepartment, asInspector),
    ApproveFindings: all(ownDepartment, asInspector),
    NoteOnSpotCorrection: all(withDisposition, withCalendar),
    OrderCorrection: all(withDisposition, withCalendar),
    RecordFollowUp: all(asInspector),
    OrderFurtherCorrection: all(withCalendar),
    OpenInvestigation: all(withDisposition),
    DecidePenalty: all(withCalendar),
    DropInvestigation: all(withCalendar),
    AnnulPenalty: all(withCalendar),
    NoteListingProposal: all(withDisposition),
    IssueReminder: all(withDisposition, withCalendar),
    HoldInterview: all(withDisposition, withCalendar),
    RecordGuidance: all(withDisposition),
    ReportToLicensing: all(withDisposition),
    ReferToJudiciary: all(withDisposition),
    ApproveAmendment: all(withCalendar, asInspector),
  },
};

function targetOf(file: OpenCase['context']['opened']) {
  const { organ, section, departments } = file;
  return { organ, section, partners: departments.map((department) => department.organ).filter((id) => id !== organ) };
}
