import { lackingIn, stepsOf } from './steps';

describe('commands on the case page', () => {
  const expected = ['ReturnFindings', 'ApproveFindings', 'DiscloseInterest'];

  it('opens what the procedure expects from the asker’s role, and says whose the rest is', () => {
    const { open, others } = stepsOf('case/4', expected, ['section-head']);
    expect(open.map(({ command }) => command)).toEqual(['ReturnFindings', 'ApproveFindings']);
    expect(others).toEqual([
      { command: 'DiscloseInterest', group: '检查组与回避', why: '由执法检查人员、科室经办办理' },
    ]);
  });

  it('names the state in which a later step has its turn', () => {
    const { later } = stepsOf('case/4', expected, ['section-head']);
    const why = (command: string) => later.find((one) => one.command === command)?.why;
    expect(why('PostPublication')).toContain('待公示');
    expect(why('ApproveAmendment')).toContain('更正待审批');
    expect(why('OrderFurtherCorrection')).toContain('未改正，待再处置');
    expect(why('OrderFurtherCorrection')).not.toContain('“处置”');
  });

  it('keeps back what is told of a measure or an appointment that the case doesn’t have', () => {
    const told = ['ServeDocument', 'ArrangeRevisit', 'CancelRevisit', 'PostPublication'];
    const measure = { disposition: 'd1', state: 'rectifying', round: 1 } as never;
    const steps = (dispositions: readonly never[]) =>
      stepsOf(
        'case/5',
        told,
        ['section-officer', 'rectification-officer'],
        lackingIn('case/5', { dispositions, revisits: [], debts: [], recusals: [], escalations: [] }),
      );
    const without = steps([]);
    expect(without.open.map(({ command }) => command)).toEqual(['PostPublication']);
    expect(without.later.find(({ command }) => command === 'ArrangeRevisit')?.why).toMatch(/^没有处置措施；由/);
    const withOne = steps([measure]);
    expect(withOne.open.map(({ command }) => command)).toEqual(['PostPublication', 'ServeDocument', 'ArrangeRevisit']);
    expect(withOne.later.find(({ command }) => command === 'CancelRevisit')?.why).toMatch(/^没有已安排的回访；由/);
  });

  it('trap 10 keeps a publication back until its text was read, and names the step; where the procedure knows no such step it is open', () => {
    const debt = { debt: 'result-1', status: 'owed', review: null } as never;
    const read = { debt: 'result-1', status: 'owed', review: {} } as never;
    const steps = (version: 'case/3' | 'case/5', debts: readonly never[]) =>
      stepsOf(
        version,
        ['ReviewPublication', 'PostPublication'],
        ['section-officer'],
        lackingIn(version, { dispositions: [], revisits: [], debts, recusals: [], escalations: [] }),
      );
    const { open, later } = steps('case/5', [debt]);
    expect(open.map(({ command }) => command)).toEqual(['ReviewPublication']);
    expect(later.find(({ command }) => command === 'PostPublication')?.why).toMatch(
      /^公示内容尚未核对，须先办理“公示前核对内容”；由/,
    );
    for (const { open } of [steps('case/5', [debt, read]), steps('case/3', [debt])])
      expect(open.map(({ command }) => command)).toContain('PostPublication');
  });

  it('R61 R72 a decision on a recusal and a leader’s opinion wait until there is something to decide', () => {
    const steps = (recusals: readonly never[], escalations: readonly never[]) =>
      stepsOf(
        'case/5',
        ['DecideRecusal', 'AnswerEscalation'],
        ['section-head', 'leader'],
        lackingIn('case/5', { dispositions: [], revisits: [], debts: [], recusals, escalations }),
      );
    const { open, later } = steps([{ status: 'granted' } as never], [{ answer: {} } as never]);
    expect(open).toEqual([]);
    expect(later.find(({ command }) => command === 'DecideRecusal')?.why).toMatch(/^没有待决定的回避申请；由/);
    expect(later.find(({ command }) => command === 'AnswerEscalation')?.why).toMatch(/^没有待督办的逾期事项；由/);
    const told = steps([{ status: 'requested' } as never], [{ answer: null } as never]).open;
    expect(told.map(({ command }) => command).toSorted()).toEqual(['AnswerEscalation', 'DecideRecusal']);
  });

  it('leaves out what a case’s own version doesn’t know, and what only the system does', () => {
    const all = (version: 'case/1' | 'case/4') => {
      const { open, others, later } = stepsOf(version, [], []);
      return [...open, ...others, ...later].map(({ command }) => command);
    };
    expect(all('case/1')).not.toContain('ReviewPublication');
    expect(all('case/4')).toContain('ReviewPublication');
    expect(all('case/4')).not.toContain('PassCaseDeadline');
  });
});
