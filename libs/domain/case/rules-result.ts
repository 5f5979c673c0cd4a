import { isDay, type Id } from '@srd/kernel';
import type { CommandData } from './commands';
import type { CaseContext } from './context';
import { visitDues } from './dues';
import { demandDayPast, demandEvidence, demandReason, type Rules } from './rule';
import { demandOrgan } from './bars';
import { seatOf } from './practice';
import { refuse } from './refusals';
import { demandNoOpenRecusal } from './rules-preparation';
import { demandSignature } from './rules-visit';
import { ceasedClasses, type RecordedFinding } from './vocabulary';

function demandContacts(context: CaseContext, { contacts }: RecordedFinding, writtenOn: string): void {
  const distinct = new Set(contacts.map((contact) => `${contact.on} ${contact.how}`));
  if (distinct.size < 2) refuse('CONTACTS_MISSING', `已有 ${distinct.size} 次联系记录，须有两次`);
  if (contacts.some(({ on }) => !isDay(on) || on > writtenOn)) {
    refuse('CONTACTS_MISSING', '联系日期有误，或者晚于录入之日');
  }
  if (contacts.some((contact) => !context.evidence.includes(contact.evidence))) {
    refuse('CONTACTS_MISSING', '联系记录须附已入卷的证据');
  }
}

/** Within the case's items, not against each other, each with what its class asks for. */
function demandFindings(
  context: CaseContext,
  { department, findings, occurredOn }: CommandData<'RecordFindings'>,
): void {
  if (findings.length === 0) refuse('NO_FINDINGS', '没有发现问题也应逐项记录');
  const others = context.findings.filter((finding) => finding.department !== department);
  const ids = [...others, ...findings].map((finding) => finding.finding);
  if (new Set(ids).size !== ids.length) refuse('FINDING_TWICE');
  for (const finding of findings) {
    // Nothing but what law and plan gave this case to look at (R25, R64).
    if (!context.opened.items.some((item) => item.id === finding.item)) {
      refuse('ITEM_NOT_IN_SCOPE', `事项 ${finding.item} 不在本案检查事项内`, { item: finding.item });
    }
    const contradicts = findings.some((other) => other !== finding && other.item === finding.item);
    if (finding.resultClass === 'nothing-found' && contradicts) refuse('FINDING_CONTRADICTS');
    if (finding.resultClass === 'unreachable') demandContacts(context, finding, occurredOn);
  }
}

/** What keeps somebody from approving the results: recorder ≠ approver, and the approver stands outside the team (A二(二), C7; R72, trap 14). */
export function barToApprove(
  { sections, team }: CaseContext,
  { account, person }: { readonly account: Id; readonly person: Id | null },
): 'recorder' | 'in-team' | null {
  if (sections.some(({ recordedBy }) => recordedBy === account)) return 'recorder';
  return team.some(({ inspector }) => inspector === person) ? 'in-team' : null;
}

function demandOtherPerson(context: CaseContext, asInspector: string | null, actor: string): void {
  const bar = barToApprove(context, { account: actor, person: asInspector });
  if (bar !== null) refuse(bar === 'recorder' ? 'RECORDER_APPROVES' : 'APPROVER_IN_TEAM');
}

function withoutVisit({ findings }: CommandData<'RecordFindings'>, { visits }: CaseContext): boolean {
  return visits.length === 0 && findings.every((finding) => ceasedClasses.includes(finding.resultClass));
}

/** 录入检查结果, 审批检查结果 (A二(二); R63, R72). */
export const resultRules = {
  RecordFindings(data, context, by) {
    const { department, findings, evidence, occurredOn } = data;
    const section = context.sections.find((one) => one.department === department);
    if (!section) return refuse('NOT_A_DEPARTMENT');
    demandDayPast(occurredOn, by);
    demandFindings(context, data);
    const onSite = context.visits.at(-1)?.signature ?? null;
    const signature = demandSignature(data.signature ?? onSite);
    demandEvidence(context, evidence);
    demandNoOpenRecusal(context);
    const byRecord = withoutVisit(data, context);
    const inTeam = context.team.some(
      (member) => member.inspector === data.asInspector && seatOf(context, member) === department,
    );
    if (!byRecord && !inTeam) refuse('NOT_IN_TEAM', '检查结果由本部门检查组成员录入');
    const due = byRecord ? visitDues(occurredOn, context, data.calendar) : null;
    return [
      {
        type: 'FindingsRecorded',
        data: { department, inspector: data.asInspector, findings, signature, evidence, occurredOn, due },
      },
    ];
  },

  ReturnFindings({ asInspector, byOrgan, department, reason }, context, by) {
    demandReason(reason);
    demandOrgan(byOrgan, department);
    demandOtherPerson(context, asInspector, by.actor);
    return [{ type: 'FindingsReturned', data: { department, reason } }];
  },

  ApproveFindings({ asInspector, byOrgan, department }, context, by) {
    demandOrgan(byOrgan, department);
    demandOtherPerson(context, asInspector, by.actor);
    if (context.cause?.urgent && context.approvedBy === null) refuse('APPROVAL_MISSING', '紧急检查尚未补办审批');
    const others = context.sections.filter((section) => section.department !== department);
    const last = others.every((section) => section.status === 'approved' || section.status === 'absent');
    const publication = last && context.dues ? { debt: 'result-1', due: context.dues.publication } : null;
    return [{ type: 'FindingsApproved', data: { department, publication } }];
  },
} satisfies Rules;
