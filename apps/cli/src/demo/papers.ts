import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 320;
const HEIGHT = 200;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** Sky, ground and a house front whose colours and lit windows the seed decides, under the stripes that say that it is made up. */
function colourAt(x: number, y: number, seed: number): readonly [number, number, number] {
  if (y < 18) return (x + y) % 24 < 12 ? [214, 158, 46] : [255, 255, 255];
  const wall = x > 60 && x < 260 && y > 50 && y < 170;
  if (!wall) return y < 170 ? [186, 213 - (seed % 30), 240] : [148, 154, 140];
  const [column, row] = [Math.floor((x - 60) / 25), Math.floor((y - 50) / 30)];
  const window = (x - 60) % 25 > 6 && (x - 60) % 25 < 19 && (y - 50) % 30 > 7 && (y - 50) % 30 < 23;
  if (!window) return [200 - (seed % 60), 176, 150 + (seed % 50)];
  return (seed >> ((column * 3 + row) % 24)) & 1 ? [255, 236, 170] : [84, 98, 120];
}

/** A picture that nobody takes for a photograph of a place (PNG). The same for the same seed. */
export function picture(seed: number): Buffer {
  const rows = Buffer.alloc(HEIGHT * (1 + 3 * WIDTH));
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) rows.set(colourAt(x, y, seed), y * (1 + 3 * WIDTH) + 1 + 3 * x);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A page with lines of text (PDF), in a Chinese font that the reader brings along. The same for the same lines. */
export function page(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `<${Buffer.from(line, 'utf16le').swap16().toString('hex')}> Tj T*`);
  const content = `BT /F 14 Tf 24 TL 60 780 Td\n${shown.join('\n')}\nET`;
  const font = '/BaseFont /STSong-Light';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /Font /Subtype /Type0 ${font} /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 ${font} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>`,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
