import { progressOf } from './progress';
import { tampered } from './tampering';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('the demonstration of tampering', () => {
  it('changes one byte of a copy, the minute of the record in the middle, and leaves the bundle as it is', () => {
    const text = '{"note":"律师","entries":[{"at":"2023-07-10T01:40:00.000Z"},{"at":"2023-07-11T01:49:00.000Z"}]}';
    const bundle = bytesOf(text);
    const copy = tampered(bundle)!;
    expect(new TextDecoder().decode(copy.bytes)).toBe(text.replace('01:49', '01:40'));
    expect([copy.from, copy.to]).toEqual(['9', '0']);
    expect([...copy.bytes].filter((byte, at) => byte !== bundle[at])).toHaveLength(1);
    expect(copy.bytes[copy.offset]).not.toBe(bundle[copy.offset]);
    expect(new TextDecoder().decode(bundle)).toBe(text);
  });
  it('has nothing to change where no record tells its time', () => expect(tampered(bytesOf('{}'))).toBeUndefined());
});

describe('how far a bundle has come', () => {
  const work = { kind: 'bundle', by: 'a', about: null, step: 'proofs', done: 3, total: 12 } as const;
  it('says the step, and a share where the whole is known', () => {
    expect(progressOf(work)).toEqual({ text: '正在逐条附上证明（3 / 12）', percent: 25 });
    expect(progressOf({ ...work, step: 'events', total: null })).toEqual({
      text: '正在读取记录（3）',
      percent: undefined,
    });
    expect(progressOf(undefined).percent).toBeUndefined();
  });
});
