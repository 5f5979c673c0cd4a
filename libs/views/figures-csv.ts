import type { FigureValue } from '@srd/domain/report';
import { spreadsheetText } from '@srd/kernel';

type Part = {
  readonly by: string;
  readonly groups: readonly { readonly key: string; readonly figures: readonly FigureValue[] }[];
};

const HEAD = ['分列', '项目', '指标', '名称', '依据', '数值', '单位', '分子', '分母'];
const BY: Readonly<Record<string, string>> = { organ: '机关', section: '科室', month: '月份' };

/** A cell of RFC 4180. */
function cell(value: string | number | null): string {
  const plain = typeof value === 'string' ? spreadsheetText(value) : String(value ?? '');
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Basis points as people write them: 8333 is 83.33. */
function shown({ value, of }: FigureValue): string | null {
  if (value === null) return null;
  return of === null ? String(value) : `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
}

function line(by: string, key: string, one: FigureValue): string {
  const unit = one.unit === '次/家' ? '%（次/家×100）' : one.unit;
  const [numerator, denominator] = one.of?.counts ?? [null, null];
  return [by, key, one.figure, one.label, one.basis, shown(one), unit, numerator, denominator].map(cell).join(',');
}

/** Figures for a spreadsheet: the whole first, then each division; UTF-8 with a mark, so that Excel reads the Chinese. */
export function figuresCsv(figures: readonly FigureValue[], parts: readonly Part[]): string {
  const lines = [
    HEAD.map(cell).join(','),
    ...figures.map((one) => line('合计', '', one)),
    ...parts.flatMap(({ by, groups }) =>
      groups.flatMap(({ key, figures: own }) => own.map((one) => line(BY[by] ?? by, key, one))),
    ),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
