import { given } from '@srd/kernel';
import { deadlines, stage } from './state';
import type { CaseCommand } from './commands';
import { disposition, lives } from './disposition';
import type { CaseFact } from './events';
import { inspectionCase } from './rules';
import {
  approvedWith,
  by,
  calendar,
  finding,
  fact,
  hash,
  on,
  played,
  published,
  publishedWith,
  recordFindings,
  approveFindings,
  stateOf,
  visited,
} from './sample';
import type { ListingGround, ListKind, ResultClass } from './vocabulary';

type Step = readonly [CaseCommand, string?, string?];
const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const later = by('officer-1', '2024-06-01');
const stageAfter = (facts: readonly CaseFact[]) => stage(stateOf(facts)).code;

const told = (d: string, f: string, day: string) => ({ disposition: d, finding: f, occurredOn: on(day) });
const spot = (d: string, f: string, day = '2023-09-28'): CaseCommand => ({ type: 'NoteOnSpotCorrection', data: { ...told(d, f, day), text: '已改', calendar } });
const order = (d: string, f: string, day = '2023-10-02', dueOn = '2023-10-17'): CaseCommand => ({
  type: 'OrderCorrection',
  data: { ...told(d, f, day), text: '限期改正', dueOn: on(dueOn), calendar },
});
const rectified = (d: string, f: string, day: string): CaseCommand => ({ type: 'ReportRectification', data: { ...told(d, f, day), text: '已整改', evidence: [] } });
const followUp = (d: string, f: string, day: string, passed: boolean): CaseCommand => ({
  type: 'RecordFollowUp',
  data: { ...told(d, f, day), passed, method: 'onSite', text: '回访', evidence: [], asInspector: 'i1' },
});
const furtherOrder = (d: string, f: string, day: string, dueOn: string, reason = '整改不到位'): CaseCommand => ({
  type: 'OrderFurtherCorrection',
  data: { ...told(d, f, day), reason, dueOn: on(dueOn), calendar },
});
const investigate = (d: string, f: string, day: string): CaseCommand => ({ type: 'OpenInvestigation', data: { ...told(d, f, day), documentNumber: '潮司立〔2023〕1号' } });
const penalize = (d: string, f: string, day: string, penaltyClass: 'minor' | 'ordinary' = 'ordinary'): CaseCommand => ({
  type: 'DecidePenalty',
  data: { ...told(d, f, day), documentNumber: '潮司罚〔2023〕1号', penalties: ['罚款'], penaltyClass, publishMinor: null, calendar },
});
const annul = (d: string, f: string, day: string): CaseCommand => ({
  type: 'AnnulPenalty',
  data: { ...told(d, f, day), documentNumber: '潮府复〔2024〕3号', reason: '复议撤销', calendar },
});
const propose = (d: string, f: string, day: string, list: ListKind, ground: ListingGround, reason: string | null = null): CaseCommand => ({
  type: 'NoteListingProposal',
  data: { ...told(d, f, day), list, ground, standing: `standing-firm-1-${list}`, reason },
});
const end = (type: 'NoteListingDeclined' | 'NoteListingWithdrawn' | 'NoteListingEnded', d: string, f: string, day: string): CaseCommand => ({
  type,
  data: { ...told(d, f, day), standing: 'standing-firm-1', reason: '决定' },
});
const confirm = (d: string, f: string, day: string): CaseCommand => ({
  type: 'NoteListingConfirmed',
  data: { ...told(d, f, day), standing: 'standing-firm-1', documentNumber: '列入1号' },
});
const forgo = (d: string, f: string): CaseCommand => ({ type: 'ForgoListing', data: { disposition: d, finding: f, reason: '无列入依据' } });
const remind = (d: string, f: string, day: string): CaseCommand => ({ type: 'IssueReminder', data: { ...told(d, f, day), text: '提醒', calendar } });
const at = (day: string, ...commands: readonly CaseCommand[]): readonly Step[] => commands.map((command) => [command, 'officer-1', day] as const);

