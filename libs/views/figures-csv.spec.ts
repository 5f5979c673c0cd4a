import type { FigureValue } from '@srd/domain/report';
import { figuresCsv } from './figures-csv';

const figure = (label: string): FigureValue => ({
  figure: 'cases',
  label,
  basis: 'A二(二)',
  unit: '件',
  value: 2,
  of: null,
});
const rowsOf = (key: string, label: string): readonly string[] =>
  figuresCsv([], [{ by: 'section', groups: [{ key, figures: [figure(label)] }] }])
    .trim()
    .split('\r\n');

describe('figures for a spreadsheet', () => {
  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '＠1'])(
    'R98 keeps %j a text, whichever cell it is in',
    (text) => {
      const quoted = (value: string) => (value.includes('"') ? `"'${value.replaceAll('"', '""')}"` : `'${value}`);
      expect(rowsOf(text, '案件')[1]).toBe(`科室,${quoted(text)},cases,案件,A二(二),2,件,,`);
      expect(rowsOf('lawyers', text)[1]).toBe(`科室,lawyers,cases,${quoted(text)},A二(二),2,件,,`);
    },
  );

  it('R98 leaves a harmless cell as it is', () =>
    expect(rowsOf('lawyers', '案件=2')[1]).toBe('科室,lawyers,cases,案件=2,A二(二),2,件,,'));
});
