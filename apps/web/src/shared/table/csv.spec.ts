import { csvOf } from './csv';

describe('an exported list', () => {
  const columns = [
    { key: 'name', title: '机构', show: () => null, text: (row: { name: string }) => row.name },
    { key: 'code', title: '登记号', show: () => null, text: () => '0123456789' },
    { key: 'days', title: '天数', show: () => null, text: () => 3 },
    { key: 'act', title: '操作', show: () => null },
  ];

  it('numbers are numbers, codes are texts, and what isn’t data stays out', () => {
    expect(csvOf(columns, [{ name: '甲所' }])).toBe('\uFEFF机构,登记号,天数\r\n甲所,"=""0123456789""",3\r\n');
  });

  it('a name can’t become a formula, and commas and quotes stay in their cell', () => {
    const text = csvOf(columns.slice(0, 1), [{ name: '=HYPERLINK("x")' }, { name: '甲,乙' }, { name: '𬭎律师事务所' }]);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain('"甲,乙"');
    expect(text).toContain('𬭎律师事务所');
  });
});
