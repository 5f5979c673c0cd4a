import type { CaseContext, Finding, Section } from './context';
import type { DataOf, FactOf } from './events';
import { debtOf, widened } from './facts-disposition';
import { isSince } from './vocabulary';

function sections(context: CaseContext, department: string, change: (section: Section) => Section): readonly Section[] {
  return context.sections.map((section) => (section.department === department ? change(section) : section));
}

/** One department's findings, in place of those it had sent before. */
export function findingsRecorded(context: CaseContext, fact: FactOf<'FindingsRecorded'>): CaseContext {
  const { department, findings, signature, evidence, occurredOn, due } = fact.data;
  const written = findings.map((finding): Finding => ({ ...finding, department, withdrawn: false, earlier: [] }));
  return {
    ...context,
    dues: due ?? context.dues,
    resultOn: due ? occurredOn : context.resultOn,
    findings: [...context.findings.filter((finding) => finding.department !== department), ...written],
    sections: sections(context, department, (section) => ({
      ...section,
      status: 'recorded',
      recordedBy: fact.actor,
      recordedOn: occurredOn,
      signature,
      evidence,
    })),
  };
}

/** Sent back: what was written stays readable in the section. */
export function findingsReturned(context: CaseContext, fact: FactOf<'FindingsReturned'>): CaseContext {
  const { department, reason } = fact.data;
  const findings = context.findings.filter((finding) => finding.department === department);
  return {
    ...context,
    sections: sections(context, department, (section) => ({
      ...section,
      status: 'returned',
      returned: [...section.returned, { reason, by: fact.actor, at: fact.at, findings }],
    })),
  };
}

/** Approved; the result's publication is owed when the last section is. */
export function findingsApproved(context: CaseContext, fact: FactOf<'FindingsApproved'>): CaseContext {
  const { department, publication } = fact.data;
  return {
    ...context,
    sections: sections(context, department, (section) => ({
      ...section,
      status: 'approved',
      approvedBy: fact.actor,
      approvedAt: fact.at,
    })),
    debts: publication ? [...context.debts, debtOf('result', null, publication, null)] : context.debts,
  };
}

export function departmentAbsent(context: CaseContext, { data }: FactOf<'DepartmentAbsent'>): CaseContext {
  return { ...context, sections: sections(context, data.department, (section) => ({ ...section, status: 'absent' })) };
}

function amended(finding: Finding, data: DataOf<'AmendmentProposed'>): Finding {
  const { text, resultClass } = finding;
  return {
    ...finding,
    text: data.text ?? text,
    resultClass: data.resultClass ?? resultClass,
    withdrawn: data.withdrawn,
    earlier: [...finding.earlier, { text, resultClass, replacedBy: data.amendment, reason: data.reason }],
  };
}

/** The new wording stands, the old one is kept; what was published is owed a correction. */
export function amendmentApproved(context: CaseContext, { data }: FactOf<'AmendmentApproved'>): CaseContext {
  const amendment = context.amendment;
  if (!amendment) return context;
  const replaced = context.debts.findLast((debt) => debt.content !== null)?.debt ?? null;
  return {
    ...context,
    amendment: null,
    amendments: [...context.amendments, data.amendment],
    copyReceipt: isSince(context.opened.procedure, 'case/4') ? null : context.copyReceipt,
    redactions:
      amendment.text === null
        ? context.redactions
        : context.redactions.filter((one) => one.finding !== amendment.finding),
    findings: context.findings.map((one) => (one.finding === amendment.finding ? amended(one, amendment) : one)),
    debts: data.publication
      ? [...context.debts, widened(context, debtOf('correction', data.amendment, data.publication, replaced))]
      : context.debts,
  };
}
