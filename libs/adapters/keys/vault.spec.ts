import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVault } from './index';

const file = () => join(mkdtempSync(join(tmpdir(), 'srd-vault-')), 'keys', 'draw.key');
const secret = Buffer.from('11'.repeat(32), 'hex');

describe('the vault', () => {
  it('opens what it sealed, after a restart too, for the same purpose only', () => {
    const at = file();
    const sealed = openVault(at).seal(secret, 'draw-1');
    expect(openVault(at).open(sealed, 'draw-1')).toEqual(secret);
    expect(openVault(at).open(sealed, 'draw-2')).toBeUndefined();
  });

  it('opens nothing with another key, or when a byte was changed', () => {
    const at = file();
    const sealed = openVault(at).seal(secret, 'draw-1');
    expect(openVault(file()).open(sealed, 'draw-1')).toBeUndefined();
    expect(openVault(at).open({ ...sealed, text: `00${String(sealed['text']).slice(2)}` }, 'draw-1')).toBeUndefined();
    expect(openVault(at).open({}, 'draw-1')).toBeUndefined();
  });

  it('gives the same token for the same purpose and key', () => {
    const at = file();
    expect(openVault(at).token('draw-1/witness-1')).toBe(openVault(at).token('draw-1/witness-1'));
    expect(openVault(at).token('draw-1/witness-1')).not.toBe(openVault(at).token('draw-1/witness-2'));
    expect(openVault(at).token('draw-1/witness-1')).not.toBe(openVault(file()).token('draw-1/witness-1'));
  });

  it('keeps its key for its owner, and refuses a file that is none', () => {
    const at = file();
    openVault(at);
    expect(statSync(at).mode & 0o077).toBe(0);
    writeFileSync(at, 'not a key');
    expect(() => openVault(at)).toThrow('密钥文件');
  });
});
