import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadSetting, readSettings, settingNames } from './settings';

describe('settings', () => {
  it('have defaults for real use', () => {
    expect(readSettings({})).toMatchObject({ mode: 'serve', port: 3000, host: '127.0.0.1', logLevel: 'info' });
    expect(readSettings({}).dataDir).toMatch(/data\/srd$/);
    expect(readSettings({ SRD_MODE: 'demo' }).dataDir).toMatch(/data\/demo$/);
    expect(readSettings({ DATA_DIR: '/var/srd' }).keyDir).toBe('/var/srd-keys');
  });

  it.each([
    ['SRD_MODDE', 'demo'],
    ['SRD_CLOCK', '2024-08-20'],
    ['SRD_MODE', 'production'],
    ['SRD_LOG_LEVEL', 'loud'],
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', ''],
    ['SRD_TRUSTED_PROXIES', ''],
    ['SRD_TRUSTED_PROXIES', 'proxy.example'],
    ['SRD_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['SRD_TRUSTED_PROXIES', '0.0.0.0/0'],
    ['SRD_TRUSTED_PROXIES', '10.0.0.1,'],
  ])('refuse to start on %s=%s and name the variable', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(BadSetting);
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });

  it('name the proxies whose word is taken', () => {
    expect(readSettings({}).trustedProxies).toEqual(['loopback']);
    const given = readSettings({ SRD_TRUSTED_PROXIES: 'loopback, 172.31.83.2,fd00:83::/64' });
    expect(given.trustedProxies).toEqual(['loopback', '172.31.83.2', 'fd00:83::/64']);
  });

  it('leave other variables alone', () => {
    expect(() => readSettings({ PATH: '/bin', NODE_ENV: 'test' })).not.toThrow();
  });

  it('all stand in .env.example, which names no other', () => {
    const example = readFileSync(join(__dirname, '../../.env.example'), 'utf8');
    const named = [...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map((match) => match[1] ?? '');
    expect(named.toSorted()).toEqual([...settingNames, 'DATA_DIR', 'PORT'].toSorted());
    const set = Object.fromEntries([...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1], match[2]]));
    expect(() => readSettings(set)).not.toThrow();
  });
});
