import type { CaseContext, Disposition, Finding } from './context';
import type { DispositionEventType } from './disposition-events';
import { lives } from './disposition';
import type { ResultClass } from './vocabulary';

type Measures = {
  /** First steps that fit the class. */
  readonly fitting: readonly DispositionEventType[];
  /** One of these must be among the finding's dispositions; none where nothing follows from the class. */
  readonly needed: readonly DispositionEventType[];
  readonly basis: string;
};

const breach: readonly DispositionEventType[] = ['CorrectionOrdered', 'InvestigationOpened', 'GuidanceRecorded'];
const ceased: Measures = { fitting: [], needed: [], basis: '本系统' };

/** B三(三), class by class: what may follow from a finding and what must. */
export const measures: { readonly [C in ResultClass]: Measures } = {
  'nothing-found': { fitting: ['GuidanceRecorded'], needed: [], basis: 'B三(二)' },
  'corrected-on-spot': {
    fitting: ['OnSpotCorrectionNoted', 'GuidanceRecorded'],
    needed: ['OnSpotCorrectionNoted'],
    basis: 'B三(三)',
  },
  'correction-ordered': { fitting: breach, needed: ['CorrectionOrdered'], basis: 'B三(三)' },
  risk: {
    fitting: ['ReminderIssued', 'InterviewHeld', 'GuidanceRecorded'],
    needed: ['ReminderIssued', 'InterviewHeld'],
    basis: 'B三(三)',
  },
  licensing: {
    fitting: ['ReportedToLicensing', 'InvestigationOpened', 'CorrectionOrdered', 'GuidanceRecorded'],
    needed: ['ReportedToLicensing'],
    basis: 'B三(三)',
  },
  'breach-investigation': { fitting: breach, needed: ['InvestigationOpened'], basis: 'B三(三)' },
  'crime-suspected': {
    fitting: ['ReferredToJudiciary', 'InvestigationOpened', 'CorrectionOrdered', 'GuidanceRecorded'],
    needed: ['ReferredToJudiciary'],
    basis: 'B三(三)',
  },
  'non-cooperation': { fitting: breach, needed: ['CorrectionOrdered', 'InvestigationOpened'], basis: 'B三(三)' },
  unreachable: { fitting: ['ListingProposalNoted'], needed: ['ListingProposalNoted'], basis: 'B三(三)' },
  deregistered: ceased,
  'licence-revoked': ceased,
  'licence-withdrawn': ceased,
  'moved-out': ceased,
  'business-suspended': ceased,
};

/** Whether the disposition's own life has come to a rest. */
export function isSettled(disposition: Disposition): boolean {
  return lives[disposition.state]?.settled ?? false;
}

function isAnswered(finding: Finding, dispositions: readonly Disposition[]): boolean {
  const { needed } = measures[finding.resultClass];
  if (finding.withdrawn || needed.length === 0) return true;
  return dispositions.some((one) => one.finding === finding.finding && needed.some((type) => one.steps.includes(type)));
}

/** Findings in force whose class asks for a measure that none of their dispositions is. */
export function unansweredFindings(context: CaseContext): readonly Finding[] {
  return context.findings.filter((finding) => !isAnswered(finding, context.dispositions));
}

/** Whether nothing is left to do because the finding was withdrawn; an investigation or a penalty is ended in its own form. */
export function isMoot(context: CaseContext, { finding, state, penalty, list }: Disposition): boolean {
  if (state === 'investigating' || penalty !== null || list !== null) return false;
  return context.findings.some((one) => one.finding === finding && one.withdrawn);
}

/** Every finding in force has the measure it needs, and every measure has come to a rest (R84, trap 7, trap 14). */
export function allSettled(context: CaseContext): boolean {
  for (const one of context.dispositions) if (!isSettled(one) && !isMoot(context, one)) return false;
  for (const finding of context.findings) if (!isAnswered(finding, context.dispositions)) return false;
  return true;
}
