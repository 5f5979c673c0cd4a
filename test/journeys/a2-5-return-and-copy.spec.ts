import { lawyers, record } from './inspection';
import { followed, found, numbered, openFourth, publishAll } from './fourth';
import type { House } from './server';

const [returned, copied] = [1, 2].map(numbered) as [string, string];
const { officer, head, leader, supervision } = lawyers;
const VISIT = '2023-07-18';

interface Flagged {
  readonly case: string;
  readonly flags: readonly { readonly code: string; readonly role: string; readonly label: string }[];
}

describe('A二(二)(五) 退回、督办、抄送备份', () => {
  let house: House;
  const onLeadersList = async (id: string) => {
    const flagged = await house.as(leader).list<Flagged>('/api/v1/flags');
    const flags = flagged.find((each) => each.case === id)?.flags ?? [];
    return flags.filter(({ code }) => code === 'escalated').map(({ label }) => label);
  };

  beforeAll(async () => {
    house = await openFourth([1, 2], VISIT);
  });
  afterAll(() => house.close());

  it('R72 trap 9 sends a result back on D+4: the clock goes on, and the leader is told', async () => {
    const result = { text: '卷宗3件手续不全。', resultClass: 'correction-ordered', severity: 'ordinary' };
    await record(house, lawyers, returned, VISIT, result);
    await house.on('2023-07-22');
    expect(await house.as(head).refused('cases', returned, 'ReturnFindings', { reason: ' ' })).toMatch(/^422/);
    await house.as(head).give('cases', returned, 'ReturnFindings', { reason: '未写明卷宗编号' });
    const { stage, deadlines } = await followed(house, returned);
    expect(stage.label).toBe('检查中');
    expect(deadlines.find(({ kind }) => kind === 'publication')?.on).toBe('2023-07-23');
    expect(await onLeadersList(returned)).toEqual(['检查结果退回过迟，公示期限照常计算，请督促办理']);
  });

  it('R73 trap 9 tells the leader when the day of the publication has passed, and takes the instruction', async () => {
    await house.on('2023-07-24');
    const late = (await followed(house, returned)).escalations.find(({ kind }) => kind === 'publication');
    expect(late).toMatchObject({ proposal: 'hasten', answer: null });
    const answer = { escalation: late?.escalation, instruction: '今日内重新录入、审批并公示' };
    expect(await house.as(head).refused('cases', returned, 'AnswerEscalation', answer)).toBe('403 ROLE_MISSING');
    await house.as(leader).give('cases', returned, 'AnswerEscalation', answer);
    expect(await house.as(leader).refused('cases', returned, 'AnswerEscalation', answer)).toBe(
      '409 ESCALATION_ANSWERED',
    );
    await found(house, returned, '2023-07-24', {
      text: '卷宗1、5、9号手续不全。',
      resultClass: 'correction-ordered',
      severity: 'ordinary',
    });
    await publishAll(house, returned);
    expect(await onLeadersList(returned)).toEqual(['抄送备份逾期，请督促办理']);
  });

  it('R73 R102 sends the copy to 法治督察科, which gives its receipt; nobody receives what they sent', async () => {
    await found(house, copied, '2023-07-24', { text: '未发现问题。', resultClass: 'nothing-found' });
    await publishAll(house, copied);
    const receipt = { recipient: 'rule-of-law-supervision', receipt: '督察收〔2023〕7号', occurredOn: '2023-07-24' };
    expect(await house.as(supervision).refused('cases', copied, 'FileCopy', receipt)).toBe('409 COPY_NOT_SENT');
    const copy = { recipient: 'rule-of-law-supervision', occurredOn: '2023-07-24' };
    await house.as(officer).give('cases', copied, 'SendCopy', copy);
    expect(await house.as(officer).refused('cases', copied, 'FileCopy', receipt)).toBe('403 ROLE_MISSING');
    await house.as(supervision).give('cases', copied, 'FileCopy', receipt);
    expect((await followed(house, copied)).copies).toMatchObject([{ sentBy: officer, receipt: '督察收〔2023〕7号' }]);
    expect(await house.as(supervision).refused('cases', copied, 'FileCopy', receipt)).toBe('409 COPY_FILED');
  });

  it('R102 owes 法治督察科 the corrected copy after an amendment', async () => {
    await house.as(officer).give('cases', copied, 'ProposeAmendment', {
      amendment: 'a1',
      finding: 'f1',
      text: '未发现问题；附照片。',
      reason: '补充说明',
    });
    await house.as(head).give('cases', copied, 'ApproveAmendment', { amendment: 'a1' });
    const owed = (await followed(house, copied)).deadlines.find(({ kind }) => kind === 'copy');
    expect(owed?.on).toBe('2023-07-29');
  });
});
