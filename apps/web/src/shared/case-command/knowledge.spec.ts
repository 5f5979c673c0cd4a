import type { CaseDetail } from './detail';
import { knowledgeOf } from './knowledge';

const recusal = (id: string, status: string) => ({ recusal: id, status, inspector: 'p-1', requestedOn: '2024-08-19' });
const detail = (more: object = {}): CaseDetail =>
  ({
    revision: 6,
    procedure: 'case/5',
    opened: { items: [], departments: [], terms: { channels: { value: ['portal'] } } },
    allowed: { dispositions: [], findings: [], debts: [] },
    team: [{ inspector: 'p-1' }, { inspector: 'p-2' }],
    visits: [],
    findings: [],
    dispositions: [],
    debts: [],
    recusals: [],
    escalations: [],
    sections: [],
    amendment: null,
    object: null,
    ...more,
  }) as unknown as CaseDetail;
const known = (command: string, more: object = {}) =>
  knowledgeOf(command, detail(more), new Map([['p-1', '温演庚']]), new Map(), '2024-08-20');

describe('what a case’s forms know by themselves', () => {
  it.each(['RequestRecusal', 'OrderRecusal', 'StateConflict'])(
    'R61 %s asks nobody for a number: the next free one',
    (command) => {
      const first = known(command);
      expect([first.values['recusal'], first.hidden]).toEqual(['r1', expect.arrayContaining(['recusal'])]);
      const recusals = [recusal('r2', 'granted')];
      expect(known(command, { recusals }).values['recusal']).toBe('r3');
    },
  );

  it('R61 only what waits for a decision can be decided', () => {
    const recusals = [recusal('r1', 'granted'), recusal('r2', 'requested')];
    expect(known('DecideRecusal', { recusals }).options?.['recusal']).toEqual([
      { value: 'r2', label: '温演庚（2024年8月19日提出，r2）' },
    ]);
  });

  it('R56 a replacement that is asked for has a number of its own', () => {
    const { values, hidden } = known('RequestReplacement');
    expect([values['request'], hidden?.includes('request')]).toEqual(['request-7', true]);
  });

  it('R72 a leader answers what nobody has answered yet, by its name', () => {
    const told = (escalation: string, answer: object | null) => ({
      escalation,
      kind: 'correction',
      dueOn: '2024-08-01',
      answer,
    });
    const { options, values } = known('AnswerEscalation', { escalations: [told('e1', {}), told('e2', null)] });
    expect(options?.['escalation']).toEqual([
      { value: 'e2', label: expect.stringMatching(/，期限 2024年8月1日$/) as string },
    ]);
    expect(values['escalation']).toBe('e2');
  });

  it('R77 guidance in a case without results is about the case as a whole', () => {
    expect(known('GiveGuidance').hidden).toEqual(expect.arrayContaining(['guidance', 'finding']));
    const findings = [{ finding: 'f1', resultClass: 'risk', text: '台账不全' }];
    expect(known('GiveGuidance', { findings }).hidden).not.toContain('finding');
  });
});
