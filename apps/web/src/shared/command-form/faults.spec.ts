import { faultsShown } from './faults';
import type { Forms, ObjectSchema } from './schema';

const forms: Forms = {
  commands: {},
  schemas: {
    Finding: {
      properties: {
        text: { title: '内容', type: 'string', maxLength: 4000 },
        result: { title: '结果类别', type: 'string', enum: ['none'], 'x-labels': { none: '未发现问题' } },
      },
    },
  },
};
const form: ObjectSchema = {
  properties: {
    occurredOn: { title: '发生日期', type: 'string', format: 'date' },
    findings: { title: '检查结果', type: 'array', items: { $ref: '#/components/schemas/Finding' } },
  },
};
const shown = (pointer: string, sent: unknown, message: string) =>
  faultsShown(forms, form, sent, [{ pointer, code: 'X', message }]);

describe('faults of a form, as people read them', () => {
  it('names the field in Chinese, what stands in it and what is expected', () => {
    expect(shown('/occurredOn', { occurredOn: '2024-02-30' }, '应为存在的日期')).toEqual([
      { pointer: '/occurredOn', field: '发生日期', given: '所填为“2024-02-30”', expected: '应为存在的日期' },
    ]);
  });

  it('names a row of a list by its number, a word by its label, and what is missing as such', () => {
    const sent = { findings: [{ text: 'x', result: 'none' }, {}] };
    expect(shown('/findings/0/result', sent, '').map(({ field, given }) => [field, given])).toEqual([
      ['检查结果 › 第 1 项 › 结果类别', '所填为“未发现问题”'],
    ]);
    expect(shown('/findings/1/text', sent, '').map(({ field, given }) => [field, given])).toEqual([
      ['检查结果 › 第 2 项 › 内容', '未填写'],
    ]);
  });

  it('shows by its number what isn’t seen, and what would turn the words round', () => {
    const sent = { findings: [{ text: '已整改\u202e\u0007' }] };
    expect(shown('/findings/0/text', sent, '')[0]?.given).toBe('所填为“已整改[U+202E][U+0007]”');
  });

  it('shows the beginning of a long text, and a member that the form lacks as it is', () => {
    expect(shown('/findings/0/text', { findings: [{ text: '长'.repeat(99) }] }, '')[0]?.given).toBe(
      `所填为“${'长'.repeat(30)}…”`,
    );
    expect(shown('/more', { more: 1 }, '没有这一项')[0]).toMatchObject({ field: 'more', given: '所填为“1”' });
  });
});