describe('trap 7 the case is not one line', () => {
  it('trap 7 three dispositions run in parallel; 办结 only when all are finished', () => {
    const facts = publishedWith([
      finding('f1', 'corrected-on-spot'),
      finding('f2', 'corrected-on-spot', { item: 'item-2' }),
      finding('f3', 'correction-ordered'),
      finding('f4', 'licensing', { item: 'item-2' }),
    ]);
    expect(stageAfter(facts)).toBe('awaiting-disposition');
    const report: CaseCommand = { type: 'ReportToLicensing', data: { ...told('d4', 'f4', '2023-10-02'), recipient: '审批科', documentNumber: '函1号' } };
    const begun = played(at('2023-10-02', spot('d1', 'f1'), spot('d2', 'f2'), order('d3', 'f3'), report), facts);
    expect(stageAfter(begun)).toBe('rectifying');
    const spots = played(at('2023-10-12', followUp('d1', 'f1', '2023-10-12', true), followUp('d2', 'f2', '2023-10-12', true)), begun);
    const receipt: CaseCommand = { type: 'FileLicensingReceipt', data: { ...told('d4', 'f4', '2023-10-12'), receipt: '收1' } };
    const transferred = played(at('2023-10-12', receipt), spots);
    expect(stageAfter(transferred)).toBe('rectifying');
    const reported = played(at('2023-10-16', rectified('d3', 'f3', '2023-10-16')), transferred);
    expect(stageAfter(reported)).toBe('awaiting-revisit');
    const done = played(at('2023-10-20', followUp('d3', 'f3', '2023-10-20', true)), reported);
    expect(stage(stateOf(done))).toEqual({ code: 'closed', label: '已办结' });
    expect(stateOf(done).context.debts[0]?.status).toBe('discharged');
  });

  it('trap 7 nothing found: no rectification, no revisit, closed when published', () => {
    const facts = approvedWith([finding('f1', 'nothing-found')]);
    inCase(facts).when(order('d1', 'f1', '2023-09-30'), later).refused('MEASURE_NOT_FITTING');
    expect(stageAfter(played(published('result-1', '2023-10-02'), facts))).toBe('closed');
  });

  it('trap 7 R86 a revisit that fails twice leads to an order or an investigation, never to the abnormal list', () => {
    const facts = publishedWith([finding('f1', 'correction-ordered', { text: '原文' })]);
    const failed = played(
      [
        ...at('2023-10-02', order('d1', 'f1')),
        ...at('2023-10-16', rectified('d1', 'f1', '2023-10-16')),
        ...at('2023-10-20', followUp('d1', 'f1', '2023-10-20', false), furtherOrder('d1', 'f1', '2023-10-20', '2023-11-06')),
        ...at('2023-11-06', rectified('d1', 'f1', '2023-11-06')),
        ...at('2023-11-10', followUp('d1', 'f1', '2023-11-10', false)),
      ],
      facts,
    );
    inCase(failed).when(propose('d1', 'f1', '2023-11-10', 'abnormal', 'unheeded', '仍不改'), later).refused('LADDERS_CROSSED');
    inCase(failed).when(propose('d2', 'f1', '2023-11-10', 'abnormal', 'unheeded', '仍不改'), later).refused('LADDERS_CROSSED');
    inCase(failed).when(remind('d1', 'f1', '2023-11-10'), later).refused('OUT_OF_TURN');
    inCase(failed).when(furtherOrder('d1', 'f1', '2023-11-10', '2023-11-20', ''), later).refused('REASON_MISSING');
    const [one] = stateOf(failed).context.dispositions;
    expect(one?.rounds.map((round) => [round.round, round.outcome])).toEqual([[1, 'failed'], [2, 'failed']]);
    expect(stateOf(failed).context.findings[0]).toMatchObject({ text: '原文', earlier: [] });
    expect(stageAfter(played(at('2023-11-12', investigate('d1', 'f1', '2023-11-12')), failed))).toBe('investigating');
  });

  it('trap 7 R87 a penalty annulled two months after 办结: withdrawal owed, posted, closed again', () => {
    const penalized = played(
      [...at('2023-10-03', investigate('d1', 'f1', '2023-10-03')), ...at('2023-11-01', penalize('d1', 'f1', '2023-11-01'))],
      publishedWith([finding('f1', 'breach-investigation')]),
    );
    expect(stageAfter(penalized)).toBe('awaiting-publication');
    const closed = played([...published('outcome-2', '2023-11-03'), ...at('2023-11-03', forgo('d1', 'f1'))], penalized);
    expect(stageAfter(closed)).toBe('closed');
    const annulled = played(at('2024-01-05', annul('d1', 'f1', '2024-01-04')), closed);
    expect(stageAfter(annulled)).toBe('awaiting-publication');
    expect(stateOf(annulled).context.debts.at(-1)).toMatchObject({ debt: 'withdrawal-3', kind: 'withdrawal', replaces: 'outcome-2' });
    const posted = played(published('withdrawal-3', '2024-01-08'), annulled);
    expect(stageAfter(posted)).toBe('closed');
    expect(stateOf(posted).context.debts.map((debt) => debt.kind)).toEqual(['result', 'outcome', 'withdrawal']);
    expect(posted.slice(0, closed.length)).toEqual(closed);
    expect(stageAfter(played(at('2024-02-01', investigate('d1', 'f1', '2024-02-01')), posted))).toBe('investigating');
  });

  it('trap 7 R83 unreachable: the proposal is the disposition, its decision is noted', () => {
    const contact = (day: string) => ({ on: on(day), how: '电话', evidence: hash('d') });
    const evidence: CaseCommand = { type: 'AddEvidence', data: { sha256: hash('d'), name: '通话记录.pdf', size: 9, disposition: null } };
    const unreachable = recordFindings([finding('f1', 'unreachable', { contacts: [contact('2023-09-27'), contact('2023-09-28')] })], {
      signature: { kind: 'nobody-there', reason: '人去楼空' },
    });
    const facts = played(
      [[evidence, 'inspector-1', '2023-09-28'], [unreachable, 'inspector-1', '2023-09-29'], [approveFindings, 'head-1', '2023-09-30'], ...published('result-1', '2023-10-02')],
      visited,
    );
    expect(stageAfter(facts)).toBe('awaiting-disposition');
    inCase(facts).when(propose('d1', 'f1', '2023-10-02', 'credit', 'penalty'), later).refused('LISTING_GROUND_WRONG');
    const proposed = played(at('2023-10-02', propose('d1', 'f1', '2023-10-02', 'abnormal', 'unreachable')), facts);
    expect(stageAfter(proposed)).toBe('investigating');
    const listed = played(at('2023-10-20', confirm('d1', 'f1', '2023-10-20')), proposed);
    expect(stage(stateOf(listed))).toEqual({ code: 'abnormal', label: '执业异常' });
    expect(stageAfter(played(at('2024-10-20', end('NoteListingEnded', 'd1', 'f1', '2024-10-20')), listed))).toBe('closed');
    expect(stageAfter(played(at('2023-10-20', end('NoteListingDeclined', 'd1', 'f1', '2023-10-20')), proposed))).toBe('closed');
  });
});

