import { given } from '@srd/kernel';
import type { CaseCommand } from './commands';
import type { CaseFact } from './events';
import { inspectionCase } from './rules';
import { by, finding, hash, on, planned, played, recordFindings } from './sample';
import { thirdVisited } from './sample-3';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const inspector = by('inspector-1', '2023-09-29');
const onTheDay = by('inspector-1', '2023-09-28');

describe('checklists', () => {
  const items = [
    {
      id: 'item-1',
      revision: 2,
      name: '执业许可',
      basis: ['中华人民共和国律师法第四条'],
      checklist: [
        { id: 'q1', text: '许可证在有效期内' },
        { id: 'q2', text: '公示许可证' },
      ],
    },
    { id: 'item-2', revision: 1, name: '收费管理' },
  ];
  const answer = (entry: string, mark: string = 'met', note: string | null = null) => ({ entry, mark, note });
  const fill = (answers: readonly object[], more: object = {}): CaseCommand =>
    ({
      type: 'FillChecklist',
      data: {
        department: 'chaozhou',
        item: 'item-1',
        revision: 2,
        answers,
        occurredOn: on('2023-09-28'),
        asInspector: 'i1',
        ...more,
      },
    }) as CaseCommand;
  const all = [answer('q1'), answer('q2', 'unmet', '未公示')];
  const filled = played([[fill(all), 'inspector-1', '2023-09-28']], thirdVisited({ items }));

  it('R23 R70 a result waits for every answer of the pinned version', () => {
    const nothing = recordFindings([finding('f1', 'nothing-found')]);
    const risk = recordFindings([finding('f1', 'correction-ordered')]);
    inCase(thirdVisited({ items })).when(nothing, inspector).refused('CHECKLIST_INCOMPLETE');
    const half = played([[fill([answer('q1')]), 'inspector-1', '2023-09-28']], thirdVisited({ items }));
    inCase(half).when(risk, inspector).refused('CHECKLIST_INCOMPLETE');
    inCase(filled).when(nothing, inspector).refused('CHECKLIST_CONTRADICTS');
    expect(inCase(filled).when(risk, inspector).recorded).toHaveLength(1);
  });
  it('trap 15 refuses another version, an unknown entry, a mark without its note, and who isn’t in the team', () => {
    const { when } = inCase(thirdVisited({ items }));
    when(fill(all, { revision: 3 }), onTheDay).refused('CHECKLIST_VERSION');
    when(fill([answer('q9')]), onTheDay).refused('CHECKLIST_UNKNOWN');
    when(fill([answer('q1'), answer('q1')]), onTheDay).refused('CHECKLIST_UNKNOWN');
    when(fill([answer('q1', 'perhaps')]), onTheDay).refused('CHECKLIST_UNKNOWN');
    when(fill([answer('q1', 'not-applicable')]), onTheDay).refused('REASON_MISSING');
    when(fill([]), onTheDay).refused('CHECKLIST_INCOMPLETE');
    when(fill(all, { item: 'item-2', revision: 1 }), onTheDay).refused('CHECKLIST_UNKNOWN');
    when(fill(all, { item: 'item-9' }), onTheDay).refused('ITEM_NOT_IN_SCOPE');
    when(fill(all, { asInspector: null }), onTheDay).refused('NOT_IN_TEAM');
    when(fill(all, { department: 'other' }), onTheDay).refused('NOT_A_DEPARTMENT');
  });
  it('R83 whoever could not be inspected has no checklist', () => {
    const photo: CaseCommand = {
      type: 'AddEvidence',
      data: { sha256: hash('d'), name: '照片.jpg', size: 1, disposition: null, occurredOn: on('2023-09-27') },
    };
    const shown = played([[photo, 'inspector-1', '2023-09-28']], thirdVisited({ items }));
    const contact = (day: string) => ({ on: on(day), how: '电话', evidence: hash('d') });
    const unreachable = (...days: string[]) =>
      recordFindings([finding('f1', 'unreachable', { contacts: days.map(contact) })]);
    inCase(shown).when(unreachable('2023-09-28', '2023-10-08'), inspector).refused('CONTACTS_MISSING');
    inCase(shown).when(unreachable('2023-09-28', '昨日'), inspector).refused('CONTACTS_MISSING');
    expect(inCase(shown).when(unreachable('2023-09-27', '2023-09-28'), inspector).recorded).toHaveLength(1);
  });
  it('trap 15 evidence says the day it tells of beside the day it came', () => {
    const photo: CaseCommand = {
      type: 'AddEvidence',
      data: { sha256: hash('e'), name: '照片.jpg', size: 1, disposition: null, occurredOn: on('2023-10-12') },
    };
    inCase(thirdVisited()).when(photo, onTheDay).refused('DAY_IN_FUTURE');
  });
});

describe('a documentary inspection', () => {
  const documentary = thirdVisited({ method: 'documentary' });
  const receive = (more: object = {}): CaseCommand => ({
    type: 'ReceiveMaterials',
    data: { list: ['收费台账', '利益冲突审查制度'], evidence: [], occurredOn: on('2023-09-28'), ...more },
  });
  const result = recordFindings([finding('f1', 'nothing-found')]);

  it('R29 R66 rests on the papers that were handed in', () => {
    inCase(documentary).when(result, inspector).refused('MATERIALS_MISSING');
    const received = played([[receive(), 'inspector-1', '2023-09-28']], documentary);
    expect(inCase(received).when(result, inspector).recorded).toHaveLength(1);
  });
  it('R66 refuses papers without a name, not on file, or of a day to come; R67 on site none are needed', () => {
    const { when } = inCase(documentary);
    when(receive({ list: [] }), onTheDay).refused('MATERIALS_EMPTY');
    when(receive({ list: [' '] }), onTheDay).refused('MATERIALS_EMPTY');
    when(receive({ evidence: [hash('e')] }), onTheDay).refused('EVIDENCE_UNKNOWN');
    when(receive({ occurredOn: on('2023-10-01') }), onTheDay).refused('DAY_IN_FUTURE');
    expect(inCase(thirdVisited()).when(result, inspector).recorded).toHaveLength(1);
    inCase(planned).when(receive(), onTheDay).refused('OUT_OF_TURN');
  });
});
