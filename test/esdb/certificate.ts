import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A certificate of this machine's own, signed by nobody else. */
export interface Certificate {
  readonly file: string;
  /** In PEM. */
  readonly key: string;
  readonly certificate: string;
  dispose(): void;
}

export function selfSigned(): Certificate {
  const folder = mkdtempSync(path.join(tmpdir(), 'srd-tls-'));
  const [key, file] = [path.join(folder, 'node.key'), path.join(folder, 'node.crt')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const names = ['-subj', '/CN=srd-test', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
  execFileSync('openssl', ['req', '-x509', ...curve, ...names, '-keyout', key, '-out', file], { stdio: 'pipe' });
  return {
    file,
    key: readFileSync(key, 'utf8'),
    certificate: readFileSync(file, 'utf8'),
    dispose: () => rmSync(folder, { recursive: true }),
  };
}
