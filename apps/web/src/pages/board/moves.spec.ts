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
  });

  it('a column that a draw leads to says so, and of a case that is past it that it is', () => {
    const drawn = { why: expect.stringContaining('抽取') };
    expect(wayTo(head, 'planned', 'awaiting-team')).toMatchObject(drawn);
    expect(wayTo(head, 'awaiting-team', 'awaiting-notice')).toMatchObject(drawn);
    expect(wayTo(head, 'awaiting-approval', 'awaiting-team')).toEqual({ why: '案件已过“待指派”，不能退回' });
    expect(wayTo(head, 'awaiting-visit', 'awaiting-notice')).toEqual({ why: '案件已过“待通知”，不能退回' });
    expect(wayTo(head, 'closed', 'planned')).toEqual({ why: '案件已过“已计划”，不能退回' });
    expect(wayTo(head, 'voided', 'awaiting-notice')).toEqual({ why: '案件已终止' });
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
