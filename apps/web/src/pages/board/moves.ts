import { roleLabels, stageCodes, stageLabels, type StageCode } from '@srd/domain/case';
import { mayCommand, type Role } from '@srd/domain/account';

/**
 * Where a command takes a case on the board. Moving a card **is** giving the command: what isn't here is no move of a card but follows from
 * elsewhere (a draw, a listing, a day that passed).
 */
const targets: Readonly<Record<string, readonly StageCode[]>> = {
  AppointTeam: ['awaiting-notice'],
  ServeNotice: ['awaiting-visit', 'self-inspecting'],
  ReportSelfInspection: ['awaiting-visit'],
  OpenVisit: ['inspecting'],
  RecordFindings: ['awaiting-approval'],
  ReturnFindings: ['inspecting'],
  ApproveFindings: ['awaiting-publication'],
  AcknowledgePublication: ['awaiting-disposition', 'rectifying', 'awaiting-revisit', 'closed'],
  WaivePublication: ['awaiting-disposition', 'rectifying', 'awaiting-revisit', 'closed'],
  OrderCorrection: ['rectifying'],
  NoteOnSpotCorrection: ['awaiting-revisit'],
  IssueReminder: ['awaiting-revisit'],
  HoldInterview: ['awaiting-revisit'],
  RecordGuidance: ['closed'],
  OpenInvestigation: ['investigating'],
  ReportRectification: ['awaiting-revisit'],
  RecordFollowUp: ['closed', 'rectifying'],
  OrderFurtherCorrection: ['rectifying'],
  DropInvestigation: ['closed'],
  ForgoListing: ['closed'],
  VoidCase: ['voided'],
};

/** Commands that keep a case at its stage, offered beside the moves. */
const staying = ['ApproveInspection', 'EndVisit', 'PostPublication', 'ReviewPublication', 'DecidePenalty', 'MoveVisit'];

/** Where every case begins, by something else than a step of its own: none comes back. */
const beginnings: readonly StageCode[] = ['planned', 'awaiting-team', 'awaiting-notice'];

/** What each stage is reached by where no card can be moved there. */
const elsewhere: Partial<Readonly<Record<StageCode, string>>> = {
  planned: '案件由分配任务开立',
  'awaiting-team': '由抽取检查对象产生，请到“抽取”办理',
  'awaiting-notice': '由抽取执法检查人员产生，请到“抽取”办理',
  abnormal: '由列入执业异常名单的决定产生',
  blacklisted: '由列入信用黑名单的决定产生',
};

export interface Move {
  readonly command: string;
  readonly to: readonly StageCode[];
}

export interface Barred extends Move {
  readonly why: string;
}

/** What the procedure allows of a case now, and what this asker's roles allow of that. */
export interface Moves {
  readonly open: readonly Move[];
  readonly barred: readonly Barred[];
}

/** `allowed`: commands that the procedure accepts now, as the case's own answer lists them. */
export function movesOf(allowed: readonly string[], roles: readonly string[]): Moves {
  const commands = [...Object.keys(targets), ...staying];
  const open: Move[] = [];
  const barred: Barred[] = [];
  for (const command of commands.filter((each) => allowed.includes(each))) {
    const to = targets[command] ?? [];
    const may: readonly Role[] = mayCommand[command] ?? [];
    if (may.some((role) => roles.includes(role))) open.push({ command, to });
    else barred.push({ command, to, why: `由${may.map((role) => roleLabels[role]).join('、')}办理` });
  }
  return { open, barred };
}

/** The command that takes a card to a column, or why there is none. */
export function wayTo(
  { open, barred }: Moves,
  from: StageCode,
  to: StageCode,
): { readonly commands: readonly string[] } | { readonly why: string } {
  if (from === to) return { why: '案件已在此环节' };
  const ways = open.filter((move) => move.to.includes(to)).map(({ command }) => command);
  if (ways.length > 0) return { commands: ways };
  const others = barred.find((move) => move.to.includes(to));
  if (others) return { why: others.why };
  if (beginnings.includes(to) && stageCodes.indexOf(from) > stageCodes.indexOf(to))
    return { why: from === 'voided' ? '案件已终止' : `案件已过“${stageLabels[to]}”，不能退回` };
  return { why: elsewhere[to] ?? `程序不允许从“${stageLabels[from]}”直接到“${stageLabels[to]}”` };
}
