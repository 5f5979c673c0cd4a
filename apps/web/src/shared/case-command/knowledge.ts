import {
  deadlineLabels,
  isSince,
  lacksReview,
  publicFieldLabels,
  resultClassLabels,
  usualRemedies,
} from '@srd/domain/case';
import type { Knowledge, Option } from '../command-form';
import { debtLabels } from '../debt-labels';
import { longDay } from '../format';
import { channelName } from '../labels';
import type { Organ } from '../organs';
import type { CaseDetail } from './detail';

/** Steps that begin a recusal. */
const asksRecusal = ['RequestRecusal', 'OrderRecusal', 'StateConflict'];

/** What a case's forms know by themselves: who is in the team, which items, findings, dispositions and debts there are. */
export function knowledgeOf(
  command: string,
  detail: CaseDetail,
  names: ReadonlyMap<string, string>,
  organs: ReadonlyMap<string, Organ>,
  today: string,
): Knowledge & { readonly values: Readonly<Record<string, unknown>> } {
  const { opened, team, visits, findings, debts, amendment, recusals, object, sections, allowed, escalations } = detail;
  const members = team.map(({ inspector }) => ({ value: inspector, label: names.get(inspector) ?? inspector }));
  const options: Record<string, readonly Option[]> = {
    present: members,
    inspectors: members,
    inspector: members,
    outgoing: members,
    item: opened.items.map(({ id, name }) => ({ value: id, label: name })),
    items: opened.items.map(({ id, name }) => ({ value: id, label: name })),
    visit: visits.map(({ visit, openedOn }) => ({ value: visit, label: `${longDay(openedOn)}的检查` })),
    debt: debts
      .filter(({ status }) => status === 'owed' || status === 'posting')
      .map((one) => ({
        value: one.debt,
        label: `${debtLabels[one.kind]}（${longDay(one.due.on)}前${lacksReview(detail.procedure, one) ? '，尚未核对' : ''}）`,
      })),
    channel: [...new Set(channelsFor(command, detail))].map((value) => ({
      value,
      label: channelName(value),
    })),
    confirmed: [
      ...publicFieldLabels.map(([value, label]) => ({ value, label })),
      { value: 'statement', label: '说明' },
    ],
    recusal: recusals
      .filter(({ status }) => command !== 'DecideRecusal' || status === 'requested')
      .map(({ recusal, inspector, requestedOn }) => ({
        value: recusal,
        label: `${names.get(inspector) ?? inspector}（${longDay(requestedOn)}提出，${recusal}）`,
      })),
    escalation: escalations
      .filter(({ answer }) => answer === null)
      .map(({ escalation, kind, dueOn }) => ({
        value: escalation,
        label: `${deadlineLabels[kind]}，期限 ${longDay(dueOn)}`,
      })),
    department: opened.departments.map(({ organ }) => ({ value: organ, label: organs.get(organ)?.name ?? organ })),
  };
  // A measure that begins names a finding; one that goes on names both, and the disposition says which finding.
  const going = allowed.dispositions.filter((each) => (each.commands as readonly string[]).includes(command));
  const beginning = allowed.findings.filter((each) => (each.commands as readonly string[]).includes(command));
  const asFinding = (id: string): Option => {
    const found = findings.find(({ finding }) => finding === id);
    return { value: id, label: found ? `${resultClassLabels[found.resultClass]}：${found.text.slice(0, 40)}` : id };
  };
  if (beginning.length > 0) options['finding'] = beginning.map(({ finding }) => asFinding(finding));
  else if (findings.length > 0 && command !== 'RecordFindings')
    options['finding'] = findings.map(({ finding }) => asFinding(finding));
  if (going.length > 0) {
    options['disposition'] = going.map(({ disposition, label, finding }) => ({
      value: disposition,
      label: `${label}：${asFinding(finding).label}`,
    }));
    options['finding'] = going.map(({ finding }) => asFinding(finding));
  }

  // What is told of a measure without moving it may concern any of them.
  if (going.length === 0 && beginning.length === 0 && detail.dispositions.length > 0)
    options['disposition'] = detail.dispositions.map(({ disposition, finding }) => ({
      value: disposition,
      label: asFinding(finding).label,
    }));

  const values: Record<string, unknown> = { occurredOn: today };
  const hidden: string[] = [];
  const only = (name: string, among: readonly Option[] | undefined = options[name]): void => {
    if (among?.length === 1) values[name] = among[0]?.value;
  };
  for (const name of ['debt', 'channel', 'finding', 'disposition', 'visit', 'escalation']) only(name);
  if (going.length === 0 && beginning.length > 0) hidden.push('disposition');
  if (command === 'OpenVisit') {
    values['present'] = members.map(({ value }) => value);
    values['premises'] = object?.premises;
  }
  if (command === 'EndVisit') values['visit'] = visits.find(({ endedOn }) => endedOn === null)?.visit;
  if (command === 'RecordFindings') {
    hidden.push('findings.finding');
    const [item] = opened.items;
    values['findings'] = [
      opened.items.length === 1 && item ? { item: item.id, severity: 'none' } : { severity: 'none' },
    ];
  }
  if (command === 'ProposeAmendment') {
    // No number of the case's own: an amendment that was declined keeps its id.
    values['amendment'] = `amendment-${detail.revision + 1}`;
    hidden.push('amendment');
  } else if (amendment) {
    values['amendment'] = amendment.amendment;
    hidden.push('amendment');
  }
  // Told with the paper since case/4 (R78): the usual words, which the writer may change.
  if ((command === 'OrderCorrection' || command === 'DecidePenalty') && isSince(detail.procedure, 'case/4'))
    values['remedies'] = usualRemedies;
  if (sections.length <= 1) hidden.push('department');
  // A recusal that is asked for has no number yet: the next free one.
  if (asksRecusal.includes(command)) {
    const taken = new Set(recusals.map(({ recusal }) => recusal));
    let number = recusals.length + 1;
    while (taken.has(`r${number}`)) number += 1;
    values['recusal'] = `r${number}`;
    hidden.push('recusal');
  }
  if (command === 'RequestReplacement') {
    values['request'] = `request-${detail.revision + 1}`;
    hidden.push('request');
  }
  // Its number is the next free one; of a case without results it can tell of the case alone.
  if (command === 'GiveGuidance') hidden.push('guidance');
  if (findings.length === 0) hidden.push('finding');
  if (command === 'ReplaceInspector') hidden.push('draw', 'transcriptHash');
  // What was covered up when the text was read stays covered up.
  if (command === 'PostPublication' && isSince(detail.procedure, 'case/4')) hidden.push('redactions');
  return { options, values, hidden, ...(command === 'PostPublication' ? posting(detail) : {}) };
}

/** Posting asks for a reader's yes in every procedure; since case/4 for a step of its own before it, whose text is what goes out. */
function posting(detail: CaseDetail): Pick<Knowledge, 'asked' | 'hints'> {
  return {
    asked: ['read'],
    hints: {
      debt: isSince(detail.procedure, 'case/4')
        ? '发布的是“公示前核对内容”一步核对过的文字；尚未核对的，先办理那一步'
        : undefined,
      read: '发布前须有人通读将要公示的内容；选“是”表示您已核对，否则不能发布',
    },
  };
}

/** Where a command about a publication may go: what is still to be posted, what waits for its receipt, or every channel. */
function channelsFor(command: string, { opened, allowed, debts }: CaseDetail): readonly string[] {
  const open = allowed.debts.flatMap((each) => each.channels);
  if (command === 'PostPublication') return open;
  const posted = debts.flatMap((debt) => debt.channels.filter(({ status }) => status === 'posted'));
  if (command === 'AcknowledgePublication' || command === 'FailPublication')
    return posted.map(({ channel }) => channel);
  return [...opened.terms.channels.value, ...open];
}
