import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import type { CaseFact } from './events';
import { publicFields, publicResult, withoutNumbers } from './publication';
import { inspectionCase } from './rules';
import {
  acknowledge,
  approvedWith,
  by,
  calendar,
  finding,
  on,
  openCase,
  played,
  post,
  published,
  publishedWith,
  stateOf,
  visited,
} from './sample';
import { deadlines, stage } from './state';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const officer = by('officer-1', '2023-10-02');
const head = by('head-1', '2023-10-02');
const approved = approvedWith([finding('f1', 'nothing-found', { text: '未见异常' })]);
const stageAfter = (facts: readonly CaseFact[]) => stage(stateOf(facts)).code;

it('C24 trap 10 what is passed on unread carries nobody’s number', () => {
  const text = '身份证445100199001011234、44510019900101123X，电话13800138000或0768-2261234，案号2023年第13号';
  expect(withoutNumbers(text)).toBe(
    '身份证〔号码已遮盖〕、〔号码已遮盖〕，电话〔号码已遮盖〕或〔号码已遮盖〕，案号2023年第13号',
  );
});

describe('publication', () => {
  it('R75 C24 trap 10 exactly the seven fields, and no person', () => {
    const content = publicResult(stateOf(approved));
    expect(content).toEqual({
      institutionName: '示例一律师事务所',
      registrationNumber: '31445100MD00000165',
      inspectedOn: '2023-09-27至2023-09-28',
      method: '实地检查',
      scope: '执业许可、收费管理',
      result: '未发现问题：未见异常',
      breachHandling: '无',
    });
    expect(JSON.stringify(content)).not.toMatch(/i1|i2|inspector-1|head-1/);
  });
  it('R75 are posted from the record, under the headings and in the order of B三(一)', () => {
    const content = publicResult(stateOf(approved));
    const [posted] = inCase(approved).when(post('result-1', 'portal'), officer).recorded;
    expect(posted).toMatchObject({ type: 'PublicationPosted', data: { content } });
    expect(publicFields(content).map(({ label, value }) => [label, value])).toEqual([
      ['被抽查机构名称', '示例一律师事务所'],
      ['登记号', '31445100MD00000165'],
      ['抽查时间', '2023-09-27至2023-09-28'],
      ['抽查方式', '实地检查'],
      ['抽查内容', '执业许可、收费管理'],
      ['抽查结果', '未发现问题：未见异常'],
      ['违法行为查处情况', '无'],
    ]);
    expect(publicFields(content, { 'inspecting-body': '潮州市司法局' }).slice(7)).toEqual([
      { name: 'inspecting-body', label: '抽查主体', value: '潮州市司法局' },
    ]);
  });
  it('R74 is published when every channel has sent its receipt', () => {
    const half = played(
      [
        [post('result-1', 'portal'), 'officer-1', '2023-10-02'],
        [acknowledge('result-1', 'portal'), 'system:channels'],
      ],
      approved,
    );
    expect(stageAfter(half)).toBe('awaiting-publication');
    const whole = played([[post('result-1', 'credit-platform')], [acknowledge('result-1', 'credit-platform')]], half);
    expect(stageAfter(whole)).toBe('closed');
    expect(inCase(whole).when(acknowledge('result-1', 'portal'), officer).recorded).toEqual([]);
  });
  it('trap 10 a channel that fails is tried again, without posting twice elsewhere', () => {
    const both = played(
      [[post('result-1', 'portal'), 'officer-1', '2023-10-02'], [post('result-1', 'credit-platform')]],
      approved,
    );
    inCase(both).when(post('result-1', 'portal'), officer).refused('ALREADY_POSTED');
    const failed = played(
      [
        [{ type: 'FailPublication', data: { debt: 'result-1', channel: 'credit-platform', reason: '超时' } }],
        [acknowledge('result-1', 'portal')],
      ],
      both,
    );
    inCase(failed).when(post('result-1', 'portal'), officer).refused('ALREADY_POSTED');
    expect(
      stageAfter(played([[post('result-1', 'credit-platform')], [acknowledge('result-1', 'credit-platform')]], failed)),
    ).toBe('closed');
    expect(inCase(failed).when(acknowledge('result-1', 'portal'), officer).recorded).toEqual([]);
  });
  it('R74 refuses a channel that the organ does not name, an unread text, an unknown debt', () => {
    inCase(approved).when(post('result-1', 'blog'), officer).refused('NOT_A_CHANNEL');
    inCase(approved)
      .when(
        { type: 'PostPublication', data: { debt: 'result-1', channel: 'portal', read: false, redactions: [] } },
        officer,
      )
      .refused('TEXT_NOT_READ');
    inCase(approved).when(post('outcome-7', 'portal'), officer).refused('DEBT_UNKNOWN');
    inCase(approved)
      .when({ type: 'AcknowledgePublication', data: { debt: 'result-1', channel: 'portal', receipt: ' ' } }, officer)
      .refused('RECEIPT_MISSING');
    inCase(approved).when(acknowledge('result-1', 'portal'), officer).refused('OUT_OF_TURN');
  });
  it('C24 trap 10 a text with a number of a person goes out redacted or not at all', () => {
    const personal = approvedWith([
      finding('f1', 'correction-ordered', { text: '律师张某(身份证44510019900101123X，13800138000)' }),
    ]);
    inCase(personal).when(post('result-1', 'portal'), officer).refused('PERSONAL_DATA');
    const redacted: CaseCommand = {
      type: 'PostPublication',
      data: {
        debt: 'result-1',
        channel: 'portal',
        read: true,
        redactions: [{ finding: 'f1', text: '一名律师未按规定收费' }],
      },
    };
    const state = stateOf(played([[redacted, 'officer-1', '2023-10-02']], personal));
    expect(state.context.debts[0]?.content?.result).toBe('发现问题，责令改正：一名律师未按规定收费');
    expect(state.context.findings[0]?.text).toContain('张某');
    expect(publicResult(state).result).not.toContain('张某');
  });
  it('a publication that is waived has its reason on record', () => {
    inCase(approved)
      .when({ type: 'WaivePublication', data: { debt: 'result-1', reason: '' } }, officer)
      .refused('REASON_MISSING');
    expect(
      stageAfter(played([[{ type: 'WaivePublication', data: { debt: 'result-1', reason: '涉国家秘密' } }]], approved)),
    ).toBe('closed');
  });

  it('R74 trap 10 what is decided two months later is a second publication, linked to the first', () => {
    const told = (day: string) => ({ disposition: 'd1', finding: 'f1', occurredOn: on(day) });
    const facts = played(
      [
        [
          { type: 'OpenInvestigation', data: { ...told('2023-10-03'), documentNumber: '立1号' } },
          'officer-1',
          '2023-10-03',
        ],
        [
          {
            type: 'DecidePenalty',
            data: {
              ...told('2023-12-01'),
              documentNumber: '罚1号',
              penalties: ['罚款'],
              penaltyClass: 'ordinary',
              publishMinor: null,
              calendar,
            },
          },
          'officer-1',
          '2023-12-01',
        ],
      ],
      publishedWith([finding('f1', 'breach-investigation')]),
    );
    expect(stageAfter(facts)).toBe('awaiting-publication');
    expect(deadlines(stateOf(facts)).find((one) => one.kind === 'publication')).toMatchObject({
      subject: 'outcome-2',
      on: '2023-12-06',
    });
    const second = stateOf(played(published('outcome-2', '2023-12-04'), facts));
    expect(second.context.debts[1]).toMatchObject({
      status: 'discharged',
      replaces: 'result-1',
      statement: '查处结果补充公示',
    });
    expect(second.context.debts[1]?.content?.breachHandling).toBe('罚1号：罚款');
    expect(second.context.debts[0]?.content?.breachHandling).toBe('无');
  });

  it('R74 several may be owed, one is posted at a time', () => {
    const told = { disposition: 'd1', finding: 'f1', occurredOn: on('2023-10-01') };
    const two = played(
      [
        [{ type: 'OpenInvestigation', data: { ...told, documentNumber: '立1号' } }, 'officer-1', '2023-10-01'],
        [{ type: 'DropInvestigation', data: { ...told, reason: '不成立', calendar } }],
        [post('result-1', 'portal')],
      ],
      approvedWith([finding('f1', 'breach-investigation')]),
    );
    inCase(two).when(post('outcome-2', 'portal'), officer).refused('ANOTHER_POSTING');
  });
});

