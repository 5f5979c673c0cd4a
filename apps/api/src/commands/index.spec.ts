import { mayCommand } from '@srd/domain/account';
import { commandControllers, commandRoutes } from './index';

const routed = Object.values(commandRoutes).flatMap(({ routes }) => Object.entries(routes));

describe('the commands over HTTP', () => {
  it('R104 are those that some role may give, no more and no fewer', () => {
    const given = Object.entries(mayCommand).flatMap(([command, roles]) => (roles.length > 0 ? [command] : []));
    expect(routed.map(([command]) => command).sort()).toEqual(given.sort());
  });

  it('each say in Chinese what they do', () => {
    for (const [command, { summary }] of routed) expect(`${command} ${summary}`).toMatch(/[一-鿿]{2}/);
  });

  it('are the same in the demonstration, which can move its clock besides', () => {
    const names = (mode: 'demo' | 'serve') => commandControllers(mode).map(({ name }) => name);
    expect(names('demo')).toEqual([...names('serve'), 'DemonstrationController']);
  });
});