describe('the breach ladder', () => {
  const facts = publishedWith([finding('f1', 'breach-investigation')]);
  const penalized = played([...at('2023-10-03', investigate('d1', 'f1', '2023-10-03')), ...at('2023-11-01', penalize('d1', 'f1', '2023-11-01')), ...published('outcome-2', '2023-11-02')], facts);

  it('R81 R84 an order to correct and an investigation on one finding run together', () => {
    const both = played(at('2023-10-03', investigate('d1', 'f1', '2023-10-03'), order('d2', 'f1', '2023-10-03')), facts);
    expect(stateOf(both).context.dispositions.map((one) => one.state)).toEqual(['investigating', 'rectifying']);
    expect(stageAfter(both)).toBe('rectifying');
  });
  it('R84 an order that lapses is revisited all the same', () => {
    const ordered = played(at('2023-10-03', order('d1', 'f1', '2023-10-03')), publishedWith([finding('f1', 'correction-ordered')]));
    const deadline = deadlines(stateOf(ordered)).find((one) => one.kind === 'correction');
    expect(deadline).toMatchObject({ on: '2023-10-17', subject: 'd1' });
    const pass: CaseCommand = { type: 'PassCaseDeadline', data: { deadline: deadline?.id ?? '' } };
    const lapsed = played([[pass, 'system:daily', '2023-10-18']], ordered);
    expect(lapsed.slice(-2).map((one) => one.type)).toEqual(['DeadlinePassed', 'RectificationLapsed']);
    expect(stageAfter(lapsed)).toBe('awaiting-revisit');
    expect(deadlines(stateOf(lapsed)).find((one) => one.kind === 'revisit')?.on).toBe('2023-10-31');
  });
  it('trap 9 a deadline that passed is recorded once, job run twice or not', () => {
    const ordered = played(at('2023-10-03', order('d1', 'f1', '2023-10-03')), facts);
    const copy = deadlines(stateOf(ordered)).find((one) => one.kind === 'copy');
    const pass: CaseCommand = { type: 'PassCaseDeadline', data: { deadline: copy?.id ?? '' } };
    const passed = played([[pass, 'system:daily', '2023-10-18']], ordered);
    expect(inCase(passed).when(pass, by('system:daily', '2023-10-18')).recorded).toEqual([]);
    expect(deadlines(stateOf(passed)).find((one) => one.kind === 'copy')?.passed).toBe(true);
    inCase(passed).when({ type: 'PassCaseDeadline', data: { deadline: 'revisit:d9:2023-01-01' } }).refused('DEADLINE_UNKNOWN');
  });
  it('R84 refuses an order that is due before it is given', () =>
    inCase(facts).when(order('d1', 'f1', '2023-10-03', '2023-10-02'), later).refused('DUE_BEFORE_ORDER'));
  it('R87 a penalty waits for a listing proposal, or for the reason why there is none', () => {
    expect(stageAfter(penalized)).toBe('awaiting-disposition');
    const proposed = played(at('2023-11-05', propose('d1', 'f1', '2023-11-05', 'credit', 'penalty')), penalized);
    const listed = played(at('2023-11-20', confirm('d1', 'f1', '2023-11-20')), proposed);
    expect(stage(stateOf(listed))).toEqual({ code: 'blacklisted', label: '黑名单' });
    inCase(penalized).when({ type: 'ForgoListing', data: { disposition: 'd1', finding: 'f1', reason: '' } }, later).refused('REASON_MISSING');
    inCase(penalized).when(propose('d1', 'f1', '2023-11-05', 'abnormal', 'unheeded', 'x'), later).refused('LISTING_GROUND_WRONG');
  });
  it('R87 a listed penalty that is annulled waits until the entry is withdrawn', () => {
    const listed = played(at('2023-11-20', propose('d1', 'f1', '2023-11-05', 'credit', 'penalty'), confirm('d1', 'f1', '2023-11-20')), penalized);
    const annulled = played([...at('2024-01-05', annul('d1', 'f1', '2024-01-05')), ...published('withdrawal-3', '2024-01-06')], listed);
    expect(stageAfter(annulled)).toBe('investigating');
    expect(stageAfter(played(at('2024-01-07', end('NoteListingWithdrawn', 'd1', 'f1', '2024-01-07')), annulled))).toBe('closed');
  });
  it('C19 a minor penalty is not published by default; annulling it owes nothing', () => {
    const minor = played([...at('2023-10-03', investigate('d1', 'f1', '2023-10-03')), ...at('2023-11-01', penalize('d1', 'f1', '2023-11-01', 'minor'))], facts);
    expect(stateOf(minor).context.debts).toHaveLength(1);
    expect(stageAfter(played(at('2023-12-01', annul('d1', 'f1', '2023-12-01')), minor))).toBe('closed');
  });
  it('R87 an annulment overtakes an outcome that was not posted yet', () => {
    const unposted = played([...at('2023-10-03', investigate('d1', 'f1', '2023-10-03')), ...at('2023-11-01', penalize('d1', 'f1', '2023-11-01')), ...at('2023-11-02', annul('d1', 'f1', '2023-11-02'))], facts);
    expect(stateOf(unposted).context.debts.map((debt) => debt.status)).toEqual(['discharged', 'superseded']);
    expect(stageAfter(unposted)).toBe('closed');
  });
  it('R74 a dropped investigation is told to the public too', () => {
    const drop: CaseCommand = { type: 'DropInvestigation', data: { ...told('d1', 'f1', '2023-11-01'), reason: '事实不成立', calendar } };
    const dropped = played([...at('2023-10-03', investigate('d1', 'f1', '2023-10-03')), ...at('2023-11-01', drop)], facts);
    expect(stageAfter(dropped)).toBe('awaiting-publication');
    expect(stageAfter(played(published('outcome-2', '2023-11-03'), dropped))).toBe('closed');
  });
  it('R79 what was corrected on the spot is closed by a follow-up, or goes on as uncorrected', () => {
    const onSpot = played(at('2023-10-02', spot('d1', 'f1')), publishedWith([finding('f1', 'corrected-on-spot')]));
    expect(stageAfter(onSpot)).toBe('awaiting-revisit');
    expect(stageAfter(played(at('2023-10-12', followUp('d1', 'f1', '2023-10-12', false)), onSpot))).toBe('awaiting-disposition');
  });
  it('R82 a suspected crime is open until the judiciary’s receipt is in', () => {
    const refer: CaseCommand = { type: 'ReferToJudiciary', data: { ...told('d1', 'f1', '2023-10-02'), recipient: '公安机关', documentNumber: '移1号' } };
    const receipt = (text: string): CaseCommand => ({ type: 'FileReferralReceipt', data: { ...told('d1', 'f1', '2023-10-09'), receipt: text } });
    const referred = played(at('2023-10-02', refer), publishedWith([finding('f1', 'crime-suspected')]));
    inCase(referred).when(receipt(''), later).refused('RECEIPT_MISSING');
    expect(stageAfter(played(at('2023-10-09', receipt('回执1')), referred))).toBe('closed');
  });
});

