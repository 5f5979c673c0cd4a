import fc from 'fast-check';
import { decodeBase64, encodeBase64 } from '.';

it('base64 is the platform’s, both ways', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64');
      expect(encodeBase64(bytes)).toBe(text);
      expect(decodeBase64(text)).toEqual(new Uint8Array(bytes));
    }),
  );
});

it.each(['A', 'AA', 'AAA', 'AB==', 'AAB=', 'AA=A', '====', 'A===', 'AA A', 'AA-_', 'AAA\n', '锟AAA', 'AAAA=', '=AAA'])(
  'T11 there is one way only to write bytes: %j is refused',
  (text) => expect(decodeBase64(text)).toBeNull(),
);
