import { csvOf } from './csv';
import { address, html } from './html';

describe('CSV', () => {
  it('quotes what RFC 4180 asks to be quoted, ends each line with CRLF and begins with a byte order mark', () => {
    expect(csvOf([['a', 'b,c', 'd"e', 'f\ng', ' h']])).toBe('\ufeffa,"b,c","d""e","f\ng"," h"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1'])('keeps %j from being a formula', (text) => {
    expect(csvOf([[text]])).toMatch(/^\ufeff"?'/);
  });
});

describe('markup', () => {
  it('escapes every value in text and in attributes, however deep it stands in lists', () => {
    const evil = `"><script>alert('x')</script>&`;
    expect(html`<p title="${evil}">${[[evil]]}${html`<b>${1}</b>`}${null}${false}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;<b>1</b></p>',
    );
  });

  it('leaves out what turns the direction of a line around, and keeps rare characters', () => {
    expect(html`${'a\u202eb\u0000𠮷䶮'}`.text).toBe('ab𠮷䶮');
  });

  it('makes addresses whose values are encoded', () => {
    expect(address('/public/results', { q: 'a&b=c', organ: undefined, year: '' })).toBe('/public/results?q=a%26b%3Dc');
  });
});
