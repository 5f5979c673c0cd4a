import { readSettings, settingNames } from '@srd/application';
import { compose, infraFiles, modes, read, services, type Service } from './files';
import { parseAllDocuments } from 'yaml';

const once = ({ restart }: Service): boolean => restart === 'no';
const ours = (service: Service): boolean => service.image === 'srd:local';
/** What a process that is no server takes from its environment: the names in its own file. */
const readBy: Readonly<Record<string, string>> = {
  proxy: 'infra/proxy/Caddyfile',
  'set-up': 'infra/cluster/set-up.mjs',
  'single backup': 'infra/backup.sh',
  'cluster backup': 'infra/cluster/backup.sh',
};
/** Variables of `.env` as somebody would set them. */
const values: Readonly<Record<string, string>> = {
  DATABASE_PASSWORD: 'secret',
  ADMIN_PASSWORD: 'secret-2',
};
const filled = (text: string): string =>
  text.replace(/\$\{([A-Z_]+)(?::[-?]([^}]*))?\}/g, (_, name: string, other = '') => values[name] ?? other);

describe('the files of infra', () => {
  it.each(infraFiles(/\.ya?ml$/))('%s is YAML without a doubled key', (file) => {
    const documents = parseAllDocuments(read('infra', file), { merge: true, uniqueKeys: true });
    expect([documents].flat().flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
  });

  it.each(infraFiles(/\.json$/))('%s is JSON', (file) => {
    expect(() => JSON.parse(read('infra', file))).not.toThrow();
  });

  it.each(infraFiles(/(compose\.yaml|\.sh|\.mjs|\.service|Caddyfile|Dockerfile)$/))('%s holds no secret', (file) => {
    expect(read('infra', file)).not.toMatch(/changeit|BEGIN .*PRIVATE KEY/);
    expect(read('infra', file)).not.toMatch(/PASSWORD[A-Z_]*\s*[:=]\s*['"]?(?!\$)[A-Za-z0-9]/);
  });
});

describe.each(services)('$mode/$name', ({ mode, name, service }) => {
  it('runs as a numbered account that isn’t root, without capabilities and without gaining any', () => {
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toContain('no-new-privileges:true');
  });

  it('has a memory limit and a log that ends', () => {
    if (name !== 'certificates') expect(service.mem_limit).toMatch(/^\d+[mg]$/);
    expect(service.logging?.options).toMatchObject({ 'max-size': expect.any(String), 'max-file': expect.any(String) });
  });

  it('starts again by itself and says how it is, unless it ends by itself', () => {
    if (once(service)) return expect(service.healthcheck?.disable).toBe(true);
    expect(service.restart).toBe('unless-stopped');
    // Ours stands in the image.
    if (!ours(service)) expect(service.healthcheck?.test).toBeDefined();
    else expect(service.healthcheck).toBeUndefined();
  });

  it('comes of an image with its version', () => {
    expect(service.image).toMatch(/^(srd:local|[a-z0-9./-]+:\d+\.\d+\.\d+[a-z0-9.-]*)$/);
  });

  it('sets only what is read', () => {
    const set = Object.keys(service.environment ?? {});
    const file = readBy[name] ?? readBy[`${mode} ${name}`];
    if (file !== undefined) {
      for (const variable of set) expect(read(file)).toMatch(new RegExp(`\\b${variable}\\b`));
    } else if (ours(service)) {
      expect(set.filter((each) => !['EVENT_STORE', 'DATA_DIR', 'PORT', ...settingNames].includes(each))).toEqual([]);
      const environment = Object.entries(service.environment ?? {}).map(([key, value]) => [key, filled(String(value))]);
      expect(() => readSettings(Object.fromEntries(environment))).not.toThrow();
    } else for (const variable of set) expect(variable).toMatch(/^EVENTSTORE_[A-Z_]+$/);
  });

  it('keeps what it keeps in a volume that there is', () => {
    for (const volume of service.volumes ?? []) {
      const [from = ''] = volume.split(':');
      if (/^[a-z]/.test(from)) expect(Object.keys(compose(mode).volumes)).toContain(from);
    }
  });
});

describe.each(modes)('%s', (mode) => {
  const { services: all } = compose(mode);
  const servers = Object.values(all).filter((service) => ours(service) && !once(service));
  const address = (service?: Service): string | undefined => service?.networks?.['srd']?.ipv4_address;

  it('opens only the proxy to others, and the servers to this machine', () => {
    for (const [name, { ports = [] }] of Object.entries(all)) {
      if (name !== 'proxy') for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it('takes the proxy’s word, and nobody else’s', () => {
    for (const { environment } of servers) expect(environment?.['SRD_TRUSTED_PROXIES']).toBe(address(all['proxy']));
  });

  it('keeps keys apart from data', () => {
    for (const { volumes } of servers) {
      expect(volumes).toContain('keys:/keys');
      expect(volumes?.filter((volume) => /:\/(data|shared)$/.test(volume)).join()).not.toMatch(/^keys:/);
    }
    for (const { volumes = [] } of Object.values(all).filter(once)) expect(volumes.join()).not.toMatch(/keys/);
  });

  it('sends requests to every server', () => {
    const upstreams = String(all['proxy']?.environment?.['UPSTREAMS']).split(' ');
    const places = Object.entries(all)
      .filter(([, service]) => servers.includes(service))
      .flatMap(([name, service]) => [`${name}:3000`, `${address(service)}:3000`]);
    expect(upstreams).toHaveLength(servers.length);
    for (const upstream of upstreams) expect(places).toContain(upstream);
  });
});
