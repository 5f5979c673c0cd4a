import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deadlines, replayFlat } from '@srd/domain/case';
import { fieldsOf } from '@srd/kernel';
import { groupsOf } from './fields';
import { fieldName, isNamed, memberOf, partsOf } from './names';
import { dayOf, daysOf, knownBy, moveBy, upTo } from './position';
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

describe('what a step changed', () => {
  it('R104 marks what came, went and changed, and nothing that only stands empty', () => {
    const before = { stage: { code: 'a', label: '甲' }, object: null, team: [{ inspector: 'x' }], value: 'planned' };
    const now = { stage: { code: 'b', label: '乙' }, object: { name: '所' }, team: [], value: 'drawn', visits: [] };
    const fields = groupsOf(now, before).flatMap((group) => group.fields);
    expect(fields.filter(({ mark }) => mark).map(({ path, mark }) => `${mark} ${path}`)).toEqual([
      '~ /stage/label',
      '+ /object/name',
      '- /team/0/inspector',
    ]);
    expect(fields.map(({ path }) => path)).not.toContain('/stage/code');
    expect(groupsOf(null, null)).toEqual([]);
  });
});

describe('the way through a case', () => {
  const stops = [
    { revision: 0, at: '2024-03-01T01:00:00.000Z', occurredOn: null },
    { revision: 1, at: '2024-03-05T16:30:00.000Z', occurredOn: '2024-03-04' },
    { revision: 2, at: '2024-03-09T01:00:00.000Z', occurredOn: '2024-03-02' },
  ];

  it('R101 finds what was on record by the end of a day in China, and the days on which something happened', () => {
    expect(knownBy(stops, '2024-03-05')).toBe(0);
    expect(knownBy(stops, '2024-03-06')).toBe(1);
    expect(knownBy(stops, '2024-02-01')).toBe(-1);
    expect(stops.map(dayOf)).toEqual(['2024-03-01', '2024-03-04', '2024-03-02']);
    expect(daysOf(stops)).toEqual(['2024-03-01', '2024-03-02', '2024-03-04']);
    expect(upTo(daysOf(stops), '2024-03-03')).toBe(1);
  });

  it('moves by the keys that are told, and stays within the case', () => {
    expect(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'a'].map((key) => moveBy(key, 0, 2))).toEqual([
      0,
      1,
      0,
      2,
      undefined,
    ]);
    expect(moveBy('ArrowRight', 2, 2)).toBe(2);
  });
});
