import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import { newPlace } from '../journeys/place';
import { ServerProcess } from '../journeys/process';
import { read } from './files';

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}

const rules = (
  parse(read('infra/prometheus/rules.yml')) as { groups: { rules: { alert: string; expr: string }[] }[] }
).groups
  .flatMap((group) => group.rules)
  .map(({ alert, expr }) => ({ where: alert, expr }));
const board = JSON.parse(read('infra/grafana/srd.json')) as {
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly type: string; readonly query: string }[] };
};
const panels = board.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ where: title, expr })));
const variables = board.templating.list
  .filter(({ type }) => type === 'query')
  .map(({ query }) => ({ where: 'variable', expr: query }));

/** Prometheus makes this one itself; the rest must come from the server. */
const OWN = ['up'];
const WORDS = /[a-zA-Z_:][a-zA-Z0-9_:]*/g;
/** Functions, keywords and what stands in braces and brackets aside, every word of an expression is a metric. */
function metricsOf(expr: string): string[] {
  const bare = expr
    .replace(/"[^"]*"/g, '')
    .replace(/\{[^}]*\}|\[[^\]]*\]|\b(by|without|on|ignoring)\s*\([^)]*\)/g, ' ')
    .replace(/label_values\(([^,]*),[^)]*\)/, '$1')
    .replace(/[\d.]+e\d+/g, ' ');
  return [...bare.matchAll(WORDS)]
    .filter(({ 0: word, index }) => !/^\s*\(/.test(bare.slice(index + word.length)) && !/^(and|or|unless)$/.test(word))
    .map(([word]) => word);
}

describe('rules and board', () => {
  let exported: Set<string>;
  let labels: Set<string>;

  beforeAll(async () => {
    const place = newPlace();
    const server = await ServerProcess.start(place);
    await fetch(`${server.url}/health/live`);
    const body = await (await fetch(`${server.url}/metrics`)).text();
    await server.stop();
    rmSync(dirname(place.dataDir), { recursive: true, force: true });
    exported = new Set();
    for (const [, name = '', kind] of body.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
      for (const end of kind === 'histogram' ? ['_bucket', '_count', '_sum'] : ['']) exported.add(`${name}${end}`);
    }
    labels = new Set([...body.matchAll(/[{,]([a-z_]+)=/g)].map(([, label = '']) => label));
  });

  it.each([...rules, ...panels, ...variables])('$where asks for metrics that a running server tells', ({ expr }) => {
    const named = metricsOf(expr);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !exported.has(name) && !OWN.includes(name))).toEqual([]);
  });

  it('show every number of the server’s own somewhere', () => {
    const own = [...exported].filter((name) => name.startsWith('srd_') && !/_(sum|bucket|count)$/.test(name));
    const shown = new Set([...rules, ...panels].flatMap(({ expr }) => metricsOf(expr)));
    expect(own.filter((name) => !shown.has(name))).toEqual([]);
  });

  it.each([...rules, ...panels])('$where groups and selects by labels that there are', ({ expr }) => {
    const grouped = [...expr.matchAll(/\bby\s*\(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(','));
    const selected = [...expr.matchAll(/[{,]\s*([a-z_]+)\s*=/g)].map(([, label = '']) => label);
    const known = new Set([...labels, 'instance', 'job']);
    expect([...grouped, ...selected].map((label) => label.trim()).filter((label) => !known.has(label))).toEqual([]);
  });

  it('find a metric that isn’t there', () => {
    expect(metricsOf('sum by (le) (rate(srd_append_secnds_bucket{instance=~"$i"}[5m])) > 1')).toEqual([
      'srd_append_secnds_bucket',
    ]);
    expect(exported.has('srd_append_secnds_bucket')).toBe(false);
  });
});
