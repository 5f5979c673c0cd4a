/** RFC 5545 §3.3.11: these four are escaped in a text. */
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll('\n', '\\n');

/** §3.1: a line holds at most 75 octets; what is longer goes on after a space. Broken between characters, never inside one. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 74) {
      parts.push(part);
      [part, octets] = ['', 0];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

export interface WholeDay {
  readonly uid: string;
  /** `2024-08-27` */
  readonly on: string;
  readonly title: string;
  readonly about: string;
  readonly place: string;
}

/** An appointment of a whole day as an iCalendar file (RFC 5545), which any calendar takes in; the same uid replaces the earlier one. */
export function eventOf({ uid, on, title, about, place }: WholeDay): string {
  const day = on.replaceAll('-', '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//srd//desk//ZH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${day}T000000Z`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(about)}`,
    `LOCATION:${escaped(place)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}