describe('copy', () => {
  const copy = (receipt: string): CaseCommand => ({
    type: 'FileCopy',
    data: { recipient: 'supervision', receipt, occurredOn: on('2023-10-02') },
  });
  it('R73 R102 the copy is due with the publication and filed with a receipt', () => {
    expect(deadlines(stateOf(approved)).find((one) => one.kind === 'copy')?.on).toBe('2023-10-03');
    inCase(approved).when(copy(''), officer).refused('RECEIPT_MISSING');
    const filed = played([[copy('收1'), 'officer-1', '2023-10-02']], approved);
    expect(deadlines(stateOf(filed)).some((one) => one.kind === 'copy')).toBe(false);
    inCase(filed).when(copy('收2'), officer).refused('COPY_FILED');
  });
  it('R102 may still be filed when the case is closed', () =>
    expect(stageAfter(played([[copy('收1')]], publishedWith([finding('f1', 'nothing-found')])))).toBe('closed'));
  it('C16 B asks for no copy, so case/2 has no such deadline', () => {
    const opened = { ...openCase({ procedure: 'case/2' })[0] } as CaseCommand;
    const state = stateOf(played([[opened, 'system:plan', '2023-09-01']], []));
    expect(deadlines(state).map((one) => one.kind)).toEqual(['window']);
  });
});

