import { ChannelUnavailable, type OutgoingPublication, type PublicationChannels } from '@srd/runtime';

/** Channels with a hand on the other side: what arrived there, and a receipt that it sends back. */
export interface ChannelsUnderTest {
  readonly channels: PublicationChannels;
  /** Everything that lies at the other side of a channel, by publication id. */
  arrived(channel: string): readonly { readonly id: string; readonly fields: Readonly<Record<string, string>> }[];
  /** The other side answers. */
  answer(channel: string, answer: object | string): void;
  /** The channel takes nothing from now on. */
  breakDown(channel: string): void;
}

export const aPublication = (more: Partial<OutgoingPublication> = {}): OutgoingPublication => ({
  id: 'chaozhou-2023-4-1.result-1',
  channel: 'portal',
  replaces: null,
  notice: null,
  fields: [
    { name: 'institutionName', label: '被抽查机构名称', value: '示例一律师事务所' },
    { name: 'result', label: '抽查结果', value: '未发现问题：“未见异常”，\n无' },
  ],
  ...more,
});

/** What every adapter of the port does (R74, trap 10). */
export function describeChannels(name: string, open: () => ChannelsUnderTest): void {
  describe(`publication channels: ${name}`, () => {
    it('R74 hand over every field as it is', async () => {
      const { channels, arrived } = open();
      await channels.send(aPublication());
      expect(arrived('portal')).toEqual([
        {
          id: 'chaozhou-2023-4-1.result-1',
          fields: expect.objectContaining({
            institutionName: '示例一律师事务所',
            result: '未发现问题：“未见异常”，\n无',
          }) as Record<string, string>,
        },
      ]);
      expect(arrived('credit-platform')).toEqual([]);
    });
    it('trap 10 once more under the same id is there once; other content under it is refused', async () => {
      const { channels, arrived } = open();
      await channels.send(aPublication());
      await channels.send(aPublication());
      expect(arrived('portal')).toHaveLength(1);
      await expect(channels.send(aPublication({ notice: '另一份' }))).rejects.toBeInstanceOf(ChannelUnavailable);
      await channels.send(
        aPublication({ id: 'chaozhou-2023-4-1.correction-2', replaces: 'chaozhou-2023-4-1.result-1' }),
      );
      expect(arrived('portal')).toHaveLength(2);
    });
    it('trap 10 one that takes nothing says so, and the others go on', async () => {
      const { channels, arrived, breakDown } = open();
      breakDown('portal');
      await expect(channels.send(aPublication())).rejects.toBeInstanceOf(ChannelUnavailable);
      await channels.send(aPublication({ channel: 'credit-platform' }));
      expect(arrived('credit-platform')).toHaveLength(1);
    });
    it('R74 bring receipts back, each until it is settled', async () => {
      const { channels, answer } = open();
      await channels.send(aPublication());
      answer('portal', { publication: 'chaozhou-2023-4-1.result-1', accepted: true, receipt: '门户0001' });
      answer('portal', { publication: 'chaozhou-2023-4-1.result-2', accepted: false, reason: '字段不全' });
      const [first, second] = await channels.receipts();
      expect(first).toMatchObject({ channel: 'portal', accepted: true, receipt: '门户0001' });
      expect(second).toMatchObject({ channel: 'portal', accepted: false, reason: '字段不全' });
      await channels.settle(first!);
      expect(await channels.receipts()).toHaveLength(1);
      await channels.settle(second!, '没有这项公示');
      expect(await channels.receipts()).toEqual([]);
    });
    it('a receipt that says nothing usable is told apart, with the reason', async () => {
      const { channels, answer } = open();
      for (const each of ['{', { accepted: true, receipt: 'x' }, { publication: 'a.b', accepted: true, receipt: ' ' }])
        answer('portal', each);
      const read = await channels.receipts();
      expect(read.map(({ accepted }) => accepted)).toEqual([null, null, null]);
    });
    it('names from outside stay within their channel', async () => {
      const { channels, arrived } = open();
      await channels.send(aPublication({ channel: '../../信用/平台', id: '..' }));
      expect(arrived('../../信用/平台')).toHaveLength(1);
    });
  });
}
