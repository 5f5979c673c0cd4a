import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The offline verifier as it was built: one file, the same bytes for everybody. */
export interface VerifierFile {
  readonly bytes: Buffer;
  /** SHA-256 in lower-case hex: what the build printed. */
  readonly sha256: string;
  /** What a browser may do that opens it from here: what the page allows itself, and no more. */
  readonly policy: string;
}

const NAME = join('verifier', 'srd-verifier.html');
/** `dist` when this is compiled, the checkout when it runs from its sources. */
const above = join(__dirname, '../../../..');
const places = [join(above, NAME), join(above, 'dist', NAME)];

function read(): VerifierFile | null {
  const found = places.find((each) => existsSync(each));
  if (found === undefined) return null;
  const bytes = readFileSync(found);
  const policy =
    /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(bytes.toString())?.[1] ?? "default-src 'none'";
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), policy };
}

/** Reads the page once; null where it wasn't built. */
@Injectable()
export class VerifierPage {
  readonly file = read();
}