describe('the risk ladder', () => {
  const facts = publishedWith([finding('f1', 'risk')]);
  const interview: CaseCommand = { type: 'HoldInterview', data: { ...told('d1', 'f1', '2023-10-20'), text: '约谈', calendar } };
  const unheeded = played([...at('2023-10-02', remind('d1', 'f1', '2023-10-02')), ...at('2023-10-17', followUp('d1', 'f1', '2023-10-17', false))], facts);

  it('R85 a reminder that is heeded closes', () =>
    expect(stageAfter(played([...at('2023-10-02', remind('d1', 'f1', '2023-10-02')), ...at('2023-10-17', followUp('d1', 'f1', '2023-10-17', true))], facts))).toBe('closed'));
  it('R85 one that is not may be followed by an interview, a round more', () => {
    const again = played(at('2023-10-20', interview), unheeded);
    expect(stateOf(again).context.dispositions[0]).toMatchObject({ state: 'reminded', round: 2 });
  });
  it('R86 C18 listing is discretionary here: the reason is mandatory', () => {
    inCase(unheeded).when(propose('d1', 'f1', '2023-10-20', 'abnormal', 'unheeded', ''), later).refused('REASON_MISSING');
    expect(stageAfter(played(at('2023-10-20', propose('d1', 'f1', '2023-10-20', 'abnormal', 'unheeded', '两次提醒无果')), unheeded))).toBe('investigating');
  });
  it('R85 a risk is not a breach: no order, no penalty', () => {
    inCase(facts).when(order('d1', 'f1', '2023-10-02'), later).refused('MEASURE_NOT_FITTING');
    inCase(facts).when(investigate('d1', 'f1', '2023-10-02'), later).refused('MEASURE_NOT_FITTING');
  });
  it('R77 guidance settles when it is recorded, yet does not answer a risk by itself', () => {
    const guide: CaseCommand = { type: 'RecordGuidance', data: { ...told('d9', 'f1', '2023-10-02'), kind: 'advice', text: '建议' } };
    const guided = played(at('2023-10-02', guide), facts);
    expect(stageAfter(guided)).toBe('awaiting-disposition');
  });
});