describe('amendment', () => {
  const propose = (more: object = {}): CaseCommand => ({
    type: 'ProposeAmendment',
    data: {
      amendment: 'a1',
      finding: 'f1',
      text: '未见异常（更正）',
      resultClass: null,
      withdrawn: false,
      reason: '笔误',
      ...more,
    },
  });
  const approve: CaseCommand = { type: 'ApproveAmendment', data: { amendment: 'a1', asInspector: null, calendar } };
  const closed = () => publishedWith([finding('f1', 'nothing-found', { text: '未见异常' })]);
  const proposed = () => played([[propose(), 'officer-1', '2023-10-09']], closed());

  it('trap 14 needs a reason and a change', () => {
    inCase(closed())
      .when(propose({ reason: '' }), officer)
      .refused('REASON_MISSING');
    inCase(closed())
      .when(propose({ text: '未见异常' }), officer)
      .refused('AMENDMENT_EMPTY');
    inCase(closed())
      .when(propose({ finding: 'f9' }), officer)
      .refused('FINDING_UNKNOWN');
  });
  it('trap 14 is approved by another person, outside the team', () => {
    expect(stageAfter(proposed())).toBe('awaiting-approval');
    inCase(proposed()).when(approve, officer).refused('AMENDER_APPROVES');
    inCase(proposed())
      .when({ ...approve, data: { amendment: 'a1', asInspector: 'i1', calendar } } as CaseCommand, head)
      .refused('APPROVER_IN_TEAM');
  });
  it('trap 10 trap 14 keeps the old text and owes a correction notice', () => {
    const amended = played([[approve, 'head-1', '2023-10-10']], proposed());
    expect(stateOf(amended).context.findings[0]).toMatchObject({
      text: '未见异常（更正）',
      earlier: [{ text: '未见异常', replacedBy: 'a1' }],
    });
    expect(stageAfter(amended)).toBe('awaiting-publication');
    const corrected = played(published('correction-2', '2023-10-11'), amended);
    expect(stageAfter(corrected)).toBe('closed');
    expect(stateOf(corrected).context.debts.map((debt) => debt.content?.result)).toEqual([
      '未发现问题：未见异常',
      '未发现问题：未见异常（更正）',
    ]);
    expect(stateOf(corrected).context.debts[1]?.replaces).toBe('result-1');
  });
  it('trap 14 before anything was published no correction is owed', () => {
    const before = played(
      [
        [propose(), 'officer-1', '2023-10-01'],
        [approve, 'head-1', '2023-10-01'],
      ],
      approved,
    );
    expect(stateOf(before).context.debts).toHaveLength(1);
  });
  it('trap 14 a declined amendment changes nothing', () => {
    const declined = played(
      [[{ type: 'DeclineAmendment', data: { amendment: 'a1', reason: '原文无误' } }, 'head-1']],
      proposed(),
    );
    expect(stageAfter(declined)).toBe('closed');
    expect(stateOf(declined).context.findings).toEqual(stateOf(closed()).context.findings);
  });
  it('trap 14 an amendment may reopen what follows from a finding', () => {
    const reclassified = played(
      [
        [propose({ resultClass: 'risk' }), 'officer-1', '2023-10-09'],
        [approve, 'head-1', '2023-10-10'],
        ...published('correction-2', '2023-10-11'),
      ],
      closed(),
    );
    expect(stageAfter(reclassified)).toBe('awaiting-disposition');
  });
});

it('R72 nothing is published before the approval', () =>
  inCase(visited).when(post('result-1', 'portal'), officer).refused('OUT_OF_TURN'));
