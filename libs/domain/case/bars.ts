import { dayInWords, type Context, type Day } from '@srd/kernel';
import type { CaseContext } from './context';
import { practiceOf, seatOf } from './practice';
import { refuse } from './refusals';
import { noCertificate, type LoanTerms, type TeamMember } from './vocabulary';
import type { RotationWaiver, TeamBar } from './vocabulary-3';

/** Nobody inspects alone, and no department comes with one (B二(九)). */
export const FEWEST = 2;

/** 执法检查人员 at the least, of the team or of one department (B二(九); R60). */
export function leastInspectors({ opened }: CaseContext): number {
  return Math.max(FEWEST, opened.terms.teamSize.value);
}

function demandSeats(context: CaseContext, team: readonly TeamMember[]): void {
  const perDepartment = practiceOf(context.opened).teamCounts === 'per-department';
  for (const { organ, seats } of context.opened.departments) {
    const needed = perDepartment ? Math.max(FEWEST, seats) : seats;
    const filled = team.filter((member) => seatOf(context, member) === organ).length;
    if (filled < needed) {
      refuse('SEATS_NOT_FILLED', `${organ} 应派 ${needed} 人，现有 ${filled} 人`, { organ, seats: needed, filled });
    }
  }
}

/** An inspector of another organ comes within the days for which both organs agreed. @throws Refusal LOAN_NOT_IN_FORCE */
export function demandLoan(loan: LoanTerms | undefined, inspector: string, day: Day): void {
  if (loan && (day < loan.from || loan.until < day)) {
    refuse('LOAN_NOT_IN_FORCE', `借调期为 ${loan.from} 至 ${loan.until}，不含 ${day}`, { inspector });
  }
}

/** The bars for every team, drawn or appointed: size, seats per department, certificates, loans (R21, R22, R60, R68). */
export function demandTeam(context: CaseContext, team: readonly TeamMember[], { today }: Context): void {
  const { departments } = context.opened;
  if (new Set(team.map((member) => member.inspector)).size !== team.length) refuse('INSPECTOR_TWICE');
  const size = leastInspectors(context);
  if (team.length < size) {
    refuse('TOO_FEW_INSPECTORS', `检查组至少 ${size} 人，现有 ${team.length} 人`, { size, team: team.length });
  }
  for (const member of team) {
    const { inspector, certificateValidUntil, loan } = member;
    if (!departments.some(({ organ }) => organ === seatOf(context, member))) refuse('NOT_A_DEPARTMENT');
    if (certificateValidUntil < today) {
      refuse('CERTIFICATE_INVALID', certificateText(certificateValidUntil, today), { inspector });
    }
    if (loan && loan.until < today) demandLoan(loan, inspector, today);
  }
  demandSeats(context, team);
}

/** Why a certificate doesn't do on a day (A二(四), B二(四); R22). */
export function certificateText(validUntil: Day, day: Day): string {
  if (validUntil === noCertificate) return `${dayInWords(day)}没有有效的行政执法证，或已移出执法检查人员名录库`;
  return `行政执法证有效期至${dayInWords(validUntil)}，检查日为${dayInWords(day)}`;
}

const barLabels: { readonly [B in TeamBar['bar']]: string } = {
  'not-enrolled': '不在执法检查人员名录库中',
  field: '执法领域不符',
  certificate: '行政执法证无效',
  absent: '不在岗',
  interest: '与检查对象有利害关系',
  rotation: '一定周期内检查过同一对象',
};

/**
 * The same bars as in a draw for whoever is appointed (R22, R59, R61, trap 11). Rotation alone may be waived, by the leader and not
 * by who appoints. @throws Refusal INSPECTOR_BARRED
 */
export function demandNoBar(
  team: readonly Pick<TeamMember, 'inspector'>[],
  bars: readonly TeamBar[],
  waivers: readonly RotationWaiver[],
  by: Context,
): void {
  for (const waiver of waivers) {
    if (waiver.reason.trim() === '') refuse('REASON_MISSING', '放宽轮换须写明理由');
    if (waiver.by === by.actor) refuse('SELF_APPROVED', '放宽轮换须由指派人以外的领导决定');
  }
  for (const { inspector, bar, until } of bars) {
    if (!team.some((member) => member.inspector === inspector)) continue;
    if (bar === 'rotation' && waivers.some((waiver) => waiver.inspector === inspector)) continue;
    refuse('INSPECTOR_BARRED', `${barLabels[bar]}${until === null ? '' : `，至 ${until}`}`, { inspector, bar, until });
  }
}

/** Nobody approves an inspection that they themselves make (C7). */
export function demandOutsideTeam(context: CaseContext, asInspector: string | null): void {
  if (context.team.some((member) => member.inspector === asInspector)) refuse('APPROVER_IN_TEAM');
}

/** What is one organ's to decide isn't another's: the entrusting organ approves, each department its own section (R7, trap 12). */
export function demandOrgan(byOrgan: string | undefined, owner: string): void {
  if (byOrgan !== undefined && byOrgan !== owner) {
    refuse('OTHER_UNIT_DECIDES', `此项由 ${owner} 决定`, { organ: owner, by: byOrgan });
  }
}

/** Approved beforehand where the duty binds; an urgent case for cause may be approved afterwards. */
export function demandApproval(context: CaseContext): void {
  const { approval } = context.opened.terms;
  const binds = approval.value.required;
  if (binds && context.approvedBy === null && !context.cause?.urgent) refuse('APPROVAL_MISSING');
}
