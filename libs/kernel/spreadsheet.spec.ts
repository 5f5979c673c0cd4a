import { spreadsheetText } from './spreadsheet';

describe('a text for a spreadsheet’s cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1'])(
    'keeps %j a text',
    (text) => {
      expect(spreadsheetText(text)).toBe(`'${text}`);
    },
  );
  it.each(['', '律师事务所', '1=1', "'=1", ' =1'])('leaves %j as it is', (text) => {
    expect(spreadsheetText(text)).toBe(text);
  });
});