describe('steps', () => {
  const facts = publishedWith([finding('f1', 'correction-ordered'), finding('f2', 'risk', { item: 'item-2' })]);
  it('refuses a finding that does not exist', () => inCase(facts).when(order('d1', 'f9'), later).refused('FINDING_UNKNOWN'));
  it('refuses a disposition of another finding', () =>
    inCase(played(at('2023-10-02', order('d1', 'f1')), facts)).when(remind('d1', 'f2', '2023-10-02'), later).refused('DISPOSITION_OF_OTHER_FINDING'));
  it('refuses a day that has not come', () => inCase(facts).when(order('d1', 'f1'), by('officer-1', '2023-10-01')).refused('DAY_IN_FUTURE'));
  it('refuses dispositions before the approval', () => inCase(visited).when(order('d1', 'f1'), later).refused('OUT_OF_TURN'));
  it('a forged step of a settled disposition is refused by the chart itself', () => {
    const state = stateOf(played(at('2023-10-02', order('d1', 'f1')), facts));
    const forged = fact({ type: 'PenaltyDecided', data: { ...told('d1', 'f1', '2023-10-02'), documentNumber: 'x', penalties: ['x'], penaltyClass: 'minor', publication: null } });
    expect(() => inspectionCase.evolve(state, forged)).toThrow(/不接受/);
  });
});

