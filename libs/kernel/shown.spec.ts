import { shown } from './shown';

describe('a text as a sentence repeats it', () => {
  it('is itself, on one line, and no longer than tells it apart', () => {
    expect(shown('2023年')).toBe('2023年');
    expect(shown('one\ntwo')).toBe('one two');
    expect(shown('𠮷'.repeat(30))).toBe('𠮷'.repeat(30));
    expect(shown('𠮷'.repeat(31))).toBe(`${'𠮷'.repeat(30)}…`);
  });

  it('shows by its number what isn’t seen or turns what follows round', () => {
    expect(shown('a\u202eb\u0000')).toBe('a[U+202E]b[U+0000]');
    expect(shown('\ud800')).toBe('[U+D800]');
  });
});
