import { isId } from '@srd/kernel';
import { currentRules, organ, plainLine } from '@srd/domain/organ';
import { Failed, missing, noWords, textOf, UsageError, type Asked, type Command, type Terminal } from '../command';
import { withApplication } from '../stores/application';
import { presetHelp, presetOf, usualOrgan } from '../stores/presets';
import { offerAgain, setUpOrgan, type Offered } from '../stores/set-up';
import { settingsOf } from '../stores/settings';

interface Wanted {
  readonly preset: string;
  readonly organ: string;
  readonly administrators: readonly string[];
}

/** What stands where nothing is said: the first preset, its usual id, and an administrator without a name. */
const usual = { preset: 'chaozhou2023', administrator: '系统管理员' };

/** What the options say; whoever sits at a terminal is asked for the rest, and an empty answer means the usual. */
async function wantedOf(asked: Asked, { ask }: Terminal): Promise<Wanted> {
  const orAsk = async (option: string, question: string, otherwise: string): Promise<string> => {
    const said = textOf(asked, option) ?? (ask && (await ask(`${question}［${otherwise}］：`)).trim());
    return said === undefined || said === '' ? otherwise : said;
  };
  const preset = await orAsk(
    'preset',
    '预设（chaozhou2023、chaozhouCounty2023、kazuo2024、partnerDepartment）',
    usual.preset,
  );
  const id = await orAsk('organ', '机关编号（字母、数字、连字符）', usualOrgan(preset));
  if (!isId(id)) throw new UsageError(`--organ：“${String(id)}”不能作编号，请用字母、数字和连字符，如 chaozhou`);
  const given = (asked.values['admin'] ?? []) as readonly string[];
  const names = given.length > 0 ? given : [await orAsk('admin', '系统管理员姓名', usual.administrator)];
  const administrators = names.map((name) => plainLine(name) ?? missing('系统管理员姓名（--admin）'));
  return { preset, organ: id, administrators };
}

/** Real use only: the demonstration builds its own organs and accounts. */
function realSettings(terminal: Terminal) {
  const settings = settingsOf(terminal);
  if (settings.mode === 'demo') throw new Failed('SRD_MODE 为 demo：演示自带机关和账号，init 只用于正式运行');
  return settings;
}

function explain(offered: readonly Offered[], port: number): readonly string[] {
  const example = JSON.stringify({ token: '令牌', account: '自定登录名', password: '至少12位的密码' });
  return [
    ...offered.flatMap(({ account, token }) => [
      `账户：${account}`,
      `一次性令牌（只显示这一次，24小时内有效）：${token}`,
    ]),
    '',
    '启动服务（npm run serve）后，由本人以令牌设定登录名和密码：',
    `  curl -X POST http://127.0.0.1:${port}/api/v1/session/take-up -H 'content-type: application/json' -d '${example}'`,
  ];
}

/** The first thing of real use: an organ with its rules, and its administrators' way in (R104: nobody grants roles to themselves). */
export const init: Command = {
  usage: `用法：srd init [--preset 预设] [--organ 编号] [--admin 姓名] [--admin 姓名] [--name 机关名称] [--superior 上级编号] [--json]
      srd init --renew 账户

建立机关（科室、规则及其出处）、国务院办公厅公布的年度节假日历，以及首个系统管理员账户，并给出一次性令牌。
不给选项时，在终端中逐项询问，否则建立 chaozhou2023 预设的机关和一名管理员。
可在同一数据目录中再次运行，以建立县区局、联合部门等其他机关；同一机关不能建立两次。须先停止服务。

预设：
${presetHelp}

  --organ     机关编号，如 chaozhou
  --name      机关名称；不填则用预设的名称
  --superior  上级机关编号，须已建立
  --admin     系统管理员姓名，存入人员登记，不进事件。给一名的，机关规则定为一名管理员并标记其授权；给两名的，授权互相确认
  --renew     令牌遗失或过期时，为系统管理员账户另发一次

例：srd init --preset chaozhou2023 --organ chaozhou --admin 张三 --admin 李四`,
  options: {
    preset: { type: 'string' },
    organ: { type: 'string' },
    name: { type: 'string' },
    superior: { type: 'string' },
    admin: { type: 'string', multiple: true },
    renew: { type: 'string' },
  },
  async run(asked, terminal) {
    noWords(asked);
    const settings = realSettings(terminal);
    const renew = textOf(asked, 'renew');
    if (renew !== undefined) {
      const offered = [await withApplication(settings, (opened) => offerAgain(opened, renew))];
      if (asked.json) terminal.out(JSON.stringify({ ok: true, accounts: offered }, null, 2));
      else for (const line of explain(offered, settings.port)) terminal.out(line);
      return 0;
    }
    const { preset: name, organ: id, administrators } = await wantedOf(asked, terminal);
    const wishes = { name: textOf(asked, 'name'), superior: textOf(asked, 'superior') };
    const preset = presetOf(name, wishes, administrators.length);
    const { offered, rules } = await withApplication(settings, async (opened) => {
      const tokens = await setUpOrgan(opened, id, preset, administrators);
      // The read models know the organ at once, and not only when the server has started.
      await opened.engine.start();
      await opened.engine.stop();
      const { state } = await opened.runner.load(organ, `organ-${id}`);
      return { offered: tokens, rules: state ? currentRules(state).version : 0 };
    });
    if (asked.json) {
      const { dataDir, keyDir } = settings;
      terminal.out(
        JSON.stringify({ ok: true, organ: id, name: preset.name, rules, dataDir, keyDir, accounts: offered }, null, 2),
      );
      return 0;
    }
    terminal.out(
      `已建立“${preset.name}”（${id}）。数据目录：${settings.dataDir}；密钥目录：${settings.keyDir}（请分开备份）`,
    );
    if (administrators.length === 1)
      terminal.out('只设一名系统管理员：其授权一律标记备查。要互相确认，请建立时给出两个 --admin。');
    for (const line of explain(offered, settings.port)) terminal.out(line);
    return 0;
  },
};
