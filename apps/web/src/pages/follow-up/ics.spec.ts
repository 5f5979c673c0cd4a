import { eventOf } from './ics';

describe('a revisit as a calendar file', () => {
  const file = eventOf({
    uid: 'kazuo-2024-3-1-d1-1@srd',
    on: '2024-09-10',
    title: '整改回访：南哨演示法律服务所',
    about: '案号 甲,乙;丙；回访人员 苏演庚、𠮷演甲'.repeat(4),
    place: '演示街1号',
  });

  it('is one whole day, with its marks escaped', () => {
    expect(file).toContain('\r\nDTSTART;VALUE=DATE:20240910\r\n');
    expect(file.replaceAll('\r\n ', '')).toContain('案号 甲\\,乙\\;丙；');
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('has no line of more than 75 octets, and no character is broken', () => {
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file).not.toContain('\uFFFD');
  });
});
