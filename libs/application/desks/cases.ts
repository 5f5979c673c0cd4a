import {
  inspectionCase,
  partiesOf,
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  type OpenCase,
} from '@srd/domain/case';
import type { DomainCommand, Id } from '@srd/kernel';
import type { Entry, Target } from '../desk';
import { withGuidance, withNames } from './case-publication';
import { mergeCause, withLoad, withSubordinates } from './case-relations';
import {
  all,
  asInspector,
  asReceived,
  byOrgan,
  ownDepartment,
  recordFindings,
  withCalendar,
  withDisposition,
} from './case-steps';
import { withGoing, withPresent } from './case-revisits';
import { appointTeam, openVisit, replaceInspector, voidCase } from './case-team';
import { causeCaseOf, openForCause } from './for-cause';

/** The cases: what a command needs of the calendar, of the registers, of other cases and of who asks is added here. */
export const caseDesk: Entry<CaseState, CaseCommand, CaseEvent> = {
  decider: inspectionCase,
  stream: (id) => `case-${id}`,
  target: (state, command, id) => (state === null ? beginning(command, id) : targetOf(state)),
  onFile: (state) => state?.context.evidence ?? [],
  prepare: {
    AddEvidence: all(asReceived),
    OpenForCause: openForCause as never,
    VoidCase: all(voidCase),
    AppointTeam: all(appointTeam),
    ReplaceInspector: all(replaceInspector),
    DecideRecusal: all(asInspector, byOrgan),
    OrderRecusal: all(asInspector, byOrgan),
    StateConflict: all(asInspector),
    DelegateInspection: all(withSubordinates),
    MergeCause: all(mergeCause),
    ApproveInspection: all(asInspector, byOrgan, withLoad),
    OpenVisit: all(openVisit),
    EndVisit: all(withCalendar, asInspector),
    FillChecklist: all(ownDepartment, asInspector),
    RecordFindings: all(recordFindings, ownDepartment, withCalendar, asInspector),
    ReturnFindings: all(ownDepartment, asInspector, byOrgan),
    ApproveFindings: all(ownDepartment, asInspector, byOrgan),
    NoteOnSpotCorrection: all(withDisposition, withCalendar),
    OrderCorrection: all(withDisposition, withCalendar),
    RecordFollowUp: all(asInspector, withPresent),
    ArrangeRevisit: all(withGoing, withCalendar),
    ChangeRevisit: all(withGoing, withCalendar),
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
    ReviewPublication: all(withNames),
    FindGraveNonCooperation: all(withCalendar),
    ServeDocument: all(withCalendar),
    GiveGuidance: all(withGuidance),
  },
};

/** Whose a case is that doesn't exist yet. */
function beginning({ type, data }: DomainCommand, id: Id): Target | undefined {
  const { organ, section } = data as { organ: Id; section: Id };
  if (type === 'OpenCase') return { organ, section };
  const cause = type === 'OpenForCause' ? causeCaseOf(id) : undefined;
  return cause && { organ: cause.organ, section };
}

/** Whose the case is, and who has a part in it: partners decide on theirs, delegates and lenders send inspectors (R4, R7, trap 5). */
function targetOf(file: OpenCase): Target {
  const { organ, partners, delegate, lenders } = partiesOf(file);
  const inspecting = [...(delegate === null ? [] : [delegate]), ...lenders];
  return { organ, section: file.context.opened.section, partners, inspecting };
}
