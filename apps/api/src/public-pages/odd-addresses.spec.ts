import { Served } from '../commands/served.fixture';

describe('public pages whose address says what can’t be followed', () => {
  let served: Served;
  beforeAll(async () => {
    served = await Served.start();
    await served.found('chaozhou');
    await served.settled();
  });
  afterAll(() => served.stop());

  const ask = async (path: string) => {
    const { statusCode, headers, body } = await served.server.app.inject({ method: 'GET', url: `/public/${path}` });
    return { status: statusCode, type: String(headers['content-type']), body };
  };

  it.each([
    ['results?year=xx', '“年度”没有“xx”这一项，已按全部显示'],
    ['results?sector=bogus', '“行业”没有“bogus”这一项，已按全部显示'],
    ['results?found=clean&found=problem', '“结果”给了 2 次（clean、problem），只能给一次，已按全部显示'],
    ['draws?organ=nowhere', '“机关”没有“nowhere”这一项，已按全部显示'],
    ['listings?state=%3Cb%3E%E2%80%AE', '“状态”没有“&lt;b&gt;[U+202E]”这一项，已按全部显示'],
    [
      `results?q=${'x'.repeat(101)}`,
      '“查找（机构名称、登记号或其他内容）”至多 100 字，“xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…”过长，未按其查找',
    ],
    ['results?cursor=bogus', '翻页的位置无法识别，已从第一页显示'],
    [`plans?cursor=${'x'.repeat(2_001)}`, '翻页的位置无法识别，已从第一页显示'],
    ['results?page=-1', '没有页码“-1”，列表只能按“下一页”翻页，已从第一页显示'],
    ['items?page=abc', '没有页码“abc”，列表只能按“下一页”翻页，已从第一页显示'],
    ['circulars?page=9999', '没有页码“9999”，列表只能按“下一页”翻页，已从第一页显示'],
  ])('%s says what is shown instead: 422', async (path, said) => {
    const { status, type, body } = await ask(path);
    expect([status, type]).toEqual([422, 'text/html; charset=utf-8']);
    expect(body).toContain(`网址有误：${said}。`);
    // The list is there all the same.
    expect(body).toContain('下载全部记录');
  });

  it('two at once are both told, and what can be followed is', async () => {
    const { status, body } = await ask('draws?organ=chaozhou&kind=bogus&phase=bogus');
    expect(status).toBe(422);
    expect(body.match(/网址有误/g)).toHaveLength(2);
    expect(body).toContain('<option value="chaozhou"  selected>');
  });

  it.each([
    'results',
    'results?q=&year=&cursor=',
    'results?from=singlemessage&isappinstalled=0',
    'draws?organ=chaozhou',
  ])('%s has nothing to say: 200', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(200);
    expect(body).not.toContain('网址有误');
  });

  it.each(['results.csv?year=xx', 'results.json?year=xx'])(
    '%s is refused as a whole: a file can’t say so',
    async (path) => {
      const { status, type, body } = await ask(path);
      expect([status, type]).toEqual([422, 'application/problem+json; charset=utf-8']);
      expect(JSON.parse(body)).toMatchObject({ code: 'INVALID', detail: '网址有误：“年度”没有“xx”这一项' });
    },
  );
});
