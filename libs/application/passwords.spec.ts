import { DEMONSTRATION_PASSWORD, demandOwnPassword } from './passwords';

describe('the password that the demonstration prints', () => {
  it('T20 is refused in real use, and serves the demonstration', () => {
    expect(() => demandOwnPassword({ mode: 'serve' }, DEMONSTRATION_PASSWORD)).toThrow(/PASSWORD_PUBLISHED/);
    expect(() => demandOwnPassword({ mode: 'demo' }, DEMONSTRATION_PASSWORD)).not.toThrow();
  });
  it('leaves every other be', () => {
    expect(() => demandOwnPassword({ mode: 'serve' }, `${DEMONSTRATION_PASSWORD}!`)).not.toThrow();
  });
});
