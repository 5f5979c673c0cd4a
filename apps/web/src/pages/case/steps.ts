import { mayCommand, permits, type Role } from '@srd/domain/account';
import {
  arrangedFor,
  lacksReview,
  outcomesOf,
  publicProcedure,
  roleLabels,
  type CaseContext,
  type CaseVersion,
  type ProcedureStep,
} from '@srd/domain/case';

/** A command of a case as its page offers it: open to this asker now, or why it isn't. */
export interface Step {
  readonly command: string;
  readonly group: string;
  /** Undefined when it can be given now. */
  readonly why?: string;
}

export interface Steps {
  readonly open: readonly Step[];
  /** The procedure expects it now, from somebody else. */
  readonly others: readonly Step[];
  /** Not its turn. */
  readonly later: readonly Step[];
}

/** Where each command belongs on the page; the order is the procedure's. */
const groups: Readonly<Record<string, readonly string[]>> = {
  检查准备: [
    'AppointTeam',
    'ApproveInspection',
    'ServeNotice',
    'MoveVisit',
    'MergeCause',
    'DelegateInspection',
    'ReportSelfInspection',
    'ReceiveMaterials',
  ],
  检查组与回避: [
    'StateConflict',
    'DiscloseInterest',
    'RequestRecusal',
    'DecideRecusal',
    'OrderRecusal',
    'RequestReplacement',
    'ReplaceInspector',
  ],
  检查与结果: [
    'OpenVisit',
    'FillChecklist',
    'AddEvidence',
    'NoteDepartmentAbsence',
    'EndVisit',
    'RecordFindings',
    'ReturnFindings',
    'ApproveFindings',
    'FindGraveNonCooperation',
  ],
  公示与抄送: [
    'ReviewPublication',
    'PostPublication',
    'AcknowledgePublication',
    'FailPublication',
    'WaivePublication',
    'SendCopy',
    'FileCopy',
  ],
  更正: ['ProposeAmendment', 'ApproveAmendment', 'DeclineAmendment'],
  处置与回访: [
    'NoteOnSpotCorrection',
    'OrderCorrection',
    'ServeDocument',
    'UrgeRectification',
    'ArrangeRevisit',
    'ChangeRevisit',
    'CancelRevisit',
    'ReportRectification',
    'RecordFollowUp',
    'OrderFurtherCorrection',
    'IssueReminder',
    'HoldInterview',
    'RecordGuidance',
    'GiveGuidance',
    'ReportToLicensing',
    'FileLicensingReceipt',
    'ReferToJudiciary',
    'FileReferralReceipt',
  ],
  查处: [
    'OpenInvestigation',
    'ServePenaltyNotice',
    'HearStatement',
    'DecidePenalty',
    'DropInvestigation',
    'AnnulPenalty',
    'ForgoListing',
  ],
  其他: ['AnswerEscalation', 'VoidCase'],
};

const groupOf = new Map(Object.entries(groups).flatMap(([group, commands]) => commands.map((one) => [one, group])));

/** Commands that people give to a case, in the order of the page. What the table above doesn't know comes last. */
function everyCommand(): readonly string[] {
  const given = Object.keys(outcomesOf).filter((one) => one !== 'OpenForCause' && (mayCommand[one] ?? []).length > 0);
  return [...groupOf.keys()].filter((one) => given.includes(one)).concat(given.filter((one) => !groupOf.has(one)));
}

const turns = new Map<CaseVersion, ReadonlyMap<string, readonly string[]>>();

/** By command, the names of the states in which its version's chart, or a disposition's, expects it. */
function turnsOf(version: CaseVersion): ReadonlyMap<string, readonly string[]> {
  const known = turns.get(version);
  if (known) return known;
  const found = new Map<string, Set<string>>();
  const { charts } = publicProcedure();
  // Measures are expected all through the follow-up; which one, each disposition's own life says.
  const [life] = charts.filter((chart) => chart.version === 'disposition');
  const ofLife = new Set<string | null>(life?.steps.map(({ event }) => event));
  for (const chart of charts.filter((one) => one === life || one.version === version)) {
    const labels = new Map(chart.states.map(({ name, label }) => [name, label]));
    const own = ({ event, from }: ProcedureStep): boolean =>
      chart === life || !(ofLife.has(event) && from.startsWith('approved'));
    for (const step of chart.steps.filter(own)) {
      for (const command of step.commands) {
        const states = found.get(command) ?? new Set();
        found.set(command, states.add(labels.get(step.from) ?? step.from));
      }
    }
  }
  const listed = new Map([...found].map(([command, states]) => [command, [...states]] as const));
  turns.set(version, listed);
  return listed;
}

/**
 * Every command of the case with what becomes of it: given now by this asker, by others, or not its turn.
 * @param expected what the procedure accepts now, as the case's own answer lists it
 * @param lacking what isn't there yet that a command is about, though the procedure would accept it
 */
export function stepsOf(
  version: CaseVersion,
  expected: readonly string[],
  held: readonly Role[],
  lacking: ReadonlyMap<string, string> = new Map(),
): Steps {
  const open: Step[] = [];
  const others: Step[] = [];
  const later: Step[] = [];
  const expects = turnsOf(version);
  for (const command of everyCommand()) {
    const step = { command, group: groupOf.get(command) ?? '其他' };
    const may = (mayCommand[command] ?? []).map((role) => roleLabels[role]).join('、');
    const turn = expects.get(command);
    const lack = lacking.get(command);
    if (expected.includes(command) && lack !== undefined) later.push({ ...step, why: `${lack}；由${may}办理` });
    else if (!expected.includes(command)) {
      // A later version's command isn't one of this case at all.
      if (turn) later.push({ ...step, why: `未到此步：须处于“${turn.join('”或者“')}”；由${may}办理` });
    } else if (permits(command, held)) open.push(step);
    else others.push({ ...step, why: `由${may}办理` });
  }
  return { open, others, later };
}

/** Told of a measure, whichever it is. */
const OF_MEASURES = ['ServeDocument', 'UrgeRectification', 'ArrangeRevisit', 'ChangeRevisit', 'CancelRevisit'];
const OF_APPOINTMENTS = ['ChangeRevisit', 'CancelRevisit'];

/** What commands are about that a case doesn't have: a measure, an arranged revisit, a text that was read, a recusal or an escalation that waits. */
export function lackingIn(
  version: CaseVersion,
  detail: Pick<CaseContext, 'dispositions' | 'revisits' | 'debts' | 'recusals' | 'escalations'>,
): ReadonlyMap<string, string> {
  const going = detail.debts.filter(({ status }) => status === 'owed' || status === 'posting');
  const isUnread = going.length > 0 && going.every((debt) => lacksReview(version, debt));
  const isAsked = detail.recusals.some(({ status }) => status === 'requested');
  const isEscalated = detail.escalations.some(({ answer }) => answer === null);
  const isArranged = detail.dispositions.some((one) => arrangedFor(detail, one));
  return new Map([
    ...(isUnread ? [['PostPublication', '公示内容尚未核对，须先办理“公示前核对内容”'] as const] : []),
    ...(isAsked ? [] : [['DecideRecusal', '没有待决定的回避申请'] as const]),
    ...(isEscalated ? [] : [['AnswerEscalation', '没有待督办的逾期事项'] as const]),
    ...(isArranged ? [] : OF_APPOINTMENTS.map((command) => [command, '没有已安排的回访'] as const)),
    ...(detail.dispositions.length > 0 ? [] : OF_MEASURES.map((command) => [command, '没有处置措施'] as const)),
  ]);
}
