import { dayInWords, isDay, isId, type Day } from '@srd/kernel';
import { plainLine, plainText } from '@srd/domain/organ';
import type { ListKind, ListingGround, Proposal } from './events';
import { refuse } from './refusals';

/** A proposal as somebody gives it: what its ground doesn't ask for may be left out. */
export type GivenProposal = Omit<Proposal, 'class' | 'contactAttempts' | 'penalty' | 'proposedBy'> & Partial<Proposal>;

const lists: { readonly [G in ListingGround]: ListKind } = {
  unreachable: 'abnormal',
  unheeded: 'abnormal',
  penalty: 'credit',
};

/** C19, trap 8: nothing is listed without the law that says so. */
function checkedBasis(basis: Proposal['legalBasis']): Proposal['legalBasis'] {
  if (!basis || basis.length === 0) return refuse('LISTING_WITHOUT_BASIS');
  return basis.map((cited) => {
    const law = plainLine(cited.law);
    const article = plainLine(cited.article);
    const version = plainLine(cited.version);
    if (law === null || article === null || version === null) {
      return refuse('LISTING_WITHOUT_BASIS', '法律依据须写明名称、条款和版本');
    }
    return { law, article, version };
  });
}

/** R87: the decision that is quoted is the case's own, and hasn't been annulled. @throws Refusal PENALTY_NOT_DECIDED */
export function demandPenaltyOf(
  quoted: Proposal['penalty'],
  decided: { readonly documentNumber: string; readonly decidedOn: Day; readonly annulledOn: Day | null } | null,
): void {
  if (!decided || decided.annulledOn !== null) return refuse('PENALTY_NOT_DECIDED', '案件中没有生效的处罚决定');
  if (quoted?.number !== decided.documentNumber || quoted.decidedOn !== decided.decidedOn) {
    refuse(
      'PENALTY_NOT_DECIDED',
      `与案件中的处罚决定（${decided.documentNumber}，${dayInWords(decided.decidedOn)}）不符`,
    );
  }
}

/** What each ground asks for: R83 two dated attempts with evidence, R86 a reason, R87 a penalty decision. @throws Refusal otherwise */
export function checkProposal(given: GivenProposal & Pick<Proposal, 'proposedBy'>, today: Day): Proposal {
  const { organ, object, list, ground, class: kind = null, contactAttempts = [], penalty = null, proposedBy } = given;
  if (![organ, object, given.case, given.disposition].every(isId)) {
    refuse('LISTING_INVALID', '机关、对象、案件或处置编号不合格式');
  }
  // Two typed lists in one record each, and each with its own grounds (C18, C21).
  if (!Object.hasOwn(lists, ground) || lists[ground] !== list) refuse('GROUND_NOT_OF_LIST');
  const legalBasis = checkedBasis(given.legalBasis);
  const past = (day: Day): boolean => isDay(day) && day <= today;

  if (ground === 'unreachable') {
    const dated = contactAttempts.filter(({ attemptedOn, evidence }) => past(attemptedOn) && evidence.length > 0);
    if (dated.length < 2 || dated.length < contactAttempts.length) refuse('TOO_FEW_CONTACT_ATTEMPTS');
  } else if (contactAttempts.length > 0) refuse('LISTING_INVALID', '该事由不需要联系记录');
  if (ground === 'penalty') {
    if (!penalty || plainLine(penalty.number) === null || !past(penalty.decidedOn)) refuse('PENALTY_NOT_DECIDED');
  } else if (penalty) refuse('LISTING_INVALID', '该事由不需要处罚决定');
  if (kind !== null && !['minor', 'ordinary', 'serious'].includes(kind)) refuse('CLASS_MISSING');
  const reason =
    plainText(given.reason) ??
    refuse('LISTING_REASON_MISSING', ground === 'unheeded' ? '可以列入而非应当列入，须说明理由' : '请说明理由');
  const { subject } = given;
  return {
    organ,
    object,
    list,
    ground,
    legalBasis,
    class: kind,
    reason,
    case: given.case,
    disposition: given.disposition,
    contactAttempts,
    penalty,
    proposedBy,
    ...(subject && { subject }),
  };
}
