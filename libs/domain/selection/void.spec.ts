import { createHash } from 'node:crypto';
import type { SelectionCommand } from './index';
import { at, drawsWith, firms, nine } from './selection.fixture';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const { freezeObjects, seal, close, whole, givenDraw } = drawsWith(hash);

const freeze = freezeObjects();
const { request } = freeze.data;

describe('void', () => {
  const propose: SelectionCommand = { type: 'ProposeVoid', data: { code: 'request-wrong', reason: '名录遗漏一家' } };
  const approve: SelectionCommand = { type: 'ApproveVoid', data: {} };

  it('trap 3 T3 needs a second person and a coded reason', () => {
    const given = givenDraw([freeze, nine], [propose, at('01:05', 'officer-1')]);
    given.when(approve, at('01:06', 'officer-1')).refused('VOID_BY_ONE');
    expect(given.when(approve, at('01:06', 'head-1')).recorded).toMatchObject([
      { type: 'DrawVoided', data: { code: 'request-wrong', proposedBy: 'officer-1', approvedBy: 'head-1' } },
    ]);
    givenDraw([freeze, nine])
      .when({ type: 'ProposeVoid', data: { code: 'request-wrong', reason: '' } }, nine)
      .refused('REASON_MISSING');
    givenDraw([freeze, nine])
      .when({ type: 'ProposeVoid', data: { code: 'bad-luck' as never, reason: '重来' } }, nine)
      .refused('REASON_MISSING');
    givenDraw([freeze, nine]).when(approve, nine).refused('DRAW_OUT_OF_TURN');
  });
  it('trap 3 refuses to void after the close, and to draw again what is revealed', () => {
    givenDraw([freeze, nine], seal(request, 1), close).when(propose, nine).refused('VOID_AFTER_CLOSE');
    const revealed = givenDraw(...whole(freeze));
    revealed.when(propose, nine).refused('VOID_AFTER_CLOSE');
    revealed.when(freezeObjects({ attempt: 2 }), nine).refused('DRAW_STANDS');
  });
  it('a proposal that is turned down lets the draw go on; while it stands nothing is closed', () => {
    const given = givenDraw([freeze, nine], seal(request, 1), [propose, nine]);
    given.when(...close).refused('DRAW_OUT_OF_TURN');
    const declined = givenDraw(
      [freeze, nine],
      seal(request, 1),
      [propose, nine],
      [{ type: 'DeclineVoid', data: { reason: '名录无误' } }, nine],
    );
    expect(declined.when(...close).recorded).toHaveLength(1);
  });
  it('trap 3 the next attempt needs a witness or a beacon and lists the differences of the pool', () => {
    const steps = [
      [freeze, nine],
      [propose, at('01:05')],
      [approve, at('01:06', 'head-1')],
    ] as const;
    const given = givenDraw(...steps);
    given
      .when(freezeObjects({ attempt: 2, contributors: [], contributorsPerDraw: 0 }), at('01:07'))
      .refused('REPEAT_WITHOUT_WITNESS');
    const [event] = given.when(freezeObjects({ attempt: 2, roster: firms(49) }), at('01:07')).recorded;
    expect(event).toMatchObject({ data: { attempt: 2, differences: [{ id: 'firm-49', change: 'joined' }] } });
  });
});
