import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deadlines, replayFlat } from '@srd/domain/case';
import { fieldsOf } from '@srd/kernel';
import { bookOf, nameOfId } from './book';
import { fieldName, isNamed, memberOf, partsOf } from './names';
import { told } from './words';

const folder = join(__dirname, '../../../../../test/histories');
const ends = readdirSync(folder)
  .filter((name) => /^case-\d+\./.test(name))
  .map((name) => {
    const facts = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Parameters<typeof replayFlat>[0];
    const state = replayFlat(facts)!;
    return { ...state.context, deadlines: deadlines(state), at: '' };
  });

describe('the fields of a case in words', () => {
  it('R104 has a Chinese name for every member that the recorded cases have', () => {
    const members = new Set(
      ends.flatMap((end) => [...fieldsOf(end).keys()].flatMap(partsOf)).filter((part) => !/^\d+$/.test(part)),
    );
    expect([...members].filter((member) => !isNamed(member))).toEqual([]);
    expect(members.size).toBeGreaterThan(150);
  });

  it('says where a field stands, and by what stands above it what it means', () => {
    expect(fieldName('/findings/0/text')).toBe('检查结果 › 第 1 项 › 内容');
    expect(fieldName('/dispositions/0/statement')).toBe('处置 › 第 1 项 › 陈述申辩');
    expect(fieldName('/at')).toBe('现处环节');
    expect(memberOf('/evidence/3')).toBe('evidence');
    expect(partsOf('/a~1b/~0')).toEqual(['a/b', '~']);
  });

  it('tells values in words, people by their id to look up, and what it doesn’t know as it is', () => {
    expect(told('resultClass', '0', 'correction-ordered')).toEqual({ text: '发现问题，责令改正' });
    expect(told('on', '', '2024-08-20')).toEqual({ text: '2024年8月20日' });
    expect(told('value', 'afterCessation', 'reserve')).toEqual({ text: '由备选递补' });
    expect(told('inspector', '', 'cz-1')).toEqual({ text: 'cz-1', person: true });
    expect(told('unknown', '', 'of-later')).toEqual({ text: 'of-later' });
    expect(told('voided', '', null)).toEqual({ text: '—' });
  });
});

describe('what a record knows by ids', () => {
  /** Ids of another system, hashes, and texts of Latin letters that somebody entered: they stand as they are. */
  const asWritten = new Set([
    'registrationNumber',
    'visitCode',
    'receipt',
    'copyReceipt',
    'evidence',
    'case',
    'document',
    'organ',
    'to',
    'department',
    'inspectingBody',
    'departments',
    'openedAt',
    'approvedAt',
    'at',
    'plan',
    'task',
    'section',
    'recipient',
  ]);

  it('R104 is told by name: items, results, measures, deadlines, publications, versions', () => {
    const raw = new Set<string>();
    for (const end of ends) {
      const book = bookOf(end, []);
      for (const [path, value] of fieldsOf(end)) {
        const parts = partsOf(path).filter((part) => !/^\d+$/.test(part));
        const [member, above] = [memberOf(path), parts.at(-2) ?? ''];
        const { text, person } = told(member, above, value);
        if (person || text === 'chaozhou' || !/^[\w :;./-]*[a-z][\w :;./-]*$/i.test(text) || asWritten.has(member))
          continue;
        if (nameOfId(member, above, text, book) === undefined) raw.add(`${above}.${member}: ${text}`);
      }
    }
    expect([...raw]).toEqual([]);
  });

  it('says which of them it is, and leaves what it doesn’t know', () => {
    const [end] = ends;
    const book = bookOf(end!, [{ id: 'lawyers', name: '律师工作管理科' }]);
    const name = (member: string, id: string, above = '') => nameOfId(member, above, id, book);
    expect(name('procedure', 'case/4')).toBe('程序第 4 版');
    expect(name('item', end!.opened.items[0]!.id)).toBe(`第 1 项 ${end!.opened.items[0]!.name}`);
    expect(name('finding', 'f2')).toBe('第 2 条结果');
    expect(name('subject', 'd1')).toBe('第 1 项处置');
    expect(name('debt', 'outcome-2')).toBe('查处结果补充公示（第 2 件公示事项）');
    expect(name('id', 'revisit:d1:2024-08-19', 'deadlines')).toBe('回访（第 1 项处置），2024年8月19日到期');
    expect(name('passed', 'receipt:result-1/portal:2023-10-05')).toBe(
      '公示载体回执（检查结果公示（第 1 件公示事项），单位门户网站），2023年10月5日到期',
    );
    expect(name('section', 'lawyers')).toBe('律师工作管理科');
    expect(name('standing', `${end!.object!.id}.credit`)).toBe(`${end!.object!.name}：信用黑名单`);
    expect([name('item', 'other'), name('reason', 'f1'), name('procedure', 'plan/1')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
