import { mayCommand } from '@srd/domain/account';
import { movesOf, wayTo } from './moves';

describe('moving a card is giving a command', () => {
  const head = movesOf(['ApproveFindings', 'ReturnFindings', 'AddEvidence'], ['section-head']);
  const officer = movesOf(['ApproveFindings', 'ReturnFindings'], ['section-officer']);

  it('an allowed column names the command', () => {
    expect(wayTo(head, 'awaiting-approval', 'awaiting-publication')).toEqual({ commands: ['ApproveFindings'] });
    expect(wayTo(head, 'awaiting-approval', 'inspecting')).toEqual({ commands: ['ReturnFindings'] });
  });

  it('a column that the procedure doesn’t allow says so', () => {
    const said = wayTo(head, 'awaiting-approval', 'closed');
    expect(said).toEqual({ why: '程序不允许从“待审批”直接到“已办结”' });
    expect(wayTo(head, 'awaiting-approval', 'awaiting-team')).toMatchObject({ why: expect.stringContaining('抽取') });
  });

  it('a column that other roles move to says which', () => {
    expect(wayTo(officer, 'awaiting-approval', 'awaiting-publication')).toMatchObject({
      why: expect.stringContaining('科室负责人'),
    });
  });

  it('every move is a command that somebody may give', () => {
    const all = Object.keys(mayCommand);
    const { open } = movesOf(all, ['section-officer', 'section-head', 'leader', 'inspector', 'rectification-officer']);
    expect(open.length).toBeGreaterThan(20);
    for (const { command } of open) expect(mayCommand[command]?.length).toBeGreaterThan(0);
  });
});
