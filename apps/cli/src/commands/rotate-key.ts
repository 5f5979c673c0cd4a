import { needed, noWords, type Command } from '../command';
import { withApplication } from '../stores/application';
import { settingsOf } from '../stores/settings';

/** Changes the key that signs the log's checkpoints (srd-log/1, "Keys rotate"). */
export const rotateKey: Command = {
  usage: `用法：srd rotate-key --reason 理由 [--json]

更换签署检查点的密钥：先以事件公告新公钥，由旧密钥的检查点覆盖该公告，再启用新密钥。须先停止服务。
旧公钥留在密钥目录的 log.retired.vkey 中，继续公布，供核验以前的检查点；各见证人凭公告自行认得新公钥。

例：srd rotate-key --reason 年度更换`,
  options: { reason: { type: 'string' } },
  async run(asked, { out, ...terminal }) {
    noWords(asked);
    const reason = needed(asked, 'reason');
    const rotated = await withApplication(settingsOf({ out, ...terminal }), ({ rotation }) => rotation.rotate(reason));
    if (asked.json) out(JSON.stringify({ ok: true, ...rotated }, null, 2));
    else {
      out(`已公告新公钥，旧密钥的检查点（${rotated.size} 条）已覆盖`);
      out(`旧：${rotated.from}`);
      out(`新：${rotated.to}`);
    }
    return 0;
  },
};
