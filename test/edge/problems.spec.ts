import { Interface } from './routes';

/** The description as it is built: what somebody who writes a client reads. */
describe('problems in the interface’s description', () => {
  const built = Interface.built();

  it('says of every command what it may be answered: its form, its asker, its subject, its turn', () => {
    expect(built.commands.length).toBeGreaterThan(100);
    for (const command of built.commands) {
      const expected = [400, 401, 403, 404, 409, 412, 422, ...(command.creates ? [] : [428])];
      const described = [400, 401, 403, 404, 409, 412, 422, 428].filter((status) => built.describes(command, status));
      expect([command.command, described]).toEqual([command.command, expected]);
    }
  });

  it('says of what anybody may read that nobody has to sign in, and of everything else that they have to', () => {
    const asks = (path: string) => built.describes({ method: 'GET', path }, 401);
    expect(['/api/v1/public/plans', '/api/v1/public/draws/{id}', '/api/v1/public/procedure'].map(asks)).toEqual([
      false,
      false,
      false,
    ]);
    expect(['/api/v1/plans', '/api/v1/cases/{id}', '/api/v1/institutions'].map(asks)).toEqual([true, true, true]);
  });
});
