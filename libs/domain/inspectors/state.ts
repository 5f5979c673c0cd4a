import type { Day, Fact, Id, Instant } from '@srd/kernel';
import type {
  Certificate,
  InspectorField,
  InspectorsEvent,
  InterestDeclaration,
  LoanAgreement,
  RotationWaived,
} from './events';
import { refuse } from './refusals';

export type Inspector = {
  readonly person: Id;
  readonly section: Id | null;
  readonly fields: readonly InspectorField[];
  /** Oldest first. */
  readonly certificates: readonly Certificate[];
  readonly absences: readonly { readonly from: Day; readonly to: Day }[];
  readonly enrolledAt: Instant;
  /** The day from which the person inspects no more; null while enrolled. */
  readonly withdrawnOn: Day | null;
};

/** An interest as declared, by whom and when: one that is declared after a result flags the case (trap 6). */
export type Interest = InterestDeclaration & {
  readonly declaredBy: string;
  readonly declaredAt: Instant;
  readonly withdrawal: { readonly reason: string; readonly by: string; readonly at: Instant } | null;
};

/** A loan with the day on which it ended early; null while it runs to its last day. */
export type Loan = LoanAgreement & { readonly lentBy: string; readonly returnedOn: Day | null };

/** A year's statement: the interests declared in it, none where the list is empty. */
export type YearlyStatement = {
  readonly person: Id;
  readonly year: number;
  readonly interests: readonly Id[];
  readonly statedOn: Day;
};

/** Whose rotation is waived for which institution, in the draw of which task. */
export type RotationWaiver = RotationWaived['data'] & { readonly by: string; readonly at: Instant };

export type InspectorsState = {
  readonly organ: Id | null;
  readonly inspectors: { readonly [person: Id]: Inspector };
  readonly interests: readonly Interest[];
  readonly loans: readonly Loan[];
  readonly statements: readonly YearlyStatement[];
  readonly rotationWaivers: readonly RotationWaiver[];
};

export const initial: InspectorsState = {
  organ: null,
  inspectors: {},
  interests: [],
  loans: [],
  statements: [],
  rotationWaivers: [],
};

/** The inspector, withdrawn ones too. */
export function inspectorOf(state: InspectorsState, person: Id): Inspector | undefined {
  return Object.hasOwn(state.inspectors, person) ? state.inspectors[person] : undefined;
}

function enrolled(state: InspectorsState, person: Id): Inspector {
  const inspector = inspectorOf(state, person);
  if (!inspector || inspector.withdrawnOn !== null) return refuse('OUT_OF_TURN', '该人员不在执法检查人员名录库中');
  return inspector;
}

function put(state: InspectorsState, inspector: Inspector): InspectorsState {
  return { ...state, inspectors: { ...state.inspectors, [inspector.person]: inspector } };
}

/** The roster of inspectors after one more fact. */
export function evolve(state: InspectorsState, fact: Fact<InspectorsEvent>): InspectorsState {
  switch (fact.type) {
    case 'InspectorEnrolled': {
      const { person, organ, section, fields, certificate } = fact.data;
      const former = inspectorOf(state, person);
      if (former && former.withdrawnOn === null) refuse('OUT_OF_TURN', '该人员已在名录库中');
      if ((state.organ ?? organ) !== organ) refuse('OUT_OF_TURN', '该人员名录库属于另一机关');
      const certificates = [...(former?.certificates ?? []), certificate];
      const absences = former?.absences ?? [];
      const inspector = { person, section, fields, certificates, absences, enrolledAt: fact.at, withdrawnOn: null };
      return put({ ...state, organ }, inspector);
    }
    case 'CertificateRenewed': {
      const inspector = enrolled(state, fact.data.person);
      return put(state, { ...inspector, certificates: [...inspector.certificates, fact.data.certificate] });
    }
    case 'InspectorReassigned': {
      const { person, section, fields } = fact.data;
      return put(state, { ...enrolled(state, person), section, fields });
    }
    case 'InspectorWithdrawn':
      return put(state, { ...enrolled(state, fact.data.person), withdrawnOn: fact.data.occurredOn });
    case 'AbsenceRecorded': {
      const { person, from, to } = fact.data;
      const inspector = enrolled(state, person);
      return put(state, { ...inspector, absences: [...inspector.absences, { from, to }] });
    }
    case 'AbsenceWithdrawn': {
      const { person, from, to } = fact.data;
      const inspector = enrolled(state, person);
      const absences = inspector.absences.filter((absence) => absence.from !== from || absence.to !== to);
      if (absences.length === inspector.absences.length) refuse('OUT_OF_TURN', '没有登记这段不在岗');
      return put(state, { ...inspector, absences });
    }
    case 'InterestDeclared': {
      if (state.interests.some(({ interest }) => interest === fact.data.interest))
        refuse('OUT_OF_TURN', '该编号的利害关系已申报');
      const interest = { ...fact.data, declaredBy: fact.actor, declaredAt: fact.at, withdrawal: null };
      return { ...state, interests: [...state.interests, interest] };
    }
    case 'InterestWithdrawn': {
      const standing = state.interests.find(
        ({ interest, withdrawal }) => interest === fact.data.interest && !withdrawal,
      );
      if (!standing) return refuse('OUT_OF_TURN', '没有这项利害关系，或已撤回');
      const withdrawal = { reason: fact.data.reason, by: fact.actor, at: fact.at };
      return {
        ...state,
        interests: state.interests.map((other) => (other === standing ? { ...standing, withdrawal } : other)),
      };
    }
    case 'InspectorLent': {
      enrolled(state, fact.data.person);
      if (state.loans.some(({ loan }) => loan === fact.data.loan)) refuse('OUT_OF_TURN', '该编号的借调已登记');
      return { ...state, loans: [...state.loans, { ...fact.data, lentBy: fact.actor, returnedOn: null }] };
    }
    case 'LoanReturned': {
      const { loan, occurredOn: returnedOn } = fact.data;
      const running = state.loans.find((other) => other.loan === loan && other.returnedOn === null);
      if (!running) return refuse('OUT_OF_TURN', '没有这项借调，或已结束');
      return {
        ...state,
        loans: state.loans.map((other) => (other === running ? { ...running, returnedOn } : other)),
      };
    }
    case 'YearlyInterestsStated': {
      const { person, year, interests, occurredOn: statedOn } = fact.data;
      enrolled(state, person);
      return { ...state, statements: [...state.statements, { person, year, interests, statedOn }] };
    }
    case 'RotationWaived':
      return {
        ...state,
        rotationWaivers: [...state.rotationWaivers, { ...fact.data, by: fact.actor, at: fact.at }],
      };
    default:
      return refuse('OUT_OF_TURN');
  }
}
