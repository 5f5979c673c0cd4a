import { read, type CellObject } from '@e965/xlsx';
import { constants, inflateRawSync } from 'node:zlib';

/** Largest workbook, packed and unpacked, in bytes; most files in it, most rows and columns that are read. */
const LIMITS = { packed: 10_000_000, unpacked: 100_000_000, files: 500, rows: 20_000, columns: 100 };

/** A workbook that can't be taken: what is wrong, and how to mend it. */
export class UnreadableSheet extends Error {
  constructor(
    readonly rule: string,
    readonly mend: string,
  ) {
    super(rule);
    this.name = 'UnreadableSheet';
  }
}

const SAVE_AS_CSV = '请另存为 CSV 后再导入';
const tooLarge = (): never => {
  throw new UnreadableSheet('电子表格过大', `${SAVE_AS_CSV}，或分成几个文件`);
};
const damaged = (): never => {
  throw new UnreadableSheet('电子表格已损坏', `请用办公软件打开后重新保存，或${SAVE_AS_CSV}`);
};

/** Whether bytes are a zip archive, as XLSX is. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Unpacks every file of the archive once with a limit on what comes out, and keeps none of it: an archive's own word on its sizes
 * proves nothing, and a few kilobytes can unpack to gigabytes.
 */
function demandSmall(archive: Buffer): void {
  if (archive.length > LIMITS.packed) tooLarge();
  const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > archive.length) damaged();
  const count = archive.readUInt16LE(end + 10);
  if (count > LIMITS.files) tooLarge();
  let left = LIMITS.unpacked;
  for (let index = 0, at = archive.readUInt32LE(end + 16); index < count; index++) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    if (from + size > archive.length) damaged();
    if (method === 8) {
      const options = { maxOutputLength: left, finishFlush: constants.Z_SYNC_FLUSH };
      left -= inflateRawSync(archive.subarray(from, from + size), options).length;
    } else left -= size;
    if (left <= 0) tooLarge();
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnreadableSheet) throw error;
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : damaged();
  }
}

const shown = (cell: CellObject | undefined): string => {
  if (!cell || cell.t === 'e' || cell.t === 'z') return '';
  return cell.w ?? String(cell.v ?? '');
};

/**
 * Records of a workbook's first sheet, each cell as its reader sees it: 20% and 2023年9月, not 0.2 and a serial number. Formulas aren't
 * computed. @throws UnreadableSheet when it is damaged or larger than a table can be
 */
export function readSheet(bytes: Uint8Array): readonly (readonly string[])[] {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  guarded(() => demandSmall(archive));
  const book = guarded(() =>
    read(archive, {
      type: 'buffer',
      dense: true,
      sheets: 0,
      sheetRows: LIMITS.rows + 1,
      cellFormula: false,
      cellHTML: false,
    }),
  );
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  // Walked by the cells that there are: a sheet may claim a range of billions.
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  if (rows.length > LIMITS.rows) tooLarge();
  return Array.from(rows, (row) => Array.from(row?.slice(0, LIMITS.columns) ?? [], shown));
}
