import { createHash } from 'node:crypto';
import { canonicalize, fromHex, toHex, utf8, type Instant, type RecordedEvent } from '@srd/kernel';
import { dataHashOf, leafBytes, leafData, leafDataFrom, leafHash, nodeHash, withhold } from '.';
import { hash } from './log.fixture';

const event: RecordedEvent = {
  id: '0b5e1c0a-3f1c-4c54-9a55-000000000001',
  stream: 'case-chaozhou-2023-4-1',
  revision: 3,
  type: 'FindingsRecorded',
  version: 1,
  at: '2023-07-10T01:00:00.000Z' as Instant,
  actor: 'officer-1',
  meta: { correlation: 'c-1', causation: null, basedOn: [{ stream: 'calendar', revision: 0 }], role: 'inspector' },
  salt: '00112233445566778899aabbccddeeff',
  data: { text: '未发现问题', count: 2, list: [] },
};
const dataHash = createHash('sha256')
  .update(Buffer.from(event.salt, 'hex'))
  .update('{"count":2,"list":[],"text":"未发现问题"}')
  .digest('hex');
const text =
  '{"actor":"officer-1","at":"2023-07-10T01:00:00.000Z",' +
  `"dataHash":"${dataHash}","id":"0b5e1c0a-3f1c-4c54-9a55-000000000001",` +
  '"meta":{"basedOn":[{"revision":0,"stream":"calendar"}],"causation":null,"correlation":"c-1","role":"inspector"},' +
  '"revision":3,"stream":"case-chaozhou-2023-4-1","type":"FindingsRecorded","version":1}';

describe('T11 the leaf of srd-log/1', () => {
  it('is the canonical JSON of the event without salt and data, with dataHash', () => {
    expect(leafData(event, hash)).toBe(text);
    expect(dataHashOf(event.salt, event.data, hash)).toBe(dataHash);
    expect(leafBytes(event, hash)).toEqual(utf8(text));
  });

  it('is the same for the event withheld', () => {
    const withheld = withhold(event, hash);
    expect(withheld).not.toHaveProperty('salt');
    expect(withheld).not.toHaveProperty('data');
    expect(leafData(withheld, hash)).toBe(text);
  });

  it('changes with each member, known or not, and not with order or blanks', () => {
    const others = [
      { ...event, actor: 'officer-2' },
      { ...event, at: '2023-07-10T01:00:00.001Z' as Instant },
      { ...event, meta: { ...event.meta, basedOn: [] } },
      { ...event, salt: 'ff112233445566778899aabbccddeeff' },
      { ...event, data: { ...event.data, text: '未发现问题'.normalize('NFD') + 'e\u0301' } },
      { ...event, added: true },
    ];
    expect(new Set([...others.map((each) => leafData(each, hash)), text]).size).toBe(others.length + 1);
    const reordered = JSON.parse(
      JSON.stringify(Object.fromEntries(Object.entries(event).reverse()), null, 2),
    ) as RecordedEvent;
    expect(leafData(reordered, hash)).toBe(text);
  });

  it('is the same from the canonical texts that were recorded, and another one from any other text', () => {
    const odd = { ...event, actor: 'a"\\\u0001', stream: '案-1', meta: { ...event.meta, role: '执法"人员' } };
    for (const each of [event, odd]) {
      const kept = { meta: canonicalize(each.meta), data: canonicalize(each.data) };
      expect(leafDataFrom(each, kept, hash)).toBe(leafData(each, hash));
      for (const other of [
        { ...kept, meta: `${kept.meta} ` },
        { ...kept, data: JSON.stringify(each.data, null, 1) },
      ])
        expect(leafDataFrom(each, other, hash)).not.toBe(leafData(each, hash));
    }
  });

  it('is hashed after a zero byte, a node after a one', () => {
    const sha = (hex: string): string => createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex');
    expect(toHex(leafHash(new Uint8Array(), hash))).toBe(sha('00'));
    const [a, b] = ['aa'.repeat(32), 'bb'.repeat(32)];
    expect(toHex(nodeHash(fromHex(a), fromHex(b), hash))).toBe(sha(`01${a}${b}`));
  });

  it('of what has no canonical JSON is refused', () => {
    expect(() => leafData({ ...event, data: { half: 0.5 } }, hash)).toThrow('whole');
    expect(() => leafData({ ...event, salt: 'AB' }, hash)).toThrow(RangeError);
    expect(canonicalize(event)).toContain('salt');
  });
});
