import { NestFactory } from '@nestjs/core';
import { closeStores, openStores } from '@srd/adapters/stores';
import { ApplicationModule, Engine } from '@srd/application';
import { stage } from '@srd/domain/case';
import { latest, selectionWith } from '@srd/domain/selection';
import { sha256 } from '@srd/kernel';
import { Stage } from '../../apps/cli/src/demo';
import { draw, WITNESSES } from '../../apps/cli/src/demo/script/draws';
import { approve, followUp, publish, reportRectification } from '../../apps/cli/src/demo/script/inspections';
import { bureau as county } from '../../apps/cli/src/demo/script/kazuo-2024/tasks';
import { arrangeRevisit, orderCorrection, urge } from '../../apps/cli/src/demo/script/measures';
import { place, start } from './built';

/** What a visitor does with the demonstration that they find, with chance of their own. */
describe('the visitor’s next steps', () => {
  let visitor: Stage;
  let end: () => Promise<void>;

  beforeAll(async () => {
    const where = place();
    await start(where);
    const stores = openStores({ mode: 'demo', ...where });
    const app = await NestFactory.createApplicationContext(ApplicationModule.over(stores, { mode: 'demo' }), {
      logger: ['error'],
    });
    const engine = app.get(Engine);
    await engine.start();
    visitor = new Stage(app, stores, () => undefined);
    end = async () => {
      await engine.stop();
      await app.close();
      await closeStores(stores);
    };
  });
  afterAll(() => end());

  const barsOf = async (series: string) => {
    const attempt = latest(await visitor.read(selectionWith(sha256), `selection-${series}`));
    if (attempt?.request.protocol !== 'srd-assign/1') throw new Error(`no team draw for ${series}`);
    const { barred } = attempt.request;
    return barred.map(({ inspector, reason }) => `${reason} ${attempt.people[inspector] ?? ''}`);
  };

  it('R55 R56 R59 R61 R22 hold the law-firm draw of 潮州 2024, with an expired certificate among the bars', async () => {
    const officer = 'chaozhou-lawyer-officer';
    const task = 'chaozhou-2024-1';
    const ceremony = { officer, plan: 'chaozhou-2024', witnesses: WITNESSES };
    await draw(visitor, { ...ceremony, series: task, hour: 10 });
    const { context } = await visitor.file(`${task}-5`);
    expect(context.object?.sector).toBe('law-firm');
    await draw(visitor, { ...ceremony, series: `${task}:team`, hour: 11 });
    expect(await barsOf(`${task}:team`)).toContain('certificate p-chaozhou-inspector-4');
    const teams = await Promise.all(
      [1, 2, 3, 4, 5].map(async (n) => (await visitor.file(`${task}-${n}`)).context.team),
    );
    expect(teams.map(({ length }) => length)).toEqual([2, 2, 2, 2, 2]);
  });

  it('R4 R61 hold the joint draw of 潮州 2024: somebody stands back whichever notary office is drawn', async () => {
    const task = 'chaozhou-2024-2';
    const ceremony = { officer: 'chaozhou-public-officer', plan: 'chaozhou-2024', witnesses: WITNESSES };
    await draw(visitor, { ...ceremony, series: task, hour: 12 });
    await draw(visitor, { ...ceremony, series: `${task}:team`, hour: 13 });
    expect((await barsOf(`${task}:team`)).filter((bar) => bar.startsWith('recusal'))).toHaveLength(1);
    expect((await visitor.file(`${task}-1`)).context.team).toHaveLength(3);
  });

  it('C12 hold the forensic draw of 喀左, for which no lot is needed', async () => {
    const ceremony = { officer: county.officer, plan: 'kazuo-2024', witnesses: [WITNESSES[0]] };
    await draw(visitor, { ...ceremony, series: 'kazuo-2024-4', hour: 14 });
    await draw(visitor, { ...ceremony, series: 'kazuo-2024-4:team', hour: 15 });
    expect(stage(await visitor.file('kazuo-2024-4-2')).code).toBe('awaiting-notice');
  });

  it('R72 R73 approve and publish what is due in 喀左 tomorrow', async () => {
    await visitor.at('16:00');
    await approve(visitor, county, 'kazuo-2024-1-1');
    for (const id of ['kazuo-2024-1-1', 'kazuo-2024-1-2']) await publish(visitor, county, id);
    expect(stage(await visitor.file('kazuo-2024-1-1')).code).toBe('awaiting-disposition');
    expect(stage(await visitor.file('kazuo-2024-1-2')).code).toBe('closed');
  });

  it('R84 R85 urge what is overdue, arrange a revisit, and end a rectification and a reminder by one', async () => {
    for (const id of ['fc-kazuo-2024-3', 'kazuo-2024-3-2']) await urge(visitor, county, id, '期限已过，请立即整改');
    await reportRectification(visitor, county, 'kazuo-2024-3-1', '台账已核对，档案已补归');
    await arrangeRevisit(visitor, county, 'kazuo-2024-3-1', '2024-08-20', 'afternoon');
    await followUp(visitor, county, 'kazuo-2024-3-1', 'onSite', '现场复核，已改正');
    await followUp(visitor, county, 'kazuo-2024-3-2', 'documentary', '培训记录已补齐');
    for (const id of ['kazuo-2024-3-1', 'kazuo-2024-3-2']) expect(stage(await visitor.file(id)).code).toBe('closed');
  });

  it('R69 move the clock on: a self-inspection that nobody hands in lapses by itself', async () => {
    await visitor.on('2024-08-27');
    expect(stage(await visitor.file('kazuo-2024-3-3')).code).toBe('awaiting-visit');
  });

  it('R79 order the correction of what was approved', async () => {
    await orderCorrection(visitor, county, 'kazuo-2024-1-1', '责令补正结案小结', '2024-09-10');
    expect(stage(await visitor.file('kazuo-2024-1-1')).code).toBe('rectifying');
  });
});
