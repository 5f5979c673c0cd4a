import { mayCommand } from '../account';
import { caseEventTypes } from './facts';
import { procedureMarkdown } from './procedure-markdown';
import { publicProcedure, statesIn } from './public-procedure';
import { flatOf } from './flat';
import { guards } from './guards';
import { guardLabels } from './procedure-labels';
import { caseEventLabels } from './event-labels';
import { resultClassLabels } from './labels';
import { caseVersions, ceasedClasses } from './vocabulary';

describe('公开抽查程序', () => {
  const procedure = publicProcedure();
  const chart = (version: string) => procedure.charts.find((one) => one.version === version)!;

  it('R12 B一(二) shows every version and the disposition, each state with its name and article', () => {
    expect(procedure.charts.map(({ version }) => version)).toEqual([...caseVersions, 'disposition']);
    for (const { states, steps } of procedure.charts) {
      const names = states.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(states.filter(({ label, basis }) => label === '' || basis === '')).toEqual([]);
      const ends = steps.flatMap(({ from, to }) => [from, to]).filter((name) => name !== '（任一环节）');
      expect(ends.filter((name) => !names.includes(name))).toEqual([]);
    }
  });
  it('R101 names the states that a case is in as its chart does, regions and all', () => {
    const value = { approved: { followUp: 'open', publication: 'due', text: 'standing' } } as const;
    const states = statesIn({ procedure: 'case/1', value });
    expect(states.filter((name) => name.split('.').length === 3)).toEqual([
      'approved.followUp.open',
      'approved.publication.due',
      'approved.text.standing',
    ]);
    const names = chart('case/1').states.map(({ name }) => name);
    expect(states.filter((name) => !names.includes(name))).toEqual([]);
    expect(chart('case/1').states.filter(({ parallel }) => parallel)).toMatchObject([{ name: 'approved' }]);
  });
  it('has a label for every fact, every question, and no other', () => {
    expect(Object.keys(caseEventLabels).sort()).toEqual([...caseEventTypes].sort());
    expect(Object.keys(guardLabels).sort()).toEqual(Object.keys(guards).sort());
    expect(new Set(Object.values(caseEventLabels)).size).toBe(caseEventTypes.length);
  });
  it('R62 shows the facts that the charts accept, and no other', () => {
    for (const version of caseVersions) {
      const accepted = new Set(Object.values(flatOf(version).table).flatMap((row) => Object.keys(row)));
      const shown = new Set(chart(version).steps.flatMap(({ event }) => event ?? []));
      expect([...shown].sort()).toEqual([...accepted].sort());
    }
  });
  it('R72 says the condition, the command and who gives it', () => {
    const [approval] = chart('case/1').steps.filter(
      ({ event, to }) => event === 'FindingsApproved' && to === 'approved',
    );
    expect(approval).toMatchObject({
      from: 'recorded',
      condition: '其他部门均已审批',
      commands: ['ApproveFindings'],
      roles: ['科室负责人', '分管领导、主要领导', '联合部门'],
    });
    const absence = chart('case/1').steps.find(({ event, to }) => event === 'DepartmentAbsent' && to === 'recorded');
    expect(absence?.condition).toBe('该部门尚未录入，且其他部门均已录入');
  });
  it('R56 R93 the team is drawn for a drawn object and appointed for one named for cause', () => {
    for (const version of caseVersions) {
      const steps = chart(version).steps.filter(({ from }) => from === 'drawn.awaitingTeam');
      const conditionOf = (fact: string) => steps.filter(({ event }) => event === fact).map((one) => one.condition);
      expect([version, conditionOf('TeamDrawn')]).toEqual([version, [guardLabels.isRandom]]);
      expect([version, conditionOf('TeamAppointed')]).toEqual([version, [guardLabels.isForCause]]);
    }
  });
  it('C28 lists every class of an institution that is gone, and nothing follows from it', () => {
    const gone = procedure.results.filter(({ code }) => ceasedClasses.includes(code));
    expect(gone.map(({ label }) => label)).toEqual(ceasedClasses.map((code) => resultClassLabels[code]));
    expect(gone).toHaveLength(5);
    expect(gone.flatMap(({ needed, fitting }) => [...needed, ...fitting])).toEqual([]);
  });
  it('R79–R85 lists what has to follow from each result', () => {
    const needed = procedure.results.filter((one) => one.needed.length > 0);
    expect(needed.map((one) => [one.code, one.needed])).toEqual([
      ['corrected-on-spot', ['当场纠正']],
      ['correction-ordered', ['责令改正']],
      ['risk', ['书面提醒', '约谈负责人']],
      ['licensing', ['报告行政许可审批部门']],
      ['breach-investigation', ['立案查处']],
      ['crime-suspected', ['移送司法机关']],
      ['non-cooperation', ['责令改正', '立案查处']],
      ['unreachable', ['拟列入名单']],
    ]);
  });
  it('R73 C9 lists the clocks with their articles, the grounds and the roles', () => {
    expect(procedure.clocks.find(({ kind }) => kind === 'publication')).toEqual({
      kind: 'publication',
      label: '公示',
      basis: 'A二(五)',
    });
    expect(procedure.grounds).toHaveLength(8);
    expect(procedure.roles.map(({ role }) => role)).toContain('partner-officer');
  });
  it('takes the roles it is given', () =>
    expect(publicProcedure({ ApproveFindings: ['leader'] }).roles.map(({ role }) => role)).toEqual(['leader']));

  it('R12 writes one page of Markdown, the same each time, with a table for every chart', () => {
    const page = procedureMarkdown();
    expect(page).toBe(procedureMarkdown(publicProcedure(mayCommand)));
    expect(page.startsWith('# 公开抽查程序\n')).toBe(true);
    expect(page.match(/^## /gmu)).toHaveLength(11);
    expect(page).toContain('| recorded | 退回检查结果 |');
    const broken = page.split('\n').filter((line) => line.startsWith('|') && !line.endsWith(' |'));
    expect(broken).toEqual([]);
    expect(page).not.toMatch(/undefined|\[object/u);
  });
});
