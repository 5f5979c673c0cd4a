import type { Measured } from './contest';
import { markdown, merged, type Machine } from './report';

const machine: Machine = {
  on: '2024-01-02',
  cores: 2,
  processor: 'one | two',
  node: '24.0.0',
  system: 'linux 6',
  fileSystem: 'ext4',
  loadBefore: 0.1,
  rounds: 7,
};
const later: Machine = { ...machine, on: '2024-03-04', loadBefore: 0.25 };

const measured = (name: string, figures: readonly number[]): Measured => ({
  name,
  contest: {
    title: `测 ${name}`,
    unit: 'ms',
    contestants: [{ name: 'one', label: `${name} | 一`, measure: () => 0 }],
    goals: [{ kind: 'time', of: 'one', below: 100 }],
    notes: [`说明 ${name}`],
    close: () => undefined,
  },
  figures: { one: figures },
});

describe('the page of a run of some areas', () => {
  const order = ['a', 'b', 'c'];
  const page = markdown(machine, [measured('a', [1, 2, 3]), measured('c', [4, 5, 600])]);

  it('puts their goals and sections in their place, each with its own date, and leaves the rest', () => {
    const anew = merged(page, later, [measured('c', [700, 800, 900])], order);
    expect(anew).toContain('**BELOW**');
    expect(anew).toContain('单独测量：2024-03-04，Node 24.0.0，7 轮，运行前一分钟负载 0.25。');
    const [head, rest] = [page, anew].map((text) => text.split('## 测 c')[0]!.split('## 目标')[0]);
    expect(rest).toBe(head);
    const ofA = (text: string): string => text.slice(text.indexOf('## 测 a'), text.indexOf('## 测 c'));
    expect(ofA(anew)).toBe(ofA(page));
    expect(anew).not.toContain('600');
  });

  it('takes an area in that wasn’t there, where a whole run has it', () => {
    const anew = merged(page, later, [measured('b', [7, 8, 9])], order);
    expect([...anew.matchAll(/^## 测 (\w)/gm)].map(([, name]) => name)).toEqual(['a', 'b', 'c']);
    expect([...anew.matchAll(/^\| (\w) +\| (\w) \\\| 一 < 100 ms/gm)].map(([, name]) => name)).toEqual(['a', 'b', 'c']);
    expect(merged(anew, later, [measured('b', [7, 8, 9])], order)).toBe(anew);
  });
});
