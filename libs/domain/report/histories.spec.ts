import type { Fact } from '@srd/kernel';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { report, type YearEvent } from './index';

const folder = join(__dirname, '../../../test/histories');
const names = readdirSync(folder).filter((name) => /^report-\d+\..*\.json$/.test(name));

/** Where each recorded year ended: its sections' reports, its counties' material, the days that passed. A history is added, never edited. */
const ends: { readonly [history: string]: readonly [sections: string, counties: string, lapsed: string] } = {
  'report-1.in-time-with-county': ['lawyers received 1', 'raoping received, fengxi received', ''],
  'report-1.returned-then-late': ['lawyers received 2', 'raoping awaited', 'rosters, report:lawyers'],
  'report-1.county-hands-up': ['', '', 'items'],
};

it('trap 15 every golden history of a year has its end on record', () =>
  expect(names.map((name) => name.replace('.json', '')).sort()).toEqual(Object.keys(ends).sort()));

it.each(Object.entries(ends))(
  'R98 R99 R100 trap 15 %s replays to the same end',
  (name, [sections, counties, lapsed]) => {
    const facts = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as readonly Fact<YearEvent>[];
    const state = facts.reduce(report.evolve, report.initial);
    const all = Object.entries(state.sections);
    expect(all.map(([id, { status, issue }]) => `${id} ${status} ${issue}`).join(', ')).toBe(sections);
    const material = all.flatMap(([, one]) => Object.entries(one.counties));
    expect(material.map(([id, { status }]) => `${id} ${status}`).join(', ')).toBe(counties);
    expect(Object.keys(state.lapsed).join(', ')).toBe(lapsed);
  },
);
