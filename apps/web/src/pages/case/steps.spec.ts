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
      stepsOf('case/5', told, ['section-officer', 'rectification-officer'], lackingIn({ dispositions, revisits: [] }));
    const without = steps([]);
    expect(without.open.map(({ command }) => command)).toEqual(['PostPublication']);
    expect(without.later.find(({ command }) => command === 'ArrangeRevisit')?.why).toMatch(/^没有处置措施；由/);
    const withOne = steps([measure]);
    expect(withOne.open.map(({ command }) => command)).toEqual(['PostPublication', 'ServeDocument', 'ArrangeRevisit']);
    expect(withOne.later.find(({ command }) => command === 'CancelRevisit')?.why).toMatch(/^没有已安排的回访；由/);
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