it('B三(三) every state of a disposition has its article, its name and one meaning', () => {
  for (const [name, life] of Object.entries(lives)) {
    expect(life.basis).not.toBe('');
    expect(life.label).not.toBe('');
    expect([name, [...life.tags].filter((tag) => !tag.startsWith('listed')).length]).toEqual([name, 1]);
  }
  const reachable = new Set(['undecided', ...Object.values(lives).flatMap((life) => Object.values(life.next))]);
  expect([...reachable].sort()).toEqual(Object.keys(disposition.states).sort());
});

it('trap 7 no path leads from the breach ladder to the abnormal list', () => {
  const seen = new Set<string>();
  const walk = (state: string): void => {
    if (seen.has(state)) return;
    seen.add(state);
    for (const next of Object.values(lives[state]?.next ?? {})) walk(next);
  };
  for (const start of ['rectifying', 'correctedOnSpot', 'investigating']) walk(start);
  expect(seen).toContain('listedCredit');
  expect([...seen].filter((state) => /abnormal/i.test(state))).toEqual([]);
});

const classes: readonly ResultClass[] = ['deregistered', 'licence-revoked', 'licence-withdrawn', 'moved-out', 'business-suspended'];
it.each(classes)('C28 %s closes when it is published, nothing else follows', (resultClass) =>
  expect(stageAfter(publishedWith([finding('f1', resultClass)]))).toBe('closed'));
