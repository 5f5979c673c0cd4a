import { readSettings } from '@srd/application';
import { noWords, type Command } from '../command';
import { runDemo } from '../demo';

/** The demonstration's data, built where they are missing. */
export const demo: Command = {
  usage: `用法：srd demo [--json]

在数据目录（DATA_DIR，默认 data/demo）中生成 2023–2024 年的演示数据；已有演示则不改动。目录中有其他数据时不写入。
演示与正式运行的数据、账号、时钟各不相通。重置：npm run demo:reset`,
  options: {},
  async run(asked, { out, env }) {
    noWords(asked);
    const settings = readSettings({ ...env, SRD_MODE: 'demo' });
    const lines: string[] = [];
    await runDemo(settings, asked.json ? (line) => lines.push(line) : out);
    if (asked.json)
      out(JSON.stringify({ ok: true, dataDir: settings.dataDir, keyDir: settings.keyDir, lines }, null, 2));
    return 0;
  },
};
